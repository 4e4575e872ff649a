//go:build !linux

package localpg

import (
	"errors"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
)

// attributes detach the child from our session and make it the account.
func (a account) attributes() (*syscall.SysProcAttr, error) {
	attr := &syscall.SysProcAttr{Setsid: true}
	switch a.way {
	case asOther:
		attr.Credential = &syscall.Credential{Uid: uint32(a.uid), Gid: uint32(a.gid)}
	case asMapped:
		return nil, errors.ErrUnsupported
	}
	return attr, nil
}

// commandLine is the arguments of a living process, split at spaces; none if
// it is dead or waits to be buried.
func commandLine(pid int) []string {
	out, err := exec.Command("ps", "-ww", "-o", "state=,command=", "-p", strconv.Itoa(pid)).Output()
	words := strings.Fields(string(out))
	if err != nil || len(words) < 2 || strings.HasPrefix(words[0], "Z") {
		return nil
	}
	return words[1:]
}
