package opendata

import (
	"crypto/sha256"
	"encoding/hex"
)

// telling names how a vacancy is told beside what is read of it: how texts are
// masked, what is reckoned from the facts, how members are called. Whoever
// changes that counts it up.
const telling = "3"

// Edition names what mirrors are told of a vacancy. Where the database was last
// used by a program of another edition, they are told everything anew, so that
// their copies get what they lack: see search.Renew.
func Edition() string {
	sum := sha256.Sum256([]byte(selectVacancies))
	return telling + "." + hex.EncodeToString(sum[:8])
}
