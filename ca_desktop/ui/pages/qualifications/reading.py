"""Reading in a list of programmes in steps: file, columns, differences, done. Nothing is kept
before the last step, and then all or nothing; what is in use keeps its own copy.
"""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ca_desktop.domain.qualification_columns import Columns, QualificationField, mapping_problem
from ca_desktop.domain.tables import TableIn
from ca_desktop.i18n import N_, _, ngettext
from ca_desktop.services.qualification_import import ColumnGuess, Comparison
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.reading_columns import ColumnsStep
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.fields import TextField
from ca_desktop.ui.kit.file_dialog import ask_file
from ca_desktop.ui.kit.jobs import Progress
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.kit.section_tabs import SectionTabs
from ca_desktop.ui.kit.step_dialog import StepDialog
from ca_desktop.ui.pages.qualifications.reading_kept import KeptPane
from ca_desktop.ui.pages.qualifications.reading_rows import RowsPane

STEPS = (N_("1 File"), N_("2 Columns"), N_("3 Differences"), N_("4 Done"))
FILE, COLUMNS, DIFFERENCES, DONE = range(4)


class DifferencesStep(QWidget):
    """What the list would change, what is in use and stays, and where the list comes from."""

    changed = Signal()

    def __init__(self, go: Callable[[UUID], object]) -> None:
        super().__init__()
        self.rows, self.kept = RowsPane(), KeptPane(go)
        self.tabs = SectionTabs()
        self._panes = QStackedWidget()
        self.tabs.addTab(_("Differences"))
        self.tabs.addTab(_("In use, stays as it is"))
        for pane in (self.rows, self.kept):
            self._panes.addWidget(pane)
        self.tabs.currentChanged.connect(self._panes.setCurrentIndex)
        self.checked = QCheckBox(_("This is SBB's own list: count these codes as checked today"))
        self.checked.toggled.connect(self.rows.take_same)
        self.source = TextField(_("Source"), longest=200)
        self.rows.changed.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        column.addWidget(self._panes, 1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.source, 1)
        row.addWidget(self.checked, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(row)
        self.setFocusProxy(self.rows)

    def show_comparison(self, found: Comparison, name: str) -> None:
        """Show what was found; the name of the file is the source until somebody says better."""
        self.checked.setChecked(False)
        self.rows.show_rows(found.rows, found.codes_in_use)
        self.kept.show_rows(found.kept)
        self.tabs.setCurrentIndex(0)
        self.tabs.setVisible(bool(found.kept))
        self.source.value = self.source.value or name


class ReadingDialog(StepDialog):
    """Each step shows what the step before gave; Escape stops what runs and keeps nothing."""

    step_texts = STEPS

    def __init__(self, parent: QWidget, session: Session, desk: Desk) -> None:
        super().__init__(parent, desk, _("Read in a list of programmes"))
        self._service = session.qualification_import
        self._table: TableIn | None = None
        self._chosen: Columns = ()
        self.columns: ColumnsStep[QualificationField] = ColumnsStep(
            QualificationField, lambda one: one.text, mapping_problem
        )
        self.differences = DifferencesStep(self._open)
        self.outcome = label("", "heading")
        self.lay_out((_first_step(), self.columns, self.differences, self.outcome))
        self.columns.changed.connect(self.say_next)
        self.differences.changed.connect(self.say_next)
        self.show_step(FILE)

    def next_text(self) -> str:
        taken = len(self.differences.rows.chosen)
        texts = (
            _("Choose a file …"),
            _("Show the differences"),
            ngettext("Read in {n} programme", "Read in {n} programmes", taken),
            _("Close"),
        )
        return texts[self.step]

    def is_ready(self) -> bool:
        chosen = bool(self.differences.rows.chosen)
        return (True, not self.columns.has_problem, chosen, True)[self.step]

    def go_on(self) -> None:
        """What the primary button does in this step."""
        (self._ask_file, self._compare, self._take_in, self.accept)[self.step]()

    def read(self, path: Path) -> None:
        """Read this file and go on to its columns."""
        service = self._service

        def work(_progress: Progress) -> tuple[TableIn, ColumnGuess]:
            table = service.read(path)
            return table, service.guess(table)

        self.run(work, self._show_columns, _("Reading the list"))

    # -- inside ----------------------------------------------------------------------------------

    def _ask_file(self) -> None:
        kinds = _("Lists (*.xlsx *.csv *.txt *.xls *.ods)")
        ask_file(self, self.windowTitle(), kinds, self.read)

    def _show_columns(self, found: tuple[TableIn, ColumnGuess]) -> None:
        self._table, guess = found
        self.columns.show_table(self._table, guess.columns, is_remembered=guess.is_remembered)
        self.show_step(COLUMNS)

    def _compare(self) -> None:
        assert self._table is not None
        table, columns, service = self._table, self.columns.chosen, self._service
        self._chosen = columns
        self.run(
            lambda progress: service.preview(table, columns, progress.step),
            self._show_differences,
            _("Comparing the list"),
        )

    def _show_differences(self, found: Comparison) -> None:
        assert self._table is not None
        self.differences.show_comparison(found, self._table.name)
        self.show_step(DIFFERENCES)

    def _take_in(self) -> None:
        assert self._table is not None
        table, columns, service = self._table, self._chosen, self._service
        chosen, source = self.differences.rows.chosen, self.differences.source.value
        is_checked = self.differences.checked.isChecked()
        self.run(
            lambda progress: service.take_in(
                table, columns, chosen, source=source, is_checked=is_checked, step=progress.step
            ),
            self._show_done,
            _("Reading in"),
        )

    def _show_done(self, count: int) -> None:
        self.outcome.setText(
            ngettext(
                "{n} programme was read in. You can undo this with Ctrl+Z.",
                "{n} programmes were read in. You can undo this with Ctrl+Z.",
                count,
            )
        )
        self.show_step(DONE)

    def _open(self, accreditation_id: UUID) -> None:
        desk = self._desk
        self.done(0)
        desk.navigate("accreditations", accreditation_id)


def _first_step() -> QWidget:
    """What to know before a file is chosen."""
    words = (
        _("Choose a file from Excel (.xlsx) or a CSV, such as the list of SBB (koppeltabel)."),
        _(
            "The first row holds the names of the columns. One of them is the code. Equivalents "
            "may stand in one cell, or on several rows with the same code."
        ),
        _("You see first what differs from the list here. Nothing is kept before you say so."),
        _("Accreditations and practice agreements keep what they have."),
    )
    page = QWidget()
    column = QVBoxLayout(page)
    for text in words:
        column.addWidget(label(text))
    column.addStretch(1)
    return page
