package vacancies_test

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/xuri/excelize/v2"

	"cauviec/internal/access"
	"cauviec/internal/board"
	"cauviec/internal/clock"
	"cauviec/internal/postgres"
	"cauviec/web/alerts"
	"cauviec/web/imports"
)

// works are what the program does beside its pages, with what has to be made
// ready before each time.
func (s *indexed) works(b *testing.B) []*beside {
	hands := s.clerk(b)
	store := imports.Store(s.db, clock.Fixed(noon))
	morning := clock.Fixed(today.At(7, 0))
	told := alerts.StoreOf(s.db, morning, s.index, &board.Store{DB: s.db, Kept: s.index}, "https://viec.example")
	s.exec(`INSERT INTO alert_people (channel, address, lang, code, created_at, confirmed_at, renewed_on)
		SELECT 'email', 'p' || n || '@example.vn', 'vi', 'C' || n, @then, @then, @day FROM generate_series(1, @most::int) AS n`,
		pgx.StrictNamedArgs{"then": today.Add(-9).At(8, 0), "day": today.Add(-9), "most": manyAlerts})
	s.exec(`INSERT INTO alerts (person_id, asked, query, consented_at, confirmed_at)
		SELECT id, '', jsonb_build_object('Text', (@texts::text[])[1 + id % cardinality(@texts)], 'MinIncome', id), created_at, created_at FROM alert_people`,
		pgx.StrictNamedArgs{"texts": askedWords})
	var content []byte
	times := 0
	return []*beside{
		{name: fmt.Sprintf("a sheet of %d rows is imported", sheetRows), prepare: func() {
			times++
			content = sheetOf(b, times)
		}, work: func(ctx context.Context) error {
			id, err := store.Upload(ctx, hands, "lon.xlsx", content)
			if err == nil {
				err = store.ReadWaiting(ctx, access.Everything())
			}
			if err != nil {
				return err
			}
			i, err := store.Get(ctx, hands, id)
			if err == nil && i.Created != sheetRows {
				err = fmt.Errorf("%+v", i)
			}
			if err != nil {
				return err
			}
			_, err = store.Confirm(ctx, hands, id, i.Version, false)
			return err
		}},
		{name: "the list is exported", prepare: func() {}, work: s.exported},
		{name: fmt.Sprintf("%d alerts are matched", manyAlerts), prepare: func() {
			s.exec(`DELETE FROM alert_messages`, nil)
			s.exec(`DELETE FROM river_job`, nil)
			s.exec(`UPDATE alert_people SET looked_on = NULL, told_until = NULL`, nil)
		}, work: func(ctx context.Context) error { return told.Round(ctx, access.Everything()) }},
	}
}

const (
	sheetRows  = 10_000
	manyAlerts = 10_000
)

// exported reads the whole list as a workbook.
func (s *indexed) exported(ctx context.Context) error {
	w := httptest.NewRecorder()
	s.ServeHTTP(w, httptest.NewRequestWithContext(ctx, http.MethodGet, "/viec-lam.xlsx", nil))
	if w.Code != http.StatusOK {
		return fmt.Errorf("export: %d", w.Code)
	}
	return nil
}

// clerk is somebody of the centre, and the first employer has a tax code that
// a sheet can name.
func (s *indexed) clerk(b *testing.B) access.Actor {
	b.Helper()
	s.exec(`UPDATE employers SET tax_code = '0100233488' WHERE id = (SELECT min(id) FROM employers)`, nil)
	of, err := postgres.One[struct {
		Account, Body int64
		Side          access.Side
		Kind          access.Kind
	}](b.Context(), s.db, `
		WITH made AS (
			INSERT INTO accounts (username, password_hash, full_name, body_id, role, created_at)
			SELECT 'clerk', '', 'Nông Văn Bình', id, 'staff', '2026-01-01' FROM bodies WHERE slug = 'ls-ttdvvl'
			RETURNING id, body_id)
		SELECT m.id AS account, b.id AS body, b.side, b.kind FROM made m JOIN bodies b ON b.id = m.body_id`)
	if err != nil {
		b.Fatal(err)
	}
	return access.Actor{Account: of.Account, Body: of.Body, BodySlug: "ls-ttdvvl", Seat: access.Seat{Side: of.Side, Kind: of.Kind}, Bodies: []int64{of.Body}}
}

// sheetOf is a sheet of orders that no other time had.
func sheetOf(b *testing.B, times int) []byte {
	b.Helper()
	f := excelize.NewFile()
	defer f.Close()
	stream, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	rows := [][]any{{"Mã số thuế doanh nghiệp", "Số hiệu đơn của doanh nghiệp", "Tên công việc", "Nghề", "Số lượng cần tuyển", "Khu, cụm công nghiệp",
		"Lương cơ bản trong hợp đồng", "Thu nhập dự kiến từ", "Thu nhập dự kiến đến", "Hạn đăng ký", "Điện thoại liên hệ", "Người liên hệ", "Mô tả công việc"}}
	for i := range sheetRows {
		rows = append(rows, []any{"0100233488", fmt.Sprintf("DH-%d-%d", times, i), "Công nhân may", "8153", 10 + i%400, "KCN Quang Châu",
			5_200_000 + i%40*50_000, 8_000_000, 11_000_000, today.Add(60).String(), "0912345678", "Chị Hoa", fmt.Sprintf("May áo khoác theo chuyền số %d.", i%97)})
	}
	for i, cells := range rows {
		if err := stream.SetRow(fmt.Sprintf("A%d", i+1), cells); err != nil {
			b.Fatal(err)
		}
	}
	var content bytes.Buffer
	if err := stream.Flush(); err != nil {
		b.Fatal(err)
	}
	if err := f.Write(&content); err != nil {
		b.Fatal(err)
	}
	return content.Bytes()
}

// beside is a work of the program, and what requests took while it was under
// way and while nothing was.
type beside struct {
	name        string
	prepare     func()
	work        func(ctx context.Context) error
	with, quiet []time.Duration
	lasted      time.Duration // each of both, altogether
}
