package startup

import "cauviec/internal/demo"

// DemoPassword is the password of every account of the sample world.
const DemoPassword = demo.Password

// SignIn is an account of the sample world and whose it is.
type SignIn struct {
	Username string
	Who      string
}

// DemoSignIns are the accounts to begin with; every other body has one too,
// its user name being the body's slug.
var DemoSignIns = []SignIn{
	{"ls-ubnd", "UBND tỉnh Lạng Sơn: who is late, who is silent; enters papers, judges reports"},
	{"ls-sldtbxh", "Sở Lao động - Thương binh và Xã hội Lạng Sơn"},
	{"ls-ttdvvl", "Trung tâm Dịch vụ việc làm Lạng Sơn: publishes vacancies, refers people"},
	{"ls-sgtvt", "Sở Giao thông vận tải Lạng Sơn: the coach line, with bg-sgtvt"},
	{"ls-bao", "Báo Lạng Sơn: the joint media plan, with bg-bao (and ls-dai with bg-dai)"},
	{"ls-huu-lung", "UBND huyện Hữu Lũng: one of the 11 districts, its drives and communes"},
	{"bg-ubnd", "UBND tỉnh Bắc Giang: what Lạng Sơn asks for"},
	{"bg-ttdvvl", "Trung tâm Dịch vụ việc làm Bắc Giang: relays orders for workers"},
	{"bg-bqlkcn", "Ban Quản lý các khu công nghiệp Bắc Giang: verifies employers"},
}
