"""The recovery sheet of the vault: the one way back in when nobody knows a password any more."""

from dataclasses import dataclass
from datetime import date

from ca_desktop.domain.centre import Centre
from ca_desktop.domain.letterhead import Letterhead, letterhead


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverySheet:
    """The six groups of the recovery key. Whoever holds the sheet can open the store."""

    letterhead: Letterhead
    language: str
    groups: tuple[str, ...]
    coordinator: str
    made_on: date


def build_recovery_sheet(
    centre: Centre, groups: tuple[str, ...], *, coordinator: str, made_on: date, language: str
) -> RecoverySheet:
    """The sheet of this centre; the groups are shown in the order in which they are typed."""
    return RecoverySheet(
        letterhead=letterhead(centre),
        language=language,
        groups=groups,
        coordinator=coordinator,
        made_on=made_on,
    )
