"""The text of vault.json: slots and the seal that shows whether somebody changed them.

The file lies open to whoever has the folder, so nothing in it is believed before it was looked at.
"""

import base64
import hashlib
import hmac
import json
from pathlib import Path
from typing import Any
from uuid import UUID

from ca_desktop.db.vault_slots import KEY_BYTES, NONCE_BYTES, SALT_BYTES, Slot, open_slot
from ca_desktop.domain.errors import StorageError
from ca_desktop.i18n import _

FORMAT = "ca-desktop vault"
VERSION = 1
_TAG_BYTES = 16
_LENGTHS = {
    "salt": SALT_BYTES,
    "public": KEY_BYTES,
    "nonce": NONCE_BYTES,
    "private": KEY_BYTES + _TAG_BYTES,
    "sealed_for": KEY_BYTES,
    "sealed_nonce": NONCE_BYTES,
    "sealed_key": KEY_BYTES + _TAG_BYTES,
}
_MOST_LANES, _MOST_ROUNDS, _MOST_MEMORY_KIB = 64, 64, 1024 * 1024
_LEAST_MEMORY_PER_LANE_KIB = 8


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
    except (ValueError, RecursionError, MemoryError) as error:
        raise damaged(path) from error
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise StorageError(_("{path} does not belong to a centre of this program.", path=path))
    if not _is_between(whole.get("version"), 1, VERSION):
        if _is_between(whole.get("version"), VERSION, None):
            raise _newer()
        raise damaged(path)
    slots, seal = whole.get("slots"), whole.get("seal")
    if not isinstance(slots, list) or not isinstance(seal, str) or not all(map(_is_slot, slots)):
        raise damaged(path)
    return slots, seal


def open_whole(slot: Slot, secret: bytes, path: Path) -> bytes:
    """The data key in a slot of this file. Raises WrongPassword, or StorageError: damaged."""
    try:
        return open_slot(slot, secret)
    except (ValueError, TypeError, KeyError, OverflowError, MemoryError) as error:
        raise damaged(path) from error


def damaged(path: Path) -> StorageError:
    """The file of the vault can't be used."""
    return StorageError(
        _("{path} is damaged. Put back the copy from your latest backup.", path=path)
    )


def _is_slot(slot: object) -> bool:
    """Whether everything in a slot has the kind and the size that opening it relies on."""
    if not isinstance(slot, dict) or slot.get("kind") not in ("account", "recovery"):
        return False
    if slot["kind"] == "account" and not (_is_name(slot.get("name")) and _is_id(slot)):
        return False
    lanes: Any = slot.get("lanes")
    return (
        _is_between(lanes, 1, _MOST_LANES)
        and _is_between(slot.get("rounds"), 1, _MOST_ROUNDS)
        and _is_between(
            slot.get("memory_kib"), lanes * _LEAST_MEMORY_PER_LANE_KIB, _MOST_MEMORY_KIB
        )
        and all(_length(slot.get(name)) == length for name, length in _LENGTHS.items())
    )


def _is_name(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_id(slot: Slot) -> bool:
    try:
        return bool(str(UUID(slot["account_id"])) == slot["account_id"])
    except (ValueError, TypeError, KeyError, AttributeError):
        return False


def _is_between(value: object, least: int, most: int | None) -> bool:
    if not isinstance(value, int) or isinstance(value, bool):
        return False
    return value >= least and (most is None or value <= most)


def _length(value: object) -> int | None:
    """How many bytes a base64 text stands for; None when it is none."""
    if not isinstance(value, str):
        return None
    try:
        return len(base64.b64decode(value, validate=True))
    except ValueError:
        return None


def _newer() -> StorageError:
    return StorageError(
        _(
            "This centre was made by a newer version of the program. Your data has not been "
            "changed. Install the newer version.",
        )
    )
