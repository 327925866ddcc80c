"""The file of one supervisor: details, certificates, and the people guided now."""

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.supervisors import CertificateStatus, Supervisor
from ca_desktop.i18n import N_, _, ngettext
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.supervisor import SupervisorForm
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.file_view import Fact, FileHeader, FileView
from ca_desktop.ui.pages.supervisors.absences import AbsencesSection
from ca_desktop.ui.pages.supervisors.hand_over import HandOverSection
from ca_desktop.ui.pages.supervisors.load import LoadOfWeek
from ca_desktop.ui.pages.supervisors.reliance import RelianceSection
from ca_desktop.ui.pages.supervisors.sections import CertificatesSection, PeopleSection


class SupervisorFile(FileView[Supervisor]):
    """A new supervisor shows only the details, until they are saved."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session, self._desk = session, desk
        self._week: LoadOfWeek | None = None
        self.form = SupervisorForm(session, desk)
        self.form.set_read_only(not desk.is_allowed(Action.CHANGE_SUPERVISORS))
        self.form.saves = desk.saves
        self.add_section("details", N_("Details"), lambda: self.form)
        self.add_section(
            "certificates", N_("Certificates"), lambda: CertificatesSection(session, desk)
        )
        self.add_section("absences", N_("Absence"), lambda: AbsencesSection(session, desk))
        self.add_section("people", N_("Participants now"), lambda: PeopleSection(session, desk))
        if desk.is_allowed(Action.SEE_CAPACITY):
            self.add_section(
                "reliance", N_("When away or gone"), lambda: RelianceSection(session, desk)
            )
        if desk.is_allowed(Action.CHANGE_SUPERVISORS):
            self.add_section("hand_over", N_("Hand-over"), lambda: HandOverSection(session, desk))

    def show_record(self, record: Supervisor) -> None:
        """Show this supervisor; a new one starts at the details."""
        is_new = record.number == 0
        if is_new:
            self.open_section("details")
        self.show_only_first(is_new)
        self.setFocusProxy(self.form if is_new else self.tabs)
        super().show_record(record)

    def show_load(self, week: LoadOfWeek) -> None:
        """The load of this week was counted: the header of the file that is open says it too."""
        self._week = week
        if self.shown is not None:
            self._show_facts(self.header(self.shown).facts)

    def header(self, record: Supervisor) -> FileHeader:
        if record.number == 0:
            return FileHeader(title=_("New supervisor"))
        facts = [Fact(text=kind.text) for kind in record.kinds]
        today = self._desk.today()
        if record.starts_on > today:
            facts.append(Fact(text=_("Starts on {day}", day=format_date(record.starts_on))))
        elif not record.is_active(today):
            facts.append(Fact(text=_("Stopped on {day}", day=format_date(record.ended_on))))
        load = self._week.fact(record.id) if self._week else None
        facts += [load] if load is not None else []
        return FileHeader(title=record.name.full, facts=[*facts, *self._papers(record)])

    def _papers(self, supervisor: Supervisor) -> list[Fact]:
        found = [c.status for c in self._session.supervisors.certificates(supervisor.id)]
        facts = []
        if expired := found.count(CertificateStatus.EXPIRED):
            words = ngettext("{n} certificate expired", "{n} certificates expired", expired)
            facts.append(Fact(text=words, tone="danger"))
        if expiring := found.count(CertificateStatus.EXPIRING):
            words = ngettext(
                "{n} certificate expires soon", "{n} certificates expire soon", expiring
            )
            facts.append(Fact(text=words, tone="warning"))
        return facts
