package delivery_test

import (
	"bufio"
	"fmt"
	"net"
	"strings"
	"sync"
	"testing"

	"cauviec/internal/alert"
	"cauviec/web/delivery"
)

// mailServer speaks enough SMTP to take a message, and answers some commands
// as told; "" hangs up.
type mailServer struct {
	net.Listener
	says map[string]string
	lock sync.Mutex
	got  []string // messages
}

func newMailServer(t *testing.T, says map[string]string) *mailServer {
	t.Helper()
	listener, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := &mailServer{Listener: listener, says: says}
	t.Cleanup(func() { listener.Close() })
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			go s.serve(conn)
		}
	}()
	return s
}

func (s *mailServer) serve(conn net.Conn) {
	defer conn.Close()
	in := bufio.NewReader(conn)
	fmt.Fprint(conn, "220 test\r\n")
	for {
		line, err := in.ReadString('\n')
		if err != nil {
			return
		}
		command := strings.ToUpper(strings.TrimSpace(strings.SplitN(line, " ", 2)[0]))
		if command == "DATA" && s.says["DATA"] == "" {
			fmt.Fprint(conn, "354 go on\r\n")
			s.keep(in)
			command = "."
		}
		reply, told := s.says[command]
		switch {
		case told && reply == "":
			return
		case told:
			fmt.Fprintf(conn, "%s\r\n", reply)
		default:
			fmt.Fprint(conn, "250 ok\r\n")
		}
	}
}

func (s *mailServer) keep(in *bufio.Reader) {
	var all strings.Builder
	for {
		line, err := in.ReadString('\n')
		if err != nil || line == ".\r\n" {
			break
		}
		all.WriteString(line)
	}
	s.lock.Lock()
	defer s.lock.Unlock()
	s.got = append(s.got, all.String())
}

func letter(urgent bool) alert.Letter {
	return alert.Letter{Key: "k1", To: alert.Address{Channel: alert.Email, To: "lan@example.vn"}, Subject: "3 việc mới",
		Body: "Công nhân may, 9–12 triệu đồng/tháng", StopLink: "https://cauviec.example.vn/bao-viec/dung?ma=ABCD", Urgent: urgent}
}

func channel(t *testing.T, s *mailServer) *delivery.Mail {
	t.Helper()
	m, err := delivery.NewMail("smtp://"+s.Addr().String(), "viec@example.vn")
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestMail(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		says map[string]string
		want alert.Outcome
	}{
		{"taken", nil, alert.Taken},
		{"taken, and then it hangs up", map[string]string{"RSET": "", "QUIT": ""}, alert.Taken},
		{"no such address", map[string]string{"RCPT": "550 5.1.1 no such user"}, alert.NoSuch},
		{"grey", map[string]string{"RCPT": "451 later"}, alert.Untaken},
		{"the sender is not welcome", map[string]string{"MAIL": "553 no"}, alert.Refusal},
		{"hangs up before the message", map[string]string{"RCPT": ""}, alert.Untaken},
		{"full", map[string]string{".": "452 full"}, alert.Untaken},
		{"refused after reading", map[string]string{".": "554 spam"}, alert.Refusal},
		{"hangs up after reading", map[string]string{".": ""}, alert.Unlikely},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := channel(t, newMailServer(t, tt.says)).Hand(t.Context(), letter(false)); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
	gone := newMailServer(t, nil)
	m := channel(t, gone)
	gone.Close()
	if got := m.Hand(t.Context(), letter(false)); got != alert.Untaken {
		t.Errorf("nobody there: got %s", got)
	}
}

func TestAMailCanBeStoppedWithOneClick(t *testing.T) {
	t.Parallel()
	s := newMailServer(t, nil)
	for _, urgent := range []bool{false, true} {
		if got := channel(t, s).Hand(t.Context(), letter(urgent)); got != alert.Taken {
			t.Fatal(got)
		}
	}
	s.lock.Lock()
	defer s.lock.Unlock()
	for _, want := range []string{"List-Unsubscribe: <https://cauviec.example.vn/bao-viec/dung?ma=ABCD>\r\n",
		"List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n", "To: <lan@example.vn>", "=?UTF-8?"} {
		if !strings.Contains(s.got[0], want) {
			t.Errorf("no %q in\n%s", want, s.got[0])
		}
	}
	if strings.Contains(s.got[1], "List-Unsubscribe") {
		t.Error("a code that somebody waits for is no list")
	}
}

func TestWhatIsNoMailServer(t *testing.T) {
	t.Parallel()
	for _, server := range []string{"mail.example.vn", "http://mail.example.vn", "smtp://", "smtp://h:port"} {
		if _, err := delivery.NewMail(server, "viec@example.vn"); err == nil {
			t.Errorf("%q was accepted", server)
		}
	}
	if _, err := delivery.NewMail("smtp://mail.example.vn", "nobody"); err == nil {
		t.Error("a sender that is no address was accepted")
	}
}
