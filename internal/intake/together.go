package intake

import (
	"errors"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

// together does n things on half of the processors: pages are answered on the
// others. A panic in one is an error of all.
func together(n int, do func(i int)) error {
	var next atomic.Int64
	var works sync.WaitGroup
	workers := max(1, runtime.GOMAXPROCS(0)/2)
	broken := make(chan error, workers)
	for range workers {
		works.Go(func() {
			broken <- guarded(func() error {
				for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
					runtime.Gosched() // who waits for a page goes first
					do(i)
				}
				return nil
			})
		})
	}
	works.Wait()
	close(broken)
	var all error
	for err := range broken {
		all = errors.Join(all, err)
	}
	return all
}

// guarded makes a panic an error: a sheet must not bring the program down.
func guarded(do func() error) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("panic: %v", cause)
		}
	}()
	return do()
}
