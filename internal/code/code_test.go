package code_test

import (
	"crypto/rand"
	"strings"
	"testing"

	"cauviec/internal/code"
)

const length = 8

func fresh(t testing.TB) string {
	t.Helper()
	c, err := code.New(rand.Reader, length)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestACodeSurvivesPaperAndTelephone(t *testing.T) {
	t.Parallel()
	for range 200 {
		c := fresh(t)
		for _, typed := range []string{c, strings.ToLower(c), code.Grouped(c), " " + c[:4] + " " + c[4:] + " ", c[:2] + "." + c[2:],
			c[:4] + "–" + c[4:], c[:4] + "\u2011" + c[4:], "\u200b" + c + "\ufeff", c[:4] + "\u202f" + c[4:], "“" + c + "”.", c + "\r\n"} {
			if got, ok := code.Clean(typed, length); !ok || got != c {
				t.Fatalf("Clean(%q): got %q, %v; want %q", typed, got, ok, c)
			}
		}
	}
}

func TestASlipNeverMakesAnotherCode(t *testing.T) {
	t.Parallel()
	const alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
	for range 50 {
		c := fresh(t)
		for i := range c {
			for _, sign := range alphabet {
				if slip := c[:i] + string(sign) + c[i+1:]; slip != c {
					refuse(t, slip, c)
				}
			}
			for j := range i {
				b := []byte(c)
				b[i], b[j] = b[j], b[i]
				if string(b) != c {
					refuse(t, string(b), c)
				}
			}
		}
	}
}

func refuse(t *testing.T, slip, c string) {
	t.Helper()
	if _, ok := code.Clean(slip, length); ok {
		t.Fatalf("%q passes for %q", slip, c)
	}
}

func TestGrouped(t *testing.T) {
	t.Parallel()
	if got := code.Grouped("ABCDEFGH"); got != "ABCD-EFGH" {
		t.Errorf("got %q", got)
	}
	if got := code.Grouped(""); got != "" {
		t.Errorf("got %q", got)
	}
}

func FuzzClean(f *testing.F) {
	f.Add("ABCD-EFGH")
	f.Add("không phải mã")
	f.Fuzz(func(t *testing.T, words string) {
		c, ok := code.Clean(words, length)
		if !ok {
			return
		}
		if again, ok := code.Clean(code.Grouped(c), length); !ok || again != c {
			t.Errorf("%q: %q read again is %q, %v", words, c, again, ok)
		}
	})
}
