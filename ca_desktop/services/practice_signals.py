"""Signals about students: the agreement, its cover, the work, the hours, the weeks; and minors."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from ca_desktop.db.queries import minors as minor_queries
from ca_desktop.db.queries import practice as practice_queries
from ca_desktop.db.queries.practice import MOST_STUDENTS, Attention, Named
from ca_desktop.db.queries.signals import MOST_ROWS, PersonRow
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.accounts import AccountRole
from ca_desktop.domain.dates import format_date, iso_week
from ca_desktop.domain.minor_conditions import MOST_MINUTES_A_DAY, MOST_MINUTES_A_WEEK
from ca_desktop.domain.permissions import Action, Reach, may
from ca_desktop.domain.practice_agreements import PracticePhase
from ca_desktop.domain.practice_cover import Cover, Dossier, cover_of
from ca_desktop.domain.practice_hours import HoursState
from ca_desktop.domain.signals import Signal, SignalKind, Urgency, others, urgency_of
from ca_desktop.domain.work_processes import WorkProcess
from ca_desktop.i18n import _, current_language
from ca_desktop.services.practice_cover import dossier_in
from ca_desktop.services.practice_hours import progress_in
from ca_desktop.services.practice_week_signals import closing_window, missing_weeks

_COVER_SOON_DAYS = 56
_PREPARING = frozenset({PracticePhase.PREPARATION, PracticePhase.MATCHING})
Reaches = Callable[[Action], Reach]


def practice_signals(uow: UnitOfWork, reach: Reaches, role: AccountRole) -> Iterator[Signal]:
    """Those that this account may see, about people within its reach."""
    if not may(role, Action.SEE_FILE):
        return
    mine = reach(Action.SEE_FILE)
    yield from _missing(uow, mine)
    found = practice_queries.to_look_at(uow, mine)
    yield from _unsigned(uow, mine, found[:MOST_ROWS])
    yield from _covers(uow, mine, [one for one in found[:MOST_ROWS] if one.may_lack_cover])
    yield from _work(uow, mine, [one for one in found[:MOST_ROWS] if one.may_lack_work])
    if len(found) > MOST_ROWS:
        kind, last = SignalKind.PRACTICE_AGREEMENT, found[-1].agreement.starts_on
        yield others(kind, last, mine.today, "students", MOST_ROWS)
    students = practice_queries.bbl_students(uow, mine)
    yield from _hours(uow, mine, students[:MOST_STUDENTS])
    if may(role, Action.SEE_ENTRIES):
        yield from missing_weeks(uow, mine.today, students[:MOST_STUDENTS])
    if len(students) > MOST_STUDENTS:
        last = students[MOST_STUDENTS - 1][0].planned_end_on
        yield others(SignalKind.PRACTICE_HOURS, last, mine.today, "students", MOST_STUDENTS)
    if may(role, Action.CHANGE_ACCREDITATIONS):
        yield from closing_window(uow, mine.today)
    yield from _minors(uow, mine)


def _missing(uow: UnitOfWork, reach: Reach) -> Iterator[Signal]:
    """Education that runs, or starts soon, without an agreement."""
    for row in practice_queries.without_agreement(uow, reach).rows:
        urgency = urgency_of(row.due_on, reach.today)
        if urgency is None:
            continue
        yield Signal(
            kind=SignalKind.PRACTICE_AGREEMENT,
            urgency=urgency,
            who=row.name.full,
            what=_(
                "No practice agreement with {school}, begins on {day}",
                school=row.detail,
                day=format_date(row.due_on),
            ),
            action=_("Add agreement"),
            page="participants",
            record_id=row.participant_id,
            due_on=row.due_on,
            participant_id=row.participant_id,
            section="practice",
            child="new",
        )


def _unsigned(uow: UnitOfWork, reach: Reach, found: Sequence[Attention]) -> Iterator[Signal]:
    """Not signed by everybody who has to; a parent only as long as somebody is under 18."""
    named = [(one.agreement, one.name) for one in found if one.is_unsigned]
    known = {one.id for one, _name in named}
    parents = practice_queries.without_parent(uow, reach)
    for one, name in (*named, *(more for more in parents if more[0].id not in known)):
        urgency = urgency_of(one.starts_on, reach.today)
        if urgency is not None:
            day = format_date(one.starts_on)
            what = _("Practice agreement not signed by everybody, begins on {day}", day=day)
            kind = SignalKind.PRACTICE_AGREEMENT
            yield _of_agreement(kind, (one, name), urgency, what, one.starts_on)


def _covers(uow: UnitOfWork, reach: Reach, found: Sequence[Attention]) -> Iterator[Signal]:
    """Not covered; only by an equivalent as long as it is prepared, for that is told once."""
    dossier = dossier_in(uow) if found else Dossier()
    for attention in found:
        one = attention.agreement
        cover = cover_of(one, dossier)
        urgency = urgency_of(one.starts_on, reach.today, _COVER_SOON_DAYS)
        if cover.cover is Cover.EQUIVALENT and one.phase in _PREPARING:
            urgency = Urgency.SOON
        elif not cover.stops:
            continue
        if urgency is not None:
            named = (one, attention.name)
            kind = SignalKind.PRACTICE_COVER
            yield _of_agreement(kind, named, urgency, cover.reason, one.starts_on)


def _work(uow: UnitOfWork, reach: Reach, found: Sequence[Attention]) -> Iterator[Signal]:
    """Work processes that were agreed on but can't be practised here."""
    dossier = dossier_in(uow) if found else Dossier()
    for attention in found:
        one = attention.agreement
        behind = cover_of(one, dossier).accreditation_id
        processes = uow.of(WorkProcess).all(accreditation_id=behind) if behind else []
        feasible = {process.code for process in processes if process.is_feasible}
        missing = [code for code in one.process_codes if code not in feasible]
        soon = urgency_of(one.starts_on, reach.today)
        if processes and missing and soon:  # without any, nobody filled in what can be done here
            what = _("Can't be practised here: {codes}", codes=", ".join(missing))
            kind, named = SignalKind.PRACTICE_WORK, (one, attention.name)
            yield _of_agreement(kind, named, Urgency.THIS_WEEK, what)


