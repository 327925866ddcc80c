"""The recovery sheet of an open store: whether it is still to be checked, and a new one."""

from dataclasses import replace
from pathlib import Path

from ca_desktop.db import store_files
from ca_desktop.db.file_errors import files_in_words
from ca_desktop.domain.accounts import AccountRole
from ca_desktop.i18n import N_
from ca_desktop.services.stores import OpenStore


def needs_recovery_sheet(opened: OpenStore) -> bool:
    """Whether this coordinator has yet to check a recovery sheet, or to put it off."""
    centre = opened.centre()
    is_settled = centre.is_demo or centre.recovery_confirmed or centre.recovery_postponed
    return opened.actor.role is AccountRole.COORDINATOR and not is_settled


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


def save_sheet(pdf: bytes, path: Path) -> None:
    """Write the paper of a sheet for its owner only, whole or not at all. Raises StorageError."""
    with files_in_words(path):
        store_files.write_whole(path, pdf)
