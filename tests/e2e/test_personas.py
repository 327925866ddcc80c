"""Each persona of the domain is taken in and placed, and the explanation says what a coordinator
would say: what fits, what doesn't and why, and what nobody knows yet.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from ca_desktop.domain.accreditations import AccreditationState
from ca_desktop.domain.availability import Availability
from ca_desktop.domain.conditions import Condition
from ca_desktop.domain.errors import RuleBroken
from ca_desktop.domain.half_days import HalfDays
from ca_desktop.domain.languages import LanguageSkills
from ca_desktop.domain.participants import FixedSupervisor, Participant
from ca_desktop.domain.placements import Placement
from ca_desktop.domain.supervisors import Certificate, Supervisor, SupervisorKind
from ca_desktop.services.session import Session
from ca_desktop.services.stores import NewCentre, create_centre
from tests.conftest import TODAY
from tests.e2e.personas import PERSONAS, Persona, born_on

START = date(2026, 10, 5)


@dataclass(frozen=True)
class Centre:
    """A centre with one experienced supervisor, accredited for bicycles."""

    session: Session
    supervisor: Supervisor


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[Centre]:
    word = "groene fiets loopt"
    opened = create_centre(
        NewCentre(
            folder=tmp_path / "centrum",
            name="De Werf",
            place="Apeldoorn",
            full_name="Petra Kwartier",
            sign_in_name="petra",
            password=word,
            repeated=word,
        ),
        TODAY,
    )
    session = Session(opened, today=lambda: TODAY)
    yield Centre(session, _supervisor(session))
    opened.close()


def _supervisor(session: Session) -> Supervisor:
    kinds = (SupervisorKind.WORKPLACE_TRAINER, SupervisorKind.SUPPORT_WORKER)
    blank = session.supervisors.new()
    made = session.supervisors.save(
        replace(blank, first_name="Jan", last_name="Bos", kinds=kinds, starts_on=START)
    )
    for kind in ("vog", "workplace_trainer"):
        session.supervisors.save_certificate(
            Certificate(supervisor_id=made.id, kind=kind, seen_on=START)
        )
    company = session.accreditations.new_company()
    company = session.accreditations.save_company(
        replace(company, location="Werfkade", company_id="100123456")
    )
    bicycle = session.accreditations.new(company.id)
    session.accreditations.save(
        replace(
            bicycle,
            code="25231",
            name="Fietstechnicus",
            level=2,
            state=AccreditationState.ACCREDITED,
            since=START,
            trainer_id=made.id,
        )
    )
    return made


def taken_in(centre: Centre, persona: Persona) -> Participant:
    """The persona as a participant, with everything that the centre may know."""
    session = centre.session
    blank = session.participants.new()
    person = session.participants.take_in(
        replace(
            blank,
            first_name=persona.name,
            last_name="Persona",
            born_on=born_on(persona),
            starts_on=START,
            agreement_codes=persona.agreements,
        )
    )
    session.participants.save_fixed_supervisor(
        FixedSupervisor(
            participant_id=person.id, supervisor_id=centre.supervisor.id, starts_on=START
        )
    )
    _agreed(session, persona, person)
    _known(session, persona, person)
    return person


def _agreed(session: Session, persona: Persona, person: Participant) -> None:
    partner = session.partners.save(
        replace(session.partners.new(), name=f"Partner van {persona.name}", kind=persona.partner)
    )
    blank = session.trajectories.new(person.id, partner.id, persona.legal_role)
    session.trajectories.save(
        replace(
            blank,
            goal=persona.goal,
            legal_form=persona.form,
            starts_on=START,
            half_days_per_week=persona.agreed,
        )
    )


def _known(session: Session, persona: Persona, person: Participant) -> None:
    with session.opened.database.write(session.actor, "Test") as uow:
        if persona.dutch is not None:
            level = persona.dutch
            uow.save(
                LanguageSkills(
                    participant_id=person.id,
                    language="nl",
                    listening=level,
                    conversation=level,
                    speaking=level,
                    reading=level,
                )
            )
        if persona.can_come:
            half_days = HalfDays.of(*persona.can_come)
            uow.save(Availability(participant_id=person.id, half_days=half_days, starts_on=START))
    for skill, value in persona.scores:
        score = session.goals.new_score(person.id)
        session.goals.save_score(replace(score, skill=skill, value=value))
    if persona.aim is not None:
        competence, words = persona.aim
        goal = session.goals.new(person.id)
        session.goals.save(replace(goal, text=words, competence=competence))


def asked(centre: Centre, persona: Persona, person: Participant) -> Placement:
    role = centre.session.roles.named(persona.role)
    blank = centre.session.placements.new(person.id, role.id)
    return replace(blank, half_days=HalfDays.of(*persona.half_days))


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda one: one.name)
def test_the_explanation_says_what_a_coordinator_would_say(
    centre: Centre, persona: Persona
) -> None:
    person = taken_in(centre, persona)
    made = centre.session.matches.explain(asked(centre, persona, person))
    for code, (verdict, word) in persona.expected.items():
        found = _named(made, code)
        assert any(one.verdict == verdict and word in one.reason for one in found), (
            code,
            [(one.verdict.value, one.reason) for one in found],
        )
    asks = {one.code for one in made if one.asks_reason}
    assert asks == set(persona.reasons), [one.reason for one in made if one.asks_reason]
    assert not [one for one in made if one.stops]


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda one: one.name)
def test_the_persona_is_placed_with_a_reason_where_one_is_needed(
    centre: Centre, persona: Persona
) -> None:
    person = taken_in(centre, persona)
    placement = asked(centre, persona, person)
    if persona.reasons:
        with pytest.raises(RuleBroken):
            centre.session.placements.place(placement, {})
    because = dict.fromkeys(persona.reasons, "Samen besproken; over twee weken kijken we opnieuw.")
    centre.session.placements.place(placement, because)
    [line] = centre.session.placements.of(person.id)
    assert {one.condition for one in centre.session.placements.overrules(line.id)} == set(because)


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda one: one.name)
def test_the_role_in_mind_stands_in_the_shortlist_of_the_persona(
    centre: Centre, persona: Persona
) -> None:
    person = taken_in(centre, persona)
    matches = centre.session.matches.roles_for(person.id, HalfDays.of(*persona.half_days))
    roles = {match.role_id: match for match in matches}
    assert centre.session.roles.named(persona.role).id in roles
    assert all(match.conditions for match in matches)


def test_sem_is_not_placed_at_machines_before_supervision_is_agreed(centre: Centre) -> None:
    sem = replace(next(one for one in PERSONAS if one.name == "Sem"), agreements=())
    person = taken_in(centre, sem)
    with pytest.raises(RuleBroken) as refused:
        centre.session.placements.place(asked(centre, sem, person), {"minor:machines": "Mag"})
    assert "minor:machines" in {problem.field for problem in refused.value.problems}


def test_a_placement_that_starts_later_is_explained_for_that_day(centre: Centre) -> None:
    sem = replace(next(one for one in PERSONAS if one.name == "Sem"), agreements=())
    person = taken_in(centre, sem)
    grown = asked(centre, sem, person)
    day = date(sem.born + 18, 4, 2)
    later = replace(grown, starts_on=day, review_on=day + timedelta(weeks=8))
    assert not _named(centre.session.matches.explain(later), "minor:machines")


def _named(conditions: tuple[Condition, ...], code: str) -> list[Condition]:
    """Those of this code; 'growth' finds every goal."""
    return [one for one in conditions if one.code == code or one.code.startswith(f"{code}:")]
