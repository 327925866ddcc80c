"""Drafts of running text: kept every few seconds, offered after a restart, gone once saved."""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self
from uuid import UUID

_ABOUT_A_PERSON = ("participant:", "summary:")  # keys that hold the participant


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What an account was typing in one form: `key` names the form and record, `values` its
    fields. One about somebody out of reach is withheld: it is said that it is there, not what.
    """

    account_id: UUID
    key: str
    values: dict[str, str]
    saved_at: datetime
    is_withheld: bool = False

    @property
    def participant_id(self) -> UUID | None:
        """About whom it is; None where nobody was chosen yet."""
        chosen = self.values.get("participant_id", "")
        if not chosen and self.key.startswith(_ABOUT_A_PERSON):
            chosen = self.key.split(":")[1]
        with suppress(ValueError):
            return UUID(chosen)
        return None

    def withheld(self) -> Self:
        """The same draft without what was typed."""
        return replace(self, values={}, is_withheld=True)
