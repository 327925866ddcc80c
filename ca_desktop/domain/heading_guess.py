"""What a column of a list from elsewhere probably holds, by its heading; the words are data."""

import re
import tomllib
from collections.abc import Callable, Collection, Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from ca_desktop.domain.folding import fold
from ca_desktop.domain.import_mappings import ImportMapping
from ca_desktop.resources import resource

F = TypeVar("F", bound=StrEnum)


def bare(heading: str) -> str:
    """A heading as it is compared: without capitals, accents, points and underscores."""
    return " ".join(re.sub(r"[^\w]+|_", " ", fold(heading)).split())


@cache
def words_in(file: str) -> Mapping[str, Any]:
    """The words of one kind of list, as the file says them."""
    return tomllib.loads(resource("lists", file).read_text(encoding="utf-8"))


def known_headings(file: str, kind: type[F]) -> Mapping[str, F]:
    """Which field each known heading fills."""
    fields: Mapping[str, Sequence[str]] = words_in(file)["fields"]
    return {bare(word): kind(key) for key, words in fields.items() for word in words}


def guess_columns(
    headings: Sequence[str],
    by_heading: Callable[[str], F | None],
    kind: type[F],
    remembered: ImportMapping | None = None,
    without: Collection[int] = (),
) -> tuple[F | None, ...]:
    """What each column fills: as the last time for these headings, else by its heading.

    A field is filled by one column; a column in `without` fills none.
    """
    taken: set[F] = set()
    columns: list[F | None] = []
    for column, heading in enumerate(headings):
        found = _remembered(remembered, column, kind) if remembered else by_heading(bare(heading))
        if column in without or found in taken:
            found = None
        if found is not None:
            taken.add(found)
        columns.append(found)
    return tuple(columns)


def _remembered(mapping: ImportMapping, column: int, kind: type[F]) -> F | None:
    try:
        return kind(mapping.columns[column])
    except (ValueError, IndexError):
        return None
