"""Where a new centre comes to stand, when nobody chose a folder."""

from pathlib import Path

from ca_desktop.domain.folding import fold
from ca_desktop.paths import data_folder

_LONGEST_NAME = 60  # letters; file systems count 255 bytes


def folder_named(name: str) -> Path:
    """The folder of a centre with this name, whether it exists or not."""
    words = "-".join("".join(c if c.isalnum() else " " for c in fold(name)).split())
    return data_folder() / (words[:_LONGEST_NAME].strip("-") or "centrum")


def free_folder(name: str) -> Path:
    """A folder that does not exist yet, named after the centre."""
    wanted = folder_named(name)
    folder, number = wanted, 2
    while folder.exists():
        folder = wanted.with_name(f"{wanted.name}-{number}")
        number += 1
    return folder
