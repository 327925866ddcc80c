"""Reading in a list of participants in steps: file, columns, check, read in. Nothing is kept before
the last step, and then all or nothing.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QPushButton, QWidget

from ca_desktop.domain.import_columns import ImportField, mapping_problem
from ca_desktop.domain.participant_import import Columns, ImportRow
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.tables import TableIn
from ca_desktop.i18n import N_, _, ngettext
from ca_desktop.services.imports import Guess
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.reading_columns import ColumnsStep
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.file_dialog import ask_file, ask_save
from ca_desktop.ui.kit.jobs import Progress
from ca_desktop.ui.kit.list_detail import ListDetailPage
from ca_desktop.ui.kit.list_menu import ListAction
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.kit.step_dialog import StepDialog
from ca_desktop.ui.pages.participants.reading_check import CheckStep
from ca_desktop.ui.pages.participants.reading_first import first_step

STEPS = (N_("1 File"), N_("2 Columns"), N_("3 Check"), N_("4 Done"))
FILE, COLUMNS, CHECK, DONE = range(4)


class ReadingDialog(StepDialog):
    """Each step shows what the step before gave; Escape stops what runs and keeps nothing."""

    step_texts = STEPS

    def __init__(self, parent: QWidget, session: Session, desk: Desk) -> None:
        super().__init__(parent, desk, _("Read in a list of participants"))
        self._session = session
        self._table: TableIn | None = None
        self._chosen: Columns = ()
        self._left_out: Sequence[ImportRow] = ()
        self.columns: ColumnsStep[ImportField] = ColumnsStep(
            ImportField, lambda one: one.text, mapping_problem
        )
        self.check = CheckStep()
        self.outcome = label("", "heading")
        self.save_rest = QPushButton(_("Save the rows that were left out …"))
        self.lay_out((first_step(), self.columns, self.check, self.outcome), self.save_rest)
        self.save_rest.clicked.connect(lambda: self._ask_rest())
        self.columns.changed.connect(self.say_next)
        self.check.changed.connect(self.say_next)
        self.show_step(FILE)

    def show_step(self, step: int) -> None:
        """Show a step, with what its buttons do."""
        super().show_step(step)
        self.save_rest.setVisible(step == DONE and bool(self._left_out))

    def next_text(self) -> str:
        taken = len(self.check.chosen)
        texts = (
            _("Choose a file …"),
            _("Check the rows"),
            ngettext("Read in {n} participant", "Read in {n} participants", taken),
            _("Close"),
        )
        return texts[self.step]

    def is_ready(self) -> bool:
        return (True, not self.columns.has_problem, bool(self.check.chosen), True)[self.step]

    def read(self, path: Path) -> None:
        """Read this file and go on to its columns."""
        imports = self._session.imports

        def work(_progress: Progress) -> tuple[TableIn, Guess]:
            table = imports.read(path)
            return table, imports.guess(table)

        self.run(work, self._show_columns, _("Reading the list"))

    def go_on(self) -> None:
        """What the primary button does in this step."""
        (self._ask_file, self._check, self._take_in, self.accept)[self.step]()

    def write_rest(self, path: Path) -> None:
        """Write the rows that were left out, each with the reason."""
        assert self._table is not None
        table, rows, imports = self._table, self._left_out, self._session.imports
        self.run(
            lambda _progress: imports.write_failed(table, rows, path),
            lambda _none: self.notice.say(_("Saved: {path}", path=path), "good"),
            _("Saving the list"),
        )

    # -- inside ----------------------------------------------------------------------------------

    def _ask_file(self) -> None:
        kinds = _("Lists (*.xlsx *.csv *.txt *.xls *.ods)")
        ask_file(self, self.windowTitle(), kinds, self.read)

    def _show_columns(self, found: tuple[TableIn, Guess]) -> None:
        self._table, guess = found
        self.columns.show_table(
            self._table,
            guess.columns,
            is_remembered=guess.is_remembered,
            refused=[one.text if one else "" for one in guess.refused],
        )
        self.show_step(COLUMNS)

    def _check(self) -> None:
        assert self._table is not None
        table, chosen, imports = self._table, self.columns.chosen, self._session.imports
        self._chosen = chosen
        self.run(
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
        self.run(
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
