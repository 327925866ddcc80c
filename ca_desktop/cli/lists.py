"""Lists for people (columns) and for programs (JSON with fixed English keys)."""

import json
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Any, TypeVar

from ca_desktop.domain.entries import EntryFilter
from ca_desktop.domain.participants import ParticipantFilter, ParticipantSort
from ca_desktop.domain.placements import PlacementFilter
from ca_desktop.services.session import Session

Row = dict[str, Any]
Key = TypeVar("Key")
_PAGE = 500
_WIDEST = 60


def show(session: Session, subject: str, search: str, *, as_json: bool) -> None:
    """Print one list: whatever this account may see that matches the search."""
    rows = _ROWS[subject](session, search)
    if as_json:
        print(json.dumps(list(rows), ensure_ascii=False, indent=2))
        return
    _print_columns([{name: _plain(value) for name, value in row.items()} for row in rows])


def _participants(session: Session, search: str) -> Iterable[Row]:
    order = session.participants.order(ParticipantSort.NAME, ParticipantFilter())
    for line in _lines(order, session.participants.matching(search), session.participants.lines):
        yield {
            "number": line.number,
            "name": line.name.full,
            "roles": list(line.role_names),
            "supervisor": line.supervisor,
            "starts_on": _iso(line.starts_on),
            "ended_on": _iso(line.ended_on),
            "review_on": _iso(line.review_on),
        }


def _roles(session: Session, search: str) -> Iterable[Row]:
    for line in session.roles.lines(search):
        yield {
            "number": line.role.number,
            "key": line.role.key,
            "name": line.name,
            "active": line.role.is_active,
            "places": line.role.places,
            "people_now": line.people_now,
            "busiest_half_day": line.fullest,
        }


def _supervisors(session: Session, search: str) -> Iterable[Row]:
    for line in session.supervisors.lines(search):
        yield {
            "number": line.supervisor.number,
            "name": line.supervisor.name.full,
            "kinds": [kind.value for kind in line.supervisor.kinds],
            "participants_now": line.participants_now,
            "papers": line.papers.value if line.papers else None,
            "employer": line.employer,
            "minutes_a_week": line.supervisor.weekly_minutes,
            "half_days": list(line.supervisor.half_days.codes),
            "languages": list(line.supervisor.languages),
            "crafts": list(line.supervisor.crafts),
            "deputy": line.deputy,
            "starts_on": _iso(line.supervisor.starts_on),
            "ended_on": _iso(line.supervisor.ended_on),
        }


def _placements(session: Session, search: str) -> Iterable[Row]:
    order = session.placements.order(search, PlacementFilter(running_only=False))
    for line in _lines(order, None, session.placements.lines_of):
        yield {
            "participant_number": line.participant_number,
            "participant": line.participant.full,
            "role": line.role,
            "supervisor": line.supervisor,
            "half_days": list(line.placement.half_days.codes),
            "starts_on": _iso(line.placement.starts_on),
            "review_on": _iso(line.placement.review_on),
            "ended_on": _iso(line.placement.ended_on),
            "outcome": line.placement.outcome.value if line.placement.outcome else None,
        }


def _partners(session: Session, search: str) -> Iterable[Row]:
    for partner in session.partners.all(search):
        yield {
            "number": partner.number,
            "name": partner.name,
            "kind": partner.kind.value,
            "contact": partner.contact_name,
            "place": partner.place,
            "active": partner.is_active,
        }


def _accreditations(session: Session, search: str) -> Iterable[Row]:
    for line in session.accreditations.lines(search):
        accreditation = line.accreditation
        yield {
            "code": accreditation.code,
            "name": accreditation.name,
            "level": accreditation.level,
            "state": accreditation.state.value,
            "since": _iso(accreditation.since),
            "expected_assessment_on": _iso(line.expected_on),
            "location": line.location,
            "company_id": line.company_id,
            "trainer": line.trainer,
            "may_start": accreditation.may_start_on(session.today()),
            "work_processes": line.share.total,
            "feasible": line.share.feasible,
            "percent": line.share.percent,
            "covered_by": list(line.roles),
        }


def _entries(session: Session, search: str) -> Iterable[Row]:
    order = session.entries.order(EntryFilter())
    for line in _lines(order, session.entries.matching(search), session.entries.lines):
        entry = line.entry
        yield {
            "on": _iso(entry.on),
            "participant_number": line.participant_number,
            "participant": line.participant.full,
            "supervisor": line.supervisor,
            "form": entry.form.value,
            "minutes": entry.minutes,
            "visibility": entry.visibility.value,
            "text": entry.text,
            "agreement": entry.agreement,
            "follow_up_on": _iso(entry.follow_up_on),
        }


_ROWS: dict[str, Callable[[Session, str], Iterable[Row]]] = {
    "participants": _participants,
    "roles": _roles,
    "supervisors": _supervisors,
    "placements": _placements,
    "partners": _partners,
    "accreditations": _accreditations,
    "entries": _entries,
}


def _lines(
    order: Sequence[Key],
    hits: frozenset[Key] | None,
    fetch: Callable[[Sequence[Key]], Sequence[Any]],
) -> Iterable[Any]:
    """The lines of a paged list, fetched in portions, so that a million rows fit in memory."""
    rows = iter(order if hits is None else [row for row in order if row in hits])
    while portion := list(islice(rows, _PAGE)):
        yield from fetch(portion)


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None


def _plain(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    if isinstance(value, bool):
        return "×" if value else ""
    text = " ".join(str(value).split())
    return text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…"


def _print_columns(rows: list[dict[str, str]]) -> None:
    if not rows:
        return
    names = list(rows[0])
    widths = {name: max(len(name), *(len(row[name]) for row in rows)) for name in names}
    print("  ".join(name.ljust(widths[name]) for name in names).rstrip())
    for row in rows:
        print("  ".join(row[name].ljust(widths[name]) for name in names).rstrip())
