"""What breaks when a supervisor is away or leaves: everything on one page, before it happens."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.accounts import Account, AccountRole
from ca_desktop.domain.capacity import GuidanceTerms
from ca_desktop.domain.conditions import Record
from ca_desktop.domain.dates import format_date, week_start
from ca_desktop.domain.errors import refuse
from ca_desktop.domain.half_days import WEEKDAYS
from ca_desktop.domain.permissions import Action, may
from ca_desktop.domain.reliance import (
    ORDER,
    Away,
    RelianceKind,
    RelianceLine,
    becomes_too_full,
    problems,
)
from ca_desktop.domain.supervisors import Supervisor
from ca_desktop.i18n import _, current_language
from ca_desktop.services.capacity_week import CapacityWeek
from ca_desktop.services.reliance_of_centre import centre_lines
from ca_desktop.services.reliance_of_people import asks
from ca_desktop.services.service import Service, allowed
from ca_desktop.services.settings import values_in

MOST_WEEKS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliance:
    """What relies on a supervisor in a period, and how much of it lies out of reach."""

    supervisor: Supervisor
    away: Away
    lines: tuple[RelianceLine, ...]
    others: int


class RelianceService(Service):
    """What a user can look up before a supervisor is away or leaves."""

    @allowed(Action.SEE_CAPACITY)
    def of(self, away: Away) -> Reliance:
        """Everything that relies on him in these days; of people only those within reach."""
        refuse(problems(away))
        hands_over = may(self._actor.role, Action.CHANGE_SUPERVISORS)
        with self._database.read() as uow:
            supervisor = uow.of(Supervisor).get(away.supervisor_id)
            people, others = self._people(uow, away)
            found = [
                *people,
                *centre_lines(uow, supervisor, away, handing_over=hands_over),
                *self._too_full(uow, away),
                *self._accounts(uow, supervisor),
            ]
        found.sort(key=lambda line: ORDER.index(line.kind))
        return Reliance(supervisor=supervisor, away=away, lines=tuple(found), others=others)

    def _people(self, uow: UnitOfWork, away: Away) -> tuple[list[RelianceLine], int]:
        """Of each kind that this account may see: who is within reach, and how many are not."""
        lines, others = [], 0
        for ask in asks(current_language()):
            if may(self._actor.role, ask.action):
                found = ask.read(uow, self._reach(ask.action), away.supervisor_id, away.period)
                lines += [ask.line(row) for row in found.rows]
                others += found.others
        return lines, others

    def _too_full(self, uow: UnitOfWork, away: Away) -> Iterator[RelianceLine]:
        """The first weeks that he would miss, each half-day that the team lacks time in."""
        terms = GuidanceTerms.of(values_in(uow))
        last = away.period.ends_on
        for number in range(MOST_WEEKS):
            monday = week_start(away.starts_on) + timedelta(weeks=number)
            if last is not None and monday > last:
                return
            week = CapacityWeek(uow, monday, self._reach(Action.SEE_RESTRICTED))
            before, after = week.board().board, week.board(away.absence).board
            for slot in becomes_too_full(before, after, terms):
                load, day = after.column(slot), monday + timedelta(days=slot.weekday)
                yield RelianceLine(
                    kind=RelianceKind.CAPACITY,
                    who=f"{_(WEEKDAYS[slot.weekday])} {slot.part.text}, {format_date(day)}",
                    what=_(
                        "{need} minutes of guidance needed, {supply} available",
                        need=round(load.need),
                        supply=round(load.supply),
                    ),
                    record=Record(
                        page="capacity", record_id=away.supervisor_id, section=monday.isoformat()
                    ),
                )

    def _accounts(self, uow: UnitOfWork, supervisor: Supervisor) -> Iterator[RelianceLine]:
        if not may(self._actor.role, Action.MANAGE_ACCOUNTS):
            return
        active = [one for one in uow.of(Account).all() if one.is_active]
        coordinators = [one for one in active if one.role is AccountRole.COORDINATOR]
        for account in active:
            if account.supervisor_id != supervisor.id:
                continue
            words = _("{role}: close it on the last day", role=account.role.text)
            if coordinators == [account]:
                words = _("The only account with the rights of a coordinator: make another one")
            yield RelianceLine(
                kind=RelianceKind.ACCOUNT,
                who=account.full_name,
                what=words,
                record=Record(page="settings", record_id=account.id, section="accounts"),
            )
