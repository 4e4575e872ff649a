package obligations

import (
	"context"

	"cauviec/internal/attachment"
	"cauviec/internal/obligation"
	"cauviec/web/locale"
	"cauviec/web/ui"
)

func receiveForm(ctx context.Context, v view) form {
	label := "obligation.do.receive"
	if v.Kind == obligation.Request {
		label = "obligation.do.receive_request"
	}
	return v.blank(ctx, string(obligation.Receive), "/tiep-nhan", label, "check")
}

func progressForm(ctx context.Context, v view) form {
	const name = string(obligation.Progress)
	return v.blank(ctx, name, "/cap-nhat", "obligation.do.progress", "message-square").
		ask(ui.TextArea, v.field(ctx, name, "words", "obligation.field.words.progress", ""))
}

func reportForm(ctx context.Context, v view) form {
	const name = string(obligation.Report)
	words := v.field(ctx, name, "words", "obligation.field.words.report", "")
	words.Rows = 6
	enclosed := v.field(ctx, name, attachment.Field, "obligation.field.files", "")
	enclosed.Help = locale.T(ctx, "obligation.field.files.help", obligation.ReportFiles.Files, obligation.ReportFiles.Megabytes())
	enclosed.Optional, enclosed.Multiple, enclosed.Accept = true, true, obligation.ReportFiles.Accept()
	f := v.blank(ctx, name, "/bao-cao", "obligation.do.report", "send").ask(ui.TextArea, words).ask(ui.File, enclosed)
	f.encoding = fileForm
	return f
}

func answerForm(ctx context.Context, v view) form {
	const name = string(obligation.Answer)
	words := v.field(ctx, name, "words", "obligation.field.words.answer", "")
	words.Rows = 6
	return v.blank(ctx, name, "/tra-loi", "obligation.do.answer", "reply").ask(ui.TextArea, words)
}

func askForm(ctx context.Context, v view) form {
	const name = string(obligation.AskExtension)
	to := v.field(ctx, name, "to", "obligation.field.to", "")
	to.Placeholder, to.Width = "dd/mm/yyyy", ui.Short
	to.Help = locale.T(ctx, "obligation.field.to.help", v.DueOn)
	return v.blank(ctx, name, "/gia-han", "obligation.do.ask_extension", "calendar-plus").
		ask(ui.Input, to).
		ask(ui.TextArea, v.field(ctx, name, "reason", "obligation.field.reason", ""))
}

func passOnForm(ctx context.Context, v view) form {
	f := v.blank(ctx, string(obligation.PassOn), "/giao-xa", "obligation.do.pass_on", "share-2")
	f.help = locale.T(ctx, "obligation.do.pass_on.help")
	return f
}

func stateForm(ctx context.Context, v view) form {
	now, note := "", ""
	for _, b := range v.Beside {
		if b.Role == obligation.Counterpart && b.BodyID == v.actor.Body && b.State != obligation.Unanswered {
			now, note = string(b.State), b.Note
		}
	}
	state := v.field(ctx, stating, "state", "obligation.field.state", now)
	for _, stand := range obligation.Stands() {
		state.Options = append(state.Options, ui.Option{Value: string(stand), Label: locale.T(ctx, "obligation.status."+string(stand))})
	}
	why := v.field(ctx, stating, "note", "obligation.field.note", note)
	why.Optional, why.Help = true, locale.T(ctx, "obligation.field.note.help")
	return v.blank(ctx, stating, "/doi-tac", "obligation.do.state", "handshake").ask(ui.Radios, state).ask(ui.TextArea, why)
}
