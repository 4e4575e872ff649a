package notice

// fieldset is what the labelled fields of a task say.
type fieldset struct {
	leads, coop []body
	due         due
	phrase      string
	asked       bool // there is a field for the time
	product     string
}

// fieldsOf gathers the fields in a clause's own words and in the clauses below
// that hold nothing else.
func (d *document) fieldsOf(n *node, v *view, own []field) fieldset {
	var set fieldset
	d.fill(&set, v, own)
	for _, c := range n.children {
		cv := viewOf(d.n.Text, c.body...)
		if fs := cv.fields(); len(fs) > 0 && fs[0].name == 0 {
			d.fill(&set, cv, fs)
		}
	}
	return set
}

// fill reads fields into the set.
func (d *document) fill(set *fieldset, v *view, fs []field) {
	r := d.reader(v)
	for _, f := range fs {
		switch f.role {
		case leadRole:
			set.leads = append(set.leads, r.bodiesIn(f.from, f.to)...)
		case coopRole:
			set.coop = append(set.coop, r.bodiesIn(f.from, f.to)...)
		case timeRole:
			d.fillTime(set, v, f.from, f.to)
		case productRole:
			set.product = v.words(f.from, f.to)
		}
	}
}

// fillTime reads a field that holds a deadline.
func (d *document) fillTime(set *fieldset, v *view, from, to int) {
	for from < to && v.s[from] == ' ' {
		from++
	}
	set.asked = true
	if found, ok := d.calendar().bareDue(v, from, to); ok {
		set.due, set.phrase = found, v.words(found.from, found.to)
	}
}

// bodiesIn reads the bodies in a part of the view, whatever stands between.
func (r *reader) bodiesIn(from, to int) []body {
	var out []body
	var inside []token
	for _, t := range r.toks {
		if t.a >= from && t.b <= to {
			inside = append(inside, t)
		}
	}
	r = &reader{v: r.v, toks: inside, caseless: r.caseless, own: r.own}
	for i := 0; i < len(r.toks); i++ {
		list, next := r.bodies(i, true)
		if len(list) > 0 && len(out) > 0 && r.is(i-1, ".") {
			break
		}
		out = append(out, list...)
		i = max(i, next-1)
	}
	return out
}
