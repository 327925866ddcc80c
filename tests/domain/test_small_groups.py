"""Nobody can work out a figure that is held back, not even by who knows how that is done."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from ca_desktop.domain.small_groups import Visible, visible, visible_parts

LEAST = 5


def seen(counts: tuple[int, ...]) -> tuple[tuple[int | None, ...], int | None]:
    """All that a reader gets: the counts that are shown, and the total."""
    may: Visible = visible(counts, LEAST)
    shown = tuple(c if ok else None for c, ok in zip(counts, may.counts, strict=True))
    return shown, sum(counts) if may.total else None


def fits(shown: tuple[int | None, ...], total: int) -> Iterator[tuple[int, ...]]:
    """Every way to fill in what is held back so that the total is right."""

    def fill(at: int, left: int) -> Iterator[tuple[int, ...]]:
        if at == len(shown):
            if left == 0:
                yield ()
            return
        here = shown[at]
        for value in range(left + 1) if here is None else [here]:
            if value <= left:
                yield from ((value, *rest) for rest in fill(at + 1, left - value))

    return fill(0, total)


@given(st.lists(st.integers(0, 9), min_size=1, max_size=4).map(tuple))
def test_what_is_held_back_can_not_be_computed_from_the_rest_and_the_total(
    counts: tuple[int, ...],
) -> None:
    shown, total = seen(counts)
    assert all(value is None or value >= LEAST for value in shown) or not any(counts)
    if total is None:
        assert set(shown) == {None}
        return
    could_be = [one for one in fits(shown, total) if seen(one) == (shown, total)]
    for at, value in enumerate(shown):
        if value is None:
            assert len({one[at] for one in could_be}) > 1


@given(st.lists(st.integers(5, 40), min_size=1, max_size=8))
def test_nothing_is_held_back_where_every_group_is_large_enough(counts: list[int]) -> None:
    assert visible(counts, LEAST) == Visible(counts=(True,) * len(counts), total=True)


def test_with_one_small_group_the_next_smallest_goes_too() -> None:
    assert visible([3, 12, 7], LEAST).counts == (False, True, False)


def test_of_four_and_five_the_five_counts_as_large_enough() -> None:
    assert visible([4, 2, 5], LEAST).counts == (False, False, True)


def test_groups_of_the_same_size_are_held_back_together() -> None:
    assert visible([3, 7, 7, 12], LEAST).counts == (False, False, False, True)


def test_two_empty_groups_take_the_next_one_with_them() -> None:
    assert visible([0, 0, 9, 20], LEAST).counts == (False, False, False, True)


def test_where_nobody_is_counted_nothing_is_held_back() -> None:
    assert visible([0, 0], LEAST) == Visible(counts=(True, True), total=True)


def test_a_single_small_group_takes_the_total_with_it() -> None:
    assert visible([3], LEAST) == Visible(counts=(False,), total=False)


# -- a part of a whole ---------------------------------------------------------------------------

Parts = tuple[tuple[int, int], ...]
Seen = tuple[tuple[int | None, ...], int, tuple[int | None, ...], int]


def seen_parts(groups: Parts, least: int) -> Seen:
    """All that a reader gets of wholes and parts; both totals are known."""
    wholes, parts = [one[0] for one in groups], [one[1] for one in groups]
    of_whole, of_part = visible(wholes, least), visible_parts(wholes, parts, least)
    shown = tuple(n if may else None for n, may in zip(wholes, of_whole.counts, strict=True))
    told = tuple(n if may else None for n, may in zip(parts, of_part.counts, strict=True))
    return shown, sum(wholes), told, sum(parts)


def could_be(what: Seen) -> Iterator[Parts]:
    """Every way to fill in what is held back so that both totals are right."""
    wholes, total, parts, part_total = what

    def fill(at: int, left: int, part_left: int) -> Iterator[Parts]:
        if at == len(wholes):
            if left == part_left == 0:
                yield ()
            return
        here, told = wholes[at], parts[at]
        for whole in range(left + 1) if here is None else [here]:
            for part in range(min(whole, part_left) + 1) if told is None else [told]:
                if whole <= left and part <= min(whole, part_left):
                    rest = fill(at + 1, left - whole, part_left - part)
                    yield from (((whole, part), *others) for others in rest)

    return fill(0, total, part_total)


GROUPS = st.integers(0, 10).flatmap(lambda whole: st.tuples(st.just(whole), st.integers(0, whole)))


@given(st.lists(GROUPS, min_size=2, max_size=3).map(tuple), st.integers(2, 3))
def test_a_part_that_is_held_back_can_not_be_worked_out(groups: Parts, least: int) -> None:
    what = seen_parts(groups, least)
    if all(part is None for part in what[2]) or not what[1]:
        return
    same = [one for one in could_be(what) if seen_parts(one, least) == what]
    for at, (whole, part) in enumerate(zip(what[0], what[2], strict=True)):
        assert whole is not None or len({one[at][0] for one in same}) > 1
        assert part is not None or len({one[at][1] for one in same}) > 1


@given(st.lists(GROUPS, min_size=1, max_size=5).map(tuple))
def test_no_part_and_no_rest_under_the_least_is_shown(groups: Parts) -> None:
    shown = visible_parts([one[0] for one in groups], [one[1] for one in groups], LEAST).counts
    for (whole, part), may in zip(groups, shown, strict=True):
        assert not may or (part >= LEAST and whole - part >= LEAST) or not any(w for w, _ in groups)


def test_where_every_part_and_rest_is_large_enough_all_are_shown() -> None:
    assert visible_parts([12, 30, 11], [6, 20, 5], LEAST).counts == (True, True, True)


def test_one_group_that_is_too_small_takes_the_next_smallest_with_it() -> None:
    assert visible_parts([8, 20, 40], [1, 9, 20], LEAST).counts == (False, False, True)


def test_from_the_largest_that_is_too_one_sided_down_nothing_is_shown() -> None:
    assert visible_parts([40, 20, 12], [39, 10, 6], LEAST).counts == (False, False, False)
