"""Attendance: the week grid of a group, one line per person and half-day."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from ca_desktop.db.queries import attendance as attendance_queries
from ca_desktop.domain.attendance import (
    MINUTES_PER_HALF_DAY,
    Attendance,
    AttendanceCode,
    problems,
)
from ca_desktop.domain.dates import week_start
from ca_desktop.domain.errors import refuse
from ca_desktop.domain.half_days import DayPart
from ca_desktop.domain.names import PersonName
from ca_desktop.domain.permissions import Action, may
from ca_desktop.i18n import N_
from ca_desktop.services.service import Service, allowed


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekCell:
    """One half-day of one person: whether it was planned, and what was recorded (None: nothing).

    Whoever records no attendance hears only that somebody was away (`is_away`), never why.
    """

    on: date
    part: DayPart
    is_planned: bool
    recorded: Attendance | None
    is_away: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekRow:
    """One person in the week grid, with 14 cells: Monday morning to Sunday afternoon."""

    participant_id: UUID
    number: int
    name: PersonName
    cells: tuple[WeekCell, ...]

    @property
    def id(self) -> UUID:
        return self.participant_id


class AttendanceService(Service):
    """What a user can do with attendance."""

    @allowed(Action.SEE_ATTENDANCE)
    def week(self, day: date, role_id: UUID | None = None) -> Sequence[WeekRow]:
        """Everybody within reach who is planned or recorded in the week of this day, on name."""
        monday = week_start(day)
        reach = self._reach(Action.SEE_ATTENDANCE)
        with self._database.read() as uow:
            group = attendance_queries.week(uow, reach, monday, role_id)
        return [
            WeekRow(
                participant_id=person.id,
                number=person.number,
                name=person.name,
                cells=tuple(self._as_seen(_cells(monday, planned, recorded))),
            )
            for person, planned, recorded in group
        ]

    @allowed(Action.SEE_ATTENDANCE)
    def of(self, participant_id: UUID, from_on: date, until_on: date) -> Sequence[Attendance]:
        """What was recorded for one participant in these days, oldest first; of whoever records
        none only when somebody was present.
        """
        with self._database.read() as uow:
            self._require(uow, Action.SEE_ATTENDANCE, participant_id)
            found = attendance_queries.between(uow, participant_id, from_on, until_on)
        return found if self._sees_reasons else [line for line in found if _is_present(line)]

    @property
    def _sees_reasons(self) -> bool:
        """Sick or on leave is nothing that a reader has to know."""
        return may(self._actor.role, Action.RECORD_ATTENDANCE)

    def _as_seen(self, cells: Iterable[WeekCell]) -> Iterator[WeekCell]:
        for cell in cells:
            if cell.recorded is None or self._sees_reasons or _is_present(cell.recorded):
                yield cell
            else:
                yield replace(cell, recorded=None, is_away=True)

    @allowed(Action.RECORD_ATTENDANCE)
    def record(
        self,
        participant_id: UUID,
        on: date,
        part: DayPart,
        code: AttendanceCode | None,
        minutes: int | None = None,
    ) -> Attendance | None:
        """Record one half-day; None wipes it. Present counts a whole half-day unless minutes
        say.
        """
        return next(iter(self.record_all([(participant_id, on, part, code, minutes)])))

    @allowed(Action.RECORD_ATTENDANCE)
    def record_all(
        self,
        cells: Iterable[tuple[UUID, date, DayPart, AttendanceCode | None, int | None]],
    ) -> Sequence[Attendance | None]:
        """Record several half-days in one transaction: all or nothing."""
        kept: list[Attendance | None] = []
        with self._database.write(self._actor, N_("Record attendance")) as uow:
            for participant_id, on, part, code, minutes in cells:
                self._require(uow, Action.RECORD_ATTENDANCE, participant_id)
                before = uow.of(Attendance).find(participant_id=participant_id, on=on, part=part)
                if code is None:
                    if before is not None:
                        uow.remove(before)
                    kept.append(None)
                    continue
                line = _line(before, participant_id, on, part, code, minutes)
                refuse(problems(line, self._today()))
                uow.save(line)
                kept.append(line)
        return kept


def _is_present(line: Attendance) -> bool:
    return line.code is AttendanceCode.PRESENT


def _line(
    before: Attendance | None,
    participant_id: UUID,
    on: date,
    part: DayPart,
    code: AttendanceCode,
    minutes: int | None,
) -> Attendance:
    if minutes is None:
        minutes = MINUTES_PER_HALF_DAY if code is AttendanceCode.PRESENT else 0
    if before is not None:
        return replace(before, code=code, minutes=minutes)
    return Attendance(participant_id=participant_id, on=on, part=part, code=code, minutes=minutes)


def _cells(
    monday: date,
    planned: frozenset[tuple[date, DayPart]],
    recorded: dict[tuple[date, DayPart], Attendance],
) -> Iterable[WeekCell]:
    for offset in range(7):
        on = monday + timedelta(days=offset)
        for part in DayPart:
            yield WeekCell(
                on=on,
                part=part,
                is_planned=(on, part) in planned,
                recorded=recorded.get((on, part)),
            )
