package main

import (
	"fmt"
	"runtime/debug"
)

type versionCommand struct{}

// Run prints the revision that the binary was built from, and the Go it was
// built with.
func (versionCommand) Run(s streams) error {
	revision, built := "development", "unknown Go"
	if info, ok := debug.ReadBuildInfo(); ok {
		built = info.GoVersion
		for _, setting := range info.Settings {
			if setting.Key == "vcs.revision" {
				revision = setting.Value
			}
		}
	}
	_, err := fmt.Fprintf(s.out, "cauviec %s (%s)\n", revision, built)
	return err
}
