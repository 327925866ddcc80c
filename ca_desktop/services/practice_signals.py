"""Signals about students: the agreement, its cover, the work, the hours, the weeks; and minors."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from uuid import UUID

from ca_desktop.db.queries import minors as minor_queries
from ca_desktop.db.queries import practice as practice_queries
from ca_desktop.db.queries.practice import Named
from ca_desktop.db.queries.signals import MOST_ROWS, PersonRow
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.accounts import AccountRole
from ca_desktop.domain.dates import format_date, iso_week
from ca_desktop.domain.minor_conditions import MOST_MINUTES_A_DAY, MOST_MINUTES_A_WEEK
from ca_desktop.domain.permissions import Action, Reach, may
from ca_desktop.domain.practice_agreements import PracticePhase
from ca_desktop.domain.practice_cover import Cover, cover_of
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
    yield from _agreements(uow, mine)
    yield from _covers(uow, mine)
    yield from _work(uow, mine)
    students = practice_queries.bbl_students(uow, mine)
    yield from _hours(uow, mine, students[:MOST_ROWS])
    if may(role, Action.SEE_ENTRIES):
        yield from missing_weeks(uow, mine.today, students[:MOST_ROWS])
    if len(students) > MOST_ROWS:
        last = students[MOST_ROWS - 1][0].planned_end_on
        yield others(SignalKind.PRACTICE_HOURS, last, mine.today, "students", MOST_ROWS)
    if may(role, Action.CHANGE_ACCREDITATIONS):
        yield from closing_window(uow, mine.today)
    yield from _minors(uow, mine)


def _agreements(uow: UnitOfWork, reach: Reach) -> Iterator[Signal]:
    """Missing, or not signed by everybody."""
    for row in practice_queries.without_agreement(uow, reach).rows:
        what = _(
            "No practice agreement with {school}, begins on {day}",
            school=row.detail,
            day=format_date(row.due_on),
        )
        kind = SignalKind.PRACTICE_AGREEMENT
        yield from _of_row(kind, row, reach.today, what, _("Add agreement"), "new")
    for row in practice_queries.unsigned(uow, reach).rows:
        what = _(
            "Practice agreement not signed by everybody, begins on {day}",
            day=format_date(row.due_on),
        )
        kind = SignalKind.PRACTICE_AGREEMENT
        yield from _of_row(kind, row, reach.today, what, _("Open agreement"), row.record_id)


def _covers(uow: UnitOfWork, reach: Reach) -> Iterator[Signal]:
    """Not covered; only by an equivalent as long as it is prepared, for that is told once."""
    found = practice_queries.not_plainly_covered(uow, reach)
    dossier = dossier_in(uow) if found else None
    for one, name in found[:MOST_ROWS]:
        if dossier is None:
            return
        cover = cover_of(one, dossier)
        urgency = urgency_of(one.starts_on, reach.today, _COVER_SOON_DAYS)
        if cover.cover is Cover.EQUIVALENT and one.phase in _PREPARING:
            urgency = Urgency.SOON
        elif not cover.stops:
            continue
        if urgency is not None:
            yield _of_agreement(
                SignalKind.PRACTICE_COVER, (one, name), urgency, cover.reason, one.starts_on
            )


def _work(uow: UnitOfWork, reach: Reach) -> Iterator[Signal]:
    """Work processes that were agreed on but can't be practised here."""
    found = practice_queries.with_work_not_feasible(uow, reach)[:MOST_ROWS]
    dossier = dossier_in(uow) if found else None
    for one, name in found:
        behind = cover_of(one, dossier).accreditation_id if dossier else None
        processes = uow.of(WorkProcess).all(accreditation_id=behind) if behind else []
        feasible = {process.code for process in processes if process.is_feasible}
        missing = [code for code in one.process_codes if code not in feasible]
        if processes and missing:  # without any, nobody filled in what can be done here
            what = _("Can't be practised here: {codes}", codes=", ".join(missing))
            yield _of_agreement(SignalKind.PRACTICE_WORK, (one, name), Urgency.THIS_WEEK, what)


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


def _of_row(
    kind: SignalKind, row: PersonRow, today: date, what: str, action: str, child: UUID | str
) -> Iterator[Signal]:
    urgency = urgency_of(row.due_on, today)
    if urgency is not None:
        yield Signal(
            kind=kind,
            urgency=urgency,
            who=row.name.full,
            what=what,
            action=action,
            page="participants",
            record_id=row.participant_id,
            due_on=row.due_on,
            participant_id=row.participant_id,
            section="practice",
            child=child,
        )
