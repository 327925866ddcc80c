"""The file of one role: factsheet, texts, settings."""

from uuid import UUID

from PySide6.QtWidgets import QPushButton

from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.roles import Role
from ca_desktop.i18n import N_, _, current_language, ngettext
from ca_desktop.services.roles import RoleLine
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.placing import ask_people
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.file_view import Fact, FileHeader, FileView
from ca_desktop.ui.kit.icons import icon
from ca_desktop.ui.pages.roles.sections import FactsheetSection, ProfileSection
from ca_desktop.ui.pages.roles.settings_form import SettingsForm
from ca_desktop.ui.pages.roles.waiting import WaitingSection

WAITING = "waiting"


def is_over(line: RoleLine) -> bool:
    """Whether there are more people in a half-day than places."""
    return bool(line.role.places) and line.fullest > line.role.places


class RoleFile(FileView[Role]):
    """Everything about one role."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session = session
        self.settings = SettingsForm(session)
        self.settings.saves = desk.saves
        self.settings.saver = self._save_settings
        self.settings.set_read_only(not desk.is_allowed(Action.CHANGE_ROLES))
        self._desk = desk
        self.match = QPushButton(icon("lightbulb"), " " + _("Who suits?"))
        self.match.clicked.connect(self.ask_people)
        self.match.setVisible(desk.is_allowed(Action.PLACE))
        self.add_action(self.match)
        self.add_section("factsheet", N_("Factsheet"), lambda: FactsheetSection(session, desk))
        self.add_section("profile", N_("Profile"), lambda: ProfileSection(session, desk))
        if desk.is_allowed(Action.SEE_PARTICIPANTS):
            self.add_section(
                WAITING, N_("Places and waiting list"), lambda: WaitingSection(session, desk)
            )
        self.add_section("settings", N_("Settings"), lambda: self.settings)

    def header(self, record: Role) -> FileHeader:
        line = next(one for one in self._session.roles.lines() if one.id == record.id)
        people = ngettext("{n} person now", "{n} people now", line.people_now)
        facts = [Fact(text=people)]
        if record.places:
            full = _(
                "Fullest half-day: {people} of {places} places",
                people=line.fullest,
                places=record.places,
            )
            facts.append(Fact(text=full, tone="warning" if is_over(line) else ""))
        intensity = load_catalogue().intensity(record.intensity).name.in_(current_language())
        facts.append(Fact(text=_("Guidance: {intensity}", intensity=intensity)))
        if not record.is_active:
            facts.append(Fact(text=_("Not in use"), tone="warning"))
        return FileHeader(title=line.name, facts=facts)

    def ask_people(self) -> None:
        """A shortlist of people with reasons, and from there to a placement."""
        if self.shown is not None:
            name = self.header(self.shown).title
            self.matching = ask_people(self, self._session, self._desk, self.shown.id, name)

    def show_waiting(self, waiting_id: UUID) -> None:
        """Open the waiting list at this line."""
        self.open_section(WAITING)
        section = self.section(WAITING)
        assert isinstance(section, WaitingSection)
        section.go_to(waiting_id)

    def _save_settings(self, role: Role) -> Role:
        roles = self._session.roles
        return roles.save(role, roles.profile(role.id, "nl"))[0]
