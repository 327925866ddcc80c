"""The door of a store: making a centre, signing in, recovery. Before there is an account at work.

SQLAlchemy takes a quarter of a second to import: the store itself is imported on first use, so
that the sign-in window stands there first.
"""

import logging
from collections.abc import Callable, Iterable
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Self

from ca_desktop.db.file_errors import files_in_words
from ca_desktop.db.store_lock import StoreLock
from ca_desktop.db.vault import Unlocked, Vault
from ca_desktop.domain.accounts import (
    Account,
    AccountRole,
    Actor,
    password_problems,
)
from ca_desktop.domain.accounts import problems as account_problems
from ca_desktop.domain.centre import Centre
from ca_desktop.domain.centre import problems as centre_problems
from ca_desktop.domain.errors import Problem, StorageError, refuse
from ca_desktop.domain.journal import JournalAction
from ca_desktop.i18n import N_, _
from ca_desktop.services import entering, ways_in

if TYPE_CHECKING:
    from ca_desktop.db.database import Database

_LOG = logging.getLogger(__name__)
_LOOKS = 3


@dataclass(slots=True)
class OpenStore:
    """A store that somebody signed in to: everything a session stands on."""

    store: Path
    database: "Database"
    vault: Vault
    data_key: bytes
    actor: Actor
    lock: StoreLock

    def centre(self) -> Centre:
        """The centre as it stands now."""
        with self.database.read() as uow:
            return uow.of(Centre).all()[0]

    def close(self) -> None:
        """Let go of the file and the lock; after an account was closed the store gets a new key.

        A key that can't be replaced now is replaced at the next sign-in. Closing again is nothing.
        """
        self.database.close()
        if not self.lock.is_held:
            return
        try:
            ways_in.with_new_key(self.vault, self.data_key)
        except StorageError as error:
            _LOG.warning("The key could not be replaced while closing: %s", error.message)
        finally:
            self.lock.release()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCentre:
    """What the first-run window asks."""

    folder: Path
    name: str
    place: str
    full_name: str
    sign_in_name: str
    password: str
    repeated: str

    def problems(self, today: date) -> Iterable[Problem]:
        """Everything that has to be mended before the centre can be made."""
        for problem in centre_problems(Centre(name=self.name, created_on=today)):
            yield Problem("name", problem.message)
        yield from account_problems(self.account())
        yield from password_problems(self.password, self.repeated, self.sign_in_name)
        with suppress(OSError):
            if self.folder.exists() and any(self.folder.iterdir()):
                yield Problem("folder", _("This folder is not empty. Choose a new folder."))

    def account(self) -> Account:
        """The first account: the coordinator."""
        return Account(
            sign_in_name=self.sign_in_name.strip(),
            full_name=self.full_name.strip(),
            role=AccountRole.COORDINATOR,
        )


def create_centre(new: NewCentre, today: date) -> OpenStore:
    """Make a store with the centre, its first coordinator and the catalogue's roles, and open it.

    RuleBroken names the fields to mend; StorageError when the folder can't be written; then
    nothing stays behind.
    """
    from ca_desktop.db.empty_folder import clear

    refuse(new.problems(today))
    was_there = new.folder.exists()
    vault, data_key = Vault.create(new.folder)
    try:
        return _made(new, today, vault, data_key)
    except BaseException:
        clear(new.folder, not was_there)
        raise


def _made(new: NewCentre, today: date, vault: Vault, data_key: bytes) -> OpenStore:
    from ca_desktop.db.database import Database
    from ca_desktop.domain.catalogue import load_catalogue
    from ca_desktop.domain.role_copies import copies_of

    account = new.account()
    actor = entering.actor_of(account)
    catalogue = load_catalogue()
    centre = Centre(
        name=new.name.strip(),
        place=new.place.strip(),
        created_on=today,
        catalogue_version=catalogue.version,
    )
    with ExitStack() as undone:
        database = Database.create(new.folder, data_key)
        undone.callback(database.close)
        vault.set_slot(account.id, account.sign_in_name, new.password, data_key)
        with database.write(actor, N_("Make centre")) as uow:
            uow.save_all([centre, account])
            for role, profiles in copies_of(catalogue.roles):
                uow.save_all([role, *profiles])
            uow.reserve_numbers("roles", len(catalogue.roles))
        lock = StoreLock(new.folder).acquire()
        undone.pop_all()
    return OpenStore(new.folder, database, vault, data_key, actor, lock)


