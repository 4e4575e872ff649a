package people

import (
	"context"
	"crypto/rand"
	"math/big"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/alexedwards/argon2id"

	"cauviec/internal/errs"
	"cauviec/internal/fold"
)

// cost is that of RFC 9106 for machines with little memory, section 4: 64 MB.
var cost = &argon2id.Params{Memory: 64 * 1024, Iterations: 2, Parallelism: 1, SaltLength: 16, KeyLength: 32}

// hashing bounds how many passwords are worked on at once in this process:
// each takes 64 MB.
var hashing = make(chan struct{}, 2)

// atWork runs do when there is room for it, or returns why it stopped waiting.
func atWork(ctx context.Context, do func() error) error {
	select {
	case hashing <- struct{}{}:
		defer func() { <-hashing }()
		return do()
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Hash returns what is kept of a password: argon2id with a salt of its own.
func Hash(ctx context.Context, password string) (hash string, err error) {
	defer errs.Wrap(&err, "people.Hash")
	err = atWork(ctx, func() error {
		hash, err = argon2id.CreateHash(fold.NFC(password), cost)
		return err
	})
	return hash, err
}

// matches reports whether the password is the one that was hashed. Marks typed
// composed and decomposed are the same.
func matches(ctx context.Context, password, hash string) (same bool, err error) {
	err = atWork(ctx, func() error {
		same, err = argon2id.ComparePasswordAndHash(fold.NFC(password), hash)
		return err
	})
	return same, err
}

// decoy is the hash that a password is compared with when there is no account
// of the name: a stranger learns nothing from how long the answer takes.
var decoy = sync.OnceValues(func() (string, error) {
	return argon2id.CreateHash(rand.Text(), cost)
})

const (
	shortestPassword = 10
	longestPassword  = 200
)

// commonest are passwords of ten characters and more that are tried first,
// folded and without spaces.
var commonest = map[string]bool{
	"1234567890": true, "0123456789": true, "0987654321": true, "1234567891": true, "12345678910": true,
	"123456789a": true, "a123456789": true, "1q2w3e4r5t": true, "q1w2e3r4t5": true, "1qaz2wsx3edc": true,
	"qwertyuiop": true, "qwerty1234": true, "qwerty12345": true, "asdfghjkl1": true, "abcdefghij": true,
	"abcd123456": true, "abc1234567": true, "password12": true, "password123": true, "password1234": true,
	"passw0rd123": true, "p4ssword123": true, "matkhau123": true, "matkhau1234": true, "matkhau12345": true,
	"anhyeuem123": true, "emyeuanh123": true, "iloveyou123": true, "vietnam123": true, "vietnam1234": true,
	"xinchao123": true, "langson123": true, "langson1234": true, "langson2024": true, "bacgiang123": true,
	"bacgiang1234": true, "bacgiang2024": true, "cauviec123": true, "cauviec1234": true, "cauviecdemo": true,
	"admin12345": true, "admin123456": true, "administrator": true, "quantrivien": true, "1122334455": true,
}

// checkPassword finds what is wrong with a password to be set, for the field
// of the form. A long phrase of common words is welcome; length is what
// counts, so no kinds of characters are asked for.
func checkPassword(field, password, username string) errs.Problems {
	problems := errs.Problems{}
	plain := strings.ReplaceAll(fold.Fold(password), " ", "")
	switch length := utf8.RuneCountInString(fold.NFC(password)); {
	case length < shortestPassword:
		problems.Add(field, "account.problem.password_short", shortestPassword)
	case length > longestPassword:
		problems.Add(field, "problem.long", longestPassword)
	case plain == strings.ReplaceAll(fold.Fold(username), " ", ""):
		problems.Add(field, "account.problem.password_username")
	case commonest[plain] || oneCharacter(password):
		problems.Add(field, "account.problem.password_common")
	}
	return problems
}

// oneCharacter reports whether the same character is repeated all the way.
func oneCharacter(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return strings.Trim(s, string(first)) == ""
}

// readable are the characters of one-time passwords: none that is mistaken
// for another on paper or on the phone.
const readable = "abcdefghjkmnpqrstuvwxyz23456789"

// oneTime returns a password to be handed over once and changed: twelve
// characters in three groups, 59 bits.
func oneTime() (string, error) {
	var b strings.Builder
	for i := range 12 {
		if i > 0 && i%4 == 0 {
			b.WriteByte('-')
		}
		n, err := rand.Int(rand.Reader, big.NewInt(int64(len(readable))))
		if err != nil {
			return "", err
		}
		b.WriteByte(readable[n.Int64()])
	}
	return b.String(), nil
}
