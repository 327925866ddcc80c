"""The page of locations: each a training company of its own, with what SBB asks of it."""

from collections.abc import Sequence
from typing import Any

from ca_desktop.domain.accreditations import TrainingCompany
from ca_desktop.domain.dates import format_date
from ca_desktop.domain.folding import fold
from ca_desktop.domain.permissions import Action
from ca_desktop.i18n import N_, _
from ca_desktop.services.session import Session
from ca_desktop.services.training_companies import LocationLine
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.list_detail import ListDetailPage
from ca_desktop.ui.kit.removing import ask_remove
from ca_desktop.ui.kit.table import RowAction
from ca_desktop.ui.kit.table_model import Column
from ca_desktop.ui.pages.locations.conditions import TOPICS
from ca_desktop.ui.pages.locations.file import LocationFile


def _conditions(line: LocationLine) -> str:
    if not line.open_conditions:
        return _("all met")
    return _("{n} not shown", n=line.open_conditions)


class LocationsPage(ListDetailPage[LocationLine]):
    """The locations, on name."""

    title = N_("Locations")
    topics = TOPICS | {"checklist_ticks", "accreditation_steps"}
    add_text = N_("Add location")
    empty_text = N_("Each location has its own leerbedrijf-ID. Add the first one.")
    list_share = 42
    columns = (
        Column[LocationLine](N_("Location"), text=lambda one: one.company.location, stretch=True),
        Column[LocationLine](
            N_("Leerbedrijf-ID"), text=lambda one: one.company.company_id, width=120
        ),
        Column[LocationLine](
            N_("Accredited now"),
            text=lambda one: str(one.accredited),
            sort_key=lambda one: one.accredited,
            right=True,
            width=105,
            minor=True,
        ),
        Column[LocationLine](
            N_("Conditions"),
            text=_conditions,
            icon=lambda one: "triangle-alert" if one.open_conditions else "circle-check",
            sort_key=lambda one: one.open_conditions,
            width=172,
        ),
        Column[LocationLine](
            N_("Checklist"),
            text=lambda one: _("{n} of {total}", n=one.done, total=one.items),
            sort_key=lambda one: one.done,
            width=90,
            minor=True,
        ),
        Column[LocationLine](
            N_("Checked"),
            text=lambda one: format_date(one.company.last_checked_on),
            sort_key=lambda one: one.company.last_checked_on,
            width=105,
            minor=True,
        ),
    )

    def __init__(self, session: Session, desk: Desk) -> None:
        self._session = session
        self._may_change = desk.is_allowed(Action.CHANGE_ACCREDITATIONS)
        super().__init__(desk)
        self.file.form.saver = self.save
        self.file.form.saved.connect(self._on_saved)

    @property
    def file(self) -> LocationFile:
        """The file on the right."""
        assert isinstance(self.detail, LocationFile)
        return self.detail

    def may_add(self) -> bool:
        return self._may_change

    def row_actions(self) -> Sequence[RowAction]:
        if not self._may_change:
            return ()
        return (
            RowAction(
                text=N_("Remove …"),
                do=lambda rows: self._ask_remove(rows[0].company),
                icon="trash-2",
                keys="Del",
                fits=lambda rows: len(rows) == 1,
            ),
        )

    def fetch(self, search: str) -> Sequence[LocationLine]:
        words = fold(search).split()
        return [
            line
            for line in self._session.training_companies.lines()
            if all(word in _search_text(line.company) for word in words)
        ]

    def make_detail(self) -> LocationFile:
        return LocationFile(self._session, self.desk)

    def load(self, row: LocationLine) -> TrainingCompany:
        return row.company

    def save(self, record: Any) -> TrainingCompany:
        return self._session.accreditations.save_company(record)

    def blank(self) -> TrainingCompany:
        return self._session.accreditations.new_company()

    def _ask_remove(self, company: TrainingCompany) -> None:
        ask_remove(
            self,
            self.desk,
            company.location,
            lambda: self._session.accreditations.remove_company(company.id),
            self.refresh,
        )


def _search_text(company: TrainingCompany) -> str:
    return fold(
        f"{company.location} {company.company_id} {company.kvk_number} {company.adviser_name}"
    )
