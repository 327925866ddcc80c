"""Filters that somebody keeps under a name, to use again."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from ca_desktop.domain.errors import Problem
from ca_desktop.i18n import _


@dataclass(frozen=True, slots=True)
class FilterValue:
    """What one filter is set to, as text."""

    key: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedFilter:
    """The values of the filters of one page, of one account."""

    id: UUID = field(default_factory=uuid4)
    account_id: UUID
    page: str
    name: str
    values: tuple[FilterValue, ...]


def problems(saved: SavedFilter, others: tuple[SavedFilter, ...]) -> Iterator[Problem]:
    """Everything a save refuses; a name is used once per page."""
    if not saved.name.strip():
        yield Problem("name", _("Give the filter a name."))
    if any(one.id != saved.id and one.name.strip() == saved.name.strip() for one in others):
        yield Problem("name", _("There is a filter with this name already."))
