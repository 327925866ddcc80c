"""The vault: who may open the store. One random data key, wrapped once per account and once for
the recovery sheet."""

import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Self
from uuid import UUID

from ca_desktop.db import store_files
from ca_desktop.db.file_errors import files_in_words, missing
from ca_desktop.db.recovery_code import RecoveryCode, new_recovery_code, read_recovery_code
from ca_desktop.db.vault_file import open_whole, parse, seal_of, serialise
from ca_desktop.db.vault_slots import (
    KEY_BYTES,
    KdfCost,
    Slot,
    WrongPassword,
    new_slot,
    open_slot,
    password_bytes,
    sealed,
)
from ca_desktop.domain.errors import StorageError, UserError
from ca_desktop.i18n import _

NOBODY = UUID(int=0)  # the recovery sheet belongs to the centre, not to an account


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlocked:
    """Who signed in, and the key that opens the store."""

    account_id: UUID
    data_key: bytes


class Vault:
    """The slots of one store, as they stand in its vault.json; names in it are readable."""

    def __init__(self, path: Path, slots: list[Slot], seal: str, cost: KdfCost) -> None:
        self._path = path
        self._slots = slots
        self._seal = seal
        self.cost = cost

    @classmethod
    def create(cls, store: Path, cost: KdfCost | None = None) -> tuple[Self, bytes]:
        """A vault without slots and its new data key; the file is written with the first slot.

        Raises StorageError when the folder already holds a centre.
        """
        path = store / store_files.VAULT
        if path.exists() or (store / store_files.DATABASE).exists():
            raise StorageError(
                _("There already is a centre in {path}. Choose an empty folder.", path=store)
            )
        with files_in_words(store):
            store_files.make_private_folder(store)
        data_key = secrets.token_bytes(KEY_BYTES)
        return cls(path, [], seal_of([], data_key), cost or KdfCost()), data_key

    @classmethod
    def load(cls, store: Path, cost: KdfCost | None = None, name: str = store_files.VAULT) -> Self:
        """Read a store's vault. Raises StorageError: missing, not ours, damaged or newer."""
        path = store / name
        with files_in_words(path):
            content = path.read_bytes() if path.is_file() else None
        if content is None:
            raise missing(path)
        slots, seal = parse(content, path)
        return cls(path, slots, seal, cost or KdfCost())

    @property
    def store(self) -> Path:
        """The folder this vault belongs to."""
        return self._path.parent

    @property
    def has_recovery(self) -> bool:
        """Whether a recovery sheet was made."""
        return any(slot["kind"] == "recovery" for slot in self._slots)

    def names(self) -> list[str]:
        """The sign-in names, in alphabetical order."""
        return sorted((slot["name"] for slot in self._accounts()), key=str.casefold)

    def account_ids(self) -> frozenset[UUID]:
        """The accounts that can sign in."""
        return frozenset(UUID(slot["account_id"]) for slot in self._accounts())

    def account_of(self, name: str) -> UUID | None:
        """The account with this sign-in name, whatever its capitals."""
        slot = self._slot_named(name)
        return UUID(slot["account_id"]) if slot else None

    def unlock(self, name: str, password: str) -> Unlocked:
        """Open with a sign-in name and password; changes nothing. UserError when they don't fit."""
        return self._opened_by(lambda vault: vault._open_account(name, password))

    def unlock_with_recovery(self, code: str | RecoveryCode) -> bytes:
        """The data key, opened with the recovery sheet. Raises UserError when it doesn't fit."""
        read = read_recovery_code(code) if isinstance(code, str) else code
        return self._opened_by(lambda vault: vault._open_recovery(read)).data_key

    def _open_account(self, name: str, password: str) -> Unlocked:
        slot = self._slot_named(name)
        if slot is None:
            raise UserError(_("The name or the password is not right. Try again."))
        try:
            data_key = open_whole(slot, password_bytes(password), self._path)
        except WrongPassword as error:
            raise UserError(_("The name or the password is not right. Try again.")) from error
        return Unlocked(account_id=UUID(slot["account_id"]), data_key=data_key)

    def _open_recovery(self, code: RecoveryCode) -> Unlocked:
        for slot in self._slots:
            if slot["kind"] == "recovery":
                try:
                    data_key = open_whole(slot, code.secret, self._path)
                except WrongPassword:
                    continue
                return Unlocked(account_id=NOBODY, data_key=data_key)
        raise UserError(
            _("This recovery code belongs to another centre or to an older recovery sheet.")
        )

    def set_slot(self, account_id: UUID, name: str, password: str, data_key: bytes) -> None:
        """Give an account its sign-in name and password, replacing what it had.

        The new slot is opened with the password before anything is written. Raises UserError
        for a name that somebody else has, StorageError when writing fails.
        """
        owner = self._slot_named(name)
        if owner is not None and owner["account_id"] != str(account_id):
            raise UserError(_("Somebody already signs in as {name}. Choose another.", name=name))
        secret = password_bytes(password)
        about = {"kind": "account", "account_id": str(account_id), "name": name.strip()}
        slot = new_slot(about, secret, data_key, self.cost)
        others = [old for old in self._slots if old.get("account_id") != str(account_id)]
        self._commit([*others, slot], data_key, lambda new: open_slot(new[-1], secret))

    def rename_slot(self, account_id: UUID, name: str, data_key: bytes) -> None:
        """Give an account another sign-in name; its password stays."""
        owner = self._slot_named(name)
        if owner is not None and owner["account_id"] != str(account_id):
            raise UserError(_("Somebody already signs in as {name}. Choose another.", name=name))
        slots = [
            {**slot, "name": name.strip()} if slot.get("account_id") == str(account_id) else slot
            for slot in self._slots
        ]
        self._commit(slots, data_key)

    def remove_slot(self, account_id: UUID, data_key: bytes) -> None:
        """Take away an account's way in; rotate the data key as well (see `rotation`)."""
        others = [slot for slot in self._slots if slot.get("account_id") != str(account_id)]
        self._commit(others, data_key)

    def make_recovery(self, data_key: bytes) -> RecoveryCode:
        """Make a new recovery code; an older sheet stops working."""
        code = new_recovery_code()
        slot = new_slot({"kind": "recovery"}, code.secret, data_key, self.cost)
        others = [old for old in self._slots if old["kind"] != "recovery"]
        self._commit([*others, slot], data_key, lambda new: open_slot(new[-1], code.secret))
        return code

    def write_next(self, old_key: bytes, new_key: bytes, without: UUID | None) -> bytes:
        """Write the vault for another data key beside this one, leaving out one account.

        Returns what was written: until the rotation has ended it may not depend on the file.
        """
        self._check_seal(old_key)
        kept = [slot for slot in self._slots if slot.get("account_id") != str(without)]
        resealed = [sealed(slot, new_key) for slot in kept]
        path = self._path.with_name(store_files.NEXT_VAULT)
        with files_in_words(path):
            content = serialise(resealed, seal_of(resealed, new_key))
            store_files.write_whole(path, content)
        return content

    def adopt(self, other: "Vault") -> None:
        """Go on with the slots of another vault of the same store."""
        self._slots, self._seal = other._slots, other._seal

    def is_sealed_with(self, data_key: bytes) -> bool:
        """Whether the slots are as a holder of this key wrote them."""
        return hmac.compare_digest(self._seal, seal_of(self._slots, data_key))

    def is_as_on_disk(self) -> bool:
        """Whether the file still says what these slots say. StorageError when it can't be read."""
        there = Vault.load(self.store, self.cost)
        return (there._slots, there._seal) == (self._slots, self._seal)

    def _opened_by(self, unlock: Callable[["Vault"], Unlocked]) -> Unlocked:
        if not store_files.is_there(self.store / store_files.NEXT_VAULT):
            return unlock(self)
        from ca_desktop.db.rotation import opened_by_either

        return opened_by_either(self, unlock)

    def _accounts(self) -> list[Slot]:
        return [slot for slot in self._slots if slot["kind"] == "account"]

    def _slot_named(self, name: str) -> Slot | None:
        wanted = name.strip().casefold()
        return next((s for s in self._accounts() if s["name"].casefold() == wanted), None)

    def _check_seal(self, data_key: bytes) -> None:
        if not self.is_sealed_with(data_key):
            raise StorageError(
                _(
                    "The file {path} was changed outside this program, so nothing was saved. "
                    "Restore the latest backup.",
                    path=self._path,
                )
            )

    def _refuse_other_than_read(self) -> None:
        """What somebody else wrote meanwhile is not put back; a file that is gone is written."""
        if self._path.exists() and not self.is_as_on_disk():
            raise StorageError(
                _(
                    "The sign-in names and passwords were changed elsewhere, so nothing was "
                    "saved. Sign out, sign in again and try once more.",
                )
            )

    def _commit(
        self,
        slots: list[Slot],
        data_key: bytes,
        reopen: Callable[[list[Slot]], bytes] | None = None,
    ) -> None:
        self._check_seal(data_key)
        self._refuse_other_than_read()
        content = serialise(slots, seal_of(slots, data_key))
        written, seal = parse(content, self._path)
        if reopen is not None and reopen(written) != data_key:
            raise StorageError(_("The new password could not be checked. Nothing was changed."))
        with files_in_words(self._path):
            store_files.write_whole(self._path, content)
        self._slots, self._seal = written, seal
