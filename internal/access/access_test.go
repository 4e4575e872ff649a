package access

import "testing"

func TestNobodyMayWhatNoRuleGrants(t *testing.T) {
	t.Parallel()
	for _, seat := range Seats() {
		a := Actor{Account: 1, Body: 7, Bodies: []int64{7}, Seat: seat, Role: System}
		if a.May("a_need_without_a_rule") {
			t.Errorf("%s may do what no rule grants", seat)
		}
		if s := a.Scope("a_need_without_a_rule"); s.All || s.Body != 0 || s.Bodies != nil {
			t.Errorf("%s: scope %+v sees something", seat, s)
		}
	}
}

func TestVisitorsMayOnlyWhatIsPublic(t *testing.T) {
	t.Parallel()
	for need := range policy {
		if (Actor{}).May(need) {
			t.Errorf("a visitor may %s", need)
		}
	}
	if !(Actor{}).May(Public) || (Actor{}).May(SignedIn) {
		t.Error("a visitor may what is public and nothing that asks for an account")
	}
}

func TestReach(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		seat Seat
		need Need
		may  bool
		all  bool
	}{
		{"the centre publishes", sourceCentre, PublishVacancies, true, true},
		{"an employer does not publish", employer, PublishVacancies, false, false},
		{"the Office sees every obligation", sourceOffice, ReadObligations, true, true},
		{"a district sees its own", sourceDistrict, ReadObligations, true, false},
		{"the Office sees no personal data", sourceOffice, ReadCandidates, false, false},
		{"the department of labour sees no personal data", sourceLabour, ReadCandidates, false, false},
		{"media see no personal data", sourcePaper, ReadCandidates, false, false},
		{"nobody but the Office judges", sourceLabour, JudgeObligations, false, false},
		{"not even the other province's office", destinationOffice, JudgeObligations, false, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			a := Actor{Account: 1, Body: 7, Bodies: []int64{7}, Seat: tt.seat, Role: Staff}
			if got := a.May(tt.need); got != tt.may {
				t.Errorf("May: got %v, want %v", got, tt.may)
			}
			if got := a.Scope(tt.need).All; got != tt.all {
				t.Errorf("Scope.All: got %v, want %v", got, tt.all)
			}
		})
	}
}

func TestOnlyAdministratorsKeepAccounts(t *testing.T) {
	t.Parallel()
	for role, want := range map[Role]bool{Staff: false, Admin: true, System: true} {
		a := Actor{Account: 1, Body: 7, Bodies: []int64{7}, Seat: sourceCentre, Role: role}
		if got := a.May(ManageAccounts); got != want {
			t.Errorf("%s: May(ManageAccounts) = %v, want %v", role, got, want)
		}
		if got := a.May(CreateAccounts); got != want {
			t.Errorf("%s: May(CreateAccounts) = %v, want %v", role, got, want)
		}
		a.Seat.Kind = Employer // its users are invited
		if got, want := a.May(CreateAccounts), role == System; got != want {
			t.Errorf("%s of an employer: May(CreateAccounts) = %v, want %v", role, got, want)
		}
		if got, want := a.May(ManageBodies), role == System; got != want {
			t.Errorf("%s: May(ManageBodies) = %v, want %v", role, got, want)
		}
	}
}

func TestASuspendedEmployersUsersOnlyLook(t *testing.T) {
	t.Parallel()
	a := Actor{Account: 1, Body: 7, Bodies: []int64{7}, Seat: employer, Role: Admin, Employer: 3, Suspended: true}
	for _, need := range []Need{Public, SignedIn, ReadEmployers, ReadVacancies, ReadDrafts, ReadDrives, CountCandidates} {
		if !a.May(need) {
			t.Errorf("may not %s", need)
		}
	}
	for need := range policy {
		if a.May(need) && !looked[need] {
			t.Errorf("may %s", need)
		}
	}
	if a.May(ManageAccounts) || a.May(ReadCandidates) || a.Scope(WriteVacancies).Employer != 0 {
		t.Error("keeps accounts, reads people or writes vacancies")
	}
}
