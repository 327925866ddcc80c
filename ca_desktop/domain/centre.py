"""The centre itself and the settings that belong to it, so that they travel with its data."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

from ca_desktop.domain.errors import Problem
from ca_desktop.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Centre:
    """One row: name, address and what stands on its letterhead; a demo centre stays one for
    ever.
    """

    id: UUID = field(default_factory=uuid4)
    name: str
    place: str = ""
    address: str = ""
    postcode: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    logo: bytes | None = None
    is_demo: bool = False
    created_on: date
    catalogue_version: str = ""
    recovery_confirmed: bool = False
    recovery_postponed: bool = False
    lock_after_minutes: int = 10
    entry_edit_hours: int = 24
    review_after_weeks: int = 8


def problems(centre: Centre) -> Iterator[Problem]:
    """Everything a save of the centre refuses."""
    if not centre.name.strip():
        yield Problem("name", _("Give the centre a name."))
    if not 1 <= centre.lock_after_minutes <= 120:
        yield Problem("lock_after_minutes", _("Choose between 1 and 120 minutes."))
    if not 0 <= centre.entry_edit_hours <= 336:
        yield Problem("entry_edit_hours", _("Choose between 0 and 336 hours (14 days)."))
    if not 1 <= centre.review_after_weeks <= 52:
        yield Problem("review_after_weeks", _("Choose between 1 and 52 weeks."))
