// Package reference holds the data that the product starts from: areas of
// both provinces with their lives and successors, industrial zones,
// occupations, minimum wages by date and region, public holidays, and the
// bodies that have duties. The files under data/ are embedded; each names its
// source and licence in its first lines. [Read] turns them into Go values and
// the methods of [Set] answer questions over them without a database; [Load]
// brings a database to the same state.
package reference

import (
	"embed"
	"errors"
	"io/fs"
)

//go:embed data/*.csv
var embedded embed.FS

// Set is the reference data in memory, as read from its files. Areas and
// bodies come after their parents.
type Set struct {
	Areas        []Area
	Successors   []Successor
	Zones        []Zone
	Occupations  []Occupation
	Wages        []Wage
	WageRegions  []WageRegion
	Holidays     []Holiday
	Bodies       []Body
	Successions  []Succession
	Partnerships []Partnership

	areas map[AreaKey]Area
}

// Read reads the embedded files. An error means that a file is damaged: it
// names the file, the line and the column.
func Read() (*Set, error) {
	data, err := fs.Sub(embedded, "data")
	if err != nil {
		return nil, err
	}
	return read(data)
}

// read reads the files of a directory.
func read(data fs.FS) (*Set, error) {
	s := &Set{}
	err := errors.Join(
		readTable(data, "areas.csv", areaColumns, readArea, &s.Areas),
		readTable(data, "area_successors.csv", successorColumns, readSuccessor, &s.Successors),
		readTable(data, "zones.csv", zoneColumns, readZone, &s.Zones),
		readTable(data, "occupations.csv", occupationColumns, readOccupation, &s.Occupations),
		readTable(data, "minimum_wages.csv", wageColumns, readWage, &s.Wages),
		readTable(data, "wage_regions.csv", wageRegionColumns, readWageRegion, &s.WageRegions),
		readTable(data, "holidays.csv", holidayColumns, readHoliday, &s.Holidays),
		readTable(data, "bodies.csv", bodyColumns, readBody, &s.Bodies),
		readTable(data, "body_successions.csv", successionColumns, readSuccession, &s.Successions),
		readTable(data, "partnerships.csv", partnershipColumns, readPartnership, &s.Partnerships),
	)
	if err != nil {
		return nil, err
	}
	s.indexAreas()
	s.Successions = append(s.Successions, s.areaSuccessions()...)
	return s, nil
}
