package employer

import (
	"strings"
	"testing"
)

func TestCleanTaxCode(t *testing.T) {
	t.Parallel()
	tests := []struct {
		words, want string
		ok          bool
	}{
		{"0100233488", "0100233488", true},
		{" 0100 233 488 ", "0100233488", true},
		{"0314409058-002", "0314409058-002", true},
		{"0314409058002", "0314409058-002", true},
		{"0314409058–002", "0314409058-002", true},
		{"0100\u00a0233\u00a0488", "0100233488", true},
		{"0100233480", "0100233480", false},
		{"0314409058-000", "0314409058-000", false},
		{"020085001234", "020085001234", true},
		{"010023348", "010023348", false},
		{"01002334a8", "01002334a8", false},
		{"", "", false},
	}
	for _, tt := range tests {
		got, ok := CleanTaxCode(tt.words)
		if got != tt.want || ok != tt.ok {
			t.Errorf("CleanTaxCode(%q): got %q, %v, want %q, %v", tt.words, got, ok, tt.want, tt.ok)
		}
	}
}

// Every wrong digit of a code that exists is noticed.
func TestTheCheckDigitCatchesOneWrongDigit(t *testing.T) {
	t.Parallel()
	const good = "0100233488"
	for i := range good {
		for digit := byte('0'); digit <= '9'; digit++ {
			if digit == good[i] {
				continue
			}
			wrong := good[:i] + string(digit) + good[i+1:]
			if _, ok := CleanTaxCode(wrong); ok {
				t.Errorf("%s passes", wrong)
			}
		}
	}
}

func garment() Details {
	return Details{
		TaxCode: "0100233488", Name: "Công ty TNHH May Sông Thương", Type: "foreign", IndustryCode: "C",
		SizeBand: "1001_3000", Address: "Lô B2, KCN Đình Trám", ContactPhone: "0912345678",
	}
}

func TestCheck(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		change func(d *Details)
		field  string
		key    string
	}{
		{"as it should be", func(*Details) {}, "", ""},
		{"no name", func(d *Details) { d.Name = " " }, "name", "problem.required"},
		{"a name of signs", func(d *Details) { d.Name = "***" }, "name", "problem.required"},
		{"a long name", func(d *Details) { d.Name = strings.Repeat("ơ", 201) }, "name", "problem.long"},
		{"no tax code", func(d *Details) { d.TaxCode = "" }, "tax_code", "problem.required"},
		{"a wrong tax code", func(d *Details) { d.TaxCode = "0100233480" }, "tax_code", "employer.problem.tax_code"},
		{"an unknown type", func(d *Details) { d.Type = "club" }, "type", "problem.choice"},
		{"an unknown size", func(d *Details) { d.SizeBand = "big" }, "size_band", "problem.choice"},
		{"an unknown industry", func(d *Details) { d.IndustryCode = "Z" }, "industry_code", "problem.choice"},
		{"a wrong phone", func(d *Details) { d.ContactPhone = "123" }, "contact_phone", "problem.phone"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d := garment()
			tt.change(&d)
			p := d.Check()
			if tt.field == "" {
				if len(p) != 0 {
					t.Errorf("got %v", p)
				}
				return
			}
			if p[tt.field].Key != tt.key || len(p) != 1 {
				t.Errorf("got %v, want %s at %s only", p, tt.key, tt.field)
			}
		})
	}
}

func TestStates(t *testing.T) {
	t.Parallel()
	if Verified.May(Unverified) || Suspended.May(Unverified) || Verified.May(Verified) {
		t.Error("a state goes back or stands still")
	}
	if !Unverified.May(Verified) || !Verified.May(Suspended) || !Suspended.May(Verified) {
		t.Error("a state cannot go where it should")
	}
}
