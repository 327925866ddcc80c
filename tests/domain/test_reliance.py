"""What relies on a supervisor, who could stand in, and what is never written in a hand-over."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from uuid import uuid4

import pytest

from ca_desktop.domain.absences import SupervisorAbsence
from ca_desktop.domain.capacity import Load
from ca_desktop.domain.capacity_board import Board, BoardRow
from ca_desktop.domain.dates import Period
from ca_desktop.domain.half_days import HalfDay, HalfDays
from ca_desktop.domain.hand_over_points import HandOverPoint, looks_secret
from ca_desktop.domain.hand_over_points import problems as point_problems
from ca_desktop.domain.reliance import Away, at_work, becomes_too_full, only_he_has, problems
from ca_desktop.domain.substitutes import Substitute, in_order
from ca_desktop.domain.supervisors import Certificate, Supervisor, SupervisorKind
from tests.conftest import TODAY
from tests.domain.test_capacity import TERMS

JAN, ELS, MIA = (
    Supervisor(number=n, last_name=name, kinds=(SupervisorKind.OTHER,), starts_on=date(2020, 1, 1))
    for n, name in enumerate(("Bos", "Veen", "Aal"), start=1)
)
TEAM = (JAN, ELS, MIA)


def test_leaving_has_no_end_and_no_last_day() -> None:
    leaves = Away(supervisor_id=JAN.id, starts_on=TODAY, ends_on=date(2020, 1, 1), for_good=True)
    assert not list(problems(leaves))
    assert leaves.absence.ends_on is None
    away = replace(leaves, for_good=False)
    assert [one.field for one in problems(away)] == ["ends_on"]
    himself = Away(supervisor_id=JAN.id, starts_on=TODAY, substitute_id=JAN.id)
    assert [one.field for one in problems(himself)] == ["substitute_id"]


def test_at_work_is_who_works_here_and_is_not_away_that_day() -> None:
    left = replace(MIA, ended_on=TODAY - timedelta(days=1))
    away = SupervisorAbsence(supervisor_id=ELS.id, starts_on=TODAY, ends_on=TODAY)
    assert at_work((JAN, ELS, left), (away,), TODAY) == [JAN]
    assert at_work((JAN, ELS, left), (away,), TODAY + timedelta(days=1)) == [JAN, ELS]
    last_day = replace(MIA, ended_on=TODAY)
    assert last_day in at_work((last_day,), (), TODAY)


def paper(whose: Supervisor, kind: str, until: date | None = None) -> Certificate:
    return Certificate(supervisor_id=whose.id, kind=kind, valid_until=until)


def test_a_paper_that_nobody_else_there_has_is_named() -> None:
    bhv = paper(JAN, "bhv", TODAY)
    held = [bhv, paper(ELS, "bhv", TODAY - timedelta(days=1)), paper(JAN, "vca"), paper(ELS, "vca")]
    there = [one.id for one in TEAM]
    assert only_he_has(JAN.id, held, there, TODAY) == (bhv,)
    assert only_he_has(JAN.id, held, there, TODAY + timedelta(days=1)) == ()
    gone = [JAN.id, MIA.id]
    assert {one.kind for one in only_he_has(JAN.id, held, gone, TODAY)} == {"bhv", "vca"}


def board(**cells: tuple[int, int]) -> Board:
    loads = {
        HalfDay.from_code(code[1:]): Load(need=Fraction(need), supply=Fraction(supply))
        for code, (need, supply) in cells.items()
    }
    rows = (BoardRow(supervisor_id=JAN.id, cells=loads),)
    return Board(monday=date(2026, 12, 28), terms=TERMS, rows=rows)


def test_a_half_day_that_gets_too_full_is_named_and_one_that_stays_so_is_not() -> None:
    before = board(_0m=(100, 200), _1m=(150, 100), _2m=(150, 100), _3m=(80, 100))
    after = board(_0m=(100, 90), _1m=(150, 100), _2m=(150, 60), _3m=(80, 80))
    found = becomes_too_full(before, after, TERMS)
    assert [slot.code for slot in found] == ["0m", "2m"]


def substitute(name: str = "Els", **more: object) -> Substitute:
    made = Substitute(supervisor_id=uuid4(), name=name, needed=HalfDays.of("0m", "1m", "2m"))
    return replace(made, **more)


def test_who_can_stand_in_says_why_in_words_and_never_in_a_number() -> None:
    free = substitute()
    assert free.fits
    assert (free.short, free.reasons) == (
        "kan overnemen",
        ("Aan het werk, met genoeg tijd: ma ochtend, di ochtend, wo ochtend.",),
    )
    partly = substitute(not_there=HalfDays.of("0m"), too_full=HalfDays.of("1m"), missing=("VOG",))
    assert not partly.fits
    assert partly.free == HalfDays.of("2m")
    assert partly.reasons == (
        "Aan het werk, met genoeg tijd: wo ochtend.",
        "Wordt te vol: di ochtend.",
        "Niet aan het werk: ma ochtend.",
        "Mist een verplicht papier: VOG.",
    )
    assert partly.short == "mist een papier"
    assert substitute(not_there=free.needed).short == "kan niet: is er niet of te vol"
    assert substitute(needed=HalfDays()).reasons == ("Er zijn geen dagdelen om over te nemen.",)


def test_who_can_take_over_comes_first_then_by_name() -> None:
    busy = substitute("Aal", too_full=HalfDays.of("0m", "1m", "2m"))
    partly = substitute("Berg", too_full=HalfDays.of("0m"))
    lacks = substitute("Abel", missing=("VOG",))
    away = substitute("Aad", away=(Period(starts_on=TODAY),))
    free = [substitute("Veen"), substitute("Els")]
    assert [one.name for one in in_order([away, lacks, busy, partly, *free])] == [
        "Els", "Veen", "Berg", "Abel", "Aal", "Aad",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Wachtwoord: groen12!",
        "het wachtwoord is welkom2026",
        "ww welkom01",
        "Pincode 4821",
        'password = "h4llo"',
    ],
)
def test_what_looks_like_a_password_is_refused(text: str) -> None:
    point = HandOverPoint(supervisor_id=JAN.id, subject="Kluis", text=text)
    assert [one.field for one in point_problems(point, TODAY)] == ["text"]


@pytest.mark.parametrize(
    "text",
    [
        "Wachtwoord ligt in de kluis bij Hanneke",
        "Wie het wachtwoord heeft: Els",
        "2 mensen kennen de pincode",
        "",
    ],
)
def test_who_has_a_password_may_be_said(text: str) -> None:
    assert not looks_secret(text)


def test_a_point_is_handed_over_to_somebody_else_on_a_day_that_was() -> None:
    point = HandOverPoint(
        supervisor_id=JAN.id,
        subject=" ",
        takes_over_id=JAN.id,
        explained_on=TODAY + timedelta(days=1),
    )
    found = [one.field for one in point_problems(point, TODAY)]
    assert found == ["subject", "takes_over_id", "explained_on"]
