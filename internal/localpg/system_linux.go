package localpg

import (
	"fmt"
	"os"
	"strings"
	"syscall"
)

// insideID is the user number that root has inside its own namespace.
const insideID = 1000

// attributes detach the child from our session and make it the account.
func (a account) attributes() (*syscall.SysProcAttr, error) {
	attr := &syscall.SysProcAttr{Setsid: true}
	switch a.way {
	case asOther:
		attr.Credential = &syscall.Credential{Uid: uint32(a.uid), Gid: uint32(a.gid)}
	case asMapped:
		attr.Cloneflags = syscall.CLONE_NEWUSER
		attr.UidMappings = []syscall.SysProcIDMap{{ContainerID: insideID, HostID: 0, Size: 1}}
		attr.GidMappings = []syscall.SysProcIDMap{{ContainerID: insideID, HostID: 0, Size: 1}}
	}
	return attr, nil
}

// commandLine is the arguments of a living process; none if it is dead or
// waits to be buried. It needs no right over the process.
func commandLine(pid int) []string {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/cmdline", pid))
	if err != nil || len(text) == 0 {
		return nil
	}
	return strings.Split(string(text), "\x00")
}
