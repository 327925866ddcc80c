"""A centre is made and put back only in an empty folder, which is empty again when that fails."""

import contextlib
from pathlib import Path

from ca_desktop.db.file_errors import files_in_words
from ca_desktop.domain.errors import StorageError
from ca_desktop.i18n import _


def refuse_occupied(folder: Path) -> None:
    """Raise StorageError unless the folder is new or empty."""
    with files_in_words(folder):
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise StorageError(
                _("The folder {path} is not empty. Choose a new or empty folder.", path=folder)
            )


def clear(folder: Path, was_made: bool) -> None:
    """Take away what was put back in a folder that was empty, and the folder if it was made."""
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            path.unlink()
        if was_made:
            folder.rmdir()
