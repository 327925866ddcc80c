"""The columns of each list that leaves the program: names apart, dates as dates, nothing
restricted.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.catalogue_lookup import known
from ca_desktop.domain.entries import EntryLine
from ca_desktop.domain.half_days import SHORT_WEEKDAYS
from ca_desktop.domain.names import PersonName
from ca_desktop.domain.participants import SHEET_LANGUAGES, Participant, ParticipantLine
from ca_desktop.domain.partners import Partner
from ca_desktop.domain.placements import PlacementLine
from ca_desktop.domain.tables import Value
from ca_desktop.i18n import N_, _, current_language
from ca_desktop.services.accreditations import AccreditationLine
from ca_desktop.services.attendance import WeekCell, WeekRow
from ca_desktop.services.qualifications import QualificationLine
from ca_desktop.services.roles import RoleLine
from ca_desktop.services.supervisors import SupervisorLine

T = TypeVar("T")
Columns = tuple[tuple[str, Callable[[T], Value]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """A line of the list of participants, with the file behind it."""

    line: ParticipantLine
    person: Participant


class Layout(Generic[T]):
    """Headings and cells of one list; a plain class, for a frozen one on Generic fails on 3.11."""

    def __init__(self, columns: Columns[T]) -> None:
        self._columns = columns

    @property
    def headings(self) -> tuple[str, ...]:
        """In the language of the screen."""
        return tuple(_(heading) for heading, _cell in self._columns)

    def row(self, thing: T) -> tuple[Value, ...]:
        """The cells of one line."""
        return tuple(cell(thing) for _heading, cell in self._columns)


def _name(of: Callable[[Any], PersonName]) -> Columns[Any]:
    return (
        (N_("First name"), lambda thing: of(thing).first),
        (N_("Prefix"), lambda thing: of(thing).prefix),
        (N_("Last name"), lambda thing: of(thing).last),
    )


def _yes(value: bool) -> str:
    return _("yes") if value else _("no")


def _language(code: str) -> str:
    found = known(load_catalogue().languages, code)
    return found.name.in_(current_language()) if found else code


def _load_hours(line: SupervisorLine, part: str) -> float | None:
    return round(float(getattr(line.load, part)) / 60, 2) if line.load else None


PARTICIPANTS: Layout[PersonRow] = Layout(
    (
        (N_("No."), lambda row: row.line.number),
        *_name(lambda row: row.line.name),
        (N_("Date of birth"), lambda row: row.person.born_on),
        (N_("Phone"), lambda row: row.person.phone),
        (N_("E-mail"), lambda row: row.person.email),
        (N_("Address"), lambda row: row.person.address),
        (N_("Postcode"), lambda row: row.person.postcode),
        (N_("Place"), lambda row: row.person.place),
        (N_("Language"), lambda row: _(SHEET_LANGUAGES.get(row.person.language, ""))),
        (N_("Referrer"), lambda row: row.person.referrer),
        (N_("Role now"), lambda row: ", ".join(row.line.role_names)),
        (N_("Fixed supervisor"), lambda row: row.line.supervisor),
        (N_("Start"), lambda row: row.line.starts_on),
        (N_("End"), lambda row: row.line.ended_on),
        (N_("Review"), lambda row: row.line.review_on),
    )
)

PLACEMENTS: Layout[PlacementLine] = Layout(
    (
        (N_("No."), lambda line: line.participant_number),
        *_name(lambda line: line.participant),
        (N_("Role"), lambda line: line.role),
        (N_("Supervisor"), lambda line: line.supervisor),
        (N_("Half-days"), lambda line: line.placement.half_days.text),
        (N_("Number of half-days"), lambda line: len(line.placement.half_days)),
        (N_("Start"), lambda line: line.placement.starts_on),
        (N_("Review"), lambda line: line.placement.review_on),
        (N_("End"), lambda line: line.placement.ended_on),
        (N_("How it ended"), lambda line: line.placement.outcome and line.placement.outcome.text),
    )
)

ENTRIES: Layout[EntryLine] = Layout(
    (
        (N_("Date"), lambda line: line.entry.on),
        (N_("No."), lambda line: line.participant_number),
        *_name(lambda line: line.participant),
        (N_("Supervisor"), lambda line: line.supervisor),
        (N_("Form"), lambda line: line.entry.form.text),
        (N_("Hours"), lambda line: round(line.entry.minutes / 60, 2)),
        (N_("Who may read it"), lambda line: line.entry.visibility.text),
        (N_("What was seen or heard"), lambda line: line.entry.text),
        (N_("What was agreed"), lambda line: line.entry.agreement),
        (N_("Follow-up on"), lambda line: line.entry.follow_up_on),
    )
)

SUPERVISORS: Layout[SupervisorLine] = Layout(
    (
        (N_("No."), lambda line: line.supervisor.number),
        *_name(lambda line: line.supervisor.name),
        (N_("Kind"), lambda line: ", ".join(kind.text for kind in line.supervisor.kinds)),
        (N_("Participants now"), lambda line: line.participants_now),
        (N_("Papers"), lambda line: line.papers and line.papers.text),
        (N_("Employer"), lambda line: line.employer),
        (N_("Hours a week"), lambda line: round(line.supervisor.weekly_minutes / 60, 2)),
        (N_("Half-days at work"), lambda line: line.supervisor.half_days.text),
        (N_("Languages"), lambda line: ", ".join(map(_language, line.supervisor.languages))),
        (N_("Crafts"), lambda line: ", ".join(line.supervisor.crafts)),
        (N_("Deputy"), lambda line: line.deputy),
        (N_("Guidance needed this week (hours)"), lambda line: _load_hours(line, "need")),
        (N_("Guidance available this week (hours)"), lambda line: _load_hours(line, "supply")),
        (N_("Load this week (%)"), lambda line: line.load.percent if line.load else None),
        (N_("Start"), lambda line: line.supervisor.starts_on),
        (N_("End"), lambda line: line.supervisor.ended_on),
    )
)

PARTNERS: Layout[Partner] = Layout(
    (
        (N_("No."), lambda partner: partner.number),
        (N_("Name"), lambda partner: partner.name),
        (N_("Kind"), lambda partner: partner.kind.text),
        (N_("Contact person"), lambda partner: partner.contact_name),
        (N_("Phone"), lambda partner: partner.phone),
        (N_("E-mail"), lambda partner: partner.email),
        (N_("Address"), lambda partner: partner.address),
        (N_("Postcode"), lambda partner: partner.postcode),
        (N_("Place"), lambda partner: partner.place),
        (N_("Active"), lambda partner: _yes(partner.is_active)),
    )
)

ROLES: Layout[RoleLine] = Layout(
    (
        (N_("No."), lambda line: line.role.number),
        (N_("Role"), lambda line: line.name),
        (N_("Places"), lambda line: line.role.places),
        (N_("People now"), lambda line: line.people_now),
        (N_("Busiest half-day"), lambda line: line.fullest),
        (N_("Active"), lambda line: _yes(line.role.is_active)),
    )
)

ACCREDITATIONS: Layout[AccreditationLine] = Layout(
    (
        (N_("Crebo"), lambda line: line.accreditation.code),
        (N_("Qualification"), lambda line: line.accreditation.name),
        (N_("Level"), lambda line: line.accreditation.level),
        (N_("State"), lambda line: line.accreditation.state.text),
        (N_("Since"), lambda line: line.accreditation.since),
        (N_("Assessment expected"), lambda line: line.expected_on),
        (N_("Location"), lambda line: line.location),
        (N_("Trainer"), lambda line: line.trainer),
        (N_("Work processes"), lambda line: line.share.total),
        (N_("Can be practised here"), lambda line: line.share.feasible),
        (N_("Percent"), lambda line: line.share.percent),
        (N_("Roles"), lambda line: ", ".join(line.roles)),
    )
)


QUALIFICATIONS: Layout[QualificationLine] = Layout(
    (
        (N_("Crebo"), lambda line: line.id),
        (N_("Qualification"), lambda line: line.listed.qualification.name),
        (N_("Level"), lambda line: line.listed.qualification.level),
        (
            N_("Learning paths"),
            lambda line: ", ".join(p.text for p in line.listed.qualification.learning_paths),
        ),
        (N_("Equivalent codes"), lambda line: ", ".join(line.listed.qualification.equivalents)),
        (N_("Start"), lambda line: line.listed.qualification.starts_on),
        (N_("End"), lambda line: line.listed.qualification.ends_on),
        (N_("Source"), lambda line: line.listed.qualification.source),
        (N_("Checked on"), lambda line: line.listed.qualification.checked_on),
    )
)


def attendance_layout(week: tuple[date, ...]) -> Layout[WeekRow]:
    """One column per day and part of the day, with what was recorded; '·' is planned only."""
    return Layout(
        (
            (N_("No."), lambda row: row.number),
            *_name(lambda row: row.name),
            *(_day_column(week, place) for place in range(2 * len(week))),
            (N_("Hours"), _hours),
        )
    )


def _day_column(week: tuple[date, ...], place: int) -> tuple[str, Callable[[WeekRow], Value]]:
    day = week[place // 2]
    part = _("morning") if place % 2 == 0 else _("afternoon")
    heading = f"{_(SHORT_WEEKDAYS[day.weekday()])} {day:%d-%m} {part}"
    return heading, lambda row: _cell(row.cells[place])


def _cell(cell: WeekCell) -> str:
    if cell.recorded is not None:
        return cell.recorded.code.text
    return "·" if cell.is_planned else ""


def _hours(row: WeekRow) -> float:
    minutes = sum(cell.recorded.minutes for cell in row.cells if cell.recorded)
    return round(minutes / 60, 2)
