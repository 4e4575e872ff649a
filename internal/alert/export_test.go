package alert

// The lengths of a device's keys in bytes, for tests.
const (
	PushKeyBytes  = pushKeyBytes
	PushAuthBytes = pushAuthBytes
)
