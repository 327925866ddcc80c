"""Gathers what the conditions of a placement rest on. What concerns one person is read once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar
from uuid import UUID

from ca_desktop.db.queries import placements as placement_queries
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.availability import Availability
from ca_desktop.domain.capacity import PlannedPlacement
from ca_desktop.domain.catalogue import Catalogue, load_catalogue
from ca_desktop.domain.catalogue_legal_forms import ByLaw
from ca_desktop.domain.dates import week_start
from ca_desktop.domain.goals import Goal, Score
from ca_desktop.domain.languages import LanguageSkills
from ca_desktop.domain.machines import MachineAuthorisation
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.permissions import Reach
from ca_desktop.domain.placement_facts import (
    AgreementFact,
    GuidanceFact,
    PlacementFacts,
    TermFact,
)
from ca_desktop.domain.placements import Placement
from ca_desktop.domain.practice_agreements import PracticeAgreement
from ca_desktop.domain.roles import Role, RoleProfile
from ca_desktop.domain.supervisor_paper_rules import SupervisorPaperRule
from ca_desktop.domain.supervisors import Supervisor
from ca_desktop.domain.trajectories import Trajectory
from ca_desktop.domain.trajectory_terms import form_of, term_of
from ca_desktop.services.capacity_week import CapacityWeek
from ca_desktop.services.placement_papers import paper_facts
from ca_desktop.services.practice_facts import PracticeGathering
from ca_desktop.services.supervisor_paper_rules import rules_in_force

SCALE = "ZELFST4"
T = TypeVar("T")


@dataclass(frozen=True)
class Gathering:
    """Reads for one transaction, one day and one language."""

    uow: UnitOfWork
    today: date
    language: str
    restricted: Reach  # of whom the chosen intensity may count

    @cached_property
    def _weeks(self) -> dict[date, CapacityWeek]:
        return {}

    @cached_property
    def catalogue(self) -> Catalogue:
        return load_catalogue()

    @cached_property
    def rules(self) -> tuple[SupervisorPaperRule, ...]:
        """What is asked of supervisors."""
        return rules_in_force(self.uow)

    @cached_property
    def accredited(self) -> dict[str, UUID]:
        """The codes for which the centre is accredited now, each with its accreditation."""
        found = self._practice.dossier.accreditations
        return {one.code: one.id for one in found if one.state.is_accredited}

    @cached_property
    def _practice(self) -> PracticeGathering:
        return PracticeGathering(self.uow)

    @cached_property
    def words(self) -> dict[str, object]:
        """Names of competences, skills, steps, demands and machines."""
        catalogue, language = self.catalogue, self.language
        skills_of: dict[str, tuple[str, ...]] = {}
        for skill in catalogue.work_skills:
            for letter in skill.competences:
                skills_of[letter] = (*skills_of.get(letter, ()), skill.code)
        return {
            "competence_names": {c.letter: c.name.in_(language) for c in catalogue.competences},
            "skills_of": skills_of,
            "skill_names": {s.code: s.name.in_(language) for s in catalogue.work_skills},
            "step_words": tuple(s.label.in_(language) for s in catalogue.scale(SCALE).steps),
            "demand_names": {d.code: d.name.in_(language) for d in catalogue.demands},
            "machine_names": {m.code: m.name.in_(language) for m in catalogue.machines},
        }

    def profile(self, role_id: UUID) -> RoleProfile:
        """The texts of a role; Dutch where this language has none, empty where there are none."""
        profiles = self.uow.of(RoleProfile)
        found = profiles.find(role_id=role_id, language=self.language)
        found = found or profiles.find(role_id=role_id, language="nl")
        return found or RoleProfile(role_id=role_id, language=self.language, name="")

    def person(self, participant_id: UUID) -> "PersonFacts":
        """What is known of one person."""
        participant = self.uow.of(Participant).get(participant_id)
        trajectories = self._of(Trajectory, participant_id)
        return PersonFacts(
            participant=participant,
            placements=self._of(Placement, participant_id),
            trajectories=trajectories,
            terms=tuple(self._terms(participant, trajectories)),
            practice=self._of(PracticeAgreement, participant_id),
            availability=self._of(Availability, participant_id),
            languages=self._of(LanguageSkills, participant_id),
            scores=self._of(Score, participant_id),
            goals=self._of(Goal, participant_id),
            authorisations=self._of(MachineAuthorisation, participant_id),
        )

    def _terms(
        self, participant: Participant, trajectories: tuple[Trajectory, ...]
    ) -> Iterator[TermFact]:
        """How long each trajectory may last among the others of this person."""
        for one in trajectories:
            form = form_of(one, self.catalogue)
            yield TermFact(
                trajectory=one,
                term=term_of(one, trajectories, participant.born_on, self.catalogue),
                by_law=form is not None and ByLaw.TERM in form.by_law,
                source=form.origin.source if form is not None else "",
            )

    def _of(self, kind: type[T], participant_id: UUID) -> tuple[T, ...]:
        return tuple(self.uow.of(kind).all(participant_id=participant_id))

    def facts(self, placement: Placement, person: "PersonFacts") -> PlacementFacts:
        """Everything about this placement of this person."""
        role = self.uow.of(Role).get(placement.role_id)
        day = max(placement.starts_on, self.today)
        chosen = placement.supervisor_id
        supervisor = self.uow.of(Supervisor).find(id=chosen) if chosen else None
        return PlacementFacts(
            today=self.today,
            placement=placement,
            participant=person.participant,
            role=role,
            profile=self.profile(role.id),
            others=tuple(one for one in person.placements if one.id != placement.id),
            trajectories=person.trajectories,
            terms=person.terms,
            practice=self._practice.facts(person.participant, person.practice, role.id),
            availability=person.availability,
            languages=person.languages,
            scores=person.scores,
            goals=person.goals,
            authorisations=person.authorisations,
            agreements=tuple(self._agreements(person.participant)),
            supervisor=supervisor,
            papers=tuple(
                paper_facts(
                    self.uow, self.rules, supervisor, person.participant, person.trajectories, day
                )
            ),
            taken=placement_queries.taken(self.uow, day, role.id, placement.id),
            guidance=self._guidance(placement, supervisor, day) if supervisor else None,
            accredited={
                code: self.accredited[code]
                for code in role.qualification_codes
                if code in self.accredited
            },
            **self.words,  # type: ignore[arg-type]  # each is what its field wants
        )

    def _guidance(
        self, placement: Placement, supervisor: Supervisor, day: date
    ) -> tuple[GuidanceFact, ...] | None:
        """Per half-day in the first week, nobody away; None where his hours are not known."""
        if not supervisor.weekly_minutes or not placement.half_days:
            return None
        planned = PlannedPlacement(
            role_id=placement.role_id,
            half_days=placement.half_days,
            supervisor_id=supervisor.id,
            starts_on=day,
        )
        row = self._week(placement, day).with_everybody_there(planned).row(supervisor.id)
        loads = {slot: row.cell(slot) for slot in placement.half_days}
        return tuple(
            GuidanceFact(slot=slot, needed=round(load.need), available=round(load.supply))
            for slot, load in loads.items()
        )

    def _week(self, placement: Placement, day: date) -> CapacityWeek:
        if self.uow.of(Placement).find(id=placement.id) is not None:
            return CapacityWeek(self.uow, day, self.restricted, without=placement.id)
        monday = week_start(day)
        if monday not in self._weeks:
            self._weeks[monday] = CapacityWeek(self.uow, day, self.restricted)
        return self._weeks[monday]

    def _agreements(self, participant: Participant) -> Iterator[AgreementFact]:
        for info in self.catalogue.workplace_agreements:
            if info.code in participant.agreement_codes:
                yield AgreementFact(
                    code=info.code,
                    text=info.name.in_(self.language),
                    conflicts_with=frozenset(info.conflicts_with),
                )


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFacts:
    """One person, with all that a placement may rest on."""

    participant: Participant
    placements: tuple[Placement, ...]
    trajectories: tuple[Trajectory, ...]
    terms: tuple[TermFact, ...]
    practice: tuple[PracticeAgreement, ...]
    availability: tuple[Availability, ...]
    languages: tuple[LanguageSkills, ...]
    scores: tuple[Score, ...]
    goals: tuple[Goal, ...]
    authorisations: tuple[MachineAuthorisation, ...]
