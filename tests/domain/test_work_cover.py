"""Cover: what part of a qualification can be practised here, and lines pasted from its file."""

from dataclasses import replace
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ca_desktop.domain.pasted_processes import merged, paste_problems, pasted_lines
from ca_desktop.domain.work_cover import Share, cover_of
from ca_desktop.domain.work_processes import WorkProcess

ABOUT = uuid4()
SORTING, SHOP = uuid4(), uuid4()


def a_process(code: str, *, here: bool = True, roles=(), cards=()) -> WorkProcess:
    return WorkProcess(
        accreditation_id=ABOUT,
        task_code=code.rpartition("-W")[0],
        task_name="",
        code=code,
        name=f"werk {code}",
        is_feasible=here,
        role_ids=tuple(roles),
        cards=tuple(cards),
    )


def test_the_cover_counts_per_core_task_and_in_total() -> None:
    cover = cover_of(
        [
            a_process("B1-K1-W1"),
            a_process("B1-K1-W2", here=False),
            a_process("B1-K2-W1"),
        ],
        {SORTING},
    )
    assert (cover.share.feasible, cover.share.total, cover.share.percent) == (2, 3, 66)
    assert [(t.code, t.share.percent) for t in cover.tasks] == [("B1-K1", 50), ("B1-K2", 100)]
    assert [one.code for one in cover.missing] == ["B1-K1-W2"]


def test_a_work_process_is_at_home_in_a_role_in_use_or_on_a_card() -> None:
    cover = cover_of(
        [
            a_process("B1-K1-W1", roles=[SORTING]),
            a_process("B1-K1-W2", cards=["Pallet stapelen"]),
            a_process("B1-K1-W3", roles=[SHOP]),
            a_process("B1-K1-W4", here=False),
        ],
        [SORTING],
    )
    assert [one.code for one in cover.homeless] == ["B1-K1-W3"]
    assert cover.role_ids == (SORTING,)


def test_the_tenth_comes_after_the_ninth() -> None:
    cover = cover_of([a_process(f"B1-K1-W{n}", here=False) for n in (10, 9, 1)], ())
    assert [one.code for one in cover.missing] == ["B1-K1-W1", "B1-K1-W9", "B1-K1-W10"]


@pytest.mark.parametrize(
    ("feasible", "total", "percent"),
    [(0, 0, 0), (0, 7, 0), (1, 200, 1), (199, 200, 99), (200, 200, 100), (2, 3, 66)],
)
def test_a_hundred_percent_is_said_only_of_everything(
    feasible: int, total: int, percent: int
) -> None:
    assert Share(total=total, feasible=feasible).percent == percent


@given(st.lists(st.booleans(), max_size=40))
def test_what_is_missing_and_what_is_here_make_the_whole(ticks: list[bool]) -> None:
    processes = [a_process(f"B1-K1-W{n}", here=here) for n, here in enumerate(ticks, start=1)]
    cover = cover_of(processes, ())
    assert len(cover.missing) + cover.share.feasible == cover.share.total == len(ticks)
    assert (cover.share.percent == 100) == (bool(ticks) and all(ticks))


PASTED = """
B1-K1 Verwerkt goederen

 • b1-k1-w1: Ontvangt goederen
B1-K1-W2   Slaat goederen op
P2-K1 W 1 – Verzorgt de retouren
"""


def test_lines_of_a_file_are_understood_as_people_copy_them() -> None:
    lines = list(pasted_lines(PASTED))
    assert [(one.task_code, one.code, one.name) for one in lines] == [
        ("B1-K1", "", "Verwerkt goederen"),
        ("B1-K1", "B1-K1-W1", "Ontvangt goederen"),
        ("B1-K1", "B1-K1-W2", "Slaat goederen op"),
        ("P2-K1", "P2-K1-W1", "Verzorgt de retouren"),
    ]
    assert list(paste_problems(PASTED)) == []


@pytest.mark.parametrize("text", ["Ontvangt goederen", "B1-K1-W1", "", "B1-K1 Alleen een kerntaak"])
def test_a_line_that_is_no_work_process_is_named(text: str) -> None:
    assert [one.field for one in paste_problems(text)] == ["text"]


def test_pasting_again_keeps_ticks_and_roles() -> None:
    first = merged(PASTED, ABOUT, ())
    assert {one.task_name for one in first} == {"Verwerkt goederen", ""}
    ticked = [replace(one, is_feasible=True, role_ids=(SORTING,)) for one in first]
    assert merged(PASTED, ABOUT, ticked) == ()
    (changed,) = merged("B1-K1-W2 Slaat veilig op", ABOUT, ticked)
    assert (changed.name, changed.is_feasible, changed.role_ids) == (
        "Slaat veilig op",
        True,
        (SORTING,),
    )
    assert changed.id == ticked[1].id


@given(st.text(max_size=200))
def test_any_text_is_read_without_breaking(text: str) -> None:
    list(pasted_lines(text))
    list(paste_problems(text))
    codes = [one.code for one in merged(text, ABOUT, ())]
    assert len(codes) == len(set(codes))
