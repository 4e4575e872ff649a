package main

import (
	"context"
	"log/slog"
	"net"
	"strings"

	"cauviec/internal/alert"
	"cauviec/internal/board"
	"cauviec/internal/clock"
	"cauviec/internal/postgres"
	"cauviec/internal/queue"
	"cauviec/internal/search"
	"cauviec/internal/search/index"
	"cauviec/web/alerts"
	"cauviec/web/delivery"
)

// channelFlags say what carries messages to people. What is not set is not
// connected: its messages are only written into the outbox.
type channelFlags struct {
	SiteURL     string `name:"site-url" help:"Address by which people reach the site, for links in messages, on posters and in open data." env:"CAUVIEC_SITE_URL" placeholder:"URL"`
	SMTPURL     string `name:"smtp-url" help:"Mail server that carries e-mail: smtp://name:password@host:port." env:"CAUVIEC_SMTP_URL" placeholder:"URL"`
	MailFrom    string `help:"Sender of e-mail." env:"CAUVIEC_MAIL_FROM" placeholder:"ADDRESS"`
	PushContact string `help:"E-mail address that push services of browsers can write to; turns web push on." env:"CAUVIEC_PUSH_CONTACT" placeholder:"ADDRESS"`
	SMSURL      string `name:"sms-url" help:"Gateway that carries phone messages (web/delivery/GATEWAY.md)." env:"CAUVIEC_SMS_URL" placeholder:"URL"`
	SMSSecret   string `name:"sms-secret" help:"Secret that signs calls to the gateway." env:"CAUVIEC_SMS_SECRET" placeholder:"SECRET"`
}

// site is the address that links in messages lead to.
func (f channelFlags) site(listening net.Addr) string {
	if f.SiteURL != "" {
		return strings.TrimSuffix(f.SiteURL, "/")
	}
	return "http://" + listening.String()
}

// carriers returns the channels that are connected.
func (f channelFlags) carriers(ctx context.Context, db *postgres.DB, now clock.Clock) (map[alert.Channel]alert.Carrier, error) {
	keys, err := (&alert.Store{DB: db, Now: now}).Keys(ctx)
	if err != nil {
		return nil, err
	}
	return delivery.Carriers(delivery.Options{MailServer: f.SMTPURL, MailFrom: f.MailFrom, PushContact: f.PushContact, PushKeys: keys,
		GatewayURL: f.SMSURL, GatewaySecret: f.SMSSecret}, now)
}

// connected names the channels of carriers, for the pages.
func connected(carriers map[alert.Channel]alert.Carrier) map[alert.Channel]bool {
	names := make(map[alert.Channel]bool, len(carriers))
	for channel := range carriers {
		names[channel] = true
	}
	return names
}

// tell looks for new vacancies for those who asked to be told and hands their
// messages over, until ctx is done. It has its own few connections.
func tell(ctx context.Context, db *database, live *index.Index, site string, carriers map[alert.Channel]alert.Carrier, now clock.Clock, log *slog.Logger) {
	own, err := queue.Pool(ctx, db.pool)
	if err != nil {
		log.ErrorContext(ctx, "alerts", "error", err)
		return
	}
	defer own.Close()
	store := postgres.New(own)
	find, cards := search.Search(search.SQL{DB: store}), &board.Store{DB: store}
	if live != nil {
		find, cards.Kept = live, live
	}
	desk := &alert.Desk{Store: alerts.StoreOf(store, now, find, cards, site), Carriers: carriers}
	if err := queue.Run(ctx, own, desk.Plan(), log); err != nil && ctx.Err() == nil {
		log.ErrorContext(ctx, "alerts", "error", err)
	}
}
