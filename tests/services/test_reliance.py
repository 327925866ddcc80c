"""What breaks when a supervisor is away or leaves, and the hand-over."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from ca_desktop.domain.absences import SupervisorAbsence
from ca_desktop.domain.accreditations import AccreditationState
from ca_desktop.domain.aftercare import Aftercare
from ca_desktop.domain.errors import NotAllowed, RuleBroken
from ca_desktop.domain.half_days import HalfDays
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.domain.practice_agreements import PracticeAgreement
from ca_desktop.domain.reliance import Away, RelianceKind, RelianceLine
from ca_desktop.domain.supervisors import Certificate, Supervisor, SupervisorKind
from ca_desktop.services.session import Session
from tests.builders import World
from tests.conftest import TODAY

NEXT_MONDAY = date(2026, 11, 30)


def lines(session: Session, away: Away, kind: RelianceKind) -> list[RelianceLine]:
    return [one for one in session.reliance.of(away).lines if one.kind is kind]


def names(found: Iterable[RelianceLine]) -> list[str]:
    return sorted(one.who for one in found)


def change(session: Session, key: object, **more: object) -> Supervisor:
    one = session.supervisors.get(key)
    return session.supervisors.save(replace(one, **more))


def test_people_lose_their_fixed_supervisor_and_placements_stand_alone(
    petra: Session, world: World
) -> None:
    away = Away(supervisor_id=world.jan, starts_on=TODAY, for_good=True)
    (lost,) = lines(petra, away, RelianceKind.FIXED_SUPERVISOR)
    assert (lost.who, lost.record.page, lost.record.section) == (
        "Amina Yusuf",
        "participants",
        "agreements",
    )
    placed = lines(petra, away, RelianceKind.PLACEMENT)
    assert names(placed) == ["Amina Yusuf", "Cato Berg"]
    assert {one.record.page for one in placed} == {"placements"}


def test_of_others_only_is_said_how_many_there_are(
    jan: Session, petra: Session, world: World
) -> None:
    away = Away(supervisor_id=world.els, starts_on=TODAY, for_good=True)
    found = jan.reliance.of(away)
    people = (RelianceKind.FIXED_SUPERVISOR, RelianceKind.PLACEMENT, RelianceKind.FOLLOW_UP)
    assert names(one for one in found.lines if one.kind in people) == ["Cato Berg"]
    assert found.others > 0
    assert petra.reliance.of(away).others == 0


def test_a_reader_does_not_look(lies: Session, world: World) -> None:
    with pytest.raises(NotAllowed):
        lies.reliance.of(Away(supervisor_id=world.jan, starts_on=TODAY))


def test_days_away_that_are_over_before_they_begin_are_refused(
    petra: Session, world: World
) -> None:
    wrong = Away(supervisor_id=world.jan, starts_on=TODAY, ends_on=TODAY - timedelta(days=1))
    with pytest.raises(RuleBroken):
        petra.reliance.of(wrong)


def test_a_placement_that_ended_before_or_starts_after_does_not_count(
    petra: Session, world: World
) -> None:
    first = petra.placements.of(world.amina)[0].placement
    before = Away(
        supervisor_id=world.jan,
        starts_on=first.starts_on - timedelta(days=9),
        ends_on=first.starts_on - timedelta(days=1),
    )
    assert lines(petra, before, RelianceKind.PLACEMENT) == []
    on_the_day = replace(before, ends_on=first.starts_on)
    assert "Amina Yusuf" in names(lines(petra, on_the_day, RelianceKind.PLACEMENT))


def test_a_qualification_loses_its_trainer_and_who_else_could_is_named(
    petra: Session, world: World
) -> None:
    company = petra.accreditations.save_company(
        replace(petra.accreditations.new_company(), location="Werkplaats")
    )
    blank = petra.accreditations.new(company.id)
    petra.accreditations.save(
        replace(blank, code="25250", name="Assistent bouwen", level=1, trainer_id=world.jan)
    )
    away = Away(supervisor_id=world.jan, starts_on=TODAY)
    (line,) = lines(petra, away, RelianceKind.QUALIFICATION)
    assert (line.who, line.what) == (
        "Assistent bouwen (25250)",
        "Niemand anders is praktijkopleider",
    )
    change(petra, world.els, kinds=(SupervisorKind.WORKPLACE_TRAINER,))
    (line,) = lines(petra, away, RelianceKind.QUALIFICATION)
    assert line.what == "Andere praktijkopleiders: Els Veen"
    assert blank.state is AccreditationState.ORIENTATION


def test_the_only_valid_paper_is_named_until_a_colleague_has_it(
    petra: Session, world: World
) -> None:
    bhv = Certificate(supervisor_id=world.jan, kind="emergency_response", seen_on=TODAY)
    petra.supervisors.save_certificate(bhv)
    away = Away(supervisor_id=world.jan, starts_on=NEXT_MONDAY)
    (line,) = lines(petra, away, RelianceKind.PAPER)
    assert (line.record.section, line.record.child) == ("certificates", bhv.id)
    petra.supervisors.save_certificate(
        Certificate(supervisor_id=world.els, kind="emergency_response", seen_on=TODAY)
    )
    assert lines(petra, away, RelianceKind.PAPER) == []
    petra.absences.save(SupervisorAbsence(supervisor_id=world.els, starts_on=NEXT_MONDAY))
    assert len(lines(petra, away, RelianceKind.PAPER)) == 1


def test_half_days_over_capacity_are_counted_without_and_with_a_substitute(
    petra: Session, world: World
) -> None:
    for key in (world.jan, world.els):
        change(petra, key, weekly_minutes=100, half_days=HalfDays.of("0m", "2a", "4m"))
    alone = Away(supervisor_id=world.jan, starts_on=NEXT_MONDAY, ends_on=date(2026, 12, 4))
    found = lines(petra, alone, RelianceKind.CAPACITY)
    assert found
    assert {one.record.section for one in found} == {"2026-11-30"}
    assert "maandag ochtend, 30-11-2026" in names(found)
    change(petra, world.els, weekly_minutes=3000)
    assert lines(petra, alone, RelianceKind.CAPACITY) == []


def test_accounts_hand_over_and_who_counts_on_him_are_on_the_same_page(
    petra: Session, world: World
) -> None:
    change(petra, world.els, deputy_id=world.jan)
    petra.absences.save(
        SupervisorAbsence(supervisor_id=world.els, starts_on=NEXT_MONDAY, substitute_id=world.jan)
    )
    point = replace(petra.hand_over.new(world.jan), subject="Contact met de gemeente")
    petra.hand_over.save(point)
    away = Away(supervisor_id=world.jan, starts_on=NEXT_MONDAY)
    kinds = {one.kind for one in petra.reliance.of(away).lines}
    assert kinds >= {
        RelianceKind.ACCOUNT,
        RelianceKind.HAND_OVER,
        RelianceKind.DEPUTY,
        RelianceKind.SUBSTITUTE,
    }
    petra.hand_over.save(replace(point, explained_on=TODAY, takes_over_id=world.els))
    assert lines(petra, away, RelianceKind.HAND_OVER) == []


def test_what_has_to_be_handed_over_is_for_who_may_open_the_hand_over(
    petra: Session, els: Session, world: World
) -> None:
    petra.hand_over.save(replace(petra.hand_over.new(world.jan), subject="Ruzie met de school"))
    away = Away(supervisor_id=world.jan, starts_on=NEXT_MONDAY)
    assert names(lines(petra, away, RelianceKind.HAND_OVER)) == ["Ruzie met de school"]
    assert lines(els, away, RelianceKind.HAND_OVER) == []


def test_students_open_agreements_and_aftercare_count_until_the_last_day(
    petra: Session, world: World
) -> None:
    monday = date(2026, 12, 28)  # in ISO week 53
    agreement = PracticeAgreement(
        participant_id=world.amina,
        school_id=world.school,
        qualification="Assistent bouwen",
        learning_path=LearningPath.BOL,
        starts_on=monday,
        planned_end_on=date(2027, 7, 31),
        trainer_id=world.jan,
    )
    contact = Aftercare(participant_id=world.bram, months=3, due_on=monday, supervisor_id=world.jan)
    note = petra.entries.new(world.amina)
    note = replace(note, supervisor_id=world.jan, text="Gezaagd", minutes=10)
    note = replace(note, follow_up_on=monday, agreement="Zaagblad")
    petra.entries.write(note)
    with petra.opened.database.write(petra.actor, "test") as uow:
        uow.save(agreement)
        uow.save(contact)
    kinds = (
        RelianceKind.PRACTICE_AGREEMENT,
        RelianceKind.FOLLOW_UP,
        RelianceKind.AFTERCARE,
    )
    until = Away(supervisor_id=world.jan, starts_on=TODAY, ends_on=monday)
    found = petra.reliance.of(until).lines
    assert {one.kind for one in found if one.record.record_id == note.id} == {
        RelianceKind.FOLLOW_UP
    }
    assert all(lines(petra, until, kind) for kind in kinds)
    shorter = replace(until, ends_on=monday - timedelta(days=1))
    assert not any(
        one.record.record_id == note.id or one.kind in kinds[::2]
        for one in petra.reliance.of(shorter).lines
    )
    school_year_over = replace(until, starts_on=date(2027, 8, 1), ends_on=None)
    assert lines(petra, school_year_over, RelianceKind.PRACTICE_AGREEMENT) == []
    last_day = replace(school_year_over, starts_on=date(2027, 7, 31))
    assert len(lines(petra, last_day, RelianceKind.PRACTICE_AGREEMENT)) == 1


def test_looking_changes_nothing(petra: Session, world: World) -> None:
    before = petra.absences.of(world.jan)
    petra.reliance.of(Away(supervisor_id=world.jan, starts_on=TODAY, for_good=True))
    assert petra.absences.of(world.jan) == before
    assert petra.supervisors.get(world.jan).ended_on is None


# -- hand-over -------------------------------------------------------------------------------------


def test_subjects_to_begin_with_come_from_what_is_known_and_come_once(
    petra: Session, world: World
) -> None:
    town = petra.partners.get(world.municipality)
    petra.partners.save(replace(town, contact_name="Annet Kok"))
    change(petra, world.jan, deputy_id=world.els)
    found = petra.hand_over.proposals(world.jan)
    subjects = [one.subject for one in found]
    assert subjects[0] == "Contact met Gemeente Apeldoorn"
    assert (found[0].partner_id, found[0].takes_over_id) == (world.municipality, world.els)
    rights = next(one for one in found if one.subject == "Accounts met alle rechten")
    assert rights.text.startswith("Alleen Petra")
    petra.hand_over.take(found[:2])
    assert len(petra.hand_over.of(world.jan)) == 2
    assert len(petra.hand_over.proposals(world.jan)) == len(found) - 2
    assert petra.history.undoable() == "Overdracht bewaren"
    petra.history.undo_last()
    assert petra.hand_over.of(world.jan) == []


def test_a_password_is_not_kept(petra: Session, world: World) -> None:
    point = replace(petra.hand_over.new(world.jan), subject="Kassa", text="pincode 4821")
    with pytest.raises(RuleBroken):
        petra.hand_over.save(point)


def test_the_hand_over_is_for_coordinators(jan: Session, world: World) -> None:
    with pytest.raises(NotAllowed):
        jan.hand_over.of(world.jan)


def test_a_supervisor_with_points_can_be_removed_with_them(petra: Session) -> None:
    new = replace(petra.supervisors.new(), last_name="Los", kinds=(SupervisorKind.OTHER,))
    loose = petra.supervisors.save(new)
    petra.hand_over.save(replace(petra.hand_over.new(loose.id), subject="Sleutels"))
    petra.supervisors.remove(loose.id)
    assert loose.id not in {one.id for one in petra.supervisors.all()}
