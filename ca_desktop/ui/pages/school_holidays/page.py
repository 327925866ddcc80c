"""The page of school holidays: per school year and region, with the source and who checked it.

It stands beside the SBB accreditation, not under Management: somebody who asks when students are
away works there, and a supervisor does not see Management.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QPushButton

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.school_calendar import HolidayInForce
from ca_desktop.domain.school_holidays import SchoolHoliday, SchoolRegion
from ca_desktop.domain.school_years import SchoolYear
from ca_desktop.i18n import N_, _
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.school_holiday import SchoolHolidayForm
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.filters import Filter
from ca_desktop.ui.kit.icons import icon
from ca_desktop.ui.kit.list_detail import ListDetailPage
from ca_desktop.ui.kit.question import Answer, ask
from ca_desktop.ui.kit.removing import ask_remove
from ca_desktop.ui.kit.table import RowAction
from ca_desktop.ui.kit.table_model import Column


def status(line: HolidayInForce) -> str:
    """'Nagekeken 25-11-2026', or that it is still to be verified."""
    day = line.holiday.checked_on
    return _("Checked {day}", day=format_date(day)) if day else _("To be verified")


def where_from(line: HolidayInForce) -> str:
    """Whether it came with the program, was changed here, or is the centre's own."""
    if line.is_own:
        return _("added here")
    return _("changed here") if line.is_moved else _("came with the program")


