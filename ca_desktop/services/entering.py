"""Coming in: which account a key belongs to, whether it may be at work, and who noted it."""

import logging
import socket
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from ca_desktop.db.vault import Vault
from ca_desktop.domain.accounts import Account, AccountRole, Actor
from ca_desktop.domain.errors import NotAllowed, UserError
from ca_desktop.domain.journal import JournalAction
from ca_desktop.i18n import N_, _
from ca_desktop.services import ways_in

if TYPE_CHECKING:
    from ca_desktop.db.database import Database

_LOG = logging.getLogger(__name__)


def actor_of(account: Account) -> Actor:
    """The account at work at this workstation."""
    return Actor(
        account_id=account.id,
        name=account.full_name,
        role=account.role,
        supervisor_id=account.supervisor_id,
        workstation=socket.gethostname(),
    )


def actor_in(database: "Database", account_id: UUID) -> Actor:
    """The account at work, as it stands in the store. NotAllowed when it was closed."""
    with database.read() as uow:
        account = uow.of(Account).find(id=account_id)
    if account is None or not account.is_active:
        raise NotAllowed(_("This account was closed. Ask a coordinator."))
    return actor_of(account)


def enter(database: "Database", account_id: UUID, action: JournalAction) -> Actor:
    """The account at work, with a line in the journal that it came in."""
    actor = actor_in(database, account_id)
    with database.write(actor, N_("Sign in")) as uow:
        uow.note(action, "accounts", account_id)
    return actor


def mend_ways_in(database: "Database", actor: Actor, vault: Vault, data_key: bytes) -> None:
    """When a coordinator comes in: mend what a crash left between accounts and their slots."""
    if actor.role is not AccountRole.COORDINATOR:
        return
    with database.read() as uow:
        accounts = uow.of(Account).all()
    try:
        ways_in.mend(vault, data_key, accounts)
    except UserError as error:
        # The coordinator has to come in, to put right what is wrong.
        _LOG.warning("The ways in were not mended: %s", error.message)


def take_new_password(
    database: "Database", actor: Actor, vault: Vault, data_key: bytes, name: str, password: str
) -> None:
    """The password that somebody chose who came in with the recovery sheet: it is their own."""
    vault.set_slot(actor.account_id, name, password, data_key)
    with database.write(actor, N_("Change password")) as uow:
        account = uow.of(Account).get(actor.account_id)
        if account.must_change_password:
            uow.save(replace(account, must_change_password=False))
