"""Nobody can work out a figure that is held back, not even by who knows how that is done."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from ca_desktop.domain.small_groups import Visible, visible

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
