package vacancy

import (
	"crypto/rand"
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
