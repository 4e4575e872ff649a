package signin

import (
	"net/http"
	"testing"
)

func TestLocalPath(t *testing.T) {
	t.Parallel()
	const home = "/bang-dieu-khien"
	tests := []struct{ asked, want string }{
		{"", home},
		{"/", home},
		{"/nhiem-vu/12", "/nhiem-vu/12"},
		{"/quan-ly/tai-khoan?q=an&sau=b", "/quan-ly/tai-khoan?q=an&sau=b"},
		{"/dang-nhap?toi=/nhiem-vu", home},
		{"/dang-xuat", home},
		{"nhiem-vu", home},
		{"//evil.example/x", home},
		{`/\evil.example`, home},
		{"/\tevil.example", home},
		{"/\n/evil.example", home},
		{"https://evil.example", home},
		{"javascript:alert(1)", home},
		{"/%zz", home},
	}
	for _, tt := range tests {
		if got := localPath(tt.asked); got != tt.want {
			t.Errorf("localPath(%q) = %q, want %q", tt.asked, got, tt.want)
		}
	}
}

func FuzzLocalPath(f *testing.F) {
	for _, seed := range []string{"/a", "//a", `/\a`, "/%2f/a", "http://a", "/a?b#c", "/./ /"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, asked string) {
		got := localPath(asked)
		if len(got) == 0 || got[0] != '/' || len(got) > 1 && (got[1] == '/' || got[1] == '\\') {
			t.Errorf("localPath(%q) = %q leads elsewhere", asked, got)
		}
	})
}

func TestAddressOf(t *testing.T) {
	t.Parallel()
	tests := []struct{ remote, forwarded, want string }{
		{"203.0.113.7:1234", "", "203.0.113.7"},
		{"203.0.113.7:1234", "198.51.100.1", "203.0.113.7"}, // hearsay
		{"127.0.0.1:1234", "", "127.0.0.1"},
		{"127.0.0.1:1234", "198.51.100.1", "198.51.100.1"},
		{"127.0.0.1:1234", "10.9.9.9, 198.51.100.1", "198.51.100.1"},
		{"[::1]:1234", "2001:db8::1", "2001:db8::"},
		{"[2001:db8:1:2:3:4:5:6]:1234", "", "2001:db8:1:2::"}, // one subscriber
		{"[2001:db8:1:2:ffff::9]:1234", "", "2001:db8:1:2::"},
		{"127.0.0.1:1234", "nonsense", "127.0.0.1"},
	}
	for _, tt := range tests {
		r := &http.Request{RemoteAddr: tt.remote, Header: http.Header{"X-Forwarded-For": {tt.forwarded}}}
		if got := AddressOf(r); got != tt.want {
			t.Errorf("AddressOf(%s, %q) = %s, want %s", tt.remote, tt.forwarded, got, tt.want)
		}
	}
}
