package alert

import (
	"encoding/base64"
	"strings"
	"testing"

	"cauviec/internal/errs"
)

var (
	pushKey  = base64.RawURLEncoding.EncodeToString(make([]byte, pushKeyBytes))
	pushAuth = base64.RawURLEncoding.EncodeToString(make([]byte, pushAuthBytes))
)

func TestParseAddress(t *testing.T) {
	t.Parallel()
	push := func(to string) Address { return Address{Channel: Push, To: to, Key: pushKey, Auth: pushAuth} }
	tests := []struct {
		in   Address
		want string // "" is a problem
		at   string
	}{
		{Address{Channel: Email, To: " Lan.Nguyen@Example.COM "}, "lan.nguyen@example.com", ""},
		{Address{Channel: Email, To: "lan+viec@mail.example.vn"}, "lan+viec@mail.example.vn", ""},
		{Address{Channel: Email, To: ""}, "", "email"},
		{Address{Channel: Email, To: "lan"}, "", "email"},
		{Address{Channel: Email, To: "lan@localhost"}, "", "email"},
		{Address{Channel: Email, To: "Lan <lan@example.vn>"}, "", "email"},
		{Address{Channel: Email, To: "lan@example.vn\r\nBcc: a@example.vn"}, "", "email"},
		{Address{Channel: Email, To: "lan@example.vn,an@example.vn"}, "", "email"},
		{Address{Channel: Email, To: `"lan anh"@example.vn`}, "", "email"},
		{Address{Channel: Email, To: "lan@ví-dụ.vn"}, "", "email"},
		{Address{Channel: Phone, To: "0912 345 678"}, "+84912345678", ""},
		{Address{Channel: Phone, To: "84912345678"}, "+84912345678", ""},
		{Address{Channel: Phone, To: "0205 3812 345"}, "", "phone"},
		{Address{Channel: Phone, To: "12"}, "", "phone"},
		{Address{Channel: Phone, To: ""}, "", "phone"},
		{push("https://fcm.googleapis.com/fcm/send/abc"), "https://fcm.googleapis.com/fcm/send/abc", ""},
		{push("https://wns2-sg2p.notify.windows.com/w/?token=1"), "https://wns2-sg2p.notify.windows.com/w/?token=1", ""},
		{push("http://fcm.googleapis.com/fcm/send/abc"), "", "channel"},
		{push("https://169.254.169.254/latest"), "", "channel"},
		{push("https://fcm.googleapis.com.example.vn/x"), "", "channel"},
		{push("https://evilfcm.googleapis.com@example.vn/x"), "", "channel"},
		{push("https://fcm.googleapis.com:22/x"), "", "channel"},
		{Address{Channel: Push, To: "https://fcm.googleapis.com/x", Key: "AA", Auth: pushAuth}, "", "channel"},
		{Address{Channel: "telex", To: "1"}, "", "channel"},
	}
	for _, tt := range tests {
		got, err := ParseAddress(tt.in)
		problems, wrong := errs.ProblemsOf(err)
		switch {
		case tt.want == "" && (!wrong || len(problems) != 1 || problems[tt.at].Key == ""):
			t.Errorf("%+v: got %+v, %v, want a problem at %s", tt.in, got, err, tt.at)
		case tt.want != "" && (err != nil || got.To != tt.want || got.Channel != tt.in.Channel):
			t.Errorf("%+v: got %+v, %v", tt.in, got, err)
		}
	}
}

func TestMask(t *testing.T) {
	t.Parallel()
	tests := []struct {
		channel       Channel
		address, want string
	}{
		{Email, "lan.nguyen@example.vn", "l•••@example.vn"},
		{Phone, "+84912345678", "091• ••• 678"},
		{Push, "https://fcm.googleapis.com/fcm/send/secret", "fcm.googleapis.com"},
		{Email, "", ""},
	}
	for _, tt := range tests {
		if got := Mask(tt.channel, tt.address); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.address, got, tt.want)
		}
	}
}

// FuzzParseAddress: whatever is accepted can stand in a header and is found
// again under the same form, and its mask does not give it away.
func FuzzParseAddress(f *testing.F) {
	for _, words := range []string{"lan@example.vn", "0912345678", "https://fcm.googleapis.com/x", "a@b.c\n", "\"@\"@a.b", "é@a.b", "("} {
		f.Add(words)
	}
	f.Fuzz(func(t *testing.T, words string) {
		for _, c := range Channels() {
			a, err := ParseAddress(Address{Channel: c, To: words, Key: pushKey, Auth: pushAuth})
			if err != nil {
				continue
			}
			if strings.ContainsAny(a.To, "\r\n\x00 ") || a.To == "" {
				t.Errorf("%s %q became %q", c, words, a.To)
			}
			again, err := ParseAddress(Address{Channel: c, To: a.To, Key: a.Key, Auth: a.Auth})
			if err != nil || again != a {
				t.Errorf("%s %q: %+v, then %+v, %v", c, words, a, again, err)
			}
			if Mask(c, a.To) == a.To {
				t.Errorf("%s %q is not hidden", c, a.To)
			}
		}
	})
}
