"""The page of the SBB accreditation: per qualification how far it is. Never a hard expiry."""

from collections.abc import Hashable, Sequence
from typing import Any

from PySide6.QtWidgets import QPushButton

from ca_desktop.domain.accreditations import Accreditation, AccreditationState
from ca_desktop.domain.dates import format_date
from ca_desktop.domain.exports import ExportKind
from ca_desktop.domain.papers import PaperKind
from ca_desktop.domain.permissions import Action
from ca_desktop.i18n import N_, _
from ca_desktop.services.accreditations import AccreditationLine
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.export import export_actions
from ca_desktop.ui.forms.papers import paper_actions
from ca_desktop.ui.forms.training_company import TrainingCompanyForm
from ca_desktop.ui.kit.desk import Desk, Spot
from ca_desktop.ui.kit.filters import Filter
from ca_desktop.ui.kit.icons import icon
from ca_desktop.ui.kit.list_detail import ListDetailPage
from ca_desktop.ui.kit.list_menu import ListAction
from ca_desktop.ui.kit.record_dialog import RecordDialog
from ca_desktop.ui.kit.removing import ask_remove
from ca_desktop.ui.kit.table import RowAction
from ca_desktop.ui.kit.table_model import Column
from ca_desktop.ui.pages.accreditations.file import AccreditationFile

_ENDED = {
    AccreditationState.REJECTED,
    AccreditationState.WITHDRAWN,
    AccreditationState.LAPSED,
}


def state_icon(state: AccreditationState) -> str:
    """A tick where students may start, a warning where it ended, else a clock."""
    if state.is_accredited:
        return "circle-check"
    return "triangle-alert" if state in _ENDED else "clock"


def expected(line: AccreditationLine) -> str:
    """When SBB is expected again: a forecast, so it never says that something expires."""
    return _("expected {day}", day=format_date(line.expected_on)) if line.expected_on else ""


