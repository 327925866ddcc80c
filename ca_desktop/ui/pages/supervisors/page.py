"""The page of supervisors: a list and a file."""

from collections.abc import Hashable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from ca_desktop.domain.exports import ExportKind
from ca_desktop.domain.papers import PaperKind
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.supervisors import OF_A_PAPER, CertificateStatus, Supervisor, SupervisorKind
from ca_desktop.i18n import N_, _
from ca_desktop.services.session import Session
from ca_desktop.services.supervisors import SupervisorLine
from ca_desktop.ui.forms.certificate import STATUS_ICONS
from ca_desktop.ui.forms.export import export_actions
from ca_desktop.ui.forms.papers import paper_actions
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.filters import Filter
from ca_desktop.ui.kit.list_detail import ListDetailPage
from ca_desktop.ui.kit.list_menu import ListAction
from ca_desktop.ui.kit.removing import ask_remove
from ca_desktop.ui.kit.table import RowAction
from ca_desktop.ui.kit.table_model import Column
from ca_desktop.ui.pages.supervisors.file import SupervisorFile
from ca_desktop.ui.pages.supervisors.load import LoadOfWeek, load_icon, load_text, load_words

PAPERS = (*OF_A_PAPER, CertificateStatus.MISSING)


def _kinds(line: SupervisorLine) -> str:
    return ", ".join(kind.text for kind in line.supervisor.kinds)


def _papers(line: SupervisorLine) -> str:
    return line.papers.text if line.papers else _("none yet")


def _has_left(supervisor: Supervisor, today: date) -> bool:
    return supervisor.ended_on is not None and supervisor.ended_on < today


class SupervisorsPage(ListDetailPage[SupervisorLine]):
    """Who guides here, with papers and people."""

    key = "supervisors"
    title = N_("Supervisors")
    topics = frozenset({"supervisors", "certificates", "placements", "supervisor_absences"})
    add_text = N_("Add supervisor")
    empty_text = N_("Add the first supervisor. Participants can then be placed under somebody.")
    columns = (
        Column[SupervisorLine](
            N_("Name"),
            text=lambda s: s.supervisor.name.sorted_form,
            sort_key=lambda s: s.supervisor.name.sort_key,
            stretch=True,
        ),
        Column[SupervisorLine](N_("Kinds"), text=_kinds, width=170, minor=True),
        Column[SupervisorLine](
            N_("People"),
            text=lambda s: str(s.participants_now),
            sort_key=lambda s: s.participants_now,
            right=True,
            width=80,
        ),
        Column[SupervisorLine](
            N_("This week"),
            text=lambda s: load_text(s.load),
            icon=load_icon,
            tooltip=load_words,
            sort_key=lambda s: s.load.percent if s.load else None,
            width=100,
        ),
        Column[SupervisorLine](
            N_("Papers"),
            text=_papers,
            icon=lambda s: STATUS_ICONS[s.papers] if s.papers else "",
            width=122,
        ),
    )

    def __init__(self, session: Session, desk: Desk) -> None:
        self._session = session
        self._may_change = desk.is_allowed(Action.CHANGE_SUPERVISORS)
        super().__init__(desk)
        self.week = LoadOfWeek(session, desk, self)
        self.file.form.saver = self.save
        self.file.form.saved.connect(self._on_saved)
        self.week.counted.connect(self._show_load)

    @property
    def file(self) -> SupervisorFile:
        """The file on the right."""
        assert isinstance(self.detail, SupervisorFile)
        return self.detail

    def may_add(self) -> bool:
        return self._may_change

    def list_actions(self) -> Sequence[ListAction]:
        papers = (PaperKind.CERTIFICATE_OVERVIEW, PaperKind.SUPERVISOR_SHEET)
        return [
            *export_actions(self, self._session, ExportKind.SUPERVISORS),
            *paper_actions(self, self._session, *papers),
        ]

    def filters(self) -> Sequence[Filter]:
        return (
            Filter(
                key="kind", text=N_("Kind"), options=lambda: [(k, k.text) for k in SupervisorKind]
            ),
            Filter(
                key="papers",
                text=N_("Papers"),
                options=lambda: [(s, s.text) for s in PAPERS],
            ),
            Filter(key="left", text=N_("Also who stopped")),
        )

    def row_actions(self) -> Sequence[RowAction]:
        if not self._may_change:
            return ()
        return (
            RowAction(
                text=N_("Remove …"),
                do=lambda rows: self._ask_remove(rows[0].supervisor),
                icon="trash-2",
                keys="Del",
                fits=lambda rows: len(rows) == 1,
            ),
        )

    def fetch(self, search: str) -> Sequence[SupervisorLine]:
        kind, papers, left = (self.filter(key) for key in ("kind", "papers", "left"))
        today = self.desk.today()
        self.week.count()
        return [
            line
            for line in map(self.week.on, self._session.supervisors.lines(search))
            if (kind is None or kind in line.supervisor.kinds)
            and papers in (None, line.papers)
            and (left or not _has_left(line.supervisor, today))
        ]

    def _show_load(self) -> None:
        """Read again: the load of this week was counted, and who lacks a paper."""
        self.refresh()
        self.file.show_load(self.week)

    def open_row(self, row_id: Hashable) -> None:
        """Show this supervisor, also one who stopped."""
        if isinstance(row_id, UUID):
            wanted = self._session.supervisors.get(row_id)
            if _has_left(wanted, self.desk.today()) and not self.filter("left"):
                self.pane.filters.choose("left", True)
        super().open_row(row_id)

    def make_detail(self) -> SupervisorFile:
        return SupervisorFile(self._session, self.desk)

    def load(self, row: SupervisorLine) -> Supervisor:
        return row.supervisor

    def save(self, record: Any) -> Supervisor:
        return self._session.supervisors.save(record)

    def blank(self) -> Supervisor:
        return self._session.supervisors.new()

    def _ask_remove(self, supervisor: Supervisor) -> None:
        ask_remove(
            self,
            self.desk,
            supervisor.name.full,
            lambda: self._session.supervisors.remove(supervisor.id),
            self.refresh,
        )
