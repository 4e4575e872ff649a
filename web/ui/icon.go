package ui

import (
	"context"
	"fmt"
	"io"

	"github.com/a-h/templ"
)

// drawn are the icons as pages show them.
var drawn = func() map[string]string {
	whole := make(map[string]string, len(icons))
	for name, shape := range icons {
		whole[name] = `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">` + shape + `</svg>`
	}
	return whole
}()

// Icon is an outline icon of the size of the text beside it. It is hidden from
// screen readers: words always go with it. An unknown name is an error, so
// that no page goes out with a hole.
func Icon(name string) templ.Component {
	return templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		svg, ok := drawn[name]
		if !ok {
			return fmt.Errorf("ui.Icon: no icon %q; add it to web/css/icons.mjs", name)
		}
		_, err := io.WriteString(w, svg)
		return err
	})
}