class AccreditationsPage(ListDetailPage[AccreditationLine]):
    """The accreditations of all locations."""

    key = "accreditations"
    title = N_("SBB accreditation")
    topics = frozenset(
        {
            "accreditations",
            "training_companies",
            "supervisors",
            "qualifications",
            "work_processes",
        }
    )
    add_text = N_("Add accreditation")
    empty_text = N_(
        "Add the first qualification. Not accredited yet? The steps to a first accreditation stand "
        "under “Locations”."
    )
    list_share = 42
    columns = (
        Column[AccreditationLine](
            N_("Qualification"), text=lambda a: a.accreditation.name, stretch=True
        ),
        Column[AccreditationLine](N_("Code"), text=lambda a: a.accreditation.code, width=70),
        Column[AccreditationLine](
            N_("Level"),
            text=lambda a: str(a.accreditation.level),
            right=True,
            width=70,
            minor=True,
        ),
        Column[AccreditationLine](
            N_("State"),
            text=lambda a: a.accreditation.state.text,
            icon=lambda a: state_icon(a.accreditation.state),
            width=205,
        ),
        Column[AccreditationLine](
            N_("Since"),
            text=lambda a: format_date(a.accreditation.since),
            sort_key=lambda a: a.accreditation.since,
            width=100,
            minor=True,
        ),
        Column[AccreditationLine](
            N_("Re-assessment"),
            text=expected,
            sort_key=lambda a: a.expected_on,
            width=180,
            minor=True,
        ),
        Column[AccreditationLine](
            N_("Here"),
            text=lambda a: f"{a.share.percent} %" if a.share.total else "",
            sort_key=lambda a: a.share.percent if a.share.total else None,
            tooltip=lambda a: ", ".join(a.roles),
            right=True,
            width=95,
            minor=True,
        ),
        Column[AccreditationLine](
            N_("Workplace trainer"), text=lambda a: a.trainer, width=140, minor=True
        ),
        Column[AccreditationLine](N_("Location"), text=lambda a: a.location, width=130, minor=True),
    )

    def __init__(self, session: Session, desk: Desk) -> None:
        self._session = session
        self._may_change = desk.is_allowed(Action.CHANGE_ACCREDITATIONS)
        self._where: Hashable = None
        self.dialog: RecordDialog | None = None
        super().__init__(desk)
        self.file.form.saver = self.save
        self.file.form.saved.connect(self._on_saved)
        self.table.minor_room = 860
        words = _("Locations and leerbedrijf-IDs …")
        self.locations = QPushButton(icon("map-pin"), f" {words}")
        self.locations.clicked.connect(self.open_locations)
        column = self.pane.layout()
        assert column is not None
        column.addWidget(self.locations)

    @property
    def file(self) -> AccreditationFile:
        """The file on the right."""
        assert isinstance(self.detail, AccreditationFile)
        return self.detail

    def may_add(self) -> bool:
        return self._may_change

    def list_actions(self) -> Sequence[ListAction]:
        papers = (PaperKind.SBB_DOSSIER, PaperKind.ACCREDITATION_OVERVIEW)
        return [
            *export_actions(self, self._session, ExportKind.ACCREDITATIONS),
            *paper_actions(self, self._session, *papers),
        ]

    def filters(self) -> Sequence[Filter]:
        return (
            Filter(
                key="state",
                text=N_("State"),
                options=lambda: [(s, s.text) for s in AccreditationState],
            ),
            Filter(key="location", text=N_("Location"), options=self._locations),
            Filter(key="accredited", text=N_("Accredited now")),
        )

    def row_actions(self) -> Sequence[RowAction]:
        if not self._may_change:
            return ()
        return (
            RowAction(
                text=N_("Remove …"),
                do=lambda rows: self._ask_remove(rows[0]),
                icon="trash-2",
                keys="Del",
                fits=lambda rows: len(rows) == 1,
            ),
        )

    def fetch(self, search: str) -> Sequence[AccreditationLine]:
        state, location = self.filter("state"), self.filter("location")
        return [
            line
            for line in self._session.accreditations.lines(search)
            if state in (None, line.accreditation.state)
            and location in (None, line.accreditation.training_company_id)
            and (line.accreditation.state.is_accredited or not self.filter("accredited"))
        ]

    def make_detail(self) -> AccreditationFile:
        return AccreditationFile(self._session, self.desk, self._locations)

    def load(self, row: AccreditationLine) -> Accreditation:
        return row.accreditation

    def save(self, record: Any) -> Accreditation:
        return self._session.accreditations.save(record)

    def add(self) -> None:
        """Start an accreditation; a centre without a location is asked for that first."""
        if not self.may_add() or self._session.accreditations.companies():
            super().add()
            return
        service = self._session.accreditations
        self.dialog = RecordDialog.edit(
            self,
            _("First the location"),
            TrainingCompanyForm(self.desk.today),
            service.new_company(),
            service.save_company,
            self.desk.saves,
        )
        self.dialog.accepted.connect(self.add)

    def open_row(self, row_id: Hashable) -> None:
        """Also a new one for a location: `Spot("new", "details", <its id>)`."""
        if isinstance(row_id, Spot) and row_id.record_id == "new":
            where = row_id.child
            self.leave(lambda: self._add_at(where))
        else:
            super().open_row(row_id)

    def blank(self) -> Accreditation:
        """A new one for the location that it was asked from, or for the first."""
        service = self._session.accreditations
        places = [one.id for one in service.companies()]
        return service.new(next((one for one in places if one == self._where), places[0]))

    def _add_at(self, where: Hashable) -> None:
        self._where = where
        self.add()
        self._where = None

    def open_locations(self) -> None:
        """The page with the locations, beside this one."""
        self.desk.navigate("locations", None)

    def _locations(self) -> list[tuple[Any, str]]:
        return [
            (c.id, f"{c.location} ({c.company_id})" if c.company_id else c.location)
            for c in self._session.accreditations.companies()
        ]

    def _ask_remove(self, line: AccreditationLine) -> None:
        name = f"{line.accreditation.name} ({line.accreditation.code})"
        ask_remove(
            self,
            self.desk,
            name,
            lambda: self._session.accreditations.remove(line.id),
            self.refresh,
        )