class StoreDoor:
    """A store that is still closed: whose names may sign in, and the ways in."""

    def __init__(self, store: Path, vault: Vault) -> None:
        self.store = store
        self._vault = vault

    @classmethod
    def at(cls, store: Path) -> Self:
        """The door of the store in this folder (or of its files). StorageError when it is none."""
        with files_in_words(store):
            folder = store.parent if store.is_file() else store
        return cls(folder, Vault.load(folder))

    @property
    def names(self) -> list[str]:
        """The sign-in names; they stand readable in the vault."""
        return self._vault.names()

    def check_password(self, name: str, password: str) -> None:
        """Raise UserError when the password does not fit; nothing is opened or changed."""
        self._vault.unlock(name, password)

    def sign_in(self, name: str, password: str) -> OpenStore:
        """Open the store for this account. UserError for a wrong password, StorageError else."""

        def unlock(vault: Vault) -> Unlocked:
            return vault.unlock(name, password)

        return self._open(unlock, JournalAction.SIGN_IN)

    def recover(self, code: str, name: str, password: str, repeated: str) -> OpenStore:
        """Open with the recovery sheet and give this account a new password of its own."""

        def unlock(vault: Vault) -> Unlocked:
            data_key = vault.unlock_with_recovery(code)
            refuse(password_problems(password, repeated, name))
            account_id = vault.account_of(name)
            if account_id is None:
                raise StorageError(_("Nobody signs in as {name} in this centre.", name=name))
            return Unlocked(account_id=account_id, data_key=data_key)

        opened = self._open(unlock, JournalAction.RECOVERY)
        try:
            entering.take_new_password(
                opened.database, opened.actor, opened.vault, opened.data_key, name, password
            )
        except BaseException:
            opened.close()
            raise
        return opened

    def look(self, name: str, password: str) -> OpenStore:
        """Open to read only, also while somebody works in the store; nothing is changed.

        UserError for a wrong password; StorageError else, also for a store of an older version.
        """
        for _again in range(_LOOKS):
            vault = Vault.load(self.store, self._vault.cost)
            try:
                return self._look(vault, name, password)
            except StorageError:
                # Whoever was closing may have given the store another key between two steps.
                if not ways_in.may_have_changed(vault):
                    raise
        return self._look(Vault.load(self.store, self._vault.cost), name, password)

    def _look(self, vault: Vault, name: str, password: str) -> OpenStore:
        from ca_desktop.db.database import Database

        unlocked = vault.unlock(name, password)
        with ExitStack() as undone:
            database = Database.open(self.store, unlocked.data_key, read_only=True)
            undone.callback(database.close)
            actor = entering.actor_in(database, unlocked.account_id)
            undone.pop_all()
        lock = StoreLock(self.store)
        return OpenStore(self.store, database, vault, unlocked.data_key, actor, lock)

    def _open(self, unlock: Callable[[Vault], Unlocked], action: JournalAction) -> OpenStore:
        """First the lock, then the vault as it stands on disk now: a card may be hours old."""
        from ca_desktop.db.database import Database
        from ca_desktop.db.migrate import migrate

        with ExitStack() as undone:
            lock = StoreLock(self.store).acquire()
            undone.callback(lock.release)
            vault = Vault.load(self.store, self._vault.cost)
            unlocked = unlock(vault)
            data_key = unlocked.data_key
            ways_in.settle(vault, data_key)
            migrate(self.store, data_key)
            data_key = ways_in.with_new_key(vault, data_key)
            database = Database.open(self.store, data_key)
            undone.callback(database.close)
            actor = entering.enter(database, unlocked.account_id, action)
            entering.mend_ways_in(database, actor, vault, data_key)
            undone.pop_all()
        return OpenStore(self.store, database, vault, data_key, actor, lock)
