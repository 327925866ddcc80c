"""A paper beside what it is made from: the preview, what happened to it, and the ways out."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ca_desktop.i18n import _
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.empty_state import EmptyState
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.file_dialog import ask_save
from ca_desktop.ui.kit.icons import icon
from ca_desktop.ui.kit.marks import Notice
from ca_desktop.ui.kit.preview import Preview, PrinterDialog
from ca_desktop.ui.kit.printing import print_pdf, printers

Issue = Callable[[Path | None], object]


class PaperPane(QWidget):
    """Shows a paper. `issue(path)` lets it leave the house; path None: it goes to a printer.

    Only a paper that stands here as it will print can be issued: `wait()` closes the ways out.
    `ask_first(then)` may ask something before a way out is taken.
    """

    def __init__(self, desk: Desk, hint: str, issue: Issue, said: str = "") -> None:
        super().__init__()
        self._desk, self._issue = desk, issue
        self.ask_first: Callable[[Callable[[], object]], object] = lambda then: then()
        self._is_said = False
        self._was_at: QWidget | None = None
        self._said = said or _("Issued. The program keeps the exact paper, under Issued.")
        self.preview = Preview(may_save=False)
        self.notice = Notice("", "good")
        self.hint = EmptyState(hint, icon="file-text")
        self.save_button = QPushButton(icon("download", "accent_ink"), " " + _("Save as PDF …"))
        self.save_button.setProperty("role", "primary")
        self.print_button = QPushButton(icon("printer"), " " + _("Print …"))
        self.save_button.clicked.connect(self._choose_file)
        self.print_button.clicked.connect(self._choose_printer)
        self._stack = QStackedWidget()
        self._lay_out()
        self.clear()

    def show_paper(self, pdf: bytes, file_name: str) -> None:
        """Show this paper, on the page that was open; it can be issued now."""
        page = self.preview.page
        self.preview.show_pdf(pdf, file_name)
        self.preview.go(page)
        self._stack.setCurrentWidget(self.preview)
        if not self._is_said:
            self.notice.say("")
        self._let_out(True)

    def clear(self, hint: str = "") -> None:
        """Show no paper, but what to do first."""
        if hint:
            self.hint.words.setText(hint)
        self.preview.clear()
        self._stack.setCurrentWidget(self.hint)
        self.forget()
        self._let_out(False)

    def forget(self) -> None:
        """What was said of an earlier paper is not about this one."""
        self._is_said = False
        self.notice.say("")

    def hold(self, message: str) -> None:
        """Something is missing: an older paper stays in sight, but can't be issued."""
        if self.preview.pdf:
            self.wait()
            self.forget()
            self.notice.say(message, "warning")
        else:
            self.clear(message)

    def refuse(self, message: str) -> None:
        """No paper, and why not."""
        self.clear(_("There is no paper to show."))
        self.notice.say(message, "warning")

    def wait(self, hint: str = "") -> None:
        """What stands here is no longer what would print; `hint` says so where nothing stands."""
        if hint and not self.preview.pdf:
            self.hint.words.setText(hint)
        self._let_out(False)

    def save_to(self, path: Path) -> None:
        """Issue the paper as a file."""
        self._desk.saves.run(
            lambda: self._issue(path),
            then=lambda _done: self._say_issued(_("Saved as {path}.", path=path)),
            failed=lambda error: show_error(error, self),
            owner=self,
        )

    def print_on(self, printer: str) -> None:
        """Issue the paper and send it to this printer."""
        self._desk.saves.run(
            lambda: self._issue(None),
            then=lambda _done: self._send(printer),
            failed=lambda error: show_error(error, self),
            owner=self,
        )

    def _send(self, printer: str) -> None:
        pdf, name = self.preview.pdf, self.preview.file_name
        self._desk.jobs.run(
            lambda _progress: print_pdf(pdf, printer, name),
            then=lambda _done: self._say_issued(_("Sent to {printer}.", printer=printer)),
            owner=self,
            label=_("Printing"),
        )

    def _say_issued(self, where: str) -> None:
        """Stays until somebody changes what the paper says, also when it is made again."""
        self._is_said = True
        self.notice.say("\n".join((where, self._said)), "good")

    def _let_out(self, on: bool) -> None:
        """A button that is closed for a moment gives the keyboard to the paper, not to whatever
        comes next in the window.
        """
        here = self.window().focusWidget()
        if not on and here in (self.save_button, self.print_button):
            self._was_at = here
            self.preview.setFocus()
        self.save_button.setEnabled(on)
        self.print_button.setEnabled(on)
        button, here = self._was_at, self.window().focusWidget()
        if on and button is not None:
            self._was_at = None
            if here is not None and self.preview.isAncestorOf(here):
                button.setFocus()

    def _choose_file(self) -> None:
        name = self.preview.file_name
        self.ask_first(lambda: ask_save(self, _("Save the paper"), name, "pdf", self.save_to))

    def _choose_printer(self) -> None:
        self.ask_first(lambda: PrinterDialog(self, printers()).ask(self.print_on))

    def _lay_out(self) -> None:
        self._stack.addWidget(self.hint)
        self._stack.addWidget(self.preview)
        self.button_bar = QWidget()
        row = QHBoxLayout(self.button_bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.save_button)
        row.addWidget(self.print_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._stack, 1)
        column.addWidget(self.notice)
        column.addWidget(self.button_bar)
