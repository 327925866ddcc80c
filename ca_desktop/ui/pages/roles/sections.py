"""The sections of a role's file: the factsheet as it prints, and its texts per language."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import UUID, uuid4

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ca_desktop.domain.permissions import Action
from ca_desktop.domain.roles import Role, RoleProfile
from ca_desktop.i18n import _, current_language
from ca_desktop.services.papers import Paper
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.leaving import leave
from ca_desktop.ui.kit.marks import Notice
from ca_desktop.ui.kit.preview import Preview
from ca_desktop.ui.kit.printing import print_pdf
from ca_desktop.ui.pages.roles.language_row import LanguageRow
from ca_desktop.ui.pages.roles.profile_form import ProfileForm


class FactsheetSection(QWidget):
    """The paper exactly as it prints; saved or printed, it is issued."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._papers, self._desk = session.papers, desk
        self.paper: Paper | None = None
        self._role: Role | None = None
        self.languages = LanguageRow(current_language(), lambda then: then())
        self.notice = Notice()
        self.preview = Preview(may_save=desk.is_allowed(Action.PRINT_FACTSHEET))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.languages)
        column.addWidget(self.notice)
        column.addWidget(self.preview, 1)
        self.languages.chosen.connect(lambda _code: self._make())
        self.preview.save_asked.connect(self.save_to)
        self.preview.print_asked.connect(self.print_on)

    def show_record(self, role: Role) -> None:
        """Make the factsheet of this role."""
        if self._role is None or self._role.id != role.id:
            self.preview.clear()
            self.notice.say("")
        self._role = role
        self._make()

    def save_to(self, file: Path) -> None:
        """Issue the paper to a file."""

        def done(_issued: object) -> None:
            self.notice.say(_("The factsheet was saved as {name}.", name=file.name), "good")

        self._issue(file, done)

    def print_on(self, printer: str) -> None:
        """Issue the paper and send it to a printer."""
        paper = self.paper
        if paper is None:
            return

        def done(_sent: object) -> None:
            self.notice.say(_("The factsheet is on its way to {printer}.", printer=printer), "good")

        def send(_issued: object) -> None:
            self._desk.jobs.run(
                lambda _progress: print_pdf(paper.content, printer, paper.title),
                then=done,
                owner=self,
                label=_("Printing the factsheet"),
            )

        self._issue(None, send)

    def _issue(self, file: Path | None, then: Callable[[object], object]) -> None:
        paper = self.paper
        if paper is not None:
            self._desk.saves.run(
                lambda: self._papers.issue(paper, file),
                then=then,
                failed=lambda error: show_error(error, self),
                owner=self,
            )

    def _make(self) -> None:
        role, language = self._role, self.languages.code
        if role is None:
            return
        wanted = (role.id, language)
        self._desk.jobs.run(
            lambda _progress: self._papers.factsheet(*wanted),
            then=lambda paper: self._show(paper, wanted),
            owner=self,
            label=_("Making the factsheet"),
        )

    def _show(self, paper: Paper, wanted: tuple[UUID, str]) -> None:
        if self._role is None or wanted != (self._role.id, self.languages.code):
            return
        if self.paper is None or paper.content != self.preview.pdf:
            self.preview.show_pdf(paper.content, paper.file_name)
        self.paper = paper


class ProfileSection(QWidget):
    """The texts of the role, per language; a language without texts starts from the Dutch ones."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._roles = session.roles
        self._role: Role | None = None
        self.languages = LanguageRow(current_language(), lambda then: leave(self, self.form, then))
        self.notice = Notice()
        self.form = ProfileForm()
        self.form.saves = desk.saves
        self.form.saver = self._save
        self.form.saved.connect(lambda _result: self._show())
        self.form.set_read_only(not desk.is_allowed(Action.CHANGE_ROLES))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.languages)
        column.addWidget(self.notice)
        column.addWidget(self.form, 1)
        self.languages.chosen.connect(lambda _code: self._show())
        self.setFocusProxy(self.form)

    @property
    def is_dirty(self) -> bool:
        """Whether somebody changed a text."""
        return self.form.is_dirty

    def show_record(self, role: Role) -> None:
        """Show the texts of this role."""
        self._role = role
        self._show()

    def try_save(self, then: Callable[[], object] = lambda: None) -> None:
        """Save the texts of the language that is open."""
        self.form.try_save(then)

    def discard(self) -> None:
        """Put back what was saved last."""
        self.form.discard()

    def wait_for_save(self, then: Callable[[], object]) -> bool:
        """Whether the texts are in line to be saved; `then` comes after it."""
        return self.form.wait_for_save(then)

    def _show(self) -> None:
        if self._role is None:
            return
        language = self.languages.code
        profile = self._roles.profile(self._role.id, language)
        missing = profile.language != language
        if missing:
            profile = replace(profile, id=uuid4(), language=language)
        words = _("There are no texts in this language yet. This is a copy to translate.")
        self.notice.say(words if missing else "", "warning")
        self.form.show_record(profile)

    def _save(self, profile: RoleProfile) -> RoleProfile:
        assert self._role is not None
        return self._roles.save(self._roles.get(self._role.id), profile)[1]
