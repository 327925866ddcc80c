"""Signing in from a terminal: which store, which account, and where the password comes from."""

import getpass
import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ca_desktop import settings
from ca_desktop.domain.errors import StorageError, UserError
from ca_desktop.i18n import _
from ca_desktop.services.session import Session
from ca_desktop.services.stores import StoreDoor

PASSWORD_VARIABLE = "CA_DESKTOP_PASSWORD"


@contextmanager
def signed_in(wishes: Namespace, *, to_read: bool = False) -> Iterator[Session]:
    """A session on the store that was named (or used last); it is closed afterwards.

    `to_read` changes nothing in the store and works while a window has it open.
    """
    door = StoreDoor.at(store_of(wishes))
    enter = door.look if to_read else door.sign_in
    opened = enter(_name(wishes, door), password_of(wishes))
    try:
        session = Session(opened)
        if session.accounts.own().must_change_password:
            raise UserError(
                _("Choose a password of your own first: open CA Desktop and sign in there once.")
            )
        yield session
    finally:
        opened.close()


def store_of(wishes: Namespace) -> Path:
    """The store that was named, or the one used last on this computer."""
    if wishes.store is not None:
        return Path(wishes.store)
    last = settings.load().last_store
    if not last:
        raise StorageError(_("Say which centre: --store FOLDER."))
    return Path(last)


def _name(wishes: Namespace, door: StoreDoor) -> str:
    if wishes.user:
        return str(wishes.user)
    if len(door.names) == 1:
        return door.names[0]
    raise UserError(_("Say who you are: --user NAME. Names: {names}.", names=", ".join(door.names)))


def password_of(wishes: Namespace) -> str:
    """The password from the file, the environment or a prompt; never from an argument."""
    if wishes.password_file is not None:
        try:
            return str(wishes.password_file.read_text(encoding="utf-8-sig")).rstrip("\r\n")
        except (OSError, UnicodeDecodeError) as error:
            raise StorageError(
                _("The password file {path} can't be read.", path=wishes.password_file)
            ) from error
    if PASSWORD_VARIABLE in os.environ:
        return os.environ[PASSWORD_VARIABLE]
    if not sys.stdin.isatty():
        raise UserError(
            _("No password. Use --password-file or set {variable}.", variable=PASSWORD_VARIABLE)
        )
    try:
        return getpass.getpass(_("Password: "))
    except EOFError:
        raise UserError(_("No password was typed.")) from None
