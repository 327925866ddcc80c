"""The choices of a paper for SBB, about a student or about supervisors: only those it needs."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.papers import STUDENT_PAPERS, PaperKind
from ca_desktop.domain.practice_agreements import PracticeAgreement
from ca_desktop.domain.practice_report_lines import PracticeReportKind
from ca_desktop.domain.school_years import SchoolYear
from ca_desktop.i18n import _, current_language
from ca_desktop.services.practice_papers import StudentPapers
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.fields import ChoiceField, DateField, PersonPicker
from ca_desktop.ui.kit.form import Form
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.pages.reports.choice import LANGUAGE_NAMES
from ca_desktop.ui.pages.reports.papers_wish import OFFERED, PaperWish

_NEEDS: dict[PaperKind, tuple[str, ...]] = {
    PaperKind.SBB_DOSSIER: ("company",),
    PaperKind.ACCREDITATION_OVERVIEW: ("company",),
    PaperKind.PRACTICE_PROOF: ("participant", "year"),
    PaperKind.PRACTICE_REPORT: ("participant", "agreement", "report", "starts_on", "ends_on"),
    PaperKind.PRACTICE_STATEMENT: ("participant", "agreement"),
    PaperKind.SUPERVISOR_SHEET: ("supervisor",),
    PaperKind.CERTIFICATE_OVERVIEW: (),
}


class PapersChoice(Form):
    """`wish()` gives what was chosen, or None while something is missing. `wished` on a change."""

    wished = Signal()

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__(buttons=False)
        self._session, self._desk = session, desk
        self._agreements: dict[UUID, PracticeAgreement] = {}
        self.kind: ChoiceField[PaperKind] = self.add(
            "kind",
            ChoiceField(
                _("Which paper"),
                [(kind, f"{_(group)}: {kind.text}") for kind, group, _help in OFFERED],
            ),
        )
        self.about = label("", "help")
        self.place(self.about)
        self._add_about()
        self.language: ChoiceField[str] = self.add(
            "language", ChoiceField(_("Language of the paper"), LANGUAGE_NAMES)
        )
        self.language.value = current_language()
        self.kind.value = OFFERED[0][0]
        self._connect()
        self.refresh()
        self._show_needed()

    def refresh(self) -> None:
        """Read locations and supervisors again; what was chosen stays."""
        _offer(
            self.company,
            [(one.id, one.location) for one in self._session.accreditations.companies()],
        )
        _offer(
            self.supervisor,
            [(one.id, one.name.full) for one in self._session.supervisors.all(active_only=True)],
        )

    def show_kind(self, kind: PaperKind, about: UUID | None) -> None:
        """Choose this paper, about this student, supervisor or location."""
        self.kind.value = kind
        if kind in STUDENT_PAPERS and about is not None:
            name = self._session.participants.get(about).name.full
            self.participant.show_person(about, name)
            self._on_person()
        elif kind is PaperKind.SUPERVISOR_SHEET:
            self.supervisor.value = about
        elif about is not None:
            self.company.value = about
        self._on_kind()

    def person(self) -> UUID | None:
        """The chosen student."""
        chosen = self.participant.value
        return chosen if isinstance(chosen, UUID) else None

    def wish(self) -> PaperWish | None:
        """What was chosen, or None while something is missing."""
        kind = self.kind.value
        if kind is None or self.missing():
            return None
        return PaperWish(
            kind=kind,
            language=self.language.value or current_language(),
            company_id=self.company.value,
            participant_id=self.person(),
            year=self.year.value,
            agreement_id=self.agreement.value,
            report=self.report.value or PracticeReportKind.INTERIM,
            starts_on=self.starts_on.value,
            ends_on=self.ends_on.value,
            supervisor_id=self.supervisor.value,
        )

    def missing(self) -> str:
        """What is still to be filled in, in a sentence; '' when nothing is."""
        needs = _NEEDS[self.kind.value] if self.kind.value else ()
        if "participant" in needs and self.person() is None:
            return _("Choose a student. Then the paper appears here as it will print.")
        if "agreement" in needs and not self._agreements:
            return _("This participant has no practice agreement yet. Add it in the file first.")
        if "year" in needs and self.year.value is None:
            return _("This participant has no practice agreement yet. Add it in the file first.")
        if "agreement" in needs and self.agreement.value is None:
            return _("Choose which practice agreement it is about.")
        if "starts_on" in needs and (self.starts_on.value is None or self.ends_on.value is None):
            return _("Fill in the period of the report.")
        if "supervisor" in needs and self.supervisor.value is None:
            return _("Choose a supervisor. Then the paper appears here as it will print.")
        return ""

    # -- inside --------------------------------------------------------------------------------

    def _add_about(self) -> None:
        self.company: ChoiceField[UUID] = self.add(
            "company", ChoiceField(_("Location"), none_text=_("– all locations –"))
        )
        self.participant = self.add(
            "participant", PersonPicker(_("Student"), self._suggest, required=True)
        )
        self.agreement: ChoiceField[UUID] = self.add(
            "agreement", ChoiceField(_("Practice agreement"), required=True)
        )
        self.year: ChoiceField[SchoolYear] = self.add(
            "year", ChoiceField(_("School year"), required=True)
        )
        self.report: ChoiceField[PracticeReportKind] = self.add(
            "report",
            ChoiceField(_("Interim or final"), [(one, one.text) for one in PracticeReportKind]),
        )
        self.report.value = PracticeReportKind.INTERIM
        today = self._desk.today
        self.starts_on = self.add("starts_on", DateField(_("From"), required=True, today=today))
        self.ends_on = self.add(
            "ends_on", DateField(_("Up to and including"), required=True, today=today)
        )
        self.supervisor: ChoiceField[UUID] = self.add(
            "supervisor", ChoiceField(_("Supervisor"), required=True)
        )

    def _connect(self) -> None:
        self.kind.changed.connect(self._on_kind)
        self.participant.changed.connect(self._on_person)
        self.agreement.changed.connect(self._on_agreement)
        for field in (self.company, self.year, self.report, self.language, self.supervisor):
            field.changed.connect(self.wished)
        for day in (self.starts_on, self.ends_on):
            day.edit.editingFinished.connect(self.wished)

    def _suggest(self, text: str) -> Sequence[tuple[UUID, str]]:
        return [
            (line.id, f"{line.name.sorted_form} (D{line.number})")
            for line in self._session.participants.find(text)
        ]

    def _on_kind(self) -> None:
        self._show_needed()
        self.wished.emit()

    def _show_needed(self) -> None:
        chosen = self.kind.value
        needs = _NEEDS[chosen] if chosen else ()
        for name in sorted({one for needed in _NEEDS.values() for one in needed}):
            self.fields[name].setVisible(name in needs)
        self.about.setText(
            next((_(words) for kind, _group, words in OFFERED if kind is chosen), "")
        )

    def _on_person(self) -> None:
        person = self.person()
        found = self._session.practice_papers.offered(person) if person else None
        self._agreements = {one.id: one for one in found.agreements} if found else {}
        _offer(self.agreement, [(one.id, _in_words(one)) for one in self._agreements.values()])
        self._offer_years(found)
        if self.agreement.value is None and self._agreements:
            self.agreement.value = next(iter(self._agreements))
        self._on_agreement()

    def _offer_years(self, found: StudentPapers | None) -> None:
        years = found.years if found else ()
        _offer(self.year, [(year, year.name) for year in years])
        if self.year.value is None and years:
            self.year.value = years[0]

    def _on_agreement(self) -> None:
        """The period of the report: from the first day until today or the last day."""
        chosen = self._agreements.get(self.agreement.value) if self.agreement.value else None
        if chosen is not None:
            last = chosen.ended_on or chosen.planned_end_on
            self.starts_on.value = chosen.starts_on
            self.ends_on.value = max(chosen.starts_on, min(last, self._desk.today()))
        self.wished.emit()


def _offer(field: ChoiceField[Any], options: Sequence[tuple[Any, str]]) -> None:
    """Other options; what was chosen stays where it is still one of them."""
    chosen = field.value
    field.value = None
    field.set_options(options)
    if chosen in {value for value, _text in options}:
        field.value = chosen


def _in_words(agreement: PracticeAgreement) -> str:
    what = " ".join(p for p in (agreement.code, agreement.qualification) if p)
    since = _("from {start}", start=format_date(agreement.starts_on))
    return f"{what or agreement.learning_path.text}, {since}"
