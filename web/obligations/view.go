package obligations

import (
	"context"
	"slices"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/fold"
	"cauviec/internal/obligation"
	"cauviec/web/locale"
	"cauviec/web/ui"
)

// view is what an obligation's page shows.
type view struct {
	obligation.Detail
	actor    access.Actor
	today    clock.Day
	calendar clock.Calendar
	heirs    []obligation.Name
	typed    typed
}

func (v view) state() obligation.State { return v.State(v.today, v.calendar) }

// lead is the sentence under the title: who leads, who gave it and when.
func (v view) lead(ctx context.Context) string {
	key := "obligation.given"
	if v.Kind == obligation.Request {
		key = "obligation.asked"
	}
	given := locale.T(ctx, key, locale.Pick(ctx, v.IssuerVi, v.IssuerEn), clock.DayOf(v.AssignedAt))
	return locale.Pick(ctx, v.LeadFullVi, v.LeadFullEn) + " · " + given
}

// head is the top of the page; it leads back to the district's obligation
// where the reader may see that, else to the list.
func (v view) head(ctx context.Context, title string) ui.Head {
	h := ui.Head{Title: title, Lead: v.lead(ctx), State: stateBadge(v.state()), BackHref: home, BackLabel: locale.T(ctx, "obligation.title")}
	scope := v.actor.Scope(access.ReadObligations)
	if v.ParentID != 0 && (scope.All || slices.Contains(scope.Bodies, v.IssuerBodyID)) {
		h.BackHref, h.BackLabel = address(v.ParentID), locale.T(ctx, "obligation.parent")
	}
	return h
}

// facts are who and by when.
func (v view) facts(ctx context.Context) []ui.Fact {
	label := "obligation.lead"
	if v.Kind == obligation.Request {
		label = "obligation.lead.request"
	}
	var facts []ui.Fact
	if brief(v.Task) != v.Task {
		facts = append(facts, ui.Fact{Label: locale.T(ctx, "obligation.task"), Value: fold.Capital(v.Task), Wide: true})
	}
	facts = append(facts,
		ui.Fact{Label: locale.T(ctx, label), Value: locale.Pick(ctx, v.LeadFullVi, v.LeadFullEn)},
		ui.Fact{Label: locale.T(ctx, "obligation.kind"), Value: fold.Capital(locale.T(ctx, "obligation.kind."+string(v.Kind)))},
	)
	if v.ExecutingVi != "" {
		facts = append(facts, ui.Fact{Label: locale.T(ctx, "obligation.executing"), Value: locale.Pick(ctx, v.ExecutingVi, v.ExecutingEn)})
	}
	if with := v.cooperating(ctx); with != "" {
		facts = append(facts, ui.Fact{Label: locale.T(ctx, "obligation.cooperating"), Value: with})
	}
	facts = append(facts, v.dueFacts(ctx)...)
	received := ui.Fact{Label: locale.T(ctx, "obligation.received"), Value: fold.Capital(locale.T(ctx, "obligation.received.none"))}
	if v.ReceivedAt != nil {
		received.Value = locale.DayTime(*v.ReceivedAt)
	}
	return append(facts, received)
}

// cooperating names the bodies that cooperate, as the paper does where it
// names a group.
func (v view) cooperating(ctx context.Context) string {
	names := ""
	for _, b := range v.Beside {
		if b.Role != obligation.Cooperating {
			continue
		}
		if names != "" {
			names += "; "
		}
		names += besideName(ctx, b)
	}
	return names
}

func besideName(ctx context.Context, b obligation.Beside) string {
	if b.BodyID == 0 {
		return b.Words
	}
	return locale.Pick(ctx, b.ShortVi, b.ShortEn)
}

// counterparts are the bodies of the other province, the disputing first.
func (v view) counterparts() []obligation.Beside {
	there := slices.DeleteFunc(slices.Clone(v.Beside), func(b obligation.Beside) bool { return b.Role != obligation.Counterpart })
	slices.SortStableFunc(there, func(a, b obligation.Beside) int {
		return rank(b) - rank(a)
	})
	return there
}

func rank(b obligation.Beside) int {
	switch {
	case b.State == obligation.Disputed:
		return 2
	case b.BodyID != 0:
		return 1
	}
	return 0
}

// standTone is how a counterpart's state looks.
func standTone(s obligation.Stand) ui.Tone {
	switch s {
	case obligation.Disputed:
		return ui.Late
	case obligation.Agreed, obligation.DoneThere:
		return ui.Good
	case obligation.Working:
		return ui.Info
	}
	return ui.Calm
}

// statusTone is how the lead's side looks.
func statusTone(s obligation.Status) ui.Tone {
	switch s {
	case obligation.Accepted:
		return ui.Good
	case obligation.Received, obligation.InProgress, obligation.Reported:
		return ui.Info
	}
	return ui.Calm
}

// returned is the last report when the Office sent it back and nothing newer
// has come.
func (v view) returned() (obligation.Sent, bool) {
	for _, sent := range v.Sent {
		if sent.Kind == obligation.KindReport {
			return sent, sent.Decision == "returned" && v.Status == obligation.InProgress
		}
	}
	return obligation.Sent{}, false
}

// decisionOf says what became of something sent; an update is never judged.
func (v view) decisionOf(ctx context.Context, s obligation.Sent) (tone ui.Tone, words string) {
	waiting, ok := v.Waiting()
	switch {
	case s.Kind == obligation.KindProgress:
		return "", ""
	case s.Decision == "accepted":
		return ui.Good, locale.T(ctx, "obligation.sent.accepted")
	case s.Decision == "returned":
		return ui.Late, locale.T(ctx, "obligation.sent.returned")
	case ok && waiting.ID == s.ID && s.Kind == obligation.KindAnswer:
		return "", ""
	case ok && waiting.ID == s.ID:
		return ui.Soon, locale.T(ctx, "obligation.sent.waiting")
	}
	return ui.Calm, locale.T(ctx, "obligation.sent.superseded")
}

// extensionTone is how a decision on more time looks.
func extensionTone(d obligation.Decision) (ui.Tone, string) {
	switch d {
	case obligation.Granted:
		return ui.Good, "obligation.extension.granted"
	case obligation.Refused:
		return ui.Late, "obligation.extension.refused"
	}
	return ui.Soon, "obligation.extension.open"
}

// files lists the files of something sent.
func files(ctx context.Context, sent obligation.Sent) []ui.AttachmentLink {
	var links []ui.AttachmentLink
	for _, f := range sent.Files {
		links = append(links, ui.AttachmentLink{Name: f.Name, Href: fileAddress(f.ID), Detail: size(ctx, f.Size)})
	}
	return links
}
