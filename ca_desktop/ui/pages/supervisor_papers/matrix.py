"""The tab with supervisors × papers: where the gaps are; Enter opens a paper or adds it."""

from uuid import UUID

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ca_desktop.domain.permissions import Action
from ca_desktop.domain.supervisor_paper_rules import KIND
from ca_desktop.domain.supervisors import Certificate
from ca_desktop.i18n import N_, _, ngettext
from ca_desktop.services.session import Session
from ca_desktop.services.supervisor_papers import PaperMatrix
from ca_desktop.ui.forms.certificate import CertificateForm
from ca_desktop.ui.kit.desk import Desk, Spot
from ca_desktop.ui.kit.empty_state import EmptyState
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.filters import Filter, FilterRow
from ca_desktop.ui.kit.marks import Notice, label
from ca_desktop.ui.kit.record_dialog import RecordDialog
from ca_desktop.ui.kit.section_stack import SectionStack
from ca_desktop.ui.pages.supervisor_papers.matrix_grid import MatrixGrid
from ca_desktop.ui.pages.supervisor_papers.matrix_model import MatrixModel

TOPICS = frozenset(
    {
        "certificates",
        "fixed_supervisors",
        "placements",
        "supervisor_paper_rules",
        "supervisors",
        "trajectories",
    }
)


class MatrixView(QWidget):
    """Read by the worker when somebody looks; the totals on top, what a cell means below."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session, self._desk = session, desk
        self._stale, self._asked = True, 0
        self._wanted: UUID | None = None
        self._matrix = PaperMatrix(rows=(), papers=())
        self.dialog: RecordDialog | None = None
        self.model = MatrixModel()
        self.grid = MatrixGrid(self.model)
        self.total = Notice("", "")
        self.filters = FilterRow([Filter(key="gaps", text=N_("Only gaps"))])
        self.meaning = label("", "muted")
        self._stack = SectionStack()
        self._lay_out()
        self.filters.changed.connect(self._fill)
        self.grid.opened.connect(self.open_cell)
        self.grid.selectionModel().currentChanged.connect(lambda _new, _old: self._say())
        self.setFocusProxy(self.grid)
        desk.changes.on(TOPICS, self, self._on_written)

    def refresh(self) -> None:
        """Read again; what was asked before that counts no longer."""
        self._stale = False
        self._asked += 1
        asked, service = self._asked, self._session.supervisor_papers
        self._desk.jobs.run(
            lambda _progress: service.matrix(),
            then=lambda found: self._show(found) if asked == self._asked else None,
            failed=lambda error: show_error(error, self),
            owner=self,
            label=_("Looking at the papers"),
        )

    def show_supervisor(self, supervisor_id: UUID) -> None:
        """Go to the row of this supervisor."""
        self._wanted = supervisor_id
        self.refresh()

    def open_cell(self, index: QModelIndex) -> None:
        """The certificate at this place, or a new one of that kind; who may not change looks at
        the file. To be of a kind stands with the details.
        """
        row, paper = self.model.at(index)
        held = row.cell(paper).certificate
        if paper.startswith(KIND):
            self._desk.navigate("supervisors", Spot(row.id, "details"))
        elif not self._desk.is_allowed(Action.CHANGE_SUPERVISORS):
            self._desk.navigate(
                "supervisors", Spot(row.id, "certificates", held.id if held else None)
            )
        else:
            record = held or Certificate(
                supervisor_id=row.id, kind=paper, seen_on=self._desk.today()
            )
            self.dialog = RecordDialog.edit(
                self.window(),
                _("Certificate of {name}", name=row.supervisor.name.full),
                CertificateForm(self._desk.today),
                record,
                self._session.supervisors.save_certificate,
                self._desk.saves,
            )

    def showEvent(self, event: QShowEvent) -> None:
        """Reads only when somebody looks."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _on_written(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def _show(self, matrix: PaperMatrix) -> None:
        self._matrix = matrix
        required, recommended = matrix.required_gaps, matrix.recommended_gaps
        words = [
            ngettext(
                "{n} required paper is missing or has expired.",
                "{n} required papers are missing or have expired.",
                required,
            ),
            ngettext(
                "{n} recommended paper is missing or has expired.",
                "{n} recommended papers are missing or have expired.",
                recommended,
            ),
        ]
        if not required and not recommended:
            words = [_("Every paper that is asked is there.")]
        self.total.say(
            " ".join(words), "danger" if required else "warning" if recommended else "good"
        )
        self._fill()

    def _fill(self) -> None:
        here = self.grid.currentIndex()
        place = (max(here.row(), 0), max(here.column(), 0))
        self.model.show(self._matrix, bool(self.filters.values["gaps"]))
        if self._wanted is not None:
            place = (max(self.model.row_of(self._wanted), 0), 0)
            self._wanted = None
        self._stack.setCurrentIndex(0 if self.model.rows and self.model.papers else 1)
        last = (self.model.rowCount() - 1, self.model.columnCount() - 1)
        if min(last) >= 0:
            self.grid.setCurrentIndex(
                self.model.index(min(place[0], last[0]), min(place[1], last[1]))
            )
        self._say()

    def _say(self) -> None:
        index = self.grid.currentIndex()
        shown = index.isValid() and index.row() < self.model.rowCount()
        self.meaning.setText(self.model.spoken(index) if shown else "")

    def _lay_out(self) -> None:
        self._stack.addWidget(self.grid)
        self._stack.addWidget(
            EmptyState(_("Nothing is asked and nothing is missing here."), icon="circle-check")
        )
        help_words = _("Enter opens the paper, or adds it where it is missing.")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 16, 8)
        column.setSpacing(6)
        column.addWidget(self.total)
        column.addWidget(self.filters)
        column.addWidget(self._stack, 1)
        column.addWidget(self.meaning)
        column.addWidget(label(help_words, "help"))
