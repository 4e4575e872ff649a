package vacancy

import (
	"crypto/rand"
	"slices"
	"strings"
	"testing"
)

// Package code proves the check; here an offer code is one of its codes.
func TestAnOfferCodeIsReadBackAsTyped(t *testing.T) {
	t.Parallel()
	offer, err := NewCode(rand.Reader)
	if err != nil || len(offer) != codeLength {
		t.Fatalf("NewCode: %q, %v", offer, err)
	}
	typed := " " + strings.ToLower(offer[:3]) + "-" + offer[3:] + " "
	if got, ok := CleanCode(typed); !ok || got != offer {
		t.Errorf("CleanCode(%q): got %q, %v", typed, got, ok)
	}
	if _, ok := CleanCode(offer + "2"); ok {
		t.Error("a longer word is no offer code")
	}
}

func TestCodesInAText(t *testing.T) {
	t.Parallel()
	offer, err := NewCode(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{offer, "Mã tin " + offer, "(" + offer[:4] + " " + offer[4:] + ")", "https://x.example/kiem-tra-tin?ma=" + offer + "&ban=2"} {
		if got := CodesIn(text); !slices.Contains(got, offer) {
			t.Errorf("CodesIn(%q): got %q", text, got)
		}
	}
	if got := CodesIn(strings.Repeat("x ", mostWords) + offer); len(got) != 0 {
		t.Errorf("beyond what is tried: got %q", got)
	}
}
