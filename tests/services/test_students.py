"""The list of students: filtered, searched, within reach, and as a file."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from ca_desktop.domain.exports import ExportKind, ExportWish
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.domain.partners import PartnerKind
from ca_desktop.domain.practice_agreements import PracticePhase
from ca_desktop.domain.practice_cover import Cover
from ca_desktop.domain.students import PracticeTime, StudentFilter
from ca_desktop.services.session import Session
from tests.builders import World, a_partner
from tests.conftest import TODAY
from tests.practice import a_location, an_accreditation, an_agreement

DAY = timedelta(days=1)


@pytest.fixture
def company(petra: Session) -> UUID:
    made = a_location(petra).id
    an_accreditation(petra, made)
    return made


def names(session: Session, search: str = "", **chosen: object) -> list[str]:
    found = session.students.lines(search, StudentFilter(**chosen))
    return [line.participant.first for line in found]


def test_a_line_says_who_where_and_how_it_stands(
    petra: Session, world: World, company: UUID
) -> None:
    one = an_agreement(petra, world.amina, world.school, company, trainer_id=world.jan)
    (line,) = petra.students.lines()
    assert (line.id, line.participant.full) == (one.id, "Amina Yusuf")
    assert (line.line.school, line.line.trainer) == ("Graafschap College", "Jan Bos")
    assert line.line.cover.cover is Cover.EQUAL
    assert line.line.is_signed
    assert line.hours is not None
    assert line.hours.target.minutes == 400 * 60


@pytest.mark.parametrize(
    ("starts", "ends", "time"),
    [
        (0, 0, PracticeTime.NOW),
        (-10, 0, PracticeTime.NOW),
        (1, 10, PracticeTime.SOON),
        (-10, -1, PracticeTime.PAST),
    ],
)
def test_today_belongs_to_now(
    petra: Session, world: World, company: UUID, starts: int, ends: int, time: PracticeTime
) -> None:
    an_agreement(
        petra,
        world.amina,
        world.school,
        company,
        starts_on=TODAY + starts * DAY,
        planned_end_on=TODAY + ends * DAY,
    )
    assert [one for one in PracticeTime if names(petra, time=one)] == [time]


def test_filters_leave_out_what_is_in_order(petra: Session, world: World, company: UUID) -> None:
    other = a_partner(petra, "Praktijkschool Noord", PartnerKind.SCHOOL).id
    an_agreement(petra, world.amina, world.school, company)
    an_agreement(
        petra,
        world.bram,
        other,
        company,
        code="25254",
        signed_by=(),
        learning_path=LearningPath.BBL,
        phase=PracticePhase.MATCHING,
    )
    assert names(petra) == ["Bram", "Amina"] or names(petra) == ["Amina", "Bram"]
    for only in (
        {"unsigned": True},
        {"not_covered": True},
        {"school_id": other},
        {"learning_path": LearningPath.BBL},
        {"phase": PracticePhase.MATCHING},
    ):
        assert names(petra, **only) == ["Bram"]
    for words in ("bram", "praktijkschool", "25254"):
        assert names(petra, words) == ["Bram"]
    assert sorted(names(petra, "logistiek")) == ["Amina", "Bram"]
    assert names(petra, "logistiek amina") == ["Amina"]
    assert petra.students.count("logistiek", StudentFilter()) == 2


def test_the_list_keeps_to_the_reach(
    petra: Session, jan: Session, els: Session, world: World, company: UUID
) -> None:
    one = an_agreement(petra, world.amina, world.school, company)
    assert names(jan) == ["Amina"]
    assert names(els) == []
    assert els.students.lines_of([one.id]) == []
    assert els.students.order("", StudentFilter()) == []


def test_the_list_leaves_as_a_file(
    petra: Session, world: World, company: UUID, tmp_path: Path
) -> None:
    one = an_agreement(petra, world.amina, world.school, company)
    petra.practice_agreements.save(replace(one, ended_on=date(2026, 11, 20)))
    path = tmp_path / "studenten.csv"
    assert petra.exports.write(ExportWish(kind=ExportKind.STUDENTS), path) == 1
    text = path.read_text(encoding="utf-8-sig")
    assert "25371" in text
    assert "Graafschap College" in text
    assert petra.exports.proposed_name(ExportKind.STUDENTS, "csv").startswith("studenten-")
