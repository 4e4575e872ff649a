package directive

// fillers may be left out of a name or stand in it: "Lao động - Thương binh
// (và) Xã hội", "Ban Quản lý (các) khu công nghiệp".
var fillers = map[string]bool{"va": true, "cac": true}

// says reports whether printed words are the name, in full or with any run of
// its words put as their initials: "so ld tb xh", "ttdvvl", "dai pt th".
func says(printed, name []string) bool {
	if len(printed) == 0 {
		return len(name) == 0
	}
	if fillers[printed[0]] && says(printed[1:], name) {
		return true
	}
	if len(name) == 0 {
		return false
	}
	if fillers[name[0]] && says(printed, name[1:]) {
		return true
	}
	if printed[0] == name[0] && says(printed[1:], name[1:]) {
		return true
	}
	return len(printed[0]) > 1 && initials(printed[0], printed[1:], name)
}

// initials reports whether letters are the initials of the next words of the
// name, and rest says what follows.
func initials(letters string, rest, name []string) bool {
	if letters == "" {
		return says(rest, name)
	}
	if len(name) == 0 {
		return false
	}
	if fillers[name[0]] && initials(letters, rest, name[1:]) {
		return true
	}
	return name[0][0] == letters[0] && initials(letters[1:], rest, name[1:])
}
