"""What the system says about files, in words a user can act on. Imports nothing heavy."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ca_desktop.db import store_files
from ca_desktop.domain.errors import StorageError
from ca_desktop.i18n import _


def missing(path: Path) -> StorageError:
    """A file of the store is not there: nothing at all is, or only this one was lost."""
    names = {store_files.DATABASE, store_files.VAULT} - {path.name}
    if any(store_files.is_there(path.parent / name) for name in names):
        return StorageError(
            _(
                "The file {name} of the centre in {path} is missing. Look for it in the bin of "
                "your computer, or restore the latest backup into a new folder.",
                name=path.name,
                path=path.parent,
            )
        )
    return StorageError(
        _("There is no centre in {path}. Choose the folder of your centre.", path=path.parent)
    )


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


def from_system(error: OSError, path: Path) -> StorageError:
    """The message for an error of the operating system about a file."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return disk_full()
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return read_only(path)
    return unreachable(path)


@contextmanager
def files_in_words(path: Path) -> Iterator[None]:
    """Turn errors of the system inside the block into a StorageError."""
    try:
        yield
    except OSError as error:
        raise from_system(error, path) from error
