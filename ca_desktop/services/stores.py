"""The door of a store: making a centre, signing in, recovery. Before there is an account at work.

SQLAlchemy takes a quarter of a second to import: the store itself is imported on first use, so
that the sign-in window stands there first.
"""

import logging
import socket
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
from ca_desktop.domain.errors import NotAllowed, Problem, StorageError, refuse
from ca_desktop.domain.journal import JournalAction
from ca_desktop.i18n import N_, _
from ca_desktop.services import ways_in

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
    actor = actor_of(account)
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


def actor_of(account: Account) -> Actor:
    """The account at work at this workstation."""
    return Actor(
        account_id=account.id,
        name=account.full_name,
        role=account.role,
        supervisor_id=account.supervisor_id,
        workstation=socket.gethostname(),
    )


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

    def _open(self, data_key: bytes, account_id: UUID, action: JournalAction) -> OpenStore:
        from ca_desktop.db.database import Database
        from ca_desktop.db.migrate import migrate

        lock = StoreLock(self.store).acquire()
        try:
            migrate(self.store, data_key)
            data_key = ways_in.with_new_key(self._vault, data_key)
            database = Database.open(self.store, data_key)
        except BaseException:
            lock.release()
            raise
        try:
            actor = _enter(database, account_id, action)
        except BaseException:
            database.close()
            lock.release()
            raise
        return OpenStore(self.store, database, self._vault, data_key, actor, lock)


def _enter(database: "Database", account_id: UUID, action: JournalAction) -> Actor:
    with database.read() as uow:
        account = uow.of(Account).find(id=account_id)
    if account is None or not account.is_active:
        raise NotAllowed(_("This account was closed. Ask a coordinator."))
    actor = actor_of(account)
    with database.write(actor, N_("Sign in")) as uow:
        uow.note(action, "accounts", account_id)
    return actor


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
