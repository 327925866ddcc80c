"""The file of one location: details, the five conditions, the way to a first accreditation."""

from PySide6.QtWidgets import QPushButton

from ca_desktop.domain.accreditations import TrainingCompany
from ca_desktop.domain.dates import format_date
from ca_desktop.domain.permissions import Action
from ca_desktop.i18n import N_, _
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.training_company import TrainingCompanyForm
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.file_view import Fact, FileHeader, FileView
from ca_desktop.ui.kit.icons import icon
from ca_desktop.ui.kit.leaving import leave
from ca_desktop.ui.pages.locations.checklist import ChecklistSection
from ca_desktop.ui.pages.locations.conditions import ConditionsSection


class LocationFile(FileView[TrainingCompany]):
    """A new location shows only the details, until it is saved."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session, self._desk = session, desk
        self._may_change = desk.is_allowed(Action.CHANGE_ACCREDITATIONS)
        self.form = TrainingCompanyForm(desk.today)
        self.form.set_read_only(not self._may_change)
        self.form.saves = desk.saves
        self.checked = QPushButton(icon("check"), " " + _("Checked in MijnSBB today"))
        self.checked.clicked.connect(lambda: leave(self, self, self.check_today))
        self.add_action(self.checked)
        self.add_section("details", N_("Details"), lambda: self.form)
        self.add_section("conditions", N_("Conditions"), lambda: ConditionsSection(session, desk))
        self.add_section(
            "checklist", N_("To a first accreditation"), lambda: ChecklistSection(session, desk)
        )

    def show_record(self, record: TrainingCompany) -> None:
        """Show this location; a new one starts at the details."""
        is_new = not record.location
        if is_new:
            self.open_section("details")
        self.show_only_first(is_new)
        self.checked.setVisible(self._may_change and not is_new)
        self.setFocusProxy(self.form if is_new else self.tabs)
        super().show_record(record)

    def header(self, record: TrainingCompany) -> FileHeader:
        if not record.location:
            return FileHeader(title=_("New location"))
        number = record.company_id
        facts = [Fact(text=_("leerbedrijf-ID {number}", number=number))] if number else []
        if not number:
            facts = [Fact(text=_("no leerbedrijf-ID yet"), tone="warning")]
        last = record.last_checked_on
        if last is not None:
            facts.append(Fact(text=_("MijnSBB checked on {day}", day=format_date(last))))
        else:
            facts.append(Fact(text=_("never compared with MijnSBB"), tone="warning"))
        return FileHeader(title=record.location, facts=facts)

    def check_today(self) -> None:
        """One press: compared with MijnSBB today."""
        if self.shown is None:
            return
        company_id = self.shown.id
        self._desk.saves.run(
            lambda: self._session.training_companies.checked_today(company_id),
            then=self.show_record,
            failed=lambda error: show_error(error, self),
            owner=self,
        )
