"""Which column of a list from elsewhere holds what: remembered for the next time."""

from dataclasses import dataclass, field
from uuid import UUID, uuid4


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportMapping:
    """`columns` says per heading of the list, in order, which field it fills; '' is left out."""

    id: UUID = field(default_factory=uuid4)
    headings: tuple[str, ...]
    columns: tuple[str, ...]
