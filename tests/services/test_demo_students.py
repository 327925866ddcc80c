"""Students of the demo centre: each kind of education and each state once, by the rules."""

from collections.abc import Sequence
from datetime import date

import pytest

from ca_desktop.domain import practice_agreements, practice_sheets, practised_work, school_visits
from ca_desktop.domain.accreditations import Accreditation
from ca_desktop.domain.attendance import Attendance
from ca_desktop.domain.guided_weeks import GuidedWeek
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.partners import Partner, PartnerKind
from ca_desktop.domain.practice_agreements import PracticeAgreement, PracticePhase
from ca_desktop.domain.practice_cover import Cover, Dossier, cover_of
from ca_desktop.domain.practice_sheets import PracticeSheet
from ca_desktop.domain.practised_work import PractisedWork
from ca_desktop.domain.school_visits import SchoolVisit
from ca_desktop.domain.work_processes import WorkProcess
from ca_desktop.services.demo import demo_centre
from ca_desktop.services.practice_cover import is_minor_at
from tests.conftest import TODAY
from tests.services.test_demo import of
from tests.services.words_that_hurt import FORBIDDEN

LAST_DAY = date(2028, 2, 29)


@pytest.fixture(scope="module", params=[(2026, 60, TODAY), (3, 60, LAST_DAY), (7, 15, TODAY)])
def drawn(request: pytest.FixtureRequest) -> tuple[Sequence[object], date, int]:
    seed, count, day = request.param
    return [thing for batch in demo_centre(seed, count, day) for thing in batch], day, count


def test_every_kind_of_education_is_there(drawn: tuple[Sequence[object], date, int]) -> None:
    things, _day, count = drawn
    paths = {one.learning_path for one in of(things, PracticeAgreement)}
    if count < 60:
        assert {LearningPath.BOL, LearningPath.BBL} < paths
    else:
        assert {LearningPath.BOL, LearningPath.BBL, LearningPath.HBO} < paths
        assert paths & {LearningPath.PRO, LearningPath.VSO, LearningPath.VMBO}


def test_every_state_of_cover_and_signing_is_there(
    drawn: tuple[Sequence[object], date, int],
) -> None:
    things, day, count = drawn
    dossier = Dossier(accreditations=of(things, Accreditation))
    agreements = of(things, PracticeAgreement)
    covers = {one.id: cover_of(one, dossier).cover for one in agreements}
    begun = (PracticePhase.CARRYING_OUT, PracticePhase.ASSESSMENT)
    assert not any(covers[one.id] is Cover.NOT_COVERED and one.phase in begun for one in agreements)
    if count == 60 and day == TODAY:
        assert set(covers.values()) == set(Cover) - {Cover.UNKNOWN}
    people = {one.id: one for one in of(things, Participant)}
    signed = {
        one.is_signed(is_minor=is_minor_at(people[one.participant_id], one)) for one in agreements
    }
    assert signed == {True, False}


def test_what_hangs_on_an_agreement_keeps_its_rules(
    drawn: tuple[Sequence[object], date, int],
) -> None:
    things, day, _count = drawn
    schools = {one.id for one in of(things, Partner) if one.kind is PartnerKind.SCHOOL}
    agreements = {one.id: one for one in of(things, PracticeAgreement)}
    for one in agreements.values():
        assert list(practice_agreements.problems(one, day)) == []
        assert one.school_id in schools
    for kind, rules in (
        (PracticeSheet, practice_sheets.problems),
        (PractisedWork, practised_work.problems),
        (SchoolVisit, school_visits.problems),
    ):
        for record in of(things, kind):
            assert list(rules(record, day)) == []
            assert record.participant_id == agreements[record.agreement_id].participant_id
    assert any(one.elective_code for one in of(things, PracticeSheet))
    assert any(one.is_assessment and one.reflection for one in of(things, PractisedWork))
    assert {one.is_done for one in of(things, SchoolVisit)} == {True, False}


def test_a_week_is_confirmed_only_where_somebody_was_there(
    drawn: tuple[Sequence[object], date, int],
) -> None:
    things, day, _count = drawn
    present = {
        (one.participant_id, one.on.isocalendar()[:2])
        for one in of(things, Attendance)
        if one.minutes
    }
    confirmed = of(things, GuidedWeek)
    assert confirmed
    for one in confirmed:
        assert (one.participant_id, one.monday.isocalendar()[:2]) in present
        assert one.monday < day


def test_work_that_can_not_be_practised_here_is_there_too(
    drawn: tuple[Sequence[object], date, int],
) -> None:
    things, _day, _count = drawn
    processes = of(things, WorkProcess)
    assert {one.is_feasible for one in processes} == {True, False}
    assert all(one.is_feasible or not one.role_ids for one in processes)


def test_nothing_about_a_student_says_what_must_not_be_known(
    drawn: tuple[Sequence[object], date, int],
) -> None:
    things, _day, _count = drawn
    texts = " ".join(
        str(one).casefold()
        for kind in (PracticeAgreement, PractisedWork, SchoolVisit)
        for one in of(things, kind)
    )
    assert [word for word in FORBIDDEN if word in texts] == []


def test_a_large_centre_has_an_agreement_per_student_and_little_else() -> None:
    things = [thing for batch in demo_centre(1, 600, TODAY) for thing in batch]
    agreements = of(things, PracticeAgreement)
    assert len(agreements) > 60
    filled = {one.id for one in of(things, Participant) if one.number <= 300}
    assert {one.participant_id for one in of(things, PractisedWork)} <= filled
