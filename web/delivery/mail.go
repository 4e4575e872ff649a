package delivery

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"time"

	"github.com/wneessen/go-mail"

	"cauviec/internal/alert"
)

// callTime is how long one call of a channel may take.
const callTime = 15 * time.Second

// Mail hands messages to a mail server (SMTP).
type Mail struct {
	client *mail.Client
	from   string
}

// NewMail returns the channel of a server that an address like
// smtp://name:password@mail.example.vn:587 names. Port 465 and smtps speak TLS
// from the first byte; others begin TLS if the server can, and must where a
// password is sent.
func NewMail(server, from string) (*Mail, error) {
	u, err := url.Parse(server)
	if err != nil || u.Hostname() == "" || u.Scheme != "smtp" && u.Scheme != "smtps" {
		return nil, errors.New("the mail server is not like smtp://name:password@host:port")
	}
	options := []mail.Option{mail.WithTimeout(callTime), mail.WithTLSPolicy(mail.TLSOpportunistic)}
	if password, has := u.User.Password(); has {
		options = append(options, mail.WithSMTPAuth(mail.SMTPAuthAutoDiscover), mail.WithUsername(u.User.Username()),
			mail.WithPassword(password), mail.WithTLSPolicy(mail.TLSMandatory))
	}
	if u.Scheme == "smtps" || u.Port() == "465" {
		options = append(options, mail.WithSSL())
	}
	if u.Port() != "" {
		port, err := strconv.Atoi(u.Port())
		if err != nil {
			return nil, err
		}
		options = append(options, mail.WithPort(port))
	}
	client, err := mail.NewClient(u.Hostname(), options...)
	if err != nil {
		return nil, err
	}
	if err := mail.NewMsg().From(from); err != nil {
		return nil, fmt.Errorf("the sender of mail is not an address: %w", err)
	}
	return &Mail{client: client, from: from}, nil
}

// Hand gives a message to the server once.
func (m *Mail) Hand(ctx context.Context, l alert.Letter) alert.Outcome {
	msg, err := m.message(l)
	if err != nil {
		return alert.Refusal
	}
	client, err := m.client.DialToSMTPClientWithContext(ctx)
	if err != nil {
		return alert.Untaken
	}
	err = m.client.SendWithSMTPClient(client, msg)
	_ = m.client.CloseWithSMTPClient(client) // what was said before it counts
	if msg.IsDelivered() {
		return alert.Taken
	}
	return outcomeOf(err)
}

// message writes a letter as plain text that every program can read. One click
// in the mail program ends the alerts (RFC 8058).
func (m *Mail) message(l alert.Letter) (*mail.Msg, error) {
	msg := mail.NewMsg()
	if err := errors.Join(msg.From(m.from), msg.To(l.To.To)); err != nil {
		return nil, err
	}
	msg.Subject(l.Subject)
	msg.SetDate()
	msg.SetMessageIDWithValue(l.Key + "@cauviec")
	msg.SetBodyString(mail.TypeTextPlain, l.Body)
	if !l.Urgent {
		msg.SetGenHeaderPreformatted(mail.HeaderListUnsubscribe, "<"+l.StopLink+">")
		msg.SetGenHeaderPreformatted(mail.HeaderListUnsubscribePost, "List-Unsubscribe=One-Click")
	}
	return msg, nil
}

// outcomeOf reads what a mail server said. Only after the whole of a message
// was sent can nobody know whether it was taken.
func outcomeOf(err error) alert.Outcome {
	var failed *mail.SendError
	if !errors.As(err, &failed) {
		return alert.Untaken
	}
	switch code := failed.ErrorCode(); {
	case failed.Reason == mail.ErrSMTPRcptTo && code == 550:
		return alert.NoSuch
	case code >= 500:
		return alert.Refusal
	case failed.Reason == mail.ErrSMTPDataClose && code == 0:
		return alert.Unlikely
	}
	return alert.Untaken
}

// Fate is never known: a mail server cannot be asked about a message.
func (m *Mail) Fate(context.Context, string) alert.Outcome { return alert.Unlikely }
