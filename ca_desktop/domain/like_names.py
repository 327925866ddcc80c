"""Names that are hardly different, found among many without comparing each with each.

What two names have in common lies in pieces, with something else between them. Of pieces that hold
`same` letters together, in names of `both` letters together, at least `3 * same - both - 1` pairs
of neighbouring letters stand in both names. So only names that share that many pairs are compared
letter by letter: the others can't be alike enough.
"""

from collections import Counter
from collections.abc import Hashable, Iterator
from difflib import SequenceMatcher
from math import ceil

from ca_desktop.domain.folding import fold
from ca_desktop.domain.names import PersonName

ALIKE = 0.82  # how alike two folded names are; 'piet boer' and 'pieter boer' are 0.9
_ROUNDING = 1e-9


def are_alike(one: PersonName, other: PersonName) -> bool:
    """Whether two names may be of one person: the same family and initial, or hardly different."""
    return _family(one) == _family(other) or _ratio(plain(one), plain(other)) >= ALIKE


def plain(name: PersonName) -> str:
    """First and last name as they are compared; people leave the prefix out."""
    return fold(f"{name.first} {name.last}")


class LikeNames:
    """Names, each in a group (such as a day of birth); a name is compared within its group."""

    def __init__(self) -> None:
        self._added = 0
        self._waiting: dict[Hashable, list[tuple[int, PersonName]]] = {}  # not looked for so far
        self._texts: list[str] = []
        self._places: list[list[int]] = []  # of each text: who is called so
        self._number: dict[tuple[Hashable, str], int] = {}
        self._with_pair: dict[tuple[Hashable, str], list[int]] = {}
        self._with_family: dict[tuple[Hashable, tuple[str, str]], list[int]] = {}

    def add(self, group: Hashable, name: PersonName) -> None:
        """Let this name be found from now on, under the next place."""
        self._waiting.setdefault(group, []).append((self._added, name))
        self._added += 1

    def alike(self, group: Hashable, name: PersonName) -> Iterator[int]:
        """The places of the names in this group that are alike, in the order of adding."""
        for waiting in self._waiting.pop(group, ()):
            self._index(group, *waiting)
        text = plain(name)
        found = set(self._with_family.get((group, _family(name)), ()))
        same = self._number.get((group, text))
        if same is not None:
            found.update(self._places[same])
        shared: Counter[int] = Counter()
        for pair in _pairs(text):
            shared.update(self._with_pair.get((group, pair), ()))
        for number, pairs in shared.items():
            other = self._texts[number]
            enough = pairs >= _fewest_pairs(len(text), len(other))
            known = number == same or found.issuperset(self._places[number])
            if enough and not known and _ratio(text, other) >= ALIKE:
                found.update(self._places[number])
        yield from sorted(found)

    def _index(self, group: Hashable, place: int, name: PersonName) -> None:
        text = plain(name)
        self._with_family.setdefault((group, _family(name)), []).append(place)
        number = self._number.get((group, text))
        if number is not None:
            self._places[number].append(place)
            return
        number = self._number[group, text] = len(self._texts)
        self._texts.append(text)
        self._places.append([place])
        for pair in _pairs(text):
            self._with_pair.setdefault((group, pair), []).append(number)


def _fewest_pairs(one: int, other: int) -> int:
    """How many pairs two names of these lengths share at least when they are alike."""
    both = one + other
    same = ceil(ALIKE * both / 2 - _ROUNDING)
    return both if same > min(one, other) else 3 * same - both - 1


def _pairs(text: str) -> Iterator[str]:
    """Neighbouring letters; what comes again is counted, so that it is another pair."""
    seen: Counter[str] = Counter()
    for start in range(len(text) - 1):
        pair = text[start : start + 2]
        seen[pair] += 1
        yield pair if seen[pair] == 1 else f"{pair}{seen[pair]}"


def _family(name: PersonName) -> tuple[str, str]:
    return fold(name.last), fold(name.first)[:1]


def _ratio(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    return matcher.ratio()
