package board

// Habit is how somebody would live with the way to work.
type Habit string

// The habits, by distance on the road. They are hints for people, who judge
// for themselves: nobody is kept from a job by them.
const (
	Daily     Habit = "daily"     // there and back every day
	Weekly    Habit = "weekly"    // home at weekends
	Dormitory Habit = "dormitory" // home now and then
)

// The distances from which one lives otherwise, in kilometres on the road.
const (
	weeklyKM    = 60
	dormitoryKM = 120
)

// HabitOf returns the habit that a distance suggests; 0 is not known.
func HabitOf(km int) (habit Habit, ok bool) {
	switch {
	case km <= 0:
		return "", false
	case km < weeklyKM:
		return Daily, true
	case km < dormitoryKM:
		return Weekly, true
	}
	return Dormitory, true
}
