package demo

import (
	"context"
	"errors"
	"slices"

	"cauviec/internal/access"
	"cauviec/internal/clock"
	"cauviec/internal/vacancy"
)

// vacancyDetails draws the facts of an order. The contract wage lies over the
// regional minimum of the day, as the law asks.
func (w *world) vacancyDetails(ctx context.Context, store *vacancy.Store, writer access.Actor, e employerOf, n int) (vacancy.Details, error) {
	j := pick(w, e.Trade.jobs)
	if n < len(w.employers) {
		j = e.Trade.jobs[0]
	}
	now := clock.DayOf(w.at)
	d := vacancy.Details{
		EmployerID: e.ID, Title: j.title, OccupationCode: j.occupation, ZoneID: e.Zone.ID, Workplace: e.Zone.Name,
		Headcount: w.between(j.headcountLow, j.headcountTop), Description: j.does, Position: "staff", Hours: "full", Shift: j.shift,
		Contract: pick(w, []string{"from_12_to_36", "from_12_to_36", "indefinite"}), Conditions: j.conditions, NoFee: true,
		StartsOn: now.Add(w.between(5, 20)), ClosesOn: now.Add(w.between(35, 180)),
	}
	if n >= vacancyCount-12 {
		d.ClosesOn = now.Add(w.between(30, 90))
	}
	minimum, err := store.Minimum(ctx, writer.Scope(access.WriteVacancies), d)
	if err != nil {
		return d, err
	}
	if !minimum.Known() {
		return d, errors.New("no minimum wage at " + e.Zone.Name)
	}
	w.pay(&d, j, minimum.Minimum)
	d.Turns, d.WorkDays, d.Couples = turnsOf(j.shift), 6, w.chance(30)
	d.Batches = inBatches(d.Headcount, d.StartsOn)
	if n%5 != 0 { // some offers do not say what all of the income is made of
		d.Allowances = withOutput(d)
	}
	w.ask(&d, j)
	slip(&d, n)
	return d, nil
}

// slip lets two of the vacancies that wait for the centre say what the law does
// not allow, so that there is something to look at.
func slip(d *vacancy.Details, n int) {
	switch n {
	case vacancyCount - 12:
		d.Title += ", chỉ tuyển nữ 18–30 tuổi"
	case vacancyCount - 11:
		d.PayNote += " Người lao động đặt cọc đồng phục 200.000 đồng, trả lại khi làm đủ ba tháng."
	}
}

// tenThousand rounds to what people write in adverts.
func tenThousand(vnd int64) int64 { return (vnd + 9_999) / 10_000 * 10_000 }

func (w *world) pay(d *vacancy.Details, j job, minimum int64) {
	d.BasicWage = tenThousand(minimum * int64(100+j.premium+w.rand.IntN(8)) / 100)
	d.IncomeFrom = tenThousand(d.BasicWage+int64(j.overLow)*1000) / 100_000 * 100_000
	d.IncomeTo = tenThousand(d.BasicWage+int64(j.overHigh)*1000) / 100_000 * 100_000
	d.Allowances = pick(w, allowances)
	d.OvertimeHours = pick(w, []int{0, 20, 26, 40})
	d.PayNote = pick(w, []string{
		"Phụ cấp ca đêm 30 % lương giờ; xét tăng lương sau 6 tháng.",
		"Thưởng năng suất theo chuyền; thưởng Tết một tháng lương.",
		"Làm thêm tự nguyện, không quá 40 giờ một tháng; thưởng Tết một tháng lương.",
		"Lương trả ngày 10 hằng tháng qua thẻ ngân hàng.",
	})
}

