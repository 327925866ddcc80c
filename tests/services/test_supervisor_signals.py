"""What Vandaag says of supervisors: papers, trainers, too much guidance, no deputy."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import Engine, event

from ca_desktop.domain.absences import SupervisorAbsence
from ca_desktop.domain.accreditations import Accreditation, AccreditationState
from ca_desktop.domain.half_days import HalfDays
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.domain.practice_agreements import PracticeAgreement
from ca_desktop.domain.signals import Signal, SignalKind, Urgency
from ca_desktop.domain.supervisors import Certificate, Supervisor, SupervisorKind
from ca_desktop.services.session import Session
from tests.builders import MONDAY, World, place
from tests.conftest import TODAY


def said(session: Session, kind: SignalKind) -> Sequence[Signal]:
    return [one for one in session.signals.all() if one.kind is kind]


def change(session: Session, key: object, **more: object) -> Supervisor:
    one = session.supervisors.get(key)
    return session.supervisors.save(replace(one, **more))


def see_vog(session: Session, world: World) -> None:
    for key in (world.jan, world.els):
        session.supervisors.save_certificate(
            Certificate(supervisor_id=key, kind="vog", seen_on=TODAY)
        )


# -- 11: papers that expire ------------------------------------------------------------------------


def expiring(session: Session, world: World, days: int, **more: object) -> Certificate:
    paper = Certificate(
        supervisor_id=world.jan, kind="first_aid", valid_until=TODAY + timedelta(days=days)
    )
    return session.supervisors.save_certificate(replace(paper, **more))


@pytest.mark.parametrize(
    ("days", "urgency"),
    [
        (-1, Urgency.OVERDUE),
        (0, Urgency.THIS_WEEK),
        (6, Urgency.THIS_WEEK),
        (7, Urgency.SOON),
        (60, Urgency.SOON),
        (61, None),
    ],
)
def test_a_paper_is_said_as_long_before_it_expires_as_its_kind_asks(
    petra: Session, world: World, days: int, urgency: Urgency | None
) -> None:
    expiring(petra, world, days)
    found = [one.urgency for one in said(petra, SignalKind.CERTIFICATE)]
    assert found == ([urgency] if urgency else [])


def test_a_renewal_that_is_planned_in_time_makes_it_less_urgent(
    petra: Session, world: World
) -> None:
    paper = expiring(petra, world, 3, renewal_on=TODAY + timedelta(days=3))
    (signal,) = said(petra, SignalKind.CERTIFICATE)
    assert signal.urgency is Urgency.SOON
    assert signal.what.endswith("vernieuwing gepland op 27-11-2026")
    petra.supervisors.save_certificate(replace(paper, renewal_on=TODAY + timedelta(days=4)))
    assert said(petra, SignalKind.CERTIFICATE)[0].urgency is Urgency.THIS_WEEK


def test_a_paper_that_was_followed_by_a_newer_one_is_no_matter(
    petra: Session, world: World
) -> None:
    expiring(petra, world, -30)
    expiring(petra, world, 400)
    assert said(petra, SignalKind.CERTIFICATE) == []


def test_a_required_paper_that_is_missing_is_said_until_it_was_seen(
    petra: Session, world: World
) -> None:
    found = said(petra, SignalKind.MISSING_PAPER)
    assert {one.who for one in found} == {"Jan Bos", "Els Veen"}
    jan = next(one for one in found if one.who == "Jan Bos")
    assert (jan.section, jan.child) == ("certificates", "new:vog")
    see_vog(petra, world)
    assert said(petra, SignalKind.MISSING_PAPER) == []


def test_that_a_paper_is_missing_is_for_coordinators(
    jan: Session, lies: Session, world: World
) -> None:
    assert said(jan, SignalKind.MISSING_PAPER) == []
    assert said(lies, SignalKind.MISSING_PAPER) == []


# -- 4: trainers -----------------------------------------------------------------------------------


def accredit(session: Session, world: World, state: AccreditationState) -> None:
    company = session.accreditations.save_company(
        replace(session.accreditations.new_company(), location="Werkplaats")
    )
    made = Accreditation(
        training_company_id=company.id,
        code="25250",
        name="Assistent bouwen",
        level=1,
        state=state,
        since=TODAY - timedelta(days=100),
        trainer_id=world.jan,
    )
    with session.opened.database.write(session.actor, "test") as uow:
        uow.save(made)


def test_a_trainer_without_the_papers_of_a_trainer_is_said(petra: Session, world: World) -> None:
    see_vog(petra, world)
    accredit(petra, world, AccreditationState.ACCREDITED)
    found = {one.child: one for one in said(petra, SignalKind.TRAINER_PAPER)}
    assert set(found) == {"kinds", "new:workplace_trainer"}
    assert found["kinds"].urgency is Urgency.THIS_WEEK
    assert "Assistent bouwen" in found["kinds"].what
    change(petra, world.jan, kinds=(SupervisorKind.WORKPLACE_TRAINER,))
    old = Certificate(
        supervisor_id=world.jan,
        kind="workplace_trainer",
        valid_until=TODAY - timedelta(days=1),
    )
    petra.supervisors.save_certificate(old)
    (signal,) = said(petra, SignalKind.TRAINER_PAPER)
    assert signal.child == old.id
    petra.supervisors.save_certificate(replace(old, valid_until=TODAY))
    assert said(petra, SignalKind.TRAINER_PAPER) == []


def test_the_trainer_of_a_student_is_asked_the_same_until_the_last_day(
    petra: Session, world: World
) -> None:
    def agree(last: date) -> None:
        with petra.opened.database.write(petra.actor, "test") as uow:
            uow.save(
                PracticeAgreement(
                    id=world.cato,
                    participant_id=world.cato,
                    school_id=world.school,
                    learning_path=LearningPath.BOL,
                    starts_on=TODAY - timedelta(days=90),
                    planned_end_on=last,
                    trainer_id=world.els,
                )
            )

    agree(TODAY)
    assert {one.who for one in said(petra, SignalKind.TRAINER_PAPER)} == {"Els Veen"}
    agree(TODAY - timedelta(days=1))
    assert said(petra, SignalKind.TRAINER_PAPER) == []


def test_a_trainer_of_what_is_no_accreditation_yet_is_left_alone(
    petra: Session, world: World
) -> None:
    accredit(petra, world, AccreditationState.ORIENTATION)
    assert said(petra, SignalKind.TRAINER_PAPER) == []


def test_a_rule_that_was_switched_off_is_not_asked_of_a_trainer(
    petra: Session, world: World
) -> None:
    accredit(petra, world, AccreditationState.ACCREDITED)
    for line in petra.supervisor_paper_rules.lines():
        if line.rule.code.startswith("training_"):
            petra.supervisor_paper_rules.switch(line.rule, False)
    assert said(petra, SignalKind.TRAINER_PAPER) == []


# -- 13: too much guidance -------------------------------------------------------------------------


def week_of(session: Session, key: object, minutes: int) -> None:
    change(session, key, weekly_minutes=minutes, half_days=HalfDays.of("0m", "2a", "4m"))


def exact(session: Session, key: object) -> int:
    """What the board says that he needs this week, in whole minutes."""
    row = session.capacity.board(TODAY).board.row(key)
    return int(row.total.need)


def test_more_than_all_time_this_week_is_said_and_exactly_all_is_not(
    petra: Session, world: World
) -> None:
    need = exact(petra, world.jan)
    assert need == exact(petra, world.jan) > 0
    week_of(petra, world.jan, need)
    assert said(petra, SignalKind.OVERLOAD) == []
    week_of(petra, world.jan, need - 1)
    (signal,) = said(petra, SignalKind.OVERLOAD)
    assert (signal.who, signal.urgency) == ("Jan Bos", Urgency.THIS_WEEK)
    assert (signal.page, signal.record_id) == ("capacity", world.jan)
    assert signal.section == MONDAY.isoformat()


def test_next_week_is_said_too_and_a_week_after_is_not(petra: Session, world: World) -> None:
    week_of(petra, world.jan, exact(petra, world.jan))
    petra.absences.save(
        SupervisorAbsence(
            supervisor_id=world.jan,
            starts_on=MONDAY + timedelta(weeks=1),
            ends_on=MONDAY + timedelta(weeks=1),
        )
    )
    assert said(petra, SignalKind.OVERLOAD) == []
    new = replace(petra.participants.new(), last_name="Nieuw", starts_on=TODAY)
    person = petra.participants.take_in(new).id
    placed = place(petra, person, world.role, world.jan, "2a", "4m")
    kept = petra.placements.get(placed)
    petra.placements.save(replace(kept, starts_on=MONDAY + timedelta(weeks=2)))
    assert said(petra, SignalKind.OVERLOAD) == []
    petra.placements.save(replace(kept, starts_on=MONDAY + timedelta(weeks=1)))
    (signal,) = said(petra, SignalKind.OVERLOAD)
    assert (signal.urgency, signal.section) == (Urgency.SOON, "2026-11-30")


def test_whoever_takes_over_gets_the_load_of_who_is_away(petra: Session, world: World) -> None:
    week_of(petra, world.jan, 3600)
    week_of(petra, world.els, 60)
    change(petra, world.els, weekly_minutes=exact(petra, world.els) + 1)
    assert said(petra, SignalKind.OVERLOAD) == []
    petra.absences.save(
        SupervisorAbsence(supervisor_id=world.jan, starts_on=MONDAY, substitute_id=world.els)
    )
    (signal,) = said(petra, SignalKind.OVERLOAD)
    assert signal.who == "Els Veen"


def test_a_supervisor_hears_of_himself_and_a_reader_of_nobody(
    petra: Session, jan: Session, lies: Session, world: World
) -> None:
    for key in (world.jan, world.els):
        week_of(petra, key, 1)
    assert {one.who for one in said(petra, SignalKind.OVERLOAD)} == {"Jan Bos", "Els Veen"}
    assert {one.who for one in said(jan, SignalKind.OVERLOAD)} == {"Jan Bos"}
    assert said(lies, SignalKind.OVERLOAD) == []


def test_of_who_has_no_hours_nothing_is_said(petra: Session, world: World) -> None:
    assert exact(petra, world.jan) > 0
    assert said(petra, SignalKind.OVERLOAD) == []


# -- 21: no deputy ---------------------------------------------------------------------------------


def test_a_quartermaster_without_a_deputy_is_said_until_one_is_chosen(
    petra: Session, world: World
) -> None:
    change(petra, world.jan, kinds=(SupervisorKind.QUARTERMASTER,))
    (signal,) = said(petra, SignalKind.NO_DEPUTY)
    assert (signal.record_id, signal.section, signal.child) == (
        world.jan,
        "details",
        "deputy_id",
    )
    change(petra, world.jan, deputy_id=world.els)
    assert said(petra, SignalKind.NO_DEPUTY) == []
    change(petra, world.els, ended_on=TODAY)
    assert said(petra, SignalKind.NO_DEPUTY) == []
    change(petra, world.els, ended_on=TODAY - timedelta(days=1))
    (signal,) = said(petra, SignalKind.NO_DEPUTY)
    assert "niet meer werkt" in signal.what


def test_certificates_are_read_once_for_all_supervisors(petra: Session) -> None:
    asked: list[str] = []

    def note(*sent: object) -> None:
        asked.append(str(sent[2]))

    def reads() -> int:
        asked.clear()
        petra.signals.all()
        return sum("FROM certificates" in one for one in asked)

    event.listen(Engine, "before_cursor_execute", note)
    few, kinds = reads(), (SupervisorKind.EMERGENCY_RESPONDER,)
    for _number in range(12):
        petra.supervisors.save(replace(petra.supervisors.new(), last_name="Bos", kinds=kinds))
    assert len(said(petra, SignalKind.MISSING_PAPER)) > 11
    assert reads() == few
    event.remove(Engine, "before_cursor_execute", note)
