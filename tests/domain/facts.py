"""Somebody who fits everywhere: tests of conditions change the one thing they are about."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

from ca_desktop.domain.availability import Availability
from ca_desktop.domain.conditions import Condition, ConditionKind
from ca_desktop.domain.explanations import explain
from ca_desktop.domain.goals import Goal, Score
from ca_desktop.domain.half_days import HalfDays
from ca_desktop.domain.languages import LanguageLevel, LanguageSkills
from ca_desktop.domain.machines import MachineAuthorisation
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.placement_facts import PaperFact, PlacementFacts, TermFact
from ca_desktop.domain.placements import Placement
from ca_desktop.domain.roles import Role, RoleCompetence, RoleProfile
from ca_desktop.domain.supervisors import Supervisor
from ca_desktop.domain.trajectories import LegalForm, LegalRole, Trajectory, TrajectoryGoal
from ca_desktop.domain.trajectory_terms import Term

TODAY = date(2026, 11, 24)
PERSON, JAN = uuid4(), uuid4()


def a_person(**changes: Any) -> Participant:
    person = Participant(
        id=PERSON,
        number=1,
        first_name="Cor",
        last_name="Smit",
        born_on=date(1971, 3, 2),
        starts_on=date(2026, 9, 1),
    )
    return replace(person, **changes)


def a_role(**changes: Any) -> Role:
    role = Role(number=1, key="sorteren", places=4, language_level="a1", demands=("standing",))
    return replace(role, **changes)


def a_trajectory(**changes: Any) -> Trajectory:
    trajectory = Trajectory(
        participant_id=PERSON,
        partner_id=uuid4(),
        legal_role=LegalRole.REINTEGRATION,
        goal=TrajectoryGoal.WORK_RHYTHM,
        starts_on=date(2026, 9, 1),
        half_days_per_week=4,
    )
    return replace(trajectory, **changes)


def a_score(value: int, on: date = date(2026, 10, 1), skill: str = "follows") -> Score:
    return Score(participant_id=PERSON, skill=skill, value=value, on=on)


def facts(**changes: Any) -> PlacementFacts:
    """A placement in which everything fits."""
    role, trajectory = a_role(), a_trajectory(legal_form=LegalForm.VOLUNTEER)
    placement = Placement(
        participant_id=PERSON,
        role_id=role.id,
        supervisor_id=JAN,
        half_days=HalfDays.of("0m", "1m"),
        starts_on=TODAY,
        review_on=date(2027, 1, 19),
    )
    made = PlacementFacts(
        today=TODAY,
        placement=placement,
        participant=a_person(),
        role=role,
        profile=RoleProfile(
            role_id=role.id,
            language="nl",
            name="Sorteren",
            minimum=(RoleCompetence("T", 2, "Volgt een kaart."),),
            developable=(RoleCompetence("K", 0, "Materialen kennen"),),
        ),
        trajectories=(trajectory,),
        terms=(TermFact(trajectory=trajectory, term=Term(starts_on=trajectory.starts_on)),),
        availability=(
            Availability(
                participant_id=PERSON,
                half_days=HalfDays.of("0m", "1m", "2m"),
                starts_on=date(2026, 9, 1),
            ),
        ),
        languages=(
            LanguageSkills(
                participant_id=PERSON,
                language="nl",
                listening=LanguageLevel.A2,
                conversation=LanguageLevel.A2,
            ),
        ),
        scores=(a_score(3),),
        goals=(Goal(participant_id=PERSON, text="Materiaal leren", competence="K", set_on=TODAY),),
        supervisor=Supervisor(id=JAN, number=1, first_name="Jan", starts_on=date(2026, 1, 1)),
        papers=(PaperFact(name="VOG", is_required=True, holds=True, source="Toetsingskader"),),
        guidance=(),
        skills_of={"T": ("follows", "safe")},
        skill_names={"follows": "Volgt een instructie", "safe": "Werkt veilig"},
        competence_names={"T": "Instructies en procedures opvolgen"},
        step_words=("met voordoen", "met hulp", "met controle", "zelfstandig"),
        demand_names={"standing": "lang staan", "noise": "lawaai", "machines": "machines"},
        machine_names={"band_saw": "lintzaag"},
    )
    return replace(made, **changes)


def an_authorisation(machine: str, **changes: Any) -> MachineAuthorisation:
    made = MachineAuthorisation(
        participant_id=PERSON, machine=machine, given_on=date(2026, 10, 1), signed_by=JAN
    )
    return replace(made, **changes)


def of_kind(made: PlacementFacts, kind: ConditionKind, detail: str | None = None) -> Condition:
    """The one condition of this kind (and detail)."""
    [found] = [
        one
        for one in explain(made)
        if one.kind is kind and (detail is None or one.detail == detail)
    ]
    return found
