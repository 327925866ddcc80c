"""The file of one accreditation: details, course, work processes, and the students on its code."""

from PySide6.QtWidgets import QPushButton

from ca_desktop.domain.accreditations import Accreditation
from ca_desktop.domain.dates import format_date
from ca_desktop.domain.permissions import Action
from ca_desktop.i18n import N_, _
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.accreditation import AccreditationForm, Options
from ca_desktop.ui.forms.choices import supervisor_choices
from ca_desktop.ui.forms.cover_words import share_words
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.file_view import Fact, FileHeader, FileView
from ca_desktop.ui.kit.icons import icon
from ca_desktop.ui.kit.leaving import leave
from ca_desktop.ui.pages.accreditations.processes import ProcessesSection
from ca_desktop.ui.pages.accreditations.students import StudentsSection
from ca_desktop.ui.pages.accreditations.timeline import TimelineSection


class AccreditationFile(FileView[Accreditation]):
    """A new accreditation shows only the details, until it is saved."""

    def __init__(self, session: Session, desk: Desk, locations: Options) -> None:
        super().__init__()
        self._session, self._desk = session, desk
        self._may_change = desk.is_allowed(Action.CHANGE_ACCREDITATIONS)
        self.form = AccreditationForm(
            locations, lambda: supervisor_choices(session), session.qualifications, desk.today
        )
        self.form.set_read_only(not self._may_change)
        self.form.saves = desk.saves
        self.step = QPushButton(icon("plus"), " " + _("Record step …"))
        self.step.clicked.connect(self.take_step)
        self.add_action(self.step)
        self.add_section("details", N_("Details"), lambda: self.form)
        self.add_section("course", N_("Course"), lambda: TimelineSection(session, desk))
        self.add_section("processes", N_("Work processes"), lambda: ProcessesSection(session, desk))
        if desk.is_allowed(Action.SEE_FILE):
            self.add_section("students", N_("Students"), lambda: StudentsSection(session, desk))

    def show_record(self, record: Accreditation) -> None:
        """Show this accreditation; a new one starts at the details."""
        is_new = not record.code
        if is_new:
            self.open_section("details")
        self.show_only_first(is_new)
        self.step.setVisible(self._may_change and not is_new)
        self.setFocusProxy(self.form if is_new else self.tabs)
        super().show_record(record)

    def header(self, record: Accreditation) -> FileHeader:
        if not record.code:
            return FileHeader(title=_("New accreditation"))
        words = record.state.text
        facts = [
            Fact(text=_("{code}, level {level}", code=record.code, level=record.level)),
            Fact(text=words, tone="good") if self._may_start(record) else Fact(text=words),
        ]
        expected = record.expected_assessment_on
        if expected is not None and record.state.is_accredited:
            day = format_date(expected)
            facts.append(Fact(text=_("re-assessment expected {day}", day=day)))
        picture = self._session.work_processes.of(record.id)
        share = share_words(picture.cover)
        if picture.cover.share.total:
            share = _("work processes here: {share}", share=share)
        facts.append(Fact(text=share))
        if record.trainer_id is None:
            facts.append(Fact(text=_("no trainer"), tone="warning"))
        return FileHeader(title=record.name, facts=facts)

    def take_step(self) -> None:
        """From any section to a new step, once nothing is unsaved."""
        leave(self, self, lambda: self.open_spot("course", "new"))

    def _may_start(self, record: Accreditation) -> bool:
        return record.may_start_on(self._desk.today())
