"""Settings of the centre that are numbers or lists: declared once, kept as rows in the store."""

from dataclasses import dataclass, field
from uuid import UUID, uuid4


@dataclass(frozen=True, slots=True, kw_only=True)
class CentreSetting:
    """One setting that the centre changed; where there is no row, the shipped default holds."""

    id: UUID = field(default_factory=uuid4)
    name: str
    value: str
