package dashboard

import (
	"context"

	"cauviec/internal/access"
	"cauviec/internal/publicity"
)

// spanDays is how far the media plan is read back and ahead, as its list does
// at first; planDays how far its calendar looks ahead.
const (
	spanDays = 45
	planDays = 30
)

// Media is the joint media plan around today, and the open vacancies that no
// media body has a piece about.
type Media struct {
	Items     []publicity.Item // all bodies', by planned day
	Uncovered []publicity.Choice
}

// Of are the pieces of a body with a standing.
func (m Media) Of(b *Board, standing publicity.Standing) []publicity.Item {
	var found []publicity.Item
	for _, item := range m.Items {
		if item.BodyID == b.Body.ID && item.Standing(b.Today) == standing {
			found = append(found, item)
		}
	}
	return found
}

// Ahead are the pieces of all bodies that are planned for the next days.
func (m Media) Ahead(b *Board) []publicity.Item {
	var found []publicity.Item
	for _, item := range m.Items {
		if item.Status == publicity.Planned && !item.PlannedOn.Before(b.Today) && !item.PlannedOn.After(b.Today.Add(planDays)) {
			found = append(found, item)
		}
	}
	return found
}

func loadMedia(ctx context.Context, s *Store, b *Board) (err error) {
	scope := b.self.Scope(access.ReadPublicity)
	b.Media.Items, err = s.items.List(ctx, scope, publicity.Filter{From: b.Today.Add(-spanDays), Until: b.Today.Add(spanDays)})
	if err != nil {
		return err
	}
	choices, err := s.items.Choices(ctx, scope)
	for _, choice := range choices {
		if choice.Pieces == 0 {
			b.Media.Uncovered = append(b.Media.Uncovered, choice)
		}
	}
	return err
}

func loadStudy(ctx context.Context, s *Store, b *Board) (err error) {
	b.Study, err = s.study.Lines(ctx, b.self.Scope(access.ReadRouteStudy))
	return err
}
