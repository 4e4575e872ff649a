package alert_test

import (
	"encoding/json"
	"errors"
	"reflect"
	"slices"
	"testing"
	"time"

	"cauviec/internal/access"
	"cauviec/internal/alert"
	"cauviec/internal/errs"
	"cauviec/internal/search"
)

func TestAnAlertHoldsOnlyOnceConfirmed(t *testing.T) {
	t.Parallel()
	w := tx(t)
	code := w.ask(request("lan@example.vn"))
	if n := one[int](w, `SELECT count(*) FROM alerts WHERE confirmed_at IS NOT NULL`, nil); n != 0 {
		t.Fatal("it holds before its code came back")
	}
	if _, err := w.store.ConfirmCode(t.Context(), "ABCDEFGH", ""); !errors.Is(err, errs.Invalid) {
		t.Errorf("a wrong code: %v", err)
	}
	c, err := w.store.ConfirmCode(t.Context(), code[:4]+"-"+code[4:], "")
	if err != nil || c.Asked != "q=may" || c.Stop == "" {
		t.Fatalf("got %+v, %v", c, err)
	}
	confirmed := one[time.Time](w, `SELECT confirmed_at FROM alerts`, nil)
	w.move(monday.At(9, 0))
	if again, err := w.store.ConfirmCode(t.Context(), code, ""); err != nil || again != c {
		t.Errorf("a button pressed twice: %+v, %v; want %+v", again, err, c)
	}
	if got := one[time.Time](w, `SELECT confirmed_at FROM alerts`, nil); !got.Equal(confirmed) {
		t.Errorf("confirmed anew at %s", got)
	}
	w.move(monday.Add(3).At(9, 0))
	if _, err := w.store.ConfirmCode(t.Context(), code, ""); !errors.Is(err, errs.Invalid) {
		t.Errorf("days later: %v", err)
	}
}

func TestACodeGrowsOldAndItsAddressIsForgotten(t *testing.T) {
	t.Parallel()
	w := tx(t)
	code := w.ask(request("lan@example.vn"))
	w.move(monday.At(8, 0).Add(48*time.Hour + time.Minute))
	if _, err := w.store.ConfirmCode(t.Context(), code, ""); !errors.Is(err, errs.Invalid) {
		t.Errorf("an old code: %v", err)
	}
	if err := w.store.Forget(t.Context(), access.Everything()); err != nil {
		t.Fatal(err)
	}
	if left := many[string](w, `SELECT address || '/' || end_reason FROM alert_people`, nil); !slices.Equal(left, []string{"/unconfirmed"}) {
		t.Errorf("left: %v", left)
	}
	if body := one[string](w, `SELECT body FROM alert_messages`, nil); body != "" {
		t.Errorf("the message still says %q", body)
	}
}

func TestOthersCannotFloodAnAddress(t *testing.T) {
	t.Parallel()
	w := tx(t)
	for range 6 {
		w.ask(request("lan@example.vn"))
	}
	if n := one[int](w, `SELECT count(*) FROM alert_messages`, nil); n != 3 {
		t.Errorf("sent %d codes in a day, want 3", n)
	}
	for i := range 54 {
		r := request("lan@example.vn")
		r.To.To = string(rune('a'+i%26)) + string(rune('a'+i/26)) + r.To.To
		w.ask(r)
	}
	if _, err := w.store.Ask(t.Context(), request("a@example.vn")); !errors.Is(err, errs.Invalid) {
		t.Errorf("the sixty-first ask of an hour: %v", err)
	}
}

func TestConsentAndAddressAreNeeded(t *testing.T) {
	t.Parallel()
	w := tx(t)
	r := request("lan")
	r.Consent = false
	_, err := w.store.Ask(t.Context(), r)
	problems, _ := errs.ProblemsOf(err)
	if problems["email"].Key == "" || problems["consent"].Key == "" {
		t.Errorf("got %v", err)
	}
}

func TestASixthAlertTakesThePlaceOfTheOldest(t *testing.T) {
	t.Parallel()
	w := tx(t)
	for i := range 6 {
		w.move(monday.Add(i).At(8, 0))
		r := request("lan@example.vn")
		r.Asked = "luong=" + string(rune('1'+i))
		w.subscribe(r)
	}
	got := many[string](w, `SELECT asked FROM alerts ORDER BY id`, nil)
	if !slices.Equal(got, []string{"luong=2", "luong=3", "luong=4", "luong=5", "luong=6"}) {
		t.Errorf("got %v", got)
	}
}

func TestStopping(t *testing.T) {
	t.Parallel()
	w := tx(t)
	stop := w.subscribe(request("lan@example.vn"))
	w.subscribe(request("lan@example.vn"))
	own, err := w.store.Own(t.Context(), stop, "")
	if err != nil || len(own.Alerts) != 2 || own.Masked != "l•••@example.vn" || own.Ended {
		t.Fatalf("got %+v, %v", own, err)
	}
	if err := w.store.Stop(t.Context(), stop, "", own.Alerts[0].ID); err != nil {
		t.Fatal(err)
	}
	if address := one[string](w, `SELECT address FROM alert_people`, nil); address == "" {
		t.Error("forgotten although one alert goes on")
	}
	for range 2 { // stopping twice is no failure
		if err := w.store.Stop(t.Context(), stop, "", 0); err != nil {
			t.Fatal(err)
		}
	}
	if left := many[string](w, `SELECT address || '/' || end_reason FROM alert_people`, nil); !slices.Equal(left, []string{"/stopped"}) {
		t.Errorf("left: %v", left)
	}
	if n := one[int](w, `SELECT count(*) FROM alert_messages WHERE body <> '' OR link <> '' OR state = 'waiting'`, nil); n != 0 {
		t.Errorf("%d messages still say something or wait", n)
	}
	if err := w.store.Renew(t.Context(), stop, ""); !errors.Is(err, errs.Invalid) {
		t.Errorf("renewed after the end: %v", err)
	}
	if again := w.subscribe(request("lan@example.vn")); again == stop {
		t.Error("who comes back is a new person")
	}
}

