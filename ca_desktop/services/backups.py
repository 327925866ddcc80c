"""Backups in one file, putting one back, and checking whether the store is whole."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from ca_desktop.db import backup, check
from ca_desktop.db.empty_folder import clear
from ca_desktop.db.vault import Vault
from ca_desktop.domain.centre import Centre
from ca_desktop.domain.errors import StorageError
from ca_desktop.domain.folding import fold
from ca_desktop.domain.journal import JournalAction
from ca_desktop.domain.permissions import Action
from ca_desktop.i18n import N_, _
from ca_desktop.services.service import Service, allowed
from ca_desktop.services.stores import OpenStore

SUFFIX = ".cacentrum-kopie"


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupFacts:
    """What a backup says about itself: when it was made and how much is in it."""

    made_at: datetime
    participants: int
    entries: int


class BackupService(Service):
    """What a user can do for the safety of the store."""

    def __init__(self, opened: OpenStore, today: Callable[[], date] = date.today) -> None:
        super().__init__(opened.database, opened.actor, today)
        self._opened = opened

    @allowed(Action.BACK_UP)
    def suggested_name(self) -> str:
        """'reservekopie-de-schakel-2026-11-24.cacentrum-kopie'."""
        with self._database.read() as uow:
            name = uow.of(Centre).all()[0].name
        words = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")
        kind = _("backup")
        return f"{kind}-{words}-{self._today():%Y-%m-%d}{SUFFIX}"

    @allowed(Action.BACK_UP)
    def back_up(self, target: Path) -> BackupFacts:
        """Write a backup and open it again to prove it. StorageError; nothing half stays behind."""
        if target.resolve().is_relative_to(self._opened.store.resolve()):
            raise StorageError(
                _("Keep the backup outside the folder of the centre, for example on a USB stick.")
            )
        made = backup.backup(self._database, self._opened.data_key, target)
        with self._database.write(self._actor, N_("Make backup")) as uow:
            uow.note(JournalAction.BACKUP, "centre")
        return _facts(made)

    @allowed(Action.CHECK_STORE)
    def check(self) -> Sequence[str]:
        """What is wrong with the store, in sentences; empty when nothing is."""
        return check.check(self._database)


def facts_of(source: Path) -> BackupFacts:
    """What a backup file says about itself, readable without a password."""
    return _facts(backup.read_manifest(source))


def restore(source: Path, to_store: Path, name: str = "", password: str = "") -> BackupFacts:
    """Put a backup into a new or empty folder. With a name and password its content is checked too.

    StorageError when the file or the folder is not right; nothing half stays behind.
    """
    was_there = to_store.exists()
    manifest = backup.restore(source, to_store)
    if name:
        try:
            unlocked = Vault.load(to_store).unlock(name, password)
            backup.verify_restored(to_store, unlocked.data_key, manifest)
        except BaseException:
            clear(to_store, not was_there)
            raise
    return _facts(manifest)


def _facts(manifest: backup.Manifest) -> BackupFacts:
    return BackupFacts(
        made_at=manifest.made_at,
        participants=manifest.counts.get("participants", 0),
        entries=manifest.counts.get("entries", 0),
    )
