package index

import "context"

// Position is where a test has read the changes up to.
type Position = position

// Advance applies what changed, as Follow does.
func (x *Index) Advance(ctx context.Context, at *Position) error { return x.advance(ctx, at) }
