package people

// columns of accounts a with their bodies b, as Account has them.
const columns = `a.id, a.username, a.full_name, a.role, a.active, a.must_change, a.version, a.created_at, a.signed_in_at, a.ends_on,
	a.body_id, b.slug AS body_slug, b.short_vi AS body_short_vi, b.short_en AS body_short_en`

const fromAccounts = ` FROM accounts a JOIN bodies b ON b.id = a.body_id `

// inReach is true for the accounts in the scope of an administrator: those of
// the own body.
const inReach = `(@all OR a.body_id = @body)`

const selectAccount = `SELECT ` + columns + fromAccounts + `WHERE ` + inReach + ` AND `

const selectAccounts = `
	SELECT ` + columns + fromAccounts + `
	WHERE ` + inReach + `
	  AND (@of = 0 OR a.body_id = @of)
	  AND (@text = '' OR a.username LIKE '%' || @text || '%' OR lower(a.full_name) LIKE '%' || @text || '%'
	       OR @folded <> '' AND b.folded LIKE '%' || @folded || '%')
	  AND a.username > @after
	ORDER BY a.username
	LIMIT @limit`

const selectCredentials = `SELECT id, username, password_hash, active, epoch, ends_on FROM accounts WHERE `

// selectPresent reads who acts, with the bodies under his own.
const selectPresent = `
	SELECT a.id AS account, a.username, a.full_name AS name, a.role, a.must_change, b.id AS body_id, b.slug AS body_slug,
	       b.side, b.kind, b.province_code AS province, COALESCE(e.id, 0) AS employer, COALESCE(e.state = 'suspended', false) AS suspended,
	       ARRAY(
	           WITH RECURSIVE under AS (
	               SELECT b.id
	               UNION
	               SELECT child.id FROM bodies child JOIN under ON child.parent_id = under.id
	           )
	           SELECT id FROM under ORDER BY id
	       )::bigint[] AS bodies,
	       b.name_vi, b.short_vi, b.name_en, b.short_en
	FROM accounts a
	JOIN bodies b ON b.id = a.body_id
	LEFT JOIN employers e ON e.body_id = b.id
	WHERE a.id = @id AND a.epoch = @epoch AND a.active AND (a.ends_on IS NULL OR a.ends_on >= @today::date)`

// lockAttempts lets one attempt by a name be judged at a time.
const lockAttempts = `SELECT pg_advisory_xact_lock(hashtextextended('cauviec.sign-in.' || @username, 0))`

// countFailures counts by name since the last success, and by address.
const countFailures = `
	SELECT n.failures AS by_name, n.last AS last_by_name, d.failures AS by_address, d.last AS last_address
	FROM (
	    SELECT count(*)::int AS failures, COALESCE(max(at), @since) AS last
	    FROM sign_in_attempts
	    WHERE username = @username AND at > @since AND NOT ok
	      AND id > COALESCE((SELECT max(id) FROM sign_in_attempts WHERE username = @username AND at > @since AND ok), 0)
	) n, (
	    SELECT count(*)::int AS failures, COALESCE(max(at), @since) AS last
	    FROM sign_in_attempts
	    WHERE address = @address AND at > @since AND NOT ok
	) d`

const insertAttempt = `
	INSERT INTO sign_in_attempts (username, address, at, ok)
	VALUES (@username, @address, @at, false)
	RETURNING id`

// forgetAttempts lets go of what is older than anybody needs.
const forgetAttempts = `
	DELETE FROM sign_in_attempts
	WHERE at < @before AND (username = @username OR address = @address)`

const insertAccount = `
	INSERT INTO accounts (username, password_hash, must_change, full_name, body_id, role, created_at)
	VALUES (@username, @hash, true, @full_name, @body, @role, @at)
	ON CONFLICT (username) DO NOTHING
	RETURNING id`

// insertSeeds creates many accounts at once; names that exist stay as they are.
const insertSeeds = `
	INSERT INTO accounts (username, password_hash, must_change, full_name, body_id, role, created_at)
	SELECT s.username, @hash, false, s.full_name, b.id, s.role, @at
	FROM unnest(@usernames::text[], @full_names::text[], @slugs::text[], @roles::text[])
	         AS s (username, full_name, slug, role)
	JOIN bodies b ON b.slug = s.slug
	ORDER BY s.username
	ON CONFLICT (username) DO NOTHING
	RETURNING id`

// selectStrangers lists the slugs that no body has.
const selectStrangers = `
	SELECT s.slug
	FROM unnest(@slugs::text[]) AS s (slug)
	WHERE NOT EXISTS (SELECT FROM bodies b WHERE b.slug = s.slug)
	ORDER BY s.slug
	LIMIT 20`

// lockPeers locks the active accounts of a role: of one body, or of all for
// the role of the System.
const lockPeers = `
	SELECT id
	FROM accounts
	WHERE role = @role AND active AND (@role = 'system' OR body_id = @body)
	ORDER BY id
	FOR UPDATE`
