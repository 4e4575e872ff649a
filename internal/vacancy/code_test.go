package vacancy

import (
	"crypto/rand"
	"errors"
	"io"
	"strings"
	"testing"
)

func codes(t *testing.T, n int) []string {
	t.Helper()
	drawn := make([]string, n)
	for i := range drawn {
		code, err := NewCode(rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		drawn[i] = code
	}
	return drawn
}

func TestEveryDrawnCodeIsOne(t *testing.T) {
	t.Parallel()
	for _, code := range codes(t, 500) {
		if clean, ok := CleanCode(code); !ok || clean != code {
			t.Errorf("%s: got %s, %v", code, clean, ok)
		}
		if strings.ContainsAny(code, "0O1IL") {
			t.Errorf("%s has a sign that can be taken for another", code)
		}
		spoken := strings.ToLower(code[:3] + " " + code[3:5] + "-" + code[5:])
		if clean, ok := CleanCode(spoken); !ok || clean != code {
			t.Errorf("%q: got %s, %v", spoken, clean, ok)
		}
	}
}

func TestOneWrongSignIsNoticed(t *testing.T) {
	t.Parallel()
	for _, code := range codes(t, 100) {
		for i := range code {
			for _, sign := range alphabet {
				wrong := code[:i] + string(sign) + code[i+1:]
				if _, ok := CleanCode(wrong); ok && wrong != code {
					t.Errorf("%s for %s passes", wrong, code)
				}
			}
		}
	}
}

func TestTwoSwappedSignsAreNoticed(t *testing.T) {
	t.Parallel()
	for _, code := range codes(t, 500) {
		for i := range code {
			for j := i + 1; j < len(code); j++ {
				swapped := []byte(code)
				swapped[i], swapped[j] = swapped[j], swapped[i]
				if _, ok := CleanCode(string(swapped)); ok && string(swapped) != code {
					t.Errorf("%s for %s passes", swapped, code)
				}
			}
		}
	}
}

func TestWhatIsNoCode(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"", "ABC", "ABCDEFGH", "ABC0DEF", "ĐĐĐĐ", "       "} {
		if _, ok := CleanCode(words); ok {
			t.Errorf("%q passes", words)
		}
	}
	if _, err := NewCode(strings.NewReader("ab")); !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		t.Errorf("without enough chance: got %v", err)
	}
}
