package vacancies

// MapOf makes maps of the site hold no more than n addresses, for tests.
func (s *Screens) MapOf(n int) { s.mapSize = n }
