package drives

import (
	"context"
	"slices"
	"strconv"

	"cauviec/internal/drive"
	"cauviec/web/locale"
	"cauviec/web/ui"
)

func notEmpty(word string) bool { return word != "" }

// reported says whether any drive of the list has counts to show.
func (l listing) reported() bool {
	return slices.ContainsFunc(l.drives, func(d drive.Drive) bool { return d.Attended != nil || d.Registered != nil })
}

// counted writes a figure, or nothing where nothing is reported.
func counted(ctx context.Context, n *int) string {
	if n == nil {
		return ""
	}
	return locale.Number(ctx, int64(*n))
}

// named says how many people were entered by name.
func named(ctx context.Context, d drive.Drive) string {
	if d.Named == 0 {
		return locale.T(ctx, "drive.none_named")
	}
	return locale.N(ctx, "drive.n_named", d.Named)
}

func candidatesOf(d drive.Drive) string {
	return "/quan-ly/nguoi-tim-viec?dot=" + strconv.FormatInt(d.ID, 10)
}

func newCandidateOf(d drive.Drive) string {
	return "/quan-ly/nguoi-tim-viec/moi?dot=" + strconv.FormatInt(d.ID, 10)
}

func planTitle(ctx context.Context, f planForm) string {
	if f.ID == 0 {
		return locale.T(ctx, "drive.plan")
	}
	return locale.T(ctx, "drive.action.edit")
}

func planBack(f planForm) string {
	if f.ID == 0 {
		return staff
	}
	return path(f.ID)
}

func planAction(f planForm) string {
	if f.ID == 0 {
		return staff + "/moi"
	}
	return path(f.ID) + "/sua"
}

// conflictFacts is the drive as a colleague has saved it.
func conflictFacts(ctx context.Context, d drive.Drive) []ui.Fact {
	return []ui.Fact{
		{Label: locale.T(ctx, "drive.title"), Value: d.Title},
		{Label: locale.T(ctx, "drive.when"), Value: when(ctx, d)},
		{Label: locale.T(ctx, "drive.where"), Value: place(ctx, d)},
		{Label: locale.T(ctx, "drive.kind"), Value: locale.T(ctx, "drive.kind."+string(d.Kind))},
		{Label: locale.T(ctx, "drive.note"), Value: d.Note, Wide: true},
	}
}