class SchoolHolidaysPage(ListDetailPage[HolidayInForce]):
    """The holidays that hold here."""

    key = "school_holidays"
    title = N_("School holidays")
    topics = frozenset({"school_holidays"})
    add_text = N_("Add holiday")
    new_title = N_("New school holiday")
    empty_text = N_("Add the holidays of your schools.")
    list_share = 60
    columns = (
        Column[HolidayInForce](
            N_("First day"),
            text=lambda line: format_date(line.holiday.starts_on),
            sort_key=lambda line: line.holiday.starts_on,
            width=102,
        ),
        Column[HolidayInForce](
            N_("Last day"),
            text=lambda line: format_date(line.holiday.ends_on),
            sort_key=lambda line: line.holiday.ends_on,
            width=102,
        ),
        Column[HolidayInForce](N_("Holiday"), text=lambda line: line.holiday.name, stretch=True),
        Column[HolidayInForce](N_("Region"), text=lambda line: line.holiday.region.text, width=80),
        Column[HolidayInForce](
            N_("Status"),
            text=status,
            icon=lambda line: "circle-check" if line.is_checked else "triangle-alert",
            tooltip=lambda line: line.holiday.source,
            width=202,
        ),
        Column[HolidayInForce](N_("Origin"), text=where_from, width=150, room=900),
        Column[HolidayInForce](
            N_("School year"), text=lambda line: line.school_year.name, width=110, room=960
        ),
    )

    def __init__(self, session: Session, desk: Desk) -> None:
        self._service = session.school_holidays
        self._may_change = desk.is_allowed(Action.CHANGE_ACCREDITATIONS)
        super().__init__(desk)
        self._add_check_button()
        self.pane.filters.choose("year", SchoolYear.of(desk.today()))

    def may_add(self) -> bool:
        return self._may_change

    def id_of(self, row: HolidayInForce) -> UUID:
        return row.holiday.id

    def name_of(self, row: HolidayInForce) -> str:
        return f"{row.holiday.name} – {row.holiday.region.text}"

    def filters(self) -> Sequence[Filter]:
        return (
            Filter(
                key="region",
                text=N_("Region"),
                options=lambda: [(one, one.text) for one in SchoolRegion],
            ),
            Filter(key="year", text=N_("School year"), options=self._years),
            Filter(key="to_verify", text=N_("To be verified")),
        )

    def row_actions(self) -> Sequence[RowAction]:
        if not self._may_change:
            return ()
        return (
            RowAction(text=N_("Checked today"), do=self._check, icon="circle-check", keys="Ctrl+T"),
            RowAction(
                text=N_("Put back as it came with the program …"),
                do=lambda rows: self._ask_put_back(rows[0]),
                icon="rotate-ccw",
                fits=lambda rows: len(rows) == 1 and rows[0].is_changed,
            ),
            RowAction(
                text=N_("Remove …"),
                do=lambda rows: self._ask_remove(rows[0]),
                icon="trash-2",
                keys="Del",
                fits=lambda rows: len(rows) == 1 and rows[0].is_own,
            ),
        )

    def fetch(self, search: str) -> Sequence[HolidayInForce]:
        region, year, words = self.filter("region"), self.filter("year"), search.casefold().split()
        return [
            line
            for line in self._service.lines()
            if region in (None, line.holiday.region)
            and year in (None, line.school_year)
            and not (self.filter("to_verify") and line.is_checked)
            and all(word in self.name_of(line).casefold() for word in words)
        ]

    def make_detail(self) -> SchoolHolidayForm:
        form = SchoolHolidayForm(self._about, self.desk.today)
        form.set_read_only(not self._may_change)
        return form

    def load(self, row: HolidayInForce) -> SchoolHoliday:
        return row.holiday

    def save(self, record: Any) -> SchoolHoliday:
        return self._service.save(record)

    def blank(self) -> SchoolHoliday:
        region = self.filter("region")
        return self._service.new(region) if region else self._service.new()

    # -- inside --------------------------------------------------------------------------------

    def _add_check_button(self) -> None:
        """What a newcomer would look for in vain in the menu of a row."""
        words = _("Checked today")
        self.check_button = QPushButton(icon("circle-check"), f" {words}")
        self.check_button.setAutoDefault(False)
        self.check_button.clicked.connect(lambda: self._check(self.table.selected_rows()))
        self.check_button.setVisible(self._may_change)
        column = self.pane.layout()
        assert column is not None
        column.addWidget(self.check_button)

    def _years(self) -> list[tuple[SchoolYear, str]]:
        return [(one, one.name) for one in sorted({x.school_year for x in self._service.lines()})]

    def _about(self, record: SchoolHoliday) -> str:
        """What to compare before the dates count, and what they were when they were changed."""
        place = self.model.row_of(record.id)
        line = self.model.row_at(place) if place >= 0 else None
        words = []
        if line is not None and not line.is_checked:
            words.append(_("To be verified: compare the dates with rijksoverheid.nl."))
        if line is not None and line.shipped is not None and line.is_moved:
            words.append(
                _(
                    "Came with the program as {start} until {end}.",
                    start=format_date(line.shipped.starts_on),
                    end=format_date(line.shipped.ends_on),
                )
            )
        words.append(_("A school for mbo may choose other dates: ask it."))
        return " ".join(words)

    def _check(self, rows: Sequence[HolidayInForce]) -> None:
        ids = [row.holiday.id for row in rows]
        self._write(lambda: self._service.check(ids))

    def _ask_put_back(self, line: HolidayInForce) -> None:
        ask(
            self,
            _("Put back as it came with the program?"),
            _(
                "What you changed of {name} goes. You can undo this with Ctrl+Z.",
                name=self.name_of(line),
            ),
            Answer(
                text=_("Put back"),
                then=lambda: self._write(lambda: self._service.remove(line.holiday.id)),
                kind="danger",
            ),
            Answer(text=_("Keep"), kind="primary"),
            icon="rotate-ccw",
        )

    def _ask_remove(self, line: HolidayInForce) -> None:
        remove = self._service.remove
        name = self.name_of(line)
        ask_remove(self, self.desk, name, lambda: remove(line.holiday.id), self.refresh)

    def _write(self, action: Any) -> None:
        self.desk.saves.run(
            action,
            then=lambda _done: self.refresh(),
            failed=lambda error: show_error(error, self),
            owner=self,
        )
