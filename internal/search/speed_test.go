package search

import "testing"

// BenchmarkAsk reads a short question and a long one.
func BenchmarkAsk(b *testing.B) {
	for _, text := range []string{"may công nghiệp", "cần tìm việc điện tử ở quang châu có chỗ ở lương 9tr"} {
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Ask(text, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkVector writes the words of an advert.
func BenchmarkVector(b *testing.B) {
	e := Entry{Title: "Công nhân lắp ráp linh kiện điện tử", Employer: "Công ty TNHH Điện tử Hồng Lĩnh Quang", Zone: "KCN Quang Châu",
		Occupation: "Thợ lắp ráp thiết bị điện và điện tử", OccupationCode: "8212", Places: "Việt Yên, Bắc Giang, Nếnh, Bắc Ninh",
		Benefits: []string{"dormitory", "meals_1"}, Shift: "three",
		Text: "Làm việc trong xưởng sạch, có điều hòa. Được hướng dẫn từ đầu, không cần kinh nghiệm. Chuyên cần 500.000 đồng."}
	b.ReportAllocs()
	for b.Loop() {
		_ = e.vector()
	}
}
