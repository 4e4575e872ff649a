package localpg

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// clusterRules is where Debian's packages read whether to make a cluster.
const clusterRules = "/etc/postgresql-common/createcluster.d"

// installed lets root install Debian's own package, of the version that the
// data need or the one that the distribution prefers.
func (f *finder) installed(ctx context.Context, major int) ([]string, error) {
	apt, err := exec.LookPath("apt-get")
	if err != nil || os.Geteuid() != 0 {
		return nil, nil
	}
	name := "postgresql"
	if major != 0 {
		name = fmt.Sprintf("postgresql-%d", major)
	}
	if err := forbidCluster(); err != nil {
		return nil, err
	}
	f.log.Info("installing PostgreSQL", "package", name)
	for _, args := range [][]string{
		{"update", "-q"},
		{"install", "-q", "-y", "--no-install-recommends", name},
	} {
		cmd := exec.CommandContext(ctx, apt, args...)
		cmd.Env = append(os.Environ(), "DEBIAN_FRONTEND=noninteractive")
		if out, err := cmd.CombinedOutput(); err != nil {
			return nil, fmt.Errorf("apt-get %s: %w %s", args[0], err, lastLine(out))
		}
	}
	return newestFirst("/usr/lib/postgresql/*/bin"), nil
}

// forbidCluster keeps the package from starting a server of its own.
func forbidCluster() error {
	if err := os.MkdirAll(clusterRules, 0o755); err != nil {
		return err
	}
	const rule = "# Written by cauviec, which makes its own data directory.\ncreate_main_cluster = false\n"
	return os.WriteFile(filepath.Join(clusterRules, "cauviec.conf"), []byte(rule), 0o644)
}

func lastLine(out []byte) string {
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	return lines[len(lines)-1]
}
