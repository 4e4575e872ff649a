package fold

import (
	"slices"
	"strings"
)

// onsets are the consonants that a syllable begins with, the longest first.
var onsets = strings.Fields("ngh ch gh gi kh ng nh ph qu th tr b c d g h k l m n p r s t v x")

// rimes are what follows them, without marks.
var rimes = strings.Fields(`a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu i ia ich iec iem ien
	ieng iep iet ieu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oen oeo oet oi om on ong op ot
	u ua uan uang uat uay uc ue uech uen uenh ui um un ung uo uoc uoi uom uon uong uop uot uou up ut uu uy uya uych uyen uyet
	uynh uyt uyu y yem yen yeng yet yeu`)

// IsSyllable reports whether folded letters can be a syllable of Vietnamese.
// Every word of it is one syllable, so what is none was typed otherwise or
// comes from elsewhere.
func IsSyllable(folded string) bool {
	if slices.Contains(rimes, folded) {
		return true
	}
	for _, onset := range onsets {
		if rime, ok := strings.CutPrefix(folded, onset); ok && slices.Contains(rimes, rime) {
			return true
		}
	}
	return false
}
