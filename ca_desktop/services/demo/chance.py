"""Chance that can be repeated: the same seed gives the same ids, choices and days."""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TypeVar
from uuid import UUID

T = TypeVar("T")


class Chance(random.Random):
    """A random generator that also makes ids and days."""

    _ids = 0

    def new_id(self) -> UUID:
        """A UUID of version 4, each higher than the last: a large file grows at its end only."""
        self._ids += 1
        return UUID(int=self._ids << 80 | self.getrandbits(80), version=4)

    def happens(self, share: float) -> bool:
        """True in this share of the cases, 0–1."""
        return self.random() < share

    def one_of(self, things: Sequence[T]) -> T:
        """One of the things; quicker than `choice`."""
        return things[int(self.random() * len(things))]

    def day_between(self, first: date, last: date) -> date:
        """A day from `first` up to and including `last`; `first` where there is none between."""
        days = (last - first).days
        return first + timedelta(days=int(self.random() * (days + 1))) if days > 0 else first
