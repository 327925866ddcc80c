"""The file of one participant: a calm header, and sections that an account may see or has not."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.permissions import Action, may
from ca_desktop.domain.stages import Stage
from ca_desktop.i18n import N_, _
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.participant import ParticipantForm
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.file_view import Fact, FileHeader, FileView
from ca_desktop.ui.kit.icons import icon
from ca_desktop.ui.kit.marks import Tone
from ca_desktop.ui.kit.record_dialog import RecordDialog
from ca_desktop.ui.pages.participants.aftercare import AftercareSection
from ca_desktop.ui.pages.participants.agreements import AgreementsSection
from ca_desktop.ui.pages.participants.development import DevelopmentSection
from ca_desktop.ui.pages.participants.documents import DocumentsSection
from ca_desktop.ui.pages.participants.history import HistorySection
from ca_desktop.ui.pages.participants.leaving import ask_about_placements
from ca_desktop.ui.pages.participants.links import LinksLine
from ca_desktop.ui.pages.participants.log import LogSection
from ca_desktop.ui.pages.participants.papers import PapersSection
from ca_desktop.ui.pages.participants.person import PersonSection
from ca_desktop.ui.pages.participants.placed import PlacedSection
from ca_desktop.ui.pages.participants.practice import PracticeSection
from ca_desktop.ui.pages.participants.presence import PresenceSection
from ca_desktop.ui.pages.participants.restricted import RestrictedSection
from ca_desktop.ui.pages.participants.stage_form import StageForm

OVERVIEW = "overview"
_TONES: dict[Stage, Tone] = {Stage.ACTIVE: "good", Stage.PAUSED: "warning"}
Section = Callable[[Session, Desk], QWidget]
_SECTIONS: tuple[tuple[str, str, Action, Section], ...] = (
    ("person", N_("Person"), Action.SEE_FILE, PersonSection),
    ("agreements", N_("Trajectory"), Action.SEE_FILE, AgreementsSection),
    ("placements", N_("Placements"), Action.SEE_PLACEMENTS, PlacedSection),
    ("practice", N_("Internship"), Action.SEE_FILE, PracticeSection),
    ("development", N_("Development"), Action.SEE_DEVELOPMENT, DevelopmentSection),
    ("log", N_("Guidance log"), Action.SEE_ENTRIES, LogSection),
    ("attendance", N_("Attendance"), Action.SEE_ATTENDANCE, PresenceSection),
    ("documents", N_("Documents"), Action.SEE_DOCUMENTS, DocumentsSection),
    ("aftercare", N_("Aftercare"), Action.KEEP_AFTERCARE, AftercareSection),
    ("papers", N_("Reports"), Action.PRINT_REPORT, PapersSection),
    ("restricted", N_("Restricted"), Action.SEE_RESTRICTED, RestrictedSection),
    ("history", N_("History"), Action.SEE_HISTORY, HistorySection),
)


class ParticipantFile(FileView[Participant]):
    """One participant. `kept(participant)` comes after the overview was saved."""

    kept = Signal(object)

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session, self._desk = session, desk
        self._buttons: list[QPushButton] = []
        self._leaves = False  # whether the last save changed the day somebody leaves
        self.add_section(OVERVIEW, N_("Overview"), self._make_overview)
        for key, text, action, make in _SECTIONS:
            if self._may(action):
                self.add_section(key, text, lambda make=make: make(session, desk))  # type: ignore[misc] # bound here
        self.dialog: RecordDialog | None = None
        self.links = LinksLine(session, desk)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(1, self.links)
        if self._may(Action.TAKE_IN):
            self._add_button(_("Status …"), _("Change status …"), "flag", self.ask_stage)
        if self._may(Action.WRITE_ENTRIES):
            self._add_button(_("Note"), _("Write a note"), "notebook-pen", self._write_note)
        if self._may(Action.PRINT_REPORT):
            self._add_button(_("Report"), _("Make a report"), "file-text", self._make_report)

    @property
    def overview(self) -> ParticipantForm:
        """The form on the first tab."""
        form = self.section(OVERVIEW)
        assert isinstance(form, ParticipantForm)
        return form

    def header(self, record: Participant) -> FileHeader:
        """Name, number, stage, roles now, fixed supervisor, next review, whether it has ended."""
        return FileHeader(title=record.name.full, facts=tuple(self._facts_of(record)))

    def show_record(self, record: Participant) -> None:
        """Show this file."""
        super().show_record(record)
        self.links.show_record(record)

    def show_kept(self, record: Participant) -> None:
        """Show what was just kept; what was typed while the save waited stays."""
        if self.overview.is_dirty:
            self.overview.shown = record
        else:
            self.show_record(record)

    # -- inside ----------------------------------------------------------------------------------

    def _may(self, action: Action) -> bool:
        return may(self._session.actor.role, action)

    def _facts_of(self, record: Participant) -> Iterator[Fact]:
        line = self._session.participants.line(record.id)
        today = self._session.today()
        yield Fact(text=_("No. {number}", number=record.number))
        if self._may(Action.SEE_FILE):
            words = record.stage.text
            yield Fact(text=words[:1].upper() + words[1:], tone=_TONES.get(record.stage, ""))
        if record.ended_on is not None and record.ended_on < today:
            yield Fact(text=_("Ended on {date}", date=format_date(record.ended_on)))
        elif record.starts_on > today:
            yield Fact(text=_("Starts on {date}", date=format_date(record.starts_on)))
        yield from (Fact(text=name) for name in line.role_names)
        if line.supervisor:
            yield Fact(text=_("Supervisor: {name}", name=line.supervisor))
        elif record.is_active(today) and self._may(Action.SEE_FILE):
            yield Fact(text=_("No fixed supervisor"), tone="warning")
        if line.review_on is not None:
            day = format_date(line.review_on)
            if line.review_on < today:
                yield Fact(text=_("Review overdue since {date}", date=day), tone="warning")
            else:
                yield Fact(text=_("Review on {date}", date=day))

    def _make_overview(self) -> ParticipantForm:
        form = ParticipantForm(self._session, self._desk)
        form.saves = self._desk.saves
        form.saver = self._save
        form.saved.connect(self.kept)
        form.saved.connect(self._on_kept)
        form.set_read_only(not self._may(Action.CHANGE_PARTICIPANTS))
        return form

    def _save(self, record: Participant) -> Participant:
        self._leaves = self.shown is not None and record.ended_on != self.shown.ended_on
        return self._session.participants.change(record)

    def ask_stage(self) -> None:
        """Show what a change of stage would do, and make it."""
        if self.shown is None:
            return
        self.dialog = RecordDialog.edit(
            self.window(),
            _("Change status of {name}", name=self.shown.name.full),
            StageForm(self._session, self._desk),
            self._session.stages.new(self.shown.id),
            self._session.stages.change,
            self._desk.saves,
        )
        self.dialog.accepted.connect(self._again)

    def _again(self) -> None:
        if self.shown is not None and not self.is_dirty:
            self.show_record(self._session.participants.get(self.shown.id))

    def _on_kept(self, person: Participant) -> None:
        if self._leaves and self._may(Action.SEE_PLACEMENTS):
            ask_about_placements(self, self._session, self._desk, person)

    def _add_button(
        self, text: str, whole_text: str, picture: str, then: Callable[[], object]
    ) -> None:
        """A button whose short words fit beside a name in half a small screen."""
        button = QPushButton(icon(picture), f" {text}")
        button.setAccessibleName(whole_text)
        button.setToolTip(whole_text)
        button.clicked.connect(lambda: then())
        self._buttons.append(button)
        self.add_action(button)

    def _write_note(self) -> None:
        if self.shown is not None:
            self._desk.navigate("entries", f"new:{self.shown.id}")

    def _make_report(self) -> None:
        if self.shown is not None:
            self._desk.navigate("reports", self.shown.id)
