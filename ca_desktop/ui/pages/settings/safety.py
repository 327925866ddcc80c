"""Reservekopie and Controle: a copy of everything in one file, and whether the store is whole."""

from collections.abc import Sequence
from pathlib import Path

from ca_desktop.domain.errors import UserError
from ca_desktop.i18n import _, ngettext
from ca_desktop.services.backups import SUFFIX, BackupFacts
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.file_dialog import ask_save
from ca_desktop.ui.pages.settings.section import Section


class BackupSection(Section):
    """Makes a backup in the worker and says what is in it."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session, self._desk = session, desk
        self.explain(
            _(
                "A backup is one file with everything of this centre. It opens only with a "
                "password or the recovery sheet of this centre. Keep it somewhere else, for "
                "example on a USB stick in a locked drawer."
            )
        )
        self.make = self.button(_("Make backup …"))
        self.column.addWidget(self.notice)
        self.explain(_("Putting back a backup goes by the menu File > Put back a backup …"))
        self.column.addStretch(1)
        self.make.clicked.connect(self._choose)
        self.setFocusProxy(self.make)

    def back_up_to(self, path: Path) -> None:
        """Make the backup there."""
        self.make.setEnabled(False)
        self.notice.say("")
        backups = self._session.backups
        self._desk.jobs.run(
            lambda _progress: backups.back_up(path),
            then=lambda facts: self._tell(path, facts),
            failed=self._refuse,
            owner=self,
            label=_("Making the backup"),
        )

    def _tell(self, path: Path, facts: BackupFacts) -> None:
        self.make.setEnabled(True)
        people = ngettext("{n} participant", "{n} participants", facts.participants)
        notes = ngettext("{n} note", "{n} notes", facts.entries)
        self.notice.say(
            _(
                "The backup is made and opened again to check it: {people} and {notes}. "
                "It stands in {path}.",
                people=people,
                notes=notes,
                path=path,
            ),
            "good",
        )

    def _refuse(self, error: Exception) -> None:
        self.make.setEnabled(True)
        if isinstance(error, UserError):
            self.notice.say(error.message, "danger")
        else:
            show_error(error, self)

    def _choose(self) -> None:
        name = self._session.backups.suggested_name()
        ask_save(self, _("Make backup"), name, SUFFIX.removeprefix("."), self.back_up_to)


class CheckSection(Section):
    """Checks the store in the worker and says what was found, in words."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session, self._desk = session, desk
        self.explain(
            _("This looks whether the data of the centre is whole. Nothing is changed by it.")
        )
        self.go = self.button(_("Check the data"))
        self.column.addWidget(self.notice)
        self.column.addStretch(1)
        self.go.clicked.connect(lambda: self.check())
        self.setFocusProxy(self.go)

    def check(self) -> None:
        """Check now."""
        self.go.setEnabled(False)
        self.notice.say("")
        backups = self._session.backups
        self._desk.jobs.run(
            lambda _progress: backups.check(),
            then=self._tell,
            failed=self._refuse,
            owner=self,
            label=_("Checking the data"),
        )

    def _tell(self, findings: Sequence[str]) -> None:
        self.go.setEnabled(True)
        if findings:
            advice = _("Make a backup now and ask somebody who knows the program to help.")
            self.notice.say("\n".join((*findings, advice)), "danger")
        else:
            self.notice.say(_("Everything is in order."), "good")

    def _refuse(self, error: Exception) -> None:
        self.go.setEnabled(True)
        show_error(error, self)
