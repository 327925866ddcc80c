"""Drafts of running text: kept every few seconds, offered after a restart, gone once saved."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What an account was typing in one form: `key` names the form and record, `values` its
    fields.
    """

    account_id: UUID
    key: str
    values: dict[str, str]
    saved_at: datetime
