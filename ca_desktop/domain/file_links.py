"""Two files of one person, linked: both stay as they are, and each points to the other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

from ca_desktop.domain.errors import Problem
from ca_desktop.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLink:
    """Somebody decided that two files are of one person; nothing is merged or moved."""

    id: UUID = field(default_factory=uuid4)
    participant_id: UUID
    other_id: UUID
    reason: str = ""
    linked_on: date


def problems(link: FileLink, others: Iterable[FileLink]) -> Iterator[Problem]:
    """Everything a save refuses."""
    if link.participant_id == link.other_id:
        yield Problem("other_id", _("Choose another file: this is the same one."))
    pair = {link.participant_id, link.other_id}
    if any(one.id != link.id and {one.participant_id, one.other_id} == pair for one in others):
        yield Problem("other_id", _("These two files are linked already."))
    if not link.reason.strip():
        yield Problem("reason", _("Write how you know that this is the same person."))
