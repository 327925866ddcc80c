"""The door of a store: making a centre, signing in, recovery. Before there is an account at work.

SQLAlchemy takes a quarter of a second to import: the store itself is imported on first use, so
that the sign-in window stands there first.
"""

import logging
from collections.abc import Iterable
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Self
from uuid import UUID

from ca_desktop.db.store_lock import StoreLock
from ca_desktop.db.vault import Vault
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
    from ca_desktop.db.backup import clear

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
        folder = store.parent if store.is_file() else store
        return cls(folder, Vault.load(folder))

    @property
    def names(self) -> list[str]:
        """The sign-in names; they stand readable in the vault."""
        return self._vault.names()

    def check_password(self, name: str, password: str) -> None:
        """Raise UserError when the password does not fit; used by the lock screen."""
        self._vault.unlock(name, password)

    def sign_in(self, name: str, password: str) -> OpenStore:
        """Open the store for this account. UserError for a wrong password, StorageError else."""
        unlocked = self._vault.unlock(name, password)
        return self._open(unlocked.data_key, unlocked.account_id, JournalAction.SIGN_IN)

    def recover(self, code: str, name: str, password: str, repeated: str) -> OpenStore:
        """Open with the recovery sheet and give this account a new password."""
        data_key = self._vault.unlock_with_recovery(code)
        refuse(password_problems(password, repeated, name))
        account_id = self._vault.account_of(name)
        if account_id is None:
            raise StorageError(_("Nobody signs in as {name} in this centre.", name=name))
        opened = self._open(data_key, account_id, JournalAction.RECOVERY)
        try:
            opened.vault.set_slot(account_id, name, password, opened.data_key)
        except BaseException:
            opened.close()
            raise
        return opened

    def look(self, name: str, password: str) -> OpenStore:
        """Open to read only, also while somebody works in the store; nothing is journalled.

        UserError for a wrong password; StorageError else, also for a store of an older version.
        """
        from ca_desktop.db.database import Database

        unlocked = self._vault.unlock(name, password)
        database = Database.open(self.store, unlocked.data_key, read_only=True)
        try:
            actor = entering.actor_in(database, unlocked.account_id)
        except BaseException:
            database.close()
            raise
        return OpenStore(
            self.store, database, self._vault, unlocked.data_key, actor, StoreLock(self.store)
        )

    def _open(self, data_key: bytes, account_id: UUID, action: JournalAction) -> OpenStore:
        from ca_desktop.db.database import Database
        from ca_desktop.db.migrate import migrate

        with ExitStack() as undone:
            lock = StoreLock(self.store).acquire()
            undone.callback(lock.release)
            migrate(self.store, data_key)
            data_key = ways_in.with_new_key(self._vault, data_key)
            database = Database.open(self.store, data_key)
            undone.callback(database.close)
            actor = entering.enter(database, account_id, action)
            entering.mend_ways_in(database, actor, self._vault, data_key)
            undone.pop_all()
        return OpenStore(self.store, database, self._vault, data_key, actor, lock)


def needs_recovery_sheet(opened: OpenStore) -> bool:
    """Whether this coordinator has yet to check a recovery sheet, or to put it off."""
    centre = opened.centre()
    is_settled = centre.is_demo or centre.recovery_confirmed or centre.recovery_postponed
    return opened.actor.role is AccountRole.COORDINATOR and not is_settled


def confirm_recovery(opened: OpenStore, *, postponed: bool = False) -> None:
    """Note that the recovery sheet was checked, or postponed (once)."""
    centre = opened.centre()
    changed = replace(
        centre,
        recovery_confirmed=not postponed,
        recovery_postponed=centre.recovery_postponed or postponed,
    )
    with opened.database.write(opened.actor, N_("Check recovery sheet")) as uow:
        uow.save(changed)


def new_recovery_groups(opened: OpenStore) -> tuple[str, ...]:
    """The six groups of a new recovery sheet; an older sheet stops working."""
    return opened.vault.make_recovery(opened.data_key).groups
