"""Accounts: who signs in, in which role, linked to which supervisor."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID, uuid4

from ca_desktop.domain.errors import Problem
from ca_desktop.domain.folding import fold
from ca_desktop.i18n import _

MOST_LETTERS = 20
_SIGN_IN_NAME = re.compile(rf"^[\w.-]{{2,{MOST_LETTERS}}}$")
MINIMUM_PASSWORD = 10


class AccountRole(StrEnum):
    """What an account may do; the table stands in permissions.py."""

    COORDINATOR = "coordinator"
    SUPERVISOR = "supervisor"
    READER = "reader"

    @property
    def text(self) -> str:
        return {
            AccountRole.COORDINATOR: _("Coordinator"),
            AccountRole.SUPERVISOR: _("Supervisor"),
            AccountRole.READER: _("Reader"),
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Somebody who signs in. The sign-in name stands readable in the vault; the full name does
    not.
    """

    id: UUID = field(default_factory=uuid4)
    sign_in_name: str
    full_name: str
    role: AccountRole
    supervisor_id: UUID | None = None
    is_active: bool = True
    must_change_password: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """The account that is at work now, at this workstation."""

    account_id: UUID
    name: str
    role: AccountRole
    supervisor_id: UUID | None = None
    workstation: str = ""


def usual_sign_in_name(full_name: str, taken: Iterable[str] = ()) -> str:
    """The first name, with more letters of the last name while somebody else has that; '' when
    the name has no letters to use.
    """
    words = [re.sub(r"[^a-z0-9]", "", fold(word)) for word in full_name.split()]
    first, last = (words[0], words[-1] if len(words) > 1 else "") if words else ("", "")
    others = {name.casefold() for name in taken}
    for letters in range(len(last) + 1):
        name = f"{first}{last[:letters]}"[:MOST_LETTERS]
        if len(name) > 1 and name not in others:
            return name
    return ""


def password_rule() -> str:
    """What a password has to be, said before somebody types one."""
    return _(
        "At least {count} characters. Three words in a row are easy to remember.",
        count=MINIMUM_PASSWORD,
    )


def problems(account: Account) -> Iterator[Problem]:
    """Everything a save of an account refuses."""
    if not _SIGN_IN_NAME.match(account.sign_in_name):
        yield Problem(
            "sign_in_name",
            _("Choose a short name of 2 to 20 letters or digits, without spaces, such as “petra”."),
        )
    if not account.full_name.strip():
        yield Problem("full_name", _("Fill in the full name."))
    if account.is_active and account.role is AccountRole.SUPERVISOR and not account.supervisor_id:
        yield Problem(
            "supervisor_id",
            _("Choose which supervisor this is. Without one, the account sees nobody."),
        )


def password_problems(password: str, repeated: str, sign_in_name: str) -> Iterator[Problem]:
    """A password is long rather than odd; it is typed twice and is not the name."""
    if len(password) < MINIMUM_PASSWORD:
        yield Problem(
            "password",
            _(
                "Use at least {count} characters. Three words in a row are easy to remember.",
                count=MINIMUM_PASSWORD,
            ),
        )
    elif sign_in_name and sign_in_name.casefold() in password.casefold() and len(password) < 16:
        yield Problem("password", _("Don't use the sign-in name in the password."))
    elif len(set(password)) < 4:
        yield Problem(
            "password", _("This password is too easy to guess. Use more different characters.")
        )
    if password != repeated:
        yield Problem("repeated", _("The two passwords are not the same. Type them again."))
