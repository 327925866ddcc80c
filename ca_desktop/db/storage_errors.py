"""What the database says, in words a user can act on."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlalchemy.exc import DBAPIError

from ca_desktop.db.file_errors import (
    busy,
    damaged,
    disk_full,
    files_in_words,
    read_only,
    unreachable,
)
from ca_desktop.domain.errors import UserError
from ca_desktop.i18n import _


def from_driver(error: BaseException, path: Path) -> UserError | None:
    """The message for a driver's error, or None when it is a bug of ours."""
    text = str(error).lower()
    answers = (
        ("foreign key constraint", _in_use),
        ("unique constraint", _twice),
        ("disk is full", disk_full),
        ("disk image is malformed", lambda: damaged(path)),
        ("file is not a database", lambda: damaged(path)),
        ("file is encrypted", lambda: damaged(path)),
        ("readonly database", lambda: read_only(path)),
        ("unable to open", lambda: unreachable(path)),
        ("disk i/o error", lambda: unreachable(path)),
        ("is locked", lambda: busy(path)),
    )
    return next((answer() for words, answer in answers if words in text), None)


@contextmanager
def queries_in_words(path: Path) -> Iterator[None]:
    """Turn the driver's errors inside the block into a message; other errors go on as they are."""
    try:
        yield
    except DBAPIError as error:
        raise_in_words(error.orig or error, path, error)
    except driver.Error as error:
        raise_in_words(error, path, error)


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turn errors of the driver and the system inside the block into a message."""
    with files_in_words(path), queries_in_words(path):
        yield


def raise_in_words(cause: BaseException, path: Path, error: Exception) -> None:
    """Raise the user's message for `cause`, or `error` itself when there is none."""
    message = from_driver(cause, path)
    if message is None:
        raise error
    raise message from error


def _in_use() -> UserError:
    return UserError(
        _("Other records still refer to this one, so it can't be removed. Remove those first.")
    )


def _twice() -> UserError:
    return UserError(_("There is already a record like this one. Change that one instead."))
