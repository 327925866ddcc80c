"""The text of vault.json: slots and the seal that shows whether somebody changed them."""

import hashlib
import hmac
import json
from pathlib import Path
from typing import Any

from ca_desktop.db.vault_slots import Slot
from ca_desktop.domain.errors import StorageError
from ca_desktop.i18n import _

FORMAT = "ca-desktop vault"
VERSION = 1


def seal_of(slots: list[Slot], data_key: bytes) -> str:
    """A mark that only a holder of the data key can make: shows slots that somebody slipped in."""
    content = json.dumps(slots, sort_keys=True).encode()
    return hmac.new(data_key, b"ca-desktop vault" + content, hashlib.sha256).hexdigest()


def serialise(slots: list[Slot], seal: str) -> bytes:
    """The whole text of the file."""
    whole = {"format": FORMAT, "version": VERSION, "slots": slots, "seal": seal}
    return json.dumps(whole, indent=1, ensure_ascii=False).encode()


def parse(content: bytes, path: Path) -> tuple[list[Slot], str]:
    """Slots and seal. Raises StorageError: not ours, damaged or newer."""
    try:
        whole: Any = json.loads(content)
    except ValueError as error:
        raise _damaged(path) from error
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise StorageError(_("{path} does not belong to a centre of this program.", path=path))
    if whole.get("version", 0) > VERSION:
        raise StorageError(
            _(
                "This centre was made by a newer version of the program. Your data has not been "
                "changed. Install the newer version.",
            )
        )
    slots, seal = whole.get("slots"), whole.get("seal")
    if not isinstance(slots, list) or not isinstance(seal, str) or not all(map(_is_slot, slots)):
        raise _damaged(path)
    return slots, seal


def _is_slot(slot: object) -> bool:
    if not isinstance(slot, dict):
        return False
    needed = {"salt", "nonce", "private", "public", "sealed_for", "sealed_nonce", "sealed_key"}
    if slot.get("kind") == "account":
        needed |= {"account_id", "name"}
    return slot.get("kind") in ("account", "recovery") and needed <= slot.keys()


def _damaged(path: Path) -> StorageError:
    return StorageError(
        _("{path} is damaged. Put back the copy from your latest backup.", path=path)
    )
