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
