package board

import "testing"

func TestHabitOf(t *testing.T) {
	t.Parallel()
	for km, want := range map[int]Habit{0: "", 1: Daily, 59: Daily, 60: Weekly, 119: Weekly, 120: Dormitory, 300: Dormitory} {
		if got, ok := HabitOf(km); got != want || ok != (want != "") {
			t.Errorf("HabitOf(%d) = %q, %v, want %q", km, got, ok, want)
		}
	}
}
