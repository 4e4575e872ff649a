package obligations

import (
	"context"

	"cauviec/internal/obligation"
	"cauviec/web/locale"
	"cauviec/web/ui"
)

func judgeForm(ctx context.Context, v view) form {
	const name = string(obligation.Judge)
	label := "obligation.do.judge"
	if v.Kind == obligation.Request {
		label = "obligation.do.judge_request"
	}
	waiting, _ := v.Waiting()
	why := v.field(ctx, name, "reason", "obligation.field.reason.judge", "")
	why.Optional, why.Rows = true, 2
	f := v.blank(ctx, name, "/bao-cao/"+itoa(waiting.ID)+"/chap-nhan", label, "check").ask(ui.TextArea, why)
	f.version, f.about = v.Version, &waiting
	return f
}

func returnForm(ctx context.Context, v view) form {
	const name = string(obligation.ReturnReport)
	waiting, _ := v.Waiting()
	f := v.blank(ctx, name, "/bao-cao/"+itoa(waiting.ID)+"/tra-lai", "obligation.do.return", "undo-2").
		ask(ui.TextArea, v.field(ctx, name, "reason", "obligation.field.reason.return", ""))
	f.version = v.Version
	return f
}

func decideForm(ctx context.Context, v view) form {
	const name = string(obligation.DecideExtension)
	asked, _ := v.Asked()
	why := v.field(ctx, name, "reason", "obligation.field.reason.decide", "")
	why.Optional, why.Rows, why.Help = true, 2, locale.T(ctx, "obligation.field.reason.decide.help")
	f := v.blank(ctx, name, "/gia-han/"+itoa(asked.ID)+"/quyet-dinh", "obligation.do.decide_extension", "calendar-check").ask(ui.TextArea, why)
	f.help = locale.T(ctx, "obligation.extension.asked", asked.FromDay, asked.ToDay) + ". " + asked.Reason
	f.buttons = []button{
		{ui.Primary, locale.T(ctx, "obligation.do.grant"), "decision", string(obligation.Granted)},
		{ui.Danger, locale.T(ctx, "obligation.do.refuse"), "decision", string(obligation.Refused)},
	}
	return f
}

// remindForm holds the draft, which is Vietnamese whatever the reader reads:
// it goes to offices here.
func remindForm(ctx context.Context, v view) form {
	const name = string(obligation.Remind)
	label := "obligation.do.remind"
	if v.Kind == obligation.Request {
		label = "obligation.do.remind_request"
	}
	draft := v.DraftReminder(v.today, v.calendar)
	words := v.field(ctx, name, "words", "obligation.field.words.remind", draftWords(locale.With(ctx, locale.Vi), draft))
	words.Rows, words.Help = 10, locale.T(ctx, "obligation.field.words.remind.help")
	f := v.blank(ctx, name, "/don-doc", label, "bell").ask(ui.TextArea, words)
	if locale.Of(ctx) == locale.En {
		f.gloss = draftWords(ctx, draft)
	}
	return f
}

func suspendForm(ctx context.Context, v view) form {
	f := v.reasoned(ctx, string(obligation.Suspend), "/tam-dung", "obligation.do.suspend", "pause")
	f.kind = ui.Danger
	return f
}

func resumeForm(ctx context.Context, v view) form {
	return v.reasoned(ctx, string(obligation.Resume), "/tiep-tuc", "obligation.do.resume", "play")
}

func reassignForm(ctx context.Context, v view) form {
	const name = string(obligation.Reassign)
	to := v.field(ctx, name, "body", "obligation.field.body", "")
	to.Blank, to.Options = locale.T(ctx, "obligation.field.body.blank"), bodyOptions(ctx, v.heirs)
	return v.blank(ctx, name, "/chuyen-giao", "obligation.do.reassign", "arrow-right").
		ask(ui.Select, to).
		ask(ui.TextArea, v.field(ctx, name, "reason", "obligation.field.reason", ""))
}

// reasoned is a form that asks for nothing but a reason.
func (v view) reasoned(ctx context.Context, name, path, label, icon string) form {
	return v.blank(ctx, name, path, label, icon).ask(ui.TextArea, v.field(ctx, name, "reason", "obligation.field.reason", ""))
}
