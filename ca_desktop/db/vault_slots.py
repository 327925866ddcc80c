"""The cryptography of one slot of the vault.

A slot holds an X25519 key pair: the private half wrapped by the password, the data key sealed to
the public half. So the data key can be replaced for everybody who stays without their passwords.
"""

import base64
import json
import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
NONCE_BYTES = 12
SALT_BYTES = 16

Slot = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class KdfCost:
    """What one guess of a password costs: memory in KiB, rounds and lanes of argon2id."""

    memory_kib: int = 64 * 1024
    rounds: int = 3
    lanes: int = 4


class WrongPassword(Exception):
    """The slot does not open with this secret."""


def password_bytes(password: str) -> bytes:
    """A password as bytes, the same however the keyboard composes its letters."""
    return unicodedata.normalize("NFC", password).encode(errors="surrogatepass")


def new_slot(about: Mapping[str, str], secret: bytes, data_key: bytes, cost: KdfCost) -> Slot:
    """A slot in which `secret` opens `data_key`; `about` says whose it is and can't be changed."""
    pair = X25519PrivateKey.generate()
    slot: Slot = {
        **about,
        "kdf": "argon2id",
        "memory_kib": cost.memory_kib,
        "rounds": cost.rounds,
        "lanes": cost.lanes,
        "salt": _text(secrets.token_bytes(SALT_BYTES)),
        "public": _text(pair.public_key().public_bytes_raw()),
    }
    nonce = secrets.token_bytes(NONCE_BYTES)
    wrapped = AESGCM(_derive(slot, secret)).encrypt(nonce, pair.private_bytes_raw(), _bound(slot))
    slot |= {"nonce": _text(nonce), "private": _text(wrapped)}
    return sealed(slot, data_key)


def sealed(slot: Slot, data_key: bytes) -> Slot:
    """The same slot holding another data key; needs no password."""
    once = X25519PrivateKey.generate()
    public = X25519PublicKey.from_public_bytes(_bytes(slot["public"]))
    once_public = once.public_key().public_bytes_raw()
    key = _agreed(once.exchange(public), once_public)
    nonce = secrets.token_bytes(NONCE_BYTES)
    return {
        **slot,
        "sealed_for": _text(once_public),
        "sealed_nonce": _text(nonce),
        "sealed_key": _text(AESGCM(key).encrypt(nonce, data_key, _bound(slot))),
    }


def open_slot(slot: Slot, secret: bytes) -> bytes:
    """The data key in a slot. Raises WrongPassword."""
    try:
        private = AESGCM(_derive(slot, secret)).decrypt(
            _bytes(slot["nonce"]), _bytes(slot["private"]), _bound(slot)
        )
        shared = X25519PrivateKey.from_private_bytes(private).exchange(
            X25519PublicKey.from_public_bytes(_bytes(slot["sealed_for"]))
        )
        key = _agreed(shared, _bytes(slot["sealed_for"]))
        return AESGCM(key).decrypt(
            _bytes(slot["sealed_nonce"]), _bytes(slot["sealed_key"]), _bound(slot)
        )
    except InvalidTag as error:
        raise WrongPassword from error


def _derive(slot: Slot, secret: bytes) -> bytes:
    return Argon2id(
        salt=_bytes(slot["salt"]),
        length=KEY_BYTES,
        iterations=slot["rounds"],
        lanes=slot["lanes"],
        memory_cost=slot["memory_kib"],
    ).derive(secret)


def _agreed(shared: bytes, once_public: bytes) -> bytes:
    return HKDF(
        algorithm=SHA256(), length=KEY_BYTES, salt=once_public, info=b"ca-desktop slot"
    ).derive(shared)


def _bound(slot: Slot) -> bytes:
    """What can't be changed without breaking the slot: whose it is and how it was derived."""
    names = ("kind", "account_id", "kdf", "memory_kib", "rounds", "lanes", "salt", "public")
    return json.dumps([slot.get(name) for name in names]).encode()


def _text(value: bytes) -> str:
    return base64.b64encode(value).decode("ascii")


def _bytes(value: str) -> bytes:
    return base64.b64decode(value, validate=True)
