"""SBB accreditation: locations with their leerbedrijf-ID, and the state per qualification."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from ca_desktop.db.queries import accreditations as accreditation_queries
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.accreditation_doubles import double_problems
from ca_desktop.domain.accreditation_evidence import AccreditationEvidence
from ca_desktop.domain.accreditation_steps import (
    AccreditationStep,
    first_steps,
    in_order,
    standing,
)
from ca_desktop.domain.accreditations import (
    Accreditation,
    AccreditationState,
    TrainingCompany,
    problems,
)
from ca_desktop.domain.checklist_ticks import ChecklistTick
from ca_desktop.domain.errors import Problem, RuleBroken, refuse
from ca_desktop.domain.folding import fold
from ca_desktop.domain.names import PersonName
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.practice_agreements import PracticeAgreement
from ca_desktop.domain.supervisors import Supervisor
from ca_desktop.domain.training_companies import training_company_problems
from ca_desktop.domain.work_cover import Share
from ca_desktop.domain.work_processes import WorkProcess
from ca_desktop.i18n import N_, _, ngettext
from ca_desktop.services.service import Service, allowed
from ca_desktop.services.work_processes import pictures_of


@dataclass(frozen=True, slots=True, kw_only=True)
class AccreditationLine:
    """An accreditation with the location and trainer that people read, how much of it can be
    practised here, and the roles in use that cover that.
    """

    accreditation: Accreditation
    location: str
    company_id: str
    trainer: str
    expected_on: date | None
    share: Share
    roles: tuple[str, ...]

    @property
    def id(self) -> UUID:
        return self.accreditation.id


@dataclass(frozen=True, slots=True, kw_only=True)
class StudentLine:
    """A student with the agreement on the code of an accreditation, or on an equivalent."""

    agreement: PracticeAgreement
    name: PersonName
    number: int

    @property
    def id(self) -> UUID:
        return self.agreement.id


_NOTHING = Share(total=0, feasible=0)


class AccreditationService(Service):
    """What a user can do with the SBB accreditation."""

    @allowed(Action.SEE_CENTRE)
    def lines(self, search: str = "") -> Sequence[AccreditationLine]:
        """Accreditations sorted on name of the qualification."""
        words = fold(search).split()
        with self._database.read() as uow:
            found = uow.of(Accreditation).all(order_by="name")
            companies = {c.id: c for c in uow.of(TrainingCompany).all()}
            trainers = {s.id: s.name.full for s in uow.of(Supervisor).all()}
            pictures = pictures_of(uow)
        lines = [
            AccreditationLine(
                accreditation=a,
                location=companies[a.training_company_id].location,
                company_id=companies[a.training_company_id].company_id,
                trainer=trainers.get(a.trainer_id, "") if a.trainer_id else "",
                expected_on=a.expected_assessment_on if a.state.is_accredited else None,
                share=pictures[a.id].cover.share if a.id in pictures else _NOTHING,
                roles=pictures[a.id].roles if a.id in pictures else (),
            )
            for a in found
        ]
        return [line for line in lines if all(word in _search_text(line) for word in words)]

    @allowed(Action.SEE_CENTRE)
    def companies(self) -> Sequence[TrainingCompany]:
        """The locations, each with its own leerbedrijf-ID."""
        with self._database.read() as uow:
            return uow.of(TrainingCompany).all(order_by="location")

    @allowed(Action.CHANGE_ACCREDITATIONS)
    def new_company(self) -> TrainingCompany:
        """An empty location to fill in."""
        return TrainingCompany(location="")

    @allowed(Action.CHANGE_ACCREDITATIONS)
    def save_company(self, company: TrainingCompany) -> TrainingCompany:
        """Keep a location."""
        refuse(training_company_problems(company))
        with self._database.write(self._actor, N_("Save training company")) as uow:
            uow.save(company)
        return company

    @allowed(Action.CHANGE_ACCREDITATIONS)
    def remove_company(self, company_id: UUID) -> None:
        """Remove a location without accreditations, with its evidence and its ticks."""
        with self._database.write(self._actor, N_("Remove training company")) as uow:
            for evidence in uow.of(AccreditationEvidence).all(training_company_id=company_id):
                uow.remove(evidence)
            for tick in uow.of(ChecklistTick).all(training_company_id=company_id):
                uow.remove(tick)
            uow.remove(uow.of(TrainingCompany).get(company_id))

    @allowed(Action.CHANGE_ACCREDITATIONS)
    def new(self, company_id: UUID) -> Accreditation:
        """An accreditation in orientation, to fill in."""
        return Accreditation(
            training_company_id=company_id,
            code="",
            name="",
            level=1,
            state=AccreditationState.ORIENTATION,
        )

    @allowed(Action.SEE_CENTRE)
    def get(self, accreditation_id: UUID) -> Accreditation:
        """The accreditation; NotFound when gone."""
        with self._database.read() as uow:
            return uow.of(Accreditation).get(accreditation_id)

    @allowed(Action.CHANGE_ACCREDITATIONS)
    def save(self, accreditation: Accreditation) -> Accreditation:
        """Keep an accreditation. A new one begins with the steps that it tells of; of one that is
        there the state and its dates change by a step and by nothing else.
        """
        with self._database.write(self._actor, N_("Save accreditation")) as uow:
            before = uow.of(Accreditation).find(id=accreditation.id)
            refuse(
                [
                    *problems(accreditation, before, self._today()),
                    *_double_problems(uow, accreditation, before),
                ]
            )
            if before is None:
                steps = first_steps(accreditation, self._today())
                accreditation = standing(accreditation, steps)
                uow.save(accreditation)
                uow.save_all(steps)
            else:
                refuse(_moved_without_a_step(accreditation, before))
                uow.save(accreditation)
        return accreditation

    @allowed(Action.CHANGE_ACCREDITATIONS)
    def remove(self, accreditation_id: UUID) -> None:
        """Remove an accreditation that was entered by mistake, with its steps and its work
        processes. Refused while letters are kept (an undo would not bring those back), and while a
        student is here on its code.
        """
        with self._database.write(self._actor, N_("Remove accreditation")) as uow:
            found = uow.of(Accreditation).get(accreditation_id)
            letters = accreditation_queries.letter_names(uow, found.id)
            if letters:
                raise RuleBroken(_kept_letters(found, len(letters)))
            if self._is_relied_on(uow, found):
                raise RuleBroken(_still_running(found))
            for process in uow.of(WorkProcess).all(accreditation_id=found.id):
                uow.remove(process)
            kept = uow.of(AccreditationStep).all(accreditation_id=found.id, order_by="on")
            for step in reversed(in_order(kept)):
                uow.remove(step)
            uow.remove(found)

    def _is_relied_on(self, uow: UnitOfWork, one: Accreditation) -> bool:
        """Whether a practice on its very code runs at its location, or is still to begin."""
        agreements = uow.of(PracticeAgreement).all(
            training_company_id=one.training_company_id, code=one.code
        )
        last_days = (agreement.period.ends_on for agreement in agreements)
        return any(day is None or day >= self._today() for day in last_days)

    @allowed(Action.SEE_FILE)
    def students(self, accreditation_id: UUID) -> Sequence[StudentLine]:
        """Who is or was here on this code or an equivalent, within reach; the latest first."""
        with self._database.read() as uow:
            found = uow.of(Accreditation).get(accreditation_id)
            rows = accreditation_queries.students(uow, self._reach(Action.SEE_FILE), found)
        return [
            StudentLine(agreement=one, name=person.name, number=person.number)
            for one, person in rows
        ]


def _moved_without_a_step(now: Accreditation, before: Accreditation) -> Iterator[Problem]:
    """State and dates are what the steps say."""
    for name in ("state", "since", "last_assessed_on", "next_assessment_on"):
        if getattr(now, name) != getattr(before, name):
            yield Problem(name, _("This changes by a step. Record the step under “Course”."))


def _double_problems(
    uow: UnitOfWork, now: Accreditation, before: Accreditation | None
) -> Iterator[Problem]:
    """Asked when code or location is chosen; what stood double before may still be changed."""
    if before and (before.code, before.training_company_id) == (now.code, now.training_company_id):
        return
    yield from double_problems(now, uow.of(Accreditation).all(code=now.code))


def _still_running(one: Accreditation) -> str:
    return _(
        "A practice agreement on {code} still runs at this location, so the accreditation stays. "
        "Record a step under “Course” when SBB changed something.",
        code=one.code,
    )


def _kept_letters(one: Accreditation, count: int) -> str:
    return ngettext(
        "{n} letter of SBB is kept with {name} ({code}). If this really has to go, remove that "
        "letter first, under “Course”.",
        "{n} letters of SBB are kept with {name} ({code}). If this really has to go, remove those "
        "letters first, under “Course”.",
        count,
        name=one.name,
        code=one.code,
    )


def _search_text(line: AccreditationLine) -> str:
    a = line.accreditation
    return fold(
        f"{a.code} {a.name} {a.state.text} {line.location} {line.company_id} {line.trainer} "
        f"{a.dossier} {' '.join(a.equivalents)}"
    )
