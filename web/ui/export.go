package ui

import (
	"context"
	"strings"
)

// pageParams are the parameters that say which page of a list is shown.
var pageParams = []string{"truoc", "sau", "sau-id", "trang", "lang"}

const sheetSuffix = ".xlsx"

// SheetAddress is the list of the page as a spreadsheet: the same filters and
// order, from the first row to the last.
func SheetAddress(ctx context.Context) string { return sheetOf(Path(ctx)) }

func sheetOf(list string) string {
	path, query, asked := strings.Cut(ListAddress(list), "?")
	address := path + sheetSuffix
	if asked {
		address += "?" + query
	}
	for _, name := range pageParams {
		address = WithQuery(address, name, "")
	}
	return address
}

// ListAddress is the page of the list that an address hands over as a
// spreadsheet; any other address is its own.
func ListAddress(address string) string {
	path, query, asked := strings.Cut(address, "?")
	path = strings.TrimSuffix(path, sheetSuffix)
	if !asked {
		return path
	}
	return path + "?" + query
}
