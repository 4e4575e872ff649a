package vacancies

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/url"

	"cauviec/web/locale"
)

// posterHref is the address of the offer's A4 poster, pictureHref that of its
// picture for shared links, qrHref that of the QR of its check.
func (o offer) posterHref() string { return o.path() + posterPath }

// picture carries the revision, so that whoever keeps it asks again when the
// offer has changed.
func (o offer) picture() string {
	return fmt.Sprintf("%s%s?%s=%d", o.path(), picturePath, paramRevision, o.Revision)
}

func (o offer) qr() string {
	return fmt.Sprintf("%s%s?%s=%d", o.path(), qrPath, paramRevision, o.Revision)
}

// paramRevision tells the check which wording a code was printed from.
const paramRevision = "ban"

// checkLink is what the QR says: the page that tells whether the offer still
// is what was printed.
func (o offer) checkLink() string {
	return fmt.Sprintf("%s/kiem-tra-tin?ma=%s&%s=%d", o.site, o.Code, paramRevision, o.Revision)
}

// link is the whole address of the page, to be sent to others.
func (o offer) link() string { return o.site + o.path() }

// shared is a way to pass the offer on, as a plain link.
type shared struct{ icon, label, href string }

// shares are the ways to pass the offer on. None needs a script of somebody
// else on the page.
func (o offer) shares(ctx context.Context) []shared {
	message := locale.T(ctx, "offer.share.message", o.Title, locale.MonthlyPay(ctx, o.IncomeFrom, o.IncomeTo), o.place(), o.link(), o.Code)
	return []shared{
		{"message-circle", "Zalo", zaloShare(o.link())},
		{"share-2", "Facebook", "https://www.facebook.com/sharer/sharer.php?u=" + url.QueryEscape(o.link())},
		{"message-square", locale.T(ctx, "offer.share.sms"), "sms:?body=" + url.PathEscape(message)},
	}
}

// zaloShare is the page of Zalo that asks whom to send a link to. It takes the
// link in JSON in base64.
func zaloShare(link string) string {
	asked, err := json.Marshal(map[string]string{"url": link})
	if err != nil {
		return link
	}
	return "https://button-share.zalo.me/share_external?layout=1&color=blue&customize=false&d=" + url.QueryEscape(base64.StdEncoding.EncodeToString(asked))
}

// reportHref is where one tells that the offer is not right.
func (o offer) reportHref() string { return "/bao-tin-xau?tin=" + url.QueryEscape(o.Code) }
