"""Practice agreements of the demo centre: each kind of education and each state once, then good."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, TypeVar
from uuid import UUID, uuid5

from ca_desktop.domain.attendance import MINUTES_PER_HALF_DAY
from ca_desktop.domain.dates import add_months
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.partners import PartnerKind
from ca_desktop.domain.placements import Placement
from ca_desktop.domain.practice_agreements import (
    ALWAYS_SIGN,
    AgreementParty,
    PracticeAgreement,
    PracticePhase,
)
from ca_desktop.domain.school_holidays import SchoolRegion
from ca_desktop.domain.trajectories import LegalForm, Trajectory
from ca_desktop.services.demo.opening import open_until
from ca_desktop.services.demo.student_records import StudentRecords
from ca_desktop.services.demo.world import World

T = TypeVar("T")
_ADULT = 18
_PERSONAS = 15
_BY_PATH = {
    LegalForm.INTERNSHIP_BOL: (LearningPath.BOL,),
    LegalForm.APPRENTICESHIP_BBL: (LearningPath.BBL,),
    LegalForm.PRACTICAL_LEARNING: (LearningPath.THIRD,),
    LegalForm.INTERNSHIP_SPECIAL: (LearningPath.PRO, LearningPath.VSO, LearningPath.VMBO),
    LegalForm.INTERNSHIP_HIGHER: (LearningPath.HBO, LearningPath.WO),
}
_CODES = {  # by role: what is learned there
    "sorteren": "25254",
    "repareren": "25231",
    "webshop": "25371",
    "winkel": "25371",
    "upcycling": "25017",
    "begeleiding": "25488",
}
_UNCOVERED = ("25250", "Assistent bouwen, wonen en onderhoud", 1)
_EQUIVALENT = ("25370", "Logistiek medewerker (oude code)", 2)
_EQUIVALENT_OF = "25371"
_THIRD_PATH_SCHOOL = "roc"
_UNSIGNED = 13  # Rick: only the school signed
_WHOLE_LIST = 11  # Joey: also a work process that can't be practised here
_ODD = ("not_covered", "missing", "equivalent")  # of the next three in the bol who are here now


@dataclass(frozen=True, slots=True)
class _Programme:
    code: str
    name: str
    level: int


def with_schools(world: World) -> World:
    """The same world: schools have a region, and one accreditation an equivalent."""
    partners = {
        key: replace(one, region=one.region or SchoolRegion.MIDDLE)
        if one.kind is PartnerKind.SCHOOL
        else one
        for key, one in world.partners.items()
    }
    accreditations = tuple(
        replace(one, equivalents=(*one.equivalents, _EQUIVALENT[0]))
        if one.code == _EQUIVALENT_OF
        else one
        for one in world.accreditations
    )
    return replace(world, partners=partners, accreditations=accreditations)


class Students:
    """Adds the practice to the files of who learns at a school; no chance is drawn for it."""

    def __init__(self, world: World, *, filled: int) -> None:
        self._world, self._today, self._filled = world, world.today, filled
        self._roles: Mapping[UUID, str] = {role.id: key for key, role in world.roles.items()}
        self._machines = {role.id for role in world.roles.values() if role.machines}
        self._accredited = {one.code: one for one in world.accreditations}
        self._records = StudentRecords(world)
        self._odd = list(_ODD)
        self._unsafe = False  # whether one minor already works at a machine without the agreement

    def processes(self) -> Iterator[object]:
        """The work processes of the accreditations."""
        return self._records.processes()

    def with_practice(self, files: Iterable[list[object]]) -> Iterator[list[object]]:
        """Each person's objects, with the agreements and what hangs on them."""
        for things in files:
            yield [*self._safe(things), *self._of(things)]

    # -- inside ----------------------------------------------------------------------------------

    def _of(self, things: list[object]) -> Iterator[object]:
        person = next((one for one in things if isinstance(one, Participant)), None)
        if person is None:
            return
        for trajectory in _all(things, Trajectory):
            if trajectory.legal_form not in _BY_PATH:
                continue
            made = self._agreement(person, trajectory, _all(things, Placement))
            if made is not None:
                yield made
                if person.number <= self._filled:
                    yield from self._records.of(person, made, things)

    def _agreement(
        self, person: Participant, trajectory: Trajectory, placements: Sequence[Placement]
    ) -> PracticeAgreement | None:
        assert trajectory.legal_form is not None
        paths = _BY_PATH[trajectory.legal_form]
        path = paths[person.number % len(paths)]
        made = self._usual(person, trajectory, path, placements)
        if path is LearningPath.BOL and person.number == _UNSIGNED:
            return replace(made, signed_by=(AgreementParty.SCHOOL,), signed_on=None)
        is_here = made.ended_on is None and person.ended_on is None
        if path is LearningPath.BOL and is_here and person.number > _PERSONAS and self._odd:
            return self._strange(self._odd.pop(0), made)
        return made

    def _strange(self, state: str, made: PracticeAgreement) -> PracticeAgreement | None:
        if state == "missing":
            return None
        not_covered = state == "not_covered"
        code, name, level = _UNCOVERED if not_covered else _EQUIVALENT
        phase = PracticePhase.PREPARATION if not_covered else PracticePhase.MATCHING
        return replace(
            made, code=code, qualification=name, level=level, phase=phase, process_codes=()
        )

    def _usual(
        self,
        person: Participant,
        trajectory: Trajectory,
        path: LearningPath,
        placements: Sequence[Placement],
    ) -> PracticeAgreement:
        starts_on = trajectory.starts_on
        end = trajectory.ends_on or open_until(add_months(starts_on, 10))
        last = min(end, person.ended_on) if person.ended_on else end
        programme = self._programme(placements) if path.is_mbo else _Programme("", "", 0)
        weeks = max(1, ((end - starts_on).days + 1) // 7)
        minutes = trajectory.half_days_per_week * MINUTES_PER_HALF_DAY * weeks
        share = 85  # percent: holidays, illness and school days come off
        if path is LearningPath.BBL and person.number > _PERSONAS:
            share = 110
        accredited = self._accredited.get(programme.code)
        return PracticeAgreement(
            id=uuid5(trajectory.id, "practice"),
            participant_id=person.id,
            trajectory_id=trajectory.id,
            school_id=self._school(trajectory),
            training_company_id=self._world.company.id if path.is_mbo else None,
            code=programme.code,
            qualification=programme.name,
            learning_path=path,
            level=programme.level,
            starts_on=starts_on,
            planned_end_on=end,
            ended_on=last if last < self._today else None,
            hours=min(5_000, minutes * share // 100 // 60 // 10 * 10),
            process_codes=self._records.process_codes(
                programme.code, whole=person.number == _WHOLE_LIST
            ),
            signed_by=self._signed_by(person, starts_on),
            signed_on=min(self._today, open_until(starts_on - timedelta(days=4))),
            trainer_id=accredited.trainer_id if accredited else _guide(placements),
            phase=self._phase(starts_on, last),
            **self._records.contents(person),
        )

    def _school(self, trajectory: Trajectory) -> UUID:
        """The partner where that is a school; in the third path a school joins in."""
        schools = [p.id for p in self._world.partners.values() if p.kind is PartnerKind.SCHOOL]
        mine = trajectory.partner_id
        return mine if mine in schools else self._world.partners[_THIRD_PATH_SCHOOL].id

    def _programme(self, placements: Sequence[Placement]) -> _Programme:
        role = self._roles[placements[-1].role_id] if placements else ""
        code = _CODES.get(role, _CODES["sorteren"])
        found = self._accredited[code]
        return _Programme(code, found.name, found.level)

    def _signed_by(self, person: Participant, on: date) -> tuple[AgreementParty, ...]:
        minor = _is_minor(person, open_until(on - timedelta(days=4)))
        wanted = {*ALWAYS_SIGN, *([AgreementParty.REPRESENTATIVE] if minor else [])}
        return tuple(one for one in AgreementParty if one in wanted)

    def _phase(self, first: date, last: date) -> PracticePhase:
        if first > self._today:
            return PracticePhase.PREPARATION
        if last < self._today:
            return PracticePhase.COMPLETION
        soon = last < self._today + timedelta(days=30)
        return PracticePhase.ASSESSMENT if soon else PracticePhase.CARRYING_OUT

    def _safe(self, things: list[object]) -> Iterator[object]:
        """Minors agreed to work at machines under supervision only; but for the first."""
        for one in things:
            if isinstance(one, Participant) and _is_minor(one, self._today):
                running = [p for p in _all(things, Placement) if p.is_running(self._today)]
                at_machine = any(p.role_id in self._machines for p in running)
                if at_machine and not self._unsafe and one.number > _PERSONAS:
                    self._unsafe = True
                    yield replace(one, agreement_codes=())
                    continue
                codes = dict.fromkeys((*one.agreement_codes, "machines_supervised"))
                yield replace(one, agreement_codes=tuple(codes))
            else:
                yield one


def _guide(placements: Sequence[Placement]) -> UUID | None:
    return placements[-1].supervisor_id if placements else None


def _is_minor(person: Participant, day: date) -> bool:
    age = person.age(day)
    return age is not None and age < _ADULT


def _all(things: Iterable[Any], kind: type[T]) -> list[T]:
    return [one for one in things if isinstance(one, kind)]
