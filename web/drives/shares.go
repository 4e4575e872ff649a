package drives

import (
	"context"
	"strconv"
	"strings"

	"cauviec/internal/drive"
	"cauviec/internal/errs"
	"cauviec/web/locale"
	"cauviec/web/ui"
)

// shareCounts names what is asked of each order that a drive brought.
var shareCounts = []string{"registered", "hired"}

func shareFields(orders []drive.Order) (names []string) {
	for _, o := range orders {
		for _, count := range shareCounts {
			names = append(names, drive.ShareField(count, o.ID))
		}
	}
	return names
}

// shares reads what was typed of each order. Of a drive that brought one order
// alone an empty box is the drive's own count.
func (f resultForm) shares(problems errs.Problems, all drive.Results) []drive.Share {
	list := make([]drive.Share, len(f.Orders))
	for i, o := range f.Orders {
		registered, hired := drive.ShareField("registered", o.ID), drive.ShareField("hired", o.ID)
		list[i] = drive.Share{Vacancy: o.ID, Registered: f.number(problems, registered), Hired: f.number(problems, hired)}
		if len(f.Orders) == 1 && strings.TrimSpace(f.Count[registered]) == "" {
			list[i].Registered = all.Registered
		}
		if len(f.Orders) == 1 && strings.TrimSpace(f.Count[hired]) == "" {
			list[i].Hired = all.Hired
		}
	}
	return list
}

// fillShares writes what was reported of each order before.
func (f resultForm) fillShares() {
	for _, o := range f.Orders {
		if o.Registered != nil {
			f.Count[drive.ShareField("registered", o.ID)] = strconv.Itoa(*o.Registered)
		}
		if o.Hired != nil {
			f.Count[drive.ShareField("hired", o.ID)] = strconv.Itoa(*o.Hired)
		}
	}
}

// proposeShares writes how many were entered by name for each order, if
// together they are no more than the people who were.
func (f resultForm) proposeShares(named int) {
	sum := 0
	for _, o := range f.Orders {
		sum += o.Named
	}
	if sum > named {
		return
	}
	for _, o := range f.Orders {
		if o.Named > 0 {
			f.Count[drive.ShareField("registered", o.ID)] = strconv.Itoa(o.Named)
		}
	}
}

// orderFields are the questions of one order of a report.
func orderFields(ctx context.Context, f resultForm, o drive.Order, p errs.Problems) []ui.Field {
	fields := make([]ui.Field, len(shareCounts))
	for i, count := range shareCounts {
		name := drive.ShareField(count, o.ID)
		fields[i] = ui.Field{Name: name, Label: locale.T(ctx, "drive.count."+count), Value: f.Count[name], InputMode: "numeric",
			Width: ui.Short, Problem: ui.ProblemOf(p, name)}
	}
	return fields
}

// summaryFields are the fields of a report by which its problems are named on
// top: those of an order with the order's title.
func summaryFields(ctx context.Context, f resultForm, p errs.Problems) []ui.Field {
	fields := resultFields(ctx, f, p)
	for _, o := range f.Orders {
		for _, field := range orderFields(ctx, f, o, p) {
			field.Label = o.Title + ": " + field.Label
			fields = append(fields, field)
		}
	}
	return fields
}

// sharesHelp says how people are parted over the orders.
func sharesHelp(ctx context.Context, orders []drive.Order) string {
	if len(orders) == 1 {
		return locale.T(ctx, "drive.shares.help_one")
	}
	return locale.T(ctx, "drive.shares.help")
}

// said reports whether a report tells of the orders.
func said(orders []drive.Order) bool { return len(orders) > 0 && orders[0].Hired != nil }

// unsaidWords tells how many of the drive's people were not said to belong to
// one of its orders. Whoever sees some of the orders only is not told.
func unsaidWords(ctx context.Context, d drive.Drive, orders []drive.Order) string {
	r, _ := d.Results()
	registered, hired := r.Registered, r.Hired
	for _, o := range orders {
		if o.Registered != nil && o.Hired != nil {
			registered, hired = registered-*o.Registered, hired-*o.Hired
		}
	}
	if len(orders) < d.Vacancies || registered == 0 && hired == 0 {
		return ""
	}
	return locale.T(ctx, "drive.shares.rest", registered, hired)
}

func orderPath(o drive.Order) string { return "/quan-ly/tin-tuyen-dung/" + strconv.FormatInt(o.ID, 10) }

// conflictWords say what can be done about a report that came too late.
func conflictWords(ctx context.Context, may bool) string {
	if may {
		return locale.T(ctx, "drive.conflict.results")
	}
	return locale.T(ctx, "drive.conflict.settled")
}

// typedFacts are the words of a report that cannot be saved any more.
func typedFacts(ctx context.Context, f resultForm) []ui.Fact {
	var list []ui.Fact
	for _, field := range summaryFields(ctx, f, nil) {
		if field.Value != "" {
			list = append(list, ui.Fact{Label: field.Label, Value: field.Value})
		}
	}
	return list
}
