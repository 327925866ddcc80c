"""Figures about small groups: which ones are held back, so that nobody can work them out."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Visible:
    """Which counts of one column may be shown, and whether their total may."""

    counts: tuple[bool, ...]
    total: bool


def visible(counts: Sequence[int], least: int) -> Visible:
    """What of these counts, which add up to a total, may be shown.

    Counts below `least` are held back. As long as those that are held back are all the same, the
    total would tell them; then the next smallest go too, with all that are equal to them. So the
    ones held back could always change places among each other: none of them can be known, not
    even by who knows this rule. Where nobody is counted there is nobody to protect.
    """
    if not any(counts):
        return Visible(counts=(True,) * len(counts), total=True)
    hidden = {count for count in counts if count < least}
    while len(hidden) == 1:
        rest = {count for count in counts if count not in hidden}
        if not rest:
            return Visible(counts=(False,) * len(counts), total=False)
        hidden.add(min(rest))
    return Visible(counts=tuple(count not in hidden for count in counts), total=True)


def visible_parts(wholes: Sequence[int], parts: Sequence[int], least: int) -> Visible:
    """Of which groups “part of whole” may be shown, where the totals of both are known.

    From the largest group down, as long as part and rest both count enough people. Those that are
    left are held back; they are known together, by subtraction. So together their part and their
    rest count enough people too, of at least two groups with anybody in them; else the smallest
    one shown goes too. Groups of one size are shown or held back together.
    """
    of_whole = visible(wholes, least)
    if not any(wholes):
        return of_whole
    groups = list(zip(wholes, parts, strict=True))
    sizes = sorted({whole for whole, may in zip(wholes, of_whole.counts, strict=True) if may})
    shown: set[int] = set()
    while sizes and all(_is_enough([one], least) for one in groups if one[0] == sizes[-1]):
        shown.add(sizes.pop())
    while shown and not _hide_each_other([one for one in groups if one[0] not in shown], least):
        shown.remove(min(shown))
    return Visible(counts=tuple(whole in shown for whole in wholes), total=of_whole.total)


def _is_enough(groups: Sequence[tuple[int, int]], least: int) -> bool:
    """Whether these count enough people together, in the part and in the rest."""
    part = sum(part for _whole, part in groups)
    return part >= least and sum(whole for whole, _part in groups) - part >= least


def _hide_each_other(groups: Sequence[tuple[int, int]], least: int) -> bool:
    """Whether none of these can be worked out from what they are together."""
    return not groups or (_is_enough(groups, least) and sum(whole > 0 for whole, _ in groups) > 1)
