"""The rules between records that an undo may break: others may have changed something meanwhile."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from uuid import UUID

from ca_desktop.db.undo import UndoableTransaction
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.absences import SupervisorAbsence
from ca_desktop.domain.absences import problems as absence_problems
from ca_desktop.domain.accreditation_steps import AccreditationStep
from ca_desktop.domain.accreditations import Accreditation
from ca_desktop.domain.errors import Problem, RuleBroken
from ca_desktop.domain.participants import FixedSupervisor, fixed_supervisor_problems
from ca_desktop.domain.placements import Placement
from ca_desktop.domain.placements import problems as placement_problems
from ca_desktop.domain.waiting import Waiting
from ca_desktop.domain.waiting import problems as waiting_problems
from ca_desktop.i18n import _
from ca_desktop.services.accreditation_steps import accreditation_problems
from ca_desktop.services.school_holidays import holiday_problems
from ca_desktop.services.target_groups import Sees, ask_who_sees, has_ground


@contextmanager
def rules_hold(
    uow: UnitOfWork, last: UndoableTransaction, today: date, sees: Sees
) -> Iterator[None]:
    """Refuse an undo after which a record does not go together with the others. RuleBroken.

    Whoever may not see a restricted block (`sees`) is not told that it is the block that refuses.
    """
    grounded = [one for one in last.participant_ids if has_ground(uow, one, today)]
    yield
    found = [
        *_fixed_problems(uow, last.row_ids),
        *_placement_problems(uow, last.row_ids),
        *_waiting_problems(uow, last.row_ids, today),
        *_absence_problems(uow, last.row_ids),
        *_step_problems(uow, last.row_ids),
        *holiday_problems(uow, last.row_ids),
        *_ground_problems(uow, grounded, today, sees),
    ]
    if found:
        raise RuleBroken(
            _(
                "This can't be undone, because of what was changed since: {why}",
                why=found[0].message,
            )
        )


def _fixed_problems(uow: UnitOfWork, row_ids: Iterable[UUID]) -> Iterator[Problem]:
    fixed = uow.of(FixedSupervisor)
    for one in fixed.by_ids(row_ids):
        yield from fixed_supervisor_problems(
            one, tuple(fixed.all(participant_id=one.participant_id))
        )


def _placement_problems(uow: UnitOfWork, row_ids: Iterable[UUID]) -> Iterator[Problem]:
    placements = uow.of(Placement)
    for one in placements.by_ids(row_ids):
        yield from placement_problems(one, placements.all(participant_id=one.participant_id))


def _waiting_problems(uow: UnitOfWork, row_ids: Iterable[UUID], today: date) -> Iterator[Problem]:
    waiting = uow.of(Waiting)
    for one in waiting.by_ids(row_ids):
        yield from waiting_problems(one, waiting.all(participant_id=one.participant_id), today)


def _absence_problems(uow: UnitOfWork, row_ids: Iterable[UUID]) -> Iterator[Problem]:
    absences = uow.of(SupervisorAbsence)
    for one in absences.by_ids(row_ids):
        yield from absence_problems(one, absences.all(supervisor_id=one.supervisor_id))


def _step_problems(uow: UnitOfWork, row_ids: Iterable[UUID]) -> Iterator[Problem]:
    steps = uow.of(AccreditationStep).by_ids(row_ids)
    touched = {*row_ids, *(one.accreditation_id for one in steps)}
    yield from accreditation_problems(uow, uow.of(Accreditation).by_ids(touched))


def _ground_problems(
    uow: UnitOfWork, people: Iterable[UUID], today: date, sees: Sees
) -> Iterator[Problem]:
    lost = [one for one in people if not has_ground(uow, one, today)]
    if not all(sees(one) for one in lost):
        raise RuleBroken(ask_who_sees())
    if lost:
        yield Problem("target_group", _("The target group of this person needs a trajectory."))
