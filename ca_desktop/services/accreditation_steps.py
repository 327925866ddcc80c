"""The steps of an accreditation: the only way in which its state and its dates change."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from uuid import UUID

from ca_desktop.db.queries import accreditations as accreditation_queries
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.accreditation_doubles import double_problems
from ca_desktop.domain.accreditation_letters import AccreditationLetter
from ca_desktop.domain.accreditation_letters import problems as letter_problems
from ca_desktop.domain.accreditation_steps import (
    AccreditationStep,
    first_steps,
    in_order,
    path_problems,
    problems,
    standing,
)
from ca_desktop.domain.accreditation_timeline import ExpectedEvent, expected_events
from ca_desktop.domain.accreditations import (
    NEXT_STATES,
    Accreditation,
    AccreditationState,
    state_problems,
)
from ca_desktop.domain.errors import NotFound, Problem, RuleBroken, refuse
from ca_desktop.domain.journal import JournalAction
from ca_desktop.domain.permissions import Action
from ca_desktop.i18n import N_, _
from ca_desktop.services.paper_terms import written_paper
from ca_desktop.services.service import Service, allowed

LETTERS = "accreditation_letters"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepWish:
    """A step to take or to mend, with the letter that belongs to it; no bytes means: leave the
    letter as it is.
    """

    step: AccreditationStep
    file_name: str = ""
    content: bytes = field(default=b"", repr=False)

    @property
    def id(self) -> UUID:
        return self.step.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """What happened, with the names of the kept letters by step, and what is to be expected."""

    accreditation: Accreditation
    steps: tuple[AccreditationStep, ...]
    letters: dict[UUID, str]
    expected: tuple[ExpectedEvent, ...]
    last_student_on: date | None


class AccreditationStepService(Service):
    """What a user can do with the steps of an accreditation and the letters behind them."""

    @allowed(Action.SEE_CENTRE)
    def timeline(self, accreditation_id: UUID) -> Timeline:
        """Past and future of one accreditation."""
        with self._database.read() as uow:
            accreditation = uow.of(Accreditation).get(accreditation_id)
            steps = steps_of(uow, accreditation, self._today())
            letters = accreditation_queries.letter_names(uow, accreditation_id)
            days = accreditation_queries.last_student_days(uow, self._today())
        until = accreditation_queries.agreed_until(days, accreditation)
        return Timeline(
            accreditation=accreditation,
            steps=steps,
            letters=letters,
            expected=expected_events(accreditation, steps[-1], until),
            last_student_on=accreditation.last_student(until),
        )

    @allowed(Action.CHANGE_ACCREDITATIONS)
    def new(self, accreditation: Accreditation) -> StepWish:
        """A step of today, to the first state that may follow."""
        following = min(NEXT_STATES[accreditation.state], key=_usual_order)
        return StepWish(
            step=AccreditationStep(
                accreditation_id=accreditation.id, state=following, on=self._today()
            )
        )

    @allowed(Action.CHANGE_ACCREDITATIONS)
    def take(self, wish: StepWish) -> Accreditation:
        """Take a step: the step, its letter, the state and the dates, or nothing of it."""
        step = wish.step
        with self._database.write(self._actor, N_("Take step of accreditation")) as uow:
            accreditation = uow.of(Accreditation).get(step.accreditation_id)
            before = self._kept(uow, accreditation)
            refuse(
                [
                    *state_problems(step.state, accreditation.state),
                    *problems(step, before, self._today()),
                ]
            )
            uow.save(step)
            self._keep_letter(uow, wish)
            moved = standing(accreditation, [*before, step])
            uow.save(moved)
        return moved

    @allowed(Action.CHANGE_ACCREDITATIONS)
    def mend(self, wish: StepWish) -> Accreditation:
        """Mend the day, the planned day, the words or the letter of a step; never its state."""
        with self._database.write(self._actor, N_("Mend step of accreditation")) as uow:
            accreditation = uow.of(Accreditation).get(wish.step.accreditation_id)
            before = self._kept(uow, accreditation)
            old = next((one for one in before if one.id == wish.step.id), None)
            if old is None:
                raise NotFound(_("This step is not there any more."))
            step = replace(wish.step, state=old.state)
            steps = [step if one.id == step.id else one for one in before]
            refuse(path_problems(steps, self._today()))
            uow.save(step)
            self._keep_letter(uow, wish)
            moved = standing(accreditation, steps)
            uow.save(moved)
        return moved

    @allowed(Action.CHANGE_ACCREDITATIONS)
    def take_back(self, accreditation_id: UUID) -> Accreditation:
        """Take the last step back: state and dates go back to the step before."""
        with self._database.write(self._actor, N_("Take back step of accreditation")) as uow:
            accreditation = uow.of(Accreditation).get(accreditation_id)
            steps = self._kept(uow, accreditation)
            if len(steps) < 2:
                raise RuleBroken(
                    _("This is the first step. Remove the accreditation if it should not be here.")
                )
            remove_letter(uow, steps[-1].id)
            uow.remove(steps[-1])
            moved = standing(accreditation, steps[:-1])
            uow.save(moved)
        return moved

    @allowed(Action.SEE_CENTRE)
    def letter(self, step_id: UUID) -> AccreditationLetter:
        """The kept letter of a step with its bytes."""
        with self._database.read() as uow:
            return _letter(uow, step_id)

    @allowed(Action.CHANGE_ACCREDITATIONS)
    def remove_letter(self, step_id: UUID) -> None:
        """Take the kept file away; the step and its words stay."""
        with self._database.write(self._actor, N_("Remove letter of accreditation")) as uow:
            uow.remove(_letter(uow, step_id))

    @allowed(Action.CHANGE_ACCREDITATIONS)
    def save_letter_as(self, step_id: UUID, file: Path) -> None:
        """Write the letter outside the encrypted store; journalled, or neither of the two."""
        with (
            ExitStack() as file_is_kept,
            self._database.write(self._actor, N_("Save letter outside the centre")) as uow,
        ):
            found = _letter(uow, step_id)
            uow.note(JournalAction.EXPORT, LETTERS, found.id)
            file_is_kept.enter_context(written_paper(file, found.content))

    def _kept(self, uow: UnitOfWork, accreditation: Accreditation) -> list[AccreditationStep]:
        """Its steps; one that was kept before there were steps gets those that it tells of."""
        steps = steps_of(uow, accreditation, self._today())
        uow.save_all(steps)
        return list(steps)

    def _keep_letter(self, uow: UnitOfWork, wish: StepWish) -> None:
        if not wish.content:
            return
        old = uow.of(AccreditationLetter).find(step_id=wish.step.id)
        letter = AccreditationLetter(
            step_id=wish.step.id,
            file_name=wish.file_name,
            content=wish.content,
            sha256=hashlib.sha256(wish.content).hexdigest(),
            added_at=self._now(),
        )
        refuse(letter_problems(letter))
        uow.save(replace(letter, id=old.id) if old else letter)


def steps_of(
    uow: UnitOfWork, accreditation: Accreditation, today: date
) -> tuple[AccreditationStep, ...]:
    """The steps of an accreditation in order, never none."""
    kept = uow.of(AccreditationStep).all(accreditation_id=accreditation.id, order_by="on")
    return in_order(kept) or first_steps(accreditation, today)


def remove_letter(uow: UnitOfWork, step_id: UUID) -> None:
    """Remove the kept letter of a step, where it has one."""
    found = uow.of(AccreditationLetter).find(step_id=step_id)
    if found is not None:
        uow.remove(found)


def accreditation_problems(
    uow: UnitOfWork, accreditations: Sequence[Accreditation]
) -> Iterator[Problem]:
    """Accreditations that stand otherwise than their steps say, or stand twice; for an undo."""
    for one in accreditations:
        kept = in_order(uow.of(AccreditationStep).all(accreditation_id=one.id, order_by="on"))
        if kept and standing(one, kept) != one:
            yield Problem("state", _("Another step was taken since."))
        yield from double_problems(one, uow.of(Accreditation).all(code=one.code))


def _letter(uow: UnitOfWork, step_id: UUID) -> AccreditationLetter:
    found = uow.of(AccreditationLetter).find(step_id=step_id)
    if found is None:
        raise NotFound(_("There is no letter with this step any more."))
    return found


def _usual_order(state: AccreditationState) -> int:
    return _USUAL.index(state) if state in _USUAL else len(_USUAL)


_USUAL = (  # what mostly comes next stands first
    AccreditationState.VISIT_PLANNED,
    AccreditationState.IN_PREPARATION,
    AccreditationState.APPLIED,
    AccreditationState.REASSESSMENT_PLANNED,
    AccreditationState.ACCREDITED,
    AccreditationState.OBJECTION,
)
