package reference

// Occupation is an entry of the Vietnam Standard Classification of
// Occupations (Decision 34/2020/QĐ-TTg). Its level is the number of digits of
// its code; its parent is the longest shorter code that the list has.
type Occupation struct {
	Code   string
	NameVi string
	NameEn string
	Level  int
	Parent string
}

var occupationColumns = []string{"code", "name_vi", "name_en", "level", "parent"}

func readOccupation(r *row) Occupation {
	return Occupation{
		Code: r.must("code"), NameVi: r.must("name_vi"), NameEn: r.must("name_en"),
		Level: r.number("level"), Parent: r.text("parent"),
	}
}
