"""Accounts: who signs in. Only a coordinator makes, resets and closes them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from uuid import UUID

from ca_desktop.domain.accounts import Account, AccountRole, password_problems, problems
from ca_desktop.domain.centre import Centre
from ca_desktop.domain.errors import Problem, RuleBroken, refuse
from ca_desktop.domain.permissions import Action
from ca_desktop.i18n import N_, _
from ca_desktop.services.recovery_sheets import new_recovery_groups
from ca_desktop.services.service import Service, allowed
from ca_desktop.services.stores import OpenStore
from ca_desktop.services.ways_in import fit


class AccountService(Service):
    """What a user can do with accounts; stands on the open store, because the vault is involved."""

    def __init__(self, opened: OpenStore) -> None:
        super().__init__(opened.database, opened.actor)
        self._opened = opened

    @allowed(Action.MANAGE_ACCOUNTS)
    def all(self) -> Sequence[Account]:
        """Every account, on sign-in name."""
        with self._database.read() as uow:
            return uow.of(Account).all(order_by="sign_in_name")

    @allowed(Action.MANAGE_ACCOUNTS)
    def new(self) -> Account:
        """An empty account for a supervisor."""
        return Account(sign_in_name="", full_name="", role=AccountRole.SUPERVISOR)

    @allowed(Action.MANAGE_ACCOUNTS)
    def create(self, account: Account, password: str, repeated: str) -> Account:
        """Keep a new account with a first password, which its owner changes at the first sign-
        in.
        """
        refuse(
            (
                *problems(account),
                *_taken_name(account, self.all()),
                *password_problems(password, repeated, account.sign_in_name),
            )
        )
        account = replace(account, must_change_password=True)
        self._with_way_in(account, password, N_("Make account"))
        return account

    @allowed(Action.MANAGE_ACCOUNTS)
    def change(self, account: Account) -> Account:
        """Keep a changed name, role, link or state; one active coordinator always remains.

        A closed account loses its slot at once; the store gets another key when it closes.
        """
        refuse(problems(account))
        with self._database.write(self._actor, N_("Change account")) as uow:
            others = [a for a in uow.of(Account).all() if a.id != account.id]
            refuse(_taken_name(account, others))
            self._refuse_without_coordinator(account, others)
            uow.save(account)
        # After the commit: a slot that was changed too early could not be put back. What a crash
        # leaves undone here is done at the next sign-in of a coordinator.
        fit(self._opened.vault, self._opened.data_key, account)
        return account

    def _with_way_in(self, account: Account, password: str, label: str) -> None:
        """The way in comes first: a slot without an account is refused at the door, an account
        without a slot could never sign in.
        """
        vault, data_key = self._opened.vault, self._opened.data_key
        vault.set_slot(account.id, account.sign_in_name, password, data_key)
        try:
            with self._database.write(self._actor, label) as uow:
                uow.save(account)
        except BaseException:
            vault.remove_slot(account.id, data_key)
            raise

    def _refuse_without_coordinator(self, account: Account, others: list[Account]) -> None:
        left = [a for a in (*others, account) if a.is_active and a.role is AccountRole.COORDINATOR]
        if not left:
            raise RuleBroken(_("A centre needs at least one active coordinator."))

    @allowed(Action.MANAGE_ACCOUNTS)
    def reset(self, account_id: UUID, password: str, repeated: str) -> None:
        """Give somebody else a new first password."""
        with self._database.read() as uow:
            account = uow.of(Account).get(account_id)
        if not account.is_active:
            raise RuleBroken(_("This account was closed. Open it again first."))
        refuse(password_problems(password, repeated, account.sign_in_name))
        with self._database.write(self._actor, N_("Reset password")) as uow:
            uow.save(replace(account, must_change_password=True))
        self._opened.vault.set_slot(
            account.id, account.sign_in_name, password, self._opened.data_key
        )

    @allowed(Action.MANAGE_ACCOUNTS)
    def reopen(self, account_id: UUID, password: str, repeated: str) -> Account:
        """Let somebody in again whose account was closed, with a new first password."""
        with self._database.read() as uow:
            account = uow.of(Account).get(account_id)
        refuse(password_problems(password, repeated, account.sign_in_name))
        opened = replace(account, is_active=True, must_change_password=True)
        self._with_way_in(opened, password, N_("Open account again"))
        return opened

    @allowed(Action.CHANGE_OWN_PASSWORD)
    def change_own_password(self, old: str, password: str, repeated: str) -> None:
        """Change the password of the account at work; the old one is asked first."""
        with self._database.read() as uow:
            account = uow.of(Account).get(self._actor.account_id)
        self._opened.vault.unlock(account.sign_in_name, old)
        refuse(password_problems(password, repeated, account.sign_in_name))
        if password == old:
            refuse([Problem("password", _("This is the password you have. Choose another one."))])
        self._opened.vault.set_slot(
            account.id, account.sign_in_name, password, self._opened.data_key
        )
        with self._database.write(self._actor, N_("Change password")) as uow:
            uow.save(replace(account, must_change_password=False))

    @allowed(Action.CHANGE_OWN_PASSWORD)
    def own(self) -> Account:
        """The account at work."""
        with self._database.read() as uow:
            return uow.of(Account).get(self._actor.account_id)

    @allowed(Action.MANAGE_ACCOUNTS)
    def new_recovery_code(self) -> tuple[str, ...]:
        """The six groups of a new recovery sheet; an older sheet stops working.

        The sheet counts as not checked until two groups were typed back.
        """
        groups = new_recovery_groups(self._opened)
        with self._database.write(self._actor, N_("Make recovery sheet")) as uow:
            uow.save(replace(uow.of(Centre).all()[0], recovery_confirmed=False))
        return groups


def _taken_name(account: Account, others: Iterable[Account]) -> Iterator[Problem]:
    """A sign-in name is one account's, whatever its capitals, also after the account was closed."""
    wanted = account.sign_in_name.casefold()
    if any(one.sign_in_name.casefold() == wanted for one in others if one.id != account.id):
        yield Problem(
            "sign_in_name",
            _("Somebody already signs in as {name}. Choose another.", name=account.sign_in_name),
        )
