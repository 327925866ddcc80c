"""What the disk and the database say, in words a user can act on."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlalchemy.exc import DBAPIError

from ca_desktop.domain.errors import StorageError, UserError
from ca_desktop.i18n import _


def damaged(path: Path) -> StorageError:
    """The file can't be read with this centre's key."""
    return StorageError(
        _(
            "The data file {path} can't be read: it is damaged or belongs to another centre. "
            "Nothing was changed. Restore the latest backup into a new folder.",
            path=path,
        )
    )


def disk_full() -> StorageError:
    """Nothing more fits on the disk."""
    return StorageError(
        _("The disk is full, so nothing was saved. Make room on the disk and try again.")
    )


def read_only(path: Path) -> StorageError:
    """The file or its folder may not be written."""
    return StorageError(
        _(
            "{path} may not be written. Ask for write access to this folder, or copy the "
            "centre to a folder of your own.",
            path=path,
        )
    )


def busy(path: Path) -> StorageError:
    """Another program holds the file."""
    return StorageError(
        _(
            "The data file {path} is in use by another program. Close that program and try again.",
            path=path,
        )
    )


def unreachable(path: Path) -> StorageError:
    """The file can't be opened or read at all."""
    return StorageError(
        _(
            "{path} can't be opened. Check whether the disk or the network drive is connected "
            "and whether you may open this folder.",
            path=path,
        )
    )


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


def from_system(error: OSError, path: Path) -> StorageError:
    """The message for an error of the operating system about a file."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return disk_full()
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return read_only(path)
    return unreachable(path)


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turn errors of the driver and the system inside the block into a StorageError."""
    try:
        yield
    except DBAPIError as error:
        raise_in_words(error.orig or error, path, error)
    except driver.Error as error:
        raise_in_words(error, path, error)
    except OSError as error:
        raise from_system(error, path) from error


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