def _hours(uow: UnitOfWork, reach: Reach, students: Sequence[Named]) -> Iterator[Signal]:
    """Students of the bbl who are behind beyond the margin."""
    found = progress_in(uow, (one for one, _name in students), reach.today)
    for one, name in students:
        hours = found.get(one.id)
        if hours is not None and hours.state is HoursState.BEHIND:
            what = _(
                "{n} hours of practice behind: {made} of {due}",
                n=round(hours.behind / 60),
                made=round(hours.counted / 60),
                due=round(hours.due / 60),
            )
            yield _of_agreement(SignalKind.PRACTICE_HOURS, (one, name), Urgency.THIS_WEEK, what)


def _minors(uow: UnitOfWork, reach: Reach) -> Iterator[Signal]:
    for row in minor_queries.on_machines(uow, reach, current_language()).rows:
        yield Signal(
            kind=SignalKind.MINOR,
            urgency=urgency_of(row.due_on, reach.today) or Urgency.SOON,
            who=row.name.full,
            what=_(
                "Under 18 in {role}, which has machines, without agreed supervision",
                role=row.detail,
            ),
            action=_("Open placement"),
            page="placements",
            record_id=row.record_id,
            due_on=row.due_on,
            participant_id=row.participant_id,
        )
    for row in minor_queries.here_too_long(uow, reach).rows:
        yield Signal(
            kind=SignalKind.MINOR,
            urgency=Urgency.THIS_WEEK,
            who=row.name.full,
            what=_too_long(row),
            action=_("Open attendance"),
            page="participants",
            record_id=row.participant_id,
            due_on=None,
            participant_id=row.participant_id,
            section="attendance",
        )


def _too_long(row: PersonRow) -> str:
    if row.detail == "week":
        return _(
            "Under 18 and more than {most} hours here in week {week}",
            most=MOST_MINUTES_A_WEEK // 60,
            week=iso_week(row.due_on),
        )
    return _(
        "Under 18 and more than {most} hours here on {day}",
        most=MOST_MINUTES_A_DAY // 60,
        day=format_date(row.due_on),
    )


def _of_agreement(
    kind: SignalKind, named: Named, urgency: Urgency, what: str, due_on: date | None = None
) -> Signal:
    agreement, name = named
    return Signal(
        kind=kind,
        urgency=urgency,
        who=name.full,
        what=what,
        action=_("Open agreement"),
        page="participants",
        record_id=agreement.participant_id,
        due_on=due_on,
        participant_id=agreement.participant_id,
        section="practice",
        child=agreement.id,
    )
