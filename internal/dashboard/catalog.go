package dashboard

import (
	"context"

	"cauviec/internal/access"
)

// Panel is a part of a dashboard that is read together.
type Panel string

// The panels.
const (
	PanelDuties    Panel = "duties"    // what the body leads or executes
	PanelJoint     Panel = "joint"     // what it stands beside as a counterpart
	PanelFollow    Panel = "follow"    // every obligation, for the office that follows them up
	PanelCommunes  Panel = "communes"  // the district's communes and their replies
	PanelDrives    Panel = "drives"    // drives ahead, and those that owe a report
	PanelDistricts Panel = "districts" // drives, people and work by home district
	PanelPeople    Panel = "people"    // how far people came
	PanelWeeks     Panel = "weeks"     // registered and started by week
	PanelOrders    Panel = "orders"    // vacancies by what has to be done with them
	PanelInbox     Panel = "inbox"     // submitted vacancies, the oldest first
	PanelShort     Panel = "short"     // open orders that most lack people
	PanelDelays    Panel = "delays"    // from the order to the district
	PanelZones     Panel = "zones"     // orders and people by zone
	PanelMakers    Panel = "makers"    // orders and people by employer
	PanelUnknown   Panel = "unknown"   // employers to verify
	PanelTrust     Panel = "trust"     // complaints, and users whose last day comes
	PanelCells     Panel = "cells"     // people by home district and zone
	PanelMedia     Panel = "media"     // the joint media plan
	PanelStudy     Panel = "study"     // the coach line's dossier
	PanelSuited    Panel = "suited"    // open orders nearest to the district
	PanelChanges   Panel = "changes"   // what changed lately
)

// catalogue says which panels each kind of body sees.
var catalogue = map[access.Seat][]Panel{
	{Side: access.Source, Kind: access.Office}:      {PanelFollow, PanelStudy, PanelDistricts, PanelPeople, PanelChanges},
	{Side: access.Source, Kind: access.Labour}:      {PanelDuties, PanelDrives, PanelDistricts, PanelOrders, PanelPeople, PanelDelays, PanelChanges},
	{Side: access.Source, Kind: access.Centre}:      {PanelDuties, PanelDrives, PanelOrders, PanelTrust, PanelInbox, PanelShort, PanelPeople, PanelWeeks, PanelChanges},
	{Side: access.Source, Kind: access.Transport}:   {PanelDuties, PanelStudy, PanelCells, PanelZones, PanelChanges},
	{Side: access.Source, Kind: access.Paper}:       {PanelDuties, PanelMedia, PanelOrders, PanelChanges},
	{Side: access.Source, Kind: access.Broadcaster}: {PanelDuties, PanelMedia, PanelOrders, PanelChanges},
	{Side: access.Source, Kind: access.District}:    {PanelDuties, PanelCommunes, PanelDrives, PanelPeople, PanelWeeks, PanelSuited, PanelChanges},
	{Side: access.Source, Kind: access.Commune}:     {PanelDuties, PanelDrives, PanelPeople, PanelWeeks, PanelChanges},

	{Side: access.Destination, Kind: access.Office}:      {PanelDuties, PanelJoint, PanelDrives, PanelOrders, PanelZones, PanelMakers, PanelUnknown, PanelChanges},
	{Side: access.Destination, Kind: access.Labour}:      {PanelDuties, PanelJoint, PanelDrives, PanelOrders, PanelZones, PanelMakers, PanelUnknown, PanelTrust, PanelChanges},
	{Side: access.Destination, Kind: access.Centre}:      {PanelDuties, PanelJoint, PanelDrives, PanelOrders, PanelZones, PanelMakers, PanelUnknown, PanelTrust, PanelChanges},
	{Side: access.Destination, Kind: access.ZoneBoard}:   {PanelDuties, PanelJoint, PanelDrives, PanelOrders, PanelZones, PanelMakers, PanelUnknown, PanelTrust, PanelChanges},
	{Side: access.Destination, Kind: access.Transport}:   {PanelDuties, PanelJoint, PanelStudy, PanelCells, PanelZones, PanelChanges},
	{Side: access.Destination, Kind: access.Paper}:       {PanelDuties, PanelJoint, PanelMedia, PanelOrders, PanelChanges},
	{Side: access.Destination, Kind: access.Broadcaster}: {PanelDuties, PanelJoint, PanelMedia, PanelOrders, PanelChanges},
	{Side: access.Destination, Kind: access.Employer}:    {PanelOrders, PanelShort, PanelPeople, PanelDrives, PanelChanges},
}

// Panels returns the panels of a kind of body in the order in which they are
// read; none for a kind that has no dashboard.
func Panels(seat access.Seat) []Panel { return catalogue[seat] }

// loaders fill the parts of a board, each with a fixed number of queries.
var loaders = map[Panel]func(ctx context.Context, s *Store, b *Board) error{
	PanelDuties: loadDuties, PanelJoint: loadJoint, PanelFollow: loadFollow, PanelCommunes: loadCommunes,
	PanelDrives: loadDrives, PanelDistricts: loadDistricts, PanelPeople: loadPeople, PanelWeeks: loadWeeks,
	PanelOrders: loadOrders, PanelInbox: loadInbox, PanelShort: loadShort, PanelDelays: loadDelays,
	PanelZones: loadZones, PanelMakers: loadMakers, PanelUnknown: loadUnknown, PanelTrust: loadTrust, PanelCells: loadCells,
	PanelMedia: loadMedia, PanelStudy: loadStudy, PanelSuited: loadSuited, PanelChanges: loadChanges,
}
