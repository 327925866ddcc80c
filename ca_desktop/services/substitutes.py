"""Who could stand in when a supervisor is away: at work then, with the papers, with the time.

The time is counted in the first week; who is away himself on a day of the period is said so.
"""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.absences import SupervisorAbsence
from ca_desktop.domain.capacity import Load, LoadState
from ca_desktop.domain.capacity_board import Board, supply_of
from ca_desktop.domain.dates import Period
from ca_desktop.domain.half_days import HalfDays
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.substitutes import Substitute, days_away, in_order
from ca_desktop.domain.supervisors import Supervisor
from ca_desktop.services.capacity_week import CapacityWeek
from ca_desktop.services.service import Service, allowed
from ca_desktop.services.supervisor_paper_facts import PaperFacts
from ca_desktop.services.supervisor_paper_rules import paper_words


class SubstituteService(Service):
    """What a user can look up before choosing who takes over."""

    @allowed(Action.SEE_CAPACITY)
    def of(self, supervisor_id: UUID, period: Period) -> Sequence[Substitute]:
        """Everybody else who works here on the first day; who can take over comes first."""
        day = period.starts_on
        with self._database.read() as uow:
            away = uow.of(Supervisor).get(supervisor_id)
            week = CapacityWeek(uow, day, self._reach(Action.SEE_RESTRICTED))
            board = week.with_him_there(supervisor_id)
            mine = board.row(supervisor_id)
            needed = HalfDays.from_iterable(slot for slot in board.slots if mine.cell(slot).need)
            needed = needed or HalfDays.from_iterable(supply_of(away))
            absences = uow.of(SupervisorAbsence).all()
            team = [one for one in uow.of(Supervisor).all() if one.is_active(day) and one != away]
            missing = self._missing(uow, away, team)
        return in_order(
            [
                replace(
                    _substitute(one, board, away.id, needed),
                    away=tuple(days_away(one, absences, period)),
                    missing=missing[one.id],
                )
                for one in team
            ]
        )

    def _missing(
        self, uow: UnitOfWork, away: Supervisor, team: Sequence[Supervisor]
    ) -> dict[UUID, tuple[str, ...]]:
        """Required papers that guiding the same people would ask of each of them."""
        whose = PaperFacts(uow, self._today(), [away.id])
        held = PaperFacts(uow, self._today()).held
        return {
            one.id: tuple(
                paper_words(key)
                for key, cell in whose.cells_instead(one, away.id, held.get(one.id, [])).items()
                if cell.is_required and cell.is_gap
            )
            for one in team
        }


def _substitute(one: Supervisor, board: Board, away: UUID, needed: HalfDays) -> Substitute:
    own, his = board.row(one.id), board.row(away)
    there = set(supply_of(one)) - own.away
    full = []
    for slot in there.intersection(needed):
        cell = own.cell(slot)
        load = Load(need=cell.need + his.cell(slot).need, supply=cell.supply)
        if load.state(board.terms) is LoadState.OVER:
            full.append(slot)
    return Substitute(
        supervisor_id=one.id,
        name=one.name.sorted_form,
        needed=needed,
        not_there=HalfDays(needed.slots - there),
        too_full=HalfDays.from_iterable(full),
    )
