package notice

import "regexp"

var (
	// minutesPost is the line above the signatures of minutes: the secretary's
	// and the chair's post, side by side or one alone.
	minutesPost = regexp.MustCompile(`^(thu ky|chu tri|chu toa)( (thu ky|chu tri|chu toa|cuoc hop|hoi nghi))*$`)
	chairPost   = regexp.MustCompile(`^(chu tri|chu toa)`)
	columnGap   = regexp.MustCompile(`\t+| {3,}`)
)

// sideBySide cuts a line where it is printed in columns.
func (d *document) sideBySide(i int) []string {
	return columnGap.Split(d.n.Text[d.ls[i].from:d.ls[i].to], -1)
}

// readMinutesSignature reads who signed the minutes as chair: the name that
// stands below that post.
func (d *document) readMinutesSignature(from int) {
	column, columns := -1, 0
	for i := from; i < d.frameTail(); i++ {
		parts := d.sideBySide(i)
		if !minutesPost.MatchString(d.ls[i].f) {
			if column >= 0 && len(parts) == columns && personName.MatchString(foldString(parts[column])) {
				d.n.Signatory = parts[column]
			}
			continue
		}
		column = -1
		for k, post := range parts {
			if chairPost.MatchString(foldString(post)) {
				column, columns, d.n.Authority = k, len(parts), post
			}
		}
	}
}
