package locale

import (
	"context"
	"strconv"
	"strings"
	"time"

	"cauviec/internal/clock"
)

// Number writes n with thousands apart: 9.500 in Vietnamese, 9,500 in English.
func Number(ctx context.Context, n int64) string {
	digits := strconv.FormatInt(n, 10)
	sign := ""
	if n < 0 {
		sign, digits = "-", digits[1:]
	}
	separator := "."
	if Of(ctx) == En {
		separator = ","
	}
	var b strings.Builder
	for i, digit := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteString(separator)
		}
		b.WriteRune(digit)
	}
	return sign + b.String()
}

// Money writes an exact amount: 9.500.000 đồng.
func Money(ctx context.Context, vnd int64) string {
	return T(ctx, "format.money", Number(ctx, vnd))
}

// Millions writes an amount in million VND with at most one decimal: 8,5.
func Millions(ctx context.Context, vnd int64) string {
	s := strconv.FormatFloat(float64(vnd)/1e6, 'f', 1, 64)
	s = strings.TrimSuffix(s, ".0")
	if Of(ctx) == Vi {
		s = strings.Replace(s, ".", ",", 1)
	}
	return s
}

// MonthlyPay writes a range of monthly pay: 8,5–11 triệu đồng/tháng. Equal or
// missing ends are written once.
func MonthlyPay(ctx context.Context, from, to int64) string {
	switch {
	case from == 0 && to == 0:
		return T(ctx, "format.pay_unknown")
	case from == 0 || from == to:
		return T(ctx, "format.pay", Millions(ctx, to))
	case to == 0:
		return T(ctx, "format.pay", Millions(ctx, from))
	}
	return T(ctx, "format.pay", Millions(ctx, from)+"–"+Millions(ctx, to))
}

// Percent writes a part of a whole as whole percent; of nothing it is a dash.
func Percent(ctx context.Context, part, whole int64) string {
	if whole == 0 {
		return "–"
	}
	return Number(ctx, (part*100+whole/2)/whole) + "%"
}

// Clause names a clause by its path: Mục 2.1.a, but an article by its own
// word: Điều 2.
func Clause(ctx context.Context, path string) string {
	if strings.HasPrefix(path, "Điều ") {
		return path
	}
	return T(ctx, "format.clause", path)
}

// Time writes hours and minutes in Asia/Ho_Chi_Minh: 14:00.
func Time(t time.Time) string { return t.In(clock.Zone).Format("15:04") }

// DayTime writes day and time in Asia/Ho_Chi_Minh: 05/04/2024 14:00.
func DayTime(t time.Time) string { return t.In(clock.Zone).Format("02/01/2006 15:04") }

// Weekday writes the name of a day of the week.
func Weekday(ctx context.Context, d clock.Day) string {
	return T(ctx, "format.weekday."+strconv.Itoa(int(d.Weekday())))
}

// Left writes what a deadline means today: còn 5 ngày, hôm nay, quá hạn 12 ngày.
func Left(ctx context.Context, due, today clock.Day) string {
	switch n := due.Sub(today); {
	case n == 0:
		return T(ctx, "format.due_today")
	case n > 0:
		return N(ctx, "format.days_left", n)
	default:
		return N(ctx, "format.days_late", -n)
	}
}

// Ago writes how long ago a day was: hôm nay, hôm qua, 12 ngày trước.
func Ago(ctx context.Context, day, today clock.Day) string {
	switch n := today.Sub(day); n {
	case 0:
		return T(ctx, "format.today")
	case 1:
		return T(ctx, "format.yesterday")
	default:
		return N(ctx, "format.days_ago", n)
	}
}

// Phone writes an E.164 number as it is dialled here: 0912 345 678, and on land
// 0205 3 812 345.
func Phone(e164 string) string {
	national, ok := strings.CutPrefix(e164, "+84")
	if !ok {
		return e164
	}
	national = "0" + national
	if len(national) == 11 {
		return national[:4] + " " + national[4:5] + " " + national[5:8] + " " + national[8:]
	}
	if len(national) != 10 {
		return national
	}
	return national[:4] + " " + national[4:7] + " " + national[7:]
}
