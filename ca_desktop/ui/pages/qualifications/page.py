"""The page of qualifications: the list that holds here, and what somebody checked with SBB."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from ca_desktop.domain.exports import ExportKind
from ca_desktop.domain.listed_qualifications import TO_BE_VERIFIED, ListedQualification
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.qualifications import Qualification
from ca_desktop.i18n import N_, _
from ca_desktop.services.qualifications import QualificationLine
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.export import export_actions
from ca_desktop.ui.forms.qualification import QualificationForm
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.filters import Filter
from ca_desktop.ui.kit.icons import icon
from ca_desktop.ui.kit.list_detail import ListDetailPage
from ca_desktop.ui.kit.list_menu import ListAction
from ca_desktop.ui.kit.question import Answer, ask
from ca_desktop.ui.kit.removing import ask_remove
from ca_desktop.ui.kit.table import RowAction
from ca_desktop.ui.pages.qualifications.columns import COLUMNS, in_use
from ca_desktop.ui.pages.qualifications.reading import ReadingDialog

OWN, CHANGED = "own", "changed"


class QualificationsPage(ListDetailPage[QualificationLine]):
    """`open_row` takes a code."""

    key = "qualifications"
    title = N_("Programmes")
    topics = frozenset({"qualifications", "accreditations", "practice_agreements"})
    add_text = N_("Add programme")
    new_title = N_("New programme")
    empty_text = N_("Add a programme, or read in the list of SBB.")
    list_share = 60
    columns = COLUMNS

    def __init__(self, session: Session, desk: Desk) -> None:
        self._session = session
        self._service = session.qualifications
        self._may_change = desk.is_allowed(Action.CHANGE_ACCREDITATIONS)
        self.dialog: ReadingDialog | None = None
        super().__init__(desk)
        self._add_buttons()

    def may_add(self) -> bool:
        return self._may_change

    def list_actions(self) -> Sequence[ListAction]:
        return export_actions(self, self._session, ExportKind.QUALIFICATIONS)

    def name_of(self, row: QualificationLine) -> str:
        return row.listed.qualification.name

    def filters(self) -> Sequence[Filter]:
        return (
            Filter(
                key="level",
                text=N_("Level"),
                options=lambda: [(n, _("level {n}", n=n)) for n in range(1, 5)],
            ),
            Filter(key="to_verify", text=N_("To be verified")),
            Filter(key="in_use", text=N_("In use")),
            Filter(
                key="kept",
                text=N_("Origin"),
                options=lambda: [(CHANGED, _("changed here")), (OWN, _("added here"))],
            ),
        )

    def row_actions(self) -> Sequence[RowAction]:
        if not self._may_change:
            return ()
        return (
            RowAction(
                text=N_("Checked with SBB today"),
                do=self._check,
                icon="circle-check",
                keys="Ctrl+T",
            ),
            RowAction(
                text=N_("Put back as it came with the program …"),
                do=lambda rows: self._ask_put_back(rows[0]),
                icon="rotate-ccw",
                fits=lambda rows: len(rows) == 1 and _can_be_put_back(rows[0].listed),
            ),
            RowAction(
                text=N_("Remove …"),
                do=lambda rows: self._ask_remove(rows[0]),
                icon="trash-2",
                keys="Del",
                fits=lambda rows: len(rows) == 1 and rows[0].listed.is_own,
            ),
        )

    def fetch(self, search: str) -> Sequence[QualificationLine]:
        return [line for line in self._service.lines(search) if self._fits(line)]

    def make_detail(self) -> QualificationForm:
        form = QualificationForm(self._about, self._is_shipped, self.desk.today)
        form.set_read_only(not self._may_change)
        return form

    def load(self, row: QualificationLine) -> Qualification:
        return row.listed.qualification

    def save(self, record: Any) -> QualificationLine:
        kept = self._service.save(record)
        listed = self._service.known(kept.code)
        assert listed is not None
        return QualificationLine(listed=listed)

    def blank(self) -> Qualification:
        return self._service.new()

    def open_reading(self) -> None:
        """The window in which a list is read in."""
        self.dialog = ReadingDialog(self.window(), self._session, self.desk)
        self.dialog.open()

    # -- inside --------------------------------------------------------------------------------

    def _add_buttons(self) -> None:
        """What a newcomer would look for in vain in the menu of a row."""
        words = _("Checked with SBB today")
        self.check_button = QPushButton(icon("circle-check"), f" {words}")
        self.check_button.clicked.connect(lambda: self._check(self.table.selected_rows()))
        words = _("Read in a list …")
        self.read_button = QPushButton(icon("upload"), f" {words}")
        self.read_button.clicked.connect(lambda: self.open_reading())
        row = QHBoxLayout()
        for button in (self.check_button, self.read_button):
            button.setAutoDefault(False)
            button.setVisible(self._may_change)
            row.addWidget(button)
        column = self.pane.layout()
        assert isinstance(column, QVBoxLayout)
        column.addLayout(row)

    def _fits(self, line: QualificationLine) -> bool:
        level, kept, one = self.filter("level"), self.filter("kept"), line.listed
        return (
            level in (None, one.qualification.level)
            and not (self.filter("to_verify") and one.is_checked)
            and (line.is_in_use or not self.filter("in_use"))
            and kept in (None, OWN if one.is_own else CHANGED if one.is_changed else "")
        )

    def _is_shipped(self, record: Qualification) -> bool:
        listed = self._service.known(record.code)
        return listed is not None and listed.shipped is not None

    def _about(self, record: Qualification) -> str:
        """That it is to be verified, and that what is in use keeps its own copy."""
        place = self.model.row_of(record.code) if record.code else -1
        if place < 0:
            return ""
        line = self.model.row_at(place)
        words = [] if line.listed.is_checked else [_(TO_BE_VERIFIED)]
        if line.is_in_use:
            used = in_use(line)
            words.append(
                _("In use: {where}. Those keep what they have when you change this.", where=used)
            )
        return " ".join(words)

    def _check(self, rows: Sequence[QualificationLine]) -> None:
        codes = [row.id for row in rows]
        self.desk.saves.run(
            lambda: self._service.check(codes),
            then=lambda _n: self.refresh(),
            failed=lambda error: show_error(error, self),
            owner=self,
        )

    def _ask_put_back(self, line: QualificationLine) -> None:
        name = f"{line.listed.qualification.name} ({line.id})"
        ask(
            self,
            _("Put back as it came with the program?"),
            _("What you changed of {name} goes. You can undo this with Ctrl+Z.", name=name),
            Answer(text=_("Put back"), then=lambda: self._remove(line), kind="danger"),
            Answer(text=_("Keep"), kind="primary"),
            icon="rotate-ccw",
        )

    def _remove(self, line: QualificationLine) -> None:
        self.desk.saves.run(
            lambda: self._service.remove(line.id),
            then=lambda _done: self.refresh(),
            failed=lambda error: show_error(error, self),
            owner=self,
        )

    def _ask_remove(self, line: QualificationLine) -> None:
        name = f"{line.listed.qualification.name} ({line.id})"
        remove = self._service.remove
        ask_remove(self, self.desk, name, lambda: remove(line.id), self.refresh)


def _can_be_put_back(one: ListedQualification) -> bool:
    return one.is_kept_here and not one.is_own
