"""Students: every practice agreement within reach, with what is in order and what is not."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from ca_desktop.domain.exports import ExportKind
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.domain.practice_agreements import PracticePhase
from ca_desktop.domain.students import MOST_LINES, PracticeTime, StudentFilter
from ca_desktop.i18n import N_, _
from ca_desktop.services.session import Session
from ca_desktop.services.students import StudentLine
from ca_desktop.ui.forms.choices import school_choices
from ca_desktop.ui.forms.export import export_actions
from ca_desktop.ui.forms.practice_now import PracticeNow
from ca_desktop.ui.kit.desk import Desk, Spot
from ca_desktop.ui.kit.filters import Filter
from ca_desktop.ui.kit.icons import icon
from ca_desktop.ui.kit.list_detail import ListDetailPage
from ca_desktop.ui.kit.list_menu import ListAction
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.pages.students.columns import STUDENTS


class StudentSummary(QScrollArea):
    """The agreement of one student in words, and the way to the file; nothing is changed here."""

    is_dirty = False

    def __init__(self, session: Session, go: Callable[[], object]) -> None:
        super().__init__()
        self.shown: StudentLine | None = None
        self.name = label("", "title")
        self.open = QPushButton(icon("arrow-right"), " " + _("Open internship in the file"))
        self.open.setProperty("role", "primary")
        self.open.clicked.connect(lambda: go())
        self.now = PracticeNow(session)
        body = QWidget()
        body.setObjectName("form-body")
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.name)
        column.addWidget(self.now)
        column.addWidget(self.open)
        column.addStretch(1)
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusProxy(self.open)

    def show_record(self, record: StudentLine) -> None:
        """Show this student."""
        self.shown = record
        self.name.setText(record.participant.full)
        self.now.show_line(record.line)

    def try_save(self, then: Callable[[], object] = lambda: None) -> None:
        """There is nothing to save."""
        then()

    def discard(self) -> None:
        """There is nothing to throw away."""

    def wait_for_save(self, _then: Callable[[], object]) -> bool:
        """Nothing is under way."""
        return False


class StudentsPage(ListDetailPage[StudentLine]):
    """Enter goes to the section about practice in the file of the student."""

    key = "students"
    title = N_("Students")
    topics = frozenset(
        {
            "practice_agreements",
            "practice_sheets",
            "school_holidays",
            "supervisors",
            "participants",
            "partners",
            "attendance",
            "accreditations",
            "accreditation_steps",
            "centre_settings",
        }
    )
    empty_text = N_(
        "No practice agreement fits. Add one in the file of a participant, under Internship."
    )
    choose_text = N_("Choose a student in the list.")
    list_share = 60
    columns = STUDENTS

    def __init__(self, session: Session, desk: Desk) -> None:
        self._session = session
        super().__init__(desk)

    def may_add(self) -> bool:
        return False

    def list_actions(self) -> Sequence[ListAction]:
        return export_actions(self, self._session, ExportKind.STUDENTS, self._fitting)

    def filters(self) -> Sequence[Filter]:
        return (
            Filter(
                key="time",
                text=N_("When"),
                options=lambda: [(one, one.text) for one in PracticeTime],
                start=PracticeTime.NOW,
            ),
            Filter(key="school", text=N_("School"), options=lambda: school_choices(self._session)),
            Filter(
                key="path",
                text=N_("Learning path"),
                options=lambda: [(one, one.text) for one in LearningPath],
            ),
            Filter(
                key="phase",
                text=N_("Phase"),
                options=lambda: [(one, one.text) for one in PracticePhase],
            ),
            Filter(key="unsigned", text=N_("Not signed")),
            Filter(key="not_covered", text=N_("Not plainly covered")),
        )

    def name_of(self, row: StudentLine) -> str:
        return row.participant.full

    def fetch(self, search: str) -> Sequence[StudentLine]:
        return self._session.students.lines(search, self._chosen())

    def make_detail(self) -> StudentSummary:
        return StudentSummary(self._session, self.open_file)

    def refresh(self) -> None:
        super().refresh()
        shown = self.model.rowCount()
        if shown == MOST_LINES:
            search = self.pane.search.text().strip()
            total = self._session.students.count(search, self._chosen())
            if total > shown:
                self.pane.show_cut(shown, total)

    def open_file(self) -> None:
        """Go to the agreement in the file of the chosen student."""
        row = self.table.current_row()
        if row is not None:
            spot = Spot(row.agreement.participant_id, "practice", row.id)
            self.desk.navigate("participants", spot)

    # -- inside --------------------------------------------------------------------------------

    def _enter_detail(self) -> None:
        self.open_file()

    def _fitting(self) -> Sequence[UUID]:
        """All agreements that fit, also those that the list leaves out."""
        return self._session.students.order(self.pane.search.text().strip(), self._chosen())

    def _chosen(self) -> StudentFilter:
        kinds = {"time": PracticeTime, "path": LearningPath, "phase": PracticePhase}
        chosen: dict[str, Any] = {
            key: kind(self.filter(key)) if self.filter(key) else None for key, kind in kinds.items()
        }
        return StudentFilter(
            time=chosen["time"],
            school_id=self.filter("school"),
            learning_path=chosen["path"],
            phase=chosen["phase"],
            unsigned=bool(self.filter("unsigned")),
            not_covered=bool(self.filter("not_covered")),
        )