func TestWrongCodesAreCounted(t *testing.T) {
	t.Parallel()
	w := tx(t)
	stop := w.subscribe(request("lan@example.vn"))
	for range 30 {
		if err := w.store.Stop(t.Context(), "22222222", "198.51.100.1", 0); !errors.Is(err, errs.Invalid) {
			w.exec(`INSERT INTO sign_in_attempts (username, address, at, ok) VALUES ('bao-viec-ma', '198.51.100.1', @at, true)`, map[string]any{"at": w.now()})
		}
	}
	if n := one[int](w, `SELECT count(*) FROM sign_in_attempts WHERE username = 'bao-viec-ma'`, nil); n != 30 {
		t.Fatalf("%d tries are kept, want 30", n)
	}
	if _, err := w.store.Own(t.Context(), stop, "198.51.100.1"); !errors.Is(err, errs.Invalid) {
		t.Errorf("the right code after thirty wrong ones: %v", err)
	}
	if _, err := w.store.Own(t.Context(), stop, "198.51.100.2"); err != nil {
		t.Errorf("from elsewhere: %v", err)
	}
}

func TestADeviceConfirmsItself(t *testing.T) {
	t.Parallel()
	w := tx(t)
	r := request("")
	r.To = device()
	stop, err := w.store.Ask(t.Context(), r)
	if err != nil || stop == "" {
		t.Fatalf("got %q, %v", stop, err)
	}
	own, err := w.store.Own(t.Context(), stop, "")
	if err != nil || len(own.Alerts) != 1 {
		t.Errorf("got %+v, %v", own, err)
	}
	if n := one[int](w, `SELECT count(*) FROM alert_messages`, nil); n != 0 {
		t.Error("a device needs no code")
	}
}

// TestAQueryIsKeptWhole: whatever a search can ask survives being kept.
func TestAQueryIsKeptWhole(t *testing.T) {
	t.Parallel()
	var q search.Query
	v := reflect.ValueOf(&q).Elem()
	for i := range v.NumField() {
		fill(t, v.Field(i))
	}
	b, err := json.Marshal(q)
	if err != nil {
		t.Fatal(err)
	}
	var back search.Query
	if err := json.Unmarshal(b, &back); err != nil || !reflect.DeepEqual(q, back) {
		t.Errorf("got %+v, %v, want %+v", back, err, q)
	}
}

func fill(t *testing.T, v reflect.Value) {
	t.Helper()
	switch v.Kind() {
	case reflect.String:
		v.SetString("x")
	case reflect.Int, reflect.Int64:
		v.SetInt(7)
	case reflect.Float64:
		v.SetFloat(1.5)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(t, v.Index(0))
	case reflect.Struct:
		for i := range v.NumField() {
			fill(t, v.Field(i))
		}
	default:
		t.Fatalf("a query has a %s: say here how to fill it", v.Kind())
	}
}

func TestTheOutboxHidesAddressesUntilOneIsOpened(t *testing.T) {
	t.Parallel()
	w := tx(t)
	w.ask(request("lan@example.vn"))
	list, more, err := w.store.Outbox(t.Context(), access.Everything(), alert.Filter{Limit: 10})
	if err != nil || more || len(list) != 1 || list[0].Address != "l•••@example.vn" || list[0].Body != "" {
		t.Errorf("got %+v, %v, %v", list, more, err)
	}
	if none, _, err := w.store.Outbox(t.Context(), access.Scope{}, alert.Filter{Limit: 10}); err != nil || len(none) != 0 {
		t.Errorf("who may see nothing sees %v, %v", none, err)
	}
	actor := officer(w)
	m, views, err := w.store.Open(t.Context(), actor, list[0].ID)
	if err != nil || m.Address != "lan@example.vn" || m.Body == "" || len(views) != 1 {
		t.Errorf("got %+v, %v, %v", m, views, err)
	}
	if _, _, err := w.store.Open(t.Context(), access.Actor{}, list[0].ID); !errors.Is(err, errs.NotFound) {
		t.Errorf("a stranger opens it: %v", err)
	}
	counts, err := w.store.Counts(t.Context(), access.Everything())
	if err != nil || counts[alert.Waiting] != 1 {
		t.Errorf("got %v, %v", counts, err)
	}
}

// officer is somebody of the employment centre.
func officer(w *world) access.Actor {
	w.t.Helper()
	body := one[int64](w, `SELECT id FROM bodies WHERE slug = 'ls-ttdvvl'`, nil)
	account := one[int64](w, `INSERT INTO accounts (username, full_name, body_id, role, password_hash, created_at)
		VALUES ('lan', 'Trần Thị Lan', @body, 'staff', 'x', @at) RETURNING id`, map[string]any{"body": body, "at": w.now()})
	return access.Actor{Account: account, Body: body, Seat: access.Seat{Side: access.Source, Kind: access.Centre}, Role: access.Staff}
}
