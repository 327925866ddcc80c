"""Reading in a list of participants in steps: file, columns, check, read in. Nothing is kept before
the last step, and then all or nothing.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ca_desktop.domain.errors import UserError
from ca_desktop.domain.import_columns import mapping_problem
from ca_desktop.domain.participant_import import Columns, ImportRow
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.tables import TableIn
from ca_desktop.i18n import N_, _, ngettext
from ca_desktop.services.imports import Guess
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.dialog_room import resize_within_screen
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.file_dialog import ask_file, ask_save
from ca_desktop.ui.kit.jobs import Progress, ProgressStrip
from ca_desktop.ui.kit.list_detail import ListDetailPage
from ca_desktop.ui.kit.list_menu import ListAction
from ca_desktop.ui.kit.marks import Notice, label
from ca_desktop.ui.kit.theme import theme
from ca_desktop.ui.pages.participants.reading_check import CheckStep
from ca_desktop.ui.pages.participants.reading_columns import ColumnsStep
from ca_desktop.ui.pages.participants.reading_first import first_step

STEPS = (N_("1 File"), N_("2 Columns"), N_("3 Check"), N_("4 Done"))
FILE, COLUMNS, CHECK, DONE = range(4)


class ReadingDialog(QDialog):
    """Each step shows what the step before gave; Escape stops what runs and keeps nothing."""

    def __init__(self, parent: QWidget, session: Session, desk: Desk) -> None:
        super().__init__(parent)
        self._session, self._desk = session, desk
        self._table: TableIn | None = None
        self._chosen: Columns = ()
        self._running: Progress | None = None
        self._left_out: Sequence[ImportRow] = ()
        self.setWindowTitle(_("Read in a list of participants"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.where = label("", "muted", wrap=False)
        self.notice = Notice()
        self.columns, self.check = ColumnsStep(), CheckStep()
        self.outcome = label("", "heading")
        self.back = QPushButton(_("Go back"))
        self.save_rest = QPushButton(_("Save the rows that were left out …"))
        self.next = QPushButton()
        self._lay_out()
        self._connect()
        self.show_step(FILE)

    @property
    def step(self) -> int:
        """Which step is shown."""
        return self._steps.currentIndex()

    def show_step(self, step: int) -> None:
        """Show a step, with what its buttons do."""
        self._steps.setCurrentIndex(step)
        self.where.setText("   ›   ".join(_(one) for one in STEPS[: step + 1]))
        self.back.setText(_("Go back") if step in (COLUMNS, CHECK) else _("Close"))
        self.back.setVisible(step != DONE)
        self.save_rest.setVisible(step == DONE and bool(self._left_out))
        self._say_next()
        (self.next, self.columns, self.check, self.next)[step].setFocus()

    def read(self, path: Path) -> None:
        """Read this file and go on to its columns."""
        imports = self._session.imports

        def work(_progress: Progress) -> tuple[TableIn, Guess]:
            table = imports.read(path)
            return table, imports.guess(table)

        self._run(work, self._show_columns, _("Reading the list"))

    def go_on(self) -> None:
        """What the primary button does in this step."""
        (self._ask_file, self._check, self._take_in, self.accept)[self.step]()

    def write_rest(self, path: Path) -> None:
        """Write the rows that were left out, each with the reason."""
        assert self._table is not None
        table, rows, imports = self._table, self._left_out, self._session.imports
        self._run(
            lambda _progress: imports.write_failed(table, rows, path),
            lambda _none: self.notice.say(_("Saved: {path}", path=path), "good"),
            _("Saving the list"),
        )

    def reject(self) -> None:
        """Back one step; from the first, or while something runs, stop."""
        if self._running is not None:
            self._running.cancel()
            self._set_running(None)
        elif self.step in (COLUMNS, CHECK):
            self.notice.say("")
            self.show_step(self.step - 1)
        else:
            super().reject()

    # -- inside ----------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._steps = QStackedWidget()
        for page in (first_step(), self.columns, self.check, self.outcome):
            self._steps.addWidget(page)
        self.next.setProperty("role", "primary")
        self.next.setDefault(True)
        for button in (self.back, self.save_rest):
            button.setAutoDefault(False)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.save_rest)
        row.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(8)
        column.addWidget(self.where)
        column.addWidget(self.notice)
        column.addWidget(self._steps, 1)
        column.addWidget(ProgressStrip(self._desk.jobs))
        column.addLayout(row)
        resize_within_screen(self, theme().px(960), theme().px(600))

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.reject())
        self.next.clicked.connect(lambda: self.go_on())
        self.save_rest.clicked.connect(lambda: self._ask_rest())
        self.columns.changed.connect(self._say_next)
        self.check.changed.connect(self._say_next)

    def _say_next(self) -> None:
        taken = len(self.check.chosen)
        texts = (
            _("Choose a file …"),
            _("Check the rows"),
            ngettext("Read in {n} participant", "Read in {n} participants", taken),
            _("Close"),
        )
        ready = (True, not mapping_problem(self.columns.chosen), bool(taken), True)
        self.next.setText(texts[self.step])
        self.next.setEnabled(self._running is None and ready[self.step])

    def _run(
        self, work: Callable[[Progress], Any], then: Callable[[Any], object], words: str
    ) -> None:
        self.notice.say("")

        def finished(result: Any) -> None:
            self._set_running(None)
            then(result)

        self._set_running(
            self._desk.jobs.run(work, then=finished, failed=self._refuse, owner=self, label=words)
        )

    def _set_running(self, progress: Progress | None) -> None:
        self._running = progress
        self.back.setText(_("Cancel") if progress else _("Go back"))
        self._say_next()

    def _refuse(self, error: Exception) -> None:
        self._set_running(None)
        if isinstance(error, UserError):
            self.notice.say(error.message, "danger")
        else:
            show_error(error, self)

    def _ask_file(self) -> None:
        kinds = _("Lists (*.xlsx *.csv *.txt *.xls *.ods)")
        ask_file(self, self.windowTitle(), kinds, self.read)

    def _show_columns(self, found: tuple[TableIn, Guess]) -> None:
        self._table, guess = found
        self.columns.show_table(self._table, guess)
        self.show_step(COLUMNS)

    def _check(self) -> None:
        assert self._table is not None
        table, chosen, imports = self._table, self.columns.chosen, self._session.imports
        self._chosen = chosen
        self._run(
            lambda progress: imports.preview(table, chosen, progress.step),
            self._show_rows,
            _("Checking the list"),
        )

    def _show_rows(self, rows: Sequence[ImportRow]) -> None:
        assert self._table is not None
        self.check.show_rows(self._table, self._chosen, rows)
        self.show_step(CHECK)

    def _take_in(self) -> None:
        assert self._table is not None
        table, columns, imports = self._table, self._chosen, self._session.imports
        numbers = self.check.chosen
        self._run(
            lambda progress: imports.take_in(table, columns, numbers, progress.step),
            self._show_done,
            _("Reading in"),
        )

    def _show_done(self, count: int) -> None:
        self._left_out = self.check.left_out
        words = ngettext(
            "{n} participant was read in. You can undo this with Ctrl+Z.",
            "{n} participants were read in. You can undo this with Ctrl+Z.",
            count,
        )
        rest = len(self._left_out)
        if rest:
            words += " " + ngettext("{n} row was left out.", "{n} rows were left out.", rest)
        self.outcome.setText(words)
        self.show_step(DONE)

    def _ask_rest(self) -> None:
        ask_save(self, self.save_rest.text(), _("left-out") + ".xlsx", "xlsx", self.write_rest)


def reading_actions(page: ListDetailPage[Any], session: Session) -> tuple[ListAction, ...]:
    """The line in the menu of the list, for whoever may read in lists."""
    if not page.desk.is_allowed(Action.IMPORT_LISTS):
        return ()
    return (
        ListAction(
            text=N_("Read in a list …"),
            do=lambda: ReadingDialog(page.window(), session, page.desk).open(),
            icon="upload",
        ),
    )