// allowances are what factories of the region add to the basic wage.
var allowances = [][]vacancy.Allowance{
	{{Kind: "attendance", Amount: 500_000, Condition: "đi làm đủ ngày trong tháng"}, {Kind: "seniority", Amount: 200_000, Condition: "từ tháng thứ 7"}},
	{{Kind: "attendance", Amount: 700_000, Condition: "nghỉ một ngày còn 300.000 đồng"}, {Kind: "housing", Amount: 300_000}},
	{{Kind: "hazard", Amount: 400_000, Condition: "theo công đoạn"}, {Kind: "meals", Amount: 780_000, Condition: "30.000 đồng một bữa, 26 công"}},
	{{Kind: "travel", Amount: 200_000}, {Kind: "children", Amount: 50_000, Condition: "mỗi cháu dưới 6 tuổi"}, {Kind: "meals", Amount: 780_000, Condition: "30.000 đồng một bữa, 26 công"}},
}

// withOutput adds what is paid by output, as much as leads from wage, allowances
// and overtime to the middle of the expected income.
func withOutput(d vacancy.Details) []vacancy.Allowance {
	m, ok := d.Month()
	short := tenThousand((d.IncomeFrom+d.IncomeTo)/2-m.Gross) / 50_000 * 50_000
	if !ok || short <= 0 {
		return d.Allowances
	}
	output := vacancy.Allowance{Kind: "productivity", Amount: short, Condition: "theo sản lượng của tổ, tháng đạt kế hoạch"}
	return slices.Concat(d.Allowances, []vacancy.Allowance{output})
}

// turnsOf are the hours of a kind of shift.
func turnsOf(shift string) []vacancy.Turn {
	switch shift {
	case "office", "garment":
		return []vacancy.Turn{{From: "07:30", To: "16:30", Break: 60}}
	case "two_8h":
		return []vacancy.Turn{{From: "06:00", To: "14:00", Break: 30}, {From: "14:00", To: "22:00", Break: 30}}
	case "two_12h":
		return []vacancy.Turn{{From: "08:00", To: "20:00", Break: 60}, {From: "20:00", To: "08:00", Break: 60}}
	case "three":
		return []vacancy.Turn{{From: "06:00", To: "14:00", Break: 30}, {From: "14:00", To: "22:00", Break: 30}, {From: "22:00", To: "06:00", Break: 45}}
	case "night":
		return []vacancy.Turn{{From: "22:00", To: "06:00", Break: 45}}
	}
	return nil
}

// inBatches parts a large order: what is needed at once, and the rest later.
func inBatches(headcount int, from clock.Day) []vacancy.Batch {
	if headcount < 100 {
		return nil
	}
	first := headcount / 3 / 10 * 10
	return []vacancy.Batch{{NeededBy: from, Headcount: first}, {NeededBy: from.Add(30), Headcount: headcount - first}}
}

// ask draws what is asked of the person and what comes with the work.
func (w *world) ask(d *vacancy.Details, j job) {
	d.Education, d.Qualification, d.Experience = "lower_secondary", "untrained", "none"
	if j.skilled {
		d.Education, d.Qualification, d.Experience = "upper_secondary", "elementary", pick(w, []string{"under_1", "from_1_to_2"})
	} else if w.chance(30) {
		d.Education = "any"
	}
	d.Benefits = []string{"insurance", pick(w, []string{"meals_1", "meals_2", "meal_money"})}
	for _, b := range benefitChances {
		if w.chance(b.percent) {
			d.Benefits = append(d.Benefits, b.name)
		}
	}
	if w.chance(40) {
		d.PriorityGroups = []string{"poor_household", "ethnic_minority"}
	}
	d.Papers = "Căn cước, sơ yếu lý lịch, giấy khám sức khỏe; chỉ nộp bản sao"
	d.ContactName, _ = w.person()
	d.ContactPhone = w.phone()
}

// benefitChances says how often an offer has a benefit.
var benefitChances = []struct {
	name    string
	percent int
}{
	{"dormitory", 52}, {"shuttle_bus", 38}, {"housing_support", 45}, {"training", 40}, {"travel_support", 25}, {"nursery", 9}, {"promotion", 20},
}
