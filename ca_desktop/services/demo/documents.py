"""The few documents of the demo centre: real pages, in a handful of files whatever its size."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, time, timedelta
from typing import Any
from uuid import uuid5

from ca_desktop.domain.documents import Document, DocumentKind
from ca_desktop.domain.letterhead import Letterhead, letterhead
from ca_desktop.domain.participants import Participant
from ca_desktop.services.demo.opening import open_until
from ca_desktop.services.demo.world import World

_TEXT = ".txt"
_NOON = time(12, 10, tzinfo=UTC)


def documents_of(
    person: Participant, rows: Sequence[Mapping[str, Any]], world: World
) -> Iterator[Document]:
    """The documents in the file of this person."""
    for row in rows:
        if row["person"] == person.number:
            yield _document(person, row, world)


def _document(person: Participant, row: Mapping[str, Any], world: World) -> Document:
    today = world.today
    on = open_until(today - timedelta(days=row["days"]))
    content = _content(row, world)
    return Document(
        id=uuid5(person.id, row["file"]),
        participant_id=person.id,
        kind=DocumentKind(row["kind"]),
        title=row["title"],
        on=on,
        expires_on=today + timedelta(days=row["valid"]) if "valid" in row else None,
        keep_reason=row["reason"],
        file_name=row["file"],
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        added_at=datetime.combine(max(on, person.starts_on), _NOON),
    )


def _content(row: Mapping[str, Any], world: World) -> bytes:
    """A page under the letterhead of who wrote it, or plain text."""
    if row["file"].endswith(_TEXT):
        return "\n\n".join(row["text"]).encode()
    from ca_desktop.reports import plain_page

    made_on = open_until(world.today - timedelta(days=row["days"]))
    sender = _sender(row, world)
    return plain_page.render(row["title"], row["text"], sender, made_on, "nl")


def _sender(row: Mapping[str, Any], world: World) -> Letterhead:
    if "from" not in row:
        return letterhead(world.centre)
    partner = world.partners[row["from"]]
    town = f"{partner.postcode} {partner.place}"
    return Letterhead(
        centre=partner.name,
        address_lines=(partner.address, town),
        contact_lines=(partner.phone, partner.email),
        is_demo=True,
    )
