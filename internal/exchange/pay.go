package exchange

import "cauviec/internal/vacancy"

const million = 1_000_000

// bandOf returns the band of Mẫu 03a/PLI for an amount a month. The form's
// bands touch: we count an amount on the border to the higher one, but for
// 50 million, above which only the last one is.
func bandOf(amount int64) string {
	switch {
	case amount <= 0:
		return ""
	case amount < 5*million:
		return "under_5"
	case amount < 10*million:
		return "from_5_to_10"
	case amount < 20*million:
		return "from_10_to_20"
	case amount <= 50*million:
		return "from_20_to_50"
	}
	return "over_50"
}

// payOf gives the bands of the expected income, or of the wage of the contract
// where no income is told.
func payOf(d vacancy.Details, words Words) Pay {
	from, to := d.IncomeFrom, d.IncomeTo
	if from == 0 {
		from = d.BasicWage
	}
	to = max(from, to)
	return Pay{From: chosen("exchange.band.", bandOf(from), words), To: chosen("exchange.band.", bandOf(to), words),
		BasicWage: d.BasicWage, IncomeFrom: d.IncomeFrom, IncomeTo: d.IncomeTo, Note: d.PayNote}
}
