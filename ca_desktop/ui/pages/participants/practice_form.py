"""The form of a practice agreement; whether SBB covers the code is said while it is filled in."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.domain.practice_agreements import (
    MOST_HOURS,
    AgreementParty,
    PracticeAgreement,
    PracticePhase,
)
from ca_desktop.i18n import _
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.choices import (
    location_choices,
    school_choices,
    supervisor_choices,
    trajectory_choices,
)
from ca_desktop.ui.forms.people import NOBODY
from ca_desktop.ui.forms.practice_words import COVER_TONES, cover_words, phase_words
from ca_desktop.ui.forms.qualification_picker import QualificationPicker
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.fields import (
    ChoiceField,
    DateField,
    MultiChoiceField,
    NumberField,
    RunningTextField,
    TextField,
)
from ca_desktop.ui.kit.marks import Notice
from ca_desktop.ui.pages.participants.practice_drafts import AGREEMENT, DraftedForm

_JUDGED = ("learning_path", "code", "training_company_id", "starts_on")


class PracticeAgreementForm(DraftedForm[PracticeAgreement]):
    """Fields are named like the attributes of PracticeAgreement."""

    kind, owner = AGREEMENT, "participant_id"

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__(session, desk)
        self._add_school()
        self._add_programme()
        self._add_signing()
        self._add_hours()
        self._add_contents()
        self._add_people()
        self.picker.changed.connect(self._take)
        for name in _JUDGED:
            self.fields[name].changed.connect(self._say_cover)
        self.phase.changed.connect(self._say_phase)
        self.setFocusProxy(self.school)

    def is_new(self, record: PracticeAgreement) -> bool:
        return record.school_id == NOBODY

    def show_record(self, record: PracticeAgreement) -> None:
        """Show this agreement with what may be chosen for it."""
        self.picker.value = None
        self.trajectory.set_options(trajectory_choices(self._session, record.participant_id))
        may = {one.code for one in self._session.practice_agreements.processes(record)}
        self.processes.set_options([(one, one) for one in sorted(may | {*record.process_codes})])
        super().show_record(record)
        self._say_cover()
        self._say_phase()

    def to_values(self, record: PracticeAgreement) -> Mapping[str, Any]:
        """Nothing chosen yet is empty; hours per school year stand as '610 + 305'."""
        values = dict(super().to_values(record))
        values["school_id"] = None if record.school_id == NOBODY else record.school_id
        values |= {"level": record.level or None, "hours": record.hours or None}
        values["yearly_hours"] = " + ".join(map(str, record.yearly_hours))
        return values

    def to_record(self, record: PracticeAgreement, values: Mapping[str, Any]) -> PracticeAgreement:
        """A changed copy; a path without mbo level has level 0."""
        path = values["learning_path"]
        changed = {
            "school_id": values["school_id"] or NOBODY,
            "level": (values["level"] or 0) if path is None or path.is_mbo else 0,
            "hours": values["hours"] or 0,
            "yearly_hours": tuple(map(int, re.findall(r"\d+", values["yearly_hours"]))),
        }
        return super().to_record(record, {**values, **changed})

    def set_read_only(self, on: bool = True) -> None:
        super().set_read_only(on)
        self.picker.setVisible(not on)

    def _add_school(self) -> None:
        self.section(_("School and learning path"))
        self.school: ChoiceField[UUID] = self.add(
            "school_id",
            ChoiceField[UUID](
                _("School"),
                lambda: school_choices(self._session),
                required=True,
                help=_("A partner of the kind school. Not in the list? Add it at Partners."),
            ),
        )
        self.trajectory: ChoiceField[UUID] = self.add(
            "trajectory_id",
            ChoiceField[UUID](_("Trajectory"), none_text=_("– not tied to a trajectory –")),
        )
        path = self.add(
            "learning_path",
            ChoiceField(
                _("Learning path"), [(one, one.text) for one in LearningPath], required=True
            ),
        )
        levels = [(n, _("level {n}", n=n)) for n in range(1, 5)]
        level = self.add("level", ChoiceField[int](_("Level"), levels, none_text=_("no mbo level")))
        self.side_by_side(path, level)

    def _add_programme(self) -> None:
        self.section(_("Programme, location and days"))
        self.picker = QualificationPicker(self._session.qualifications)
        self.place(self.picker)
        code = self.add("code", TextField(_("Code"), longest=5))
        name = self.add("qualification", TextField(_("Qualification")))
        self.side_by_side(code, name)
        self.add(
            "training_company_id",
            ChoiceField[UUID](
                _("Location (leerbedrijf-ID)"),
                lambda: location_choices(self._session),
                help=_("Not in the list? Add it at SBB accreditation, on the tab Locations."),
            ),
        )
        today = self._desk.today
        begin = self.add("starts_on", DateField(_("First day"), required=True, today=today))
        end = self.add("planned_end_on", DateField(_("Planned end"), required=True, today=today))
        self.side_by_side(begin, end)
        self.cover = Notice()
        self.place(self.cover)
        self.processes: MultiChoiceField[str] = self.add(
            "process_codes",
            MultiChoiceField[str](
                _("Work processes to practise here"),
                help=_("From the accreditation behind this code. Space ticks."),
                rows=4,
            ),
        )

    def _add_signing(self) -> None:
        self.section(_("Practice agreement (POK)"))
        number = self.add("number", NumberField(_("Number"), least=1, most=999, required=True))
        signed_on = self.add(
            "signed_on",
            DateField(_("Signed on"), today=self._desk.today, help=_("By the last who signed.")),
        )
        self.side_by_side(number, signed_on)
        self.add(
            "signed_by",
            MultiChoiceField[AgreementParty](
                _("Signed by"),
                [(one, one.text) for one in AgreementParty],
                help=_("A parent or guardian only for somebody under 18."),
                rows=4,
            ),
        )
        self.phase: ChoiceField[PracticePhase] = self.add(
            "phase",
            ChoiceField[PracticePhase](
                _("Phase"), [(one, one.text) for one in PracticePhase], required=True
            ),
        )
        self.to_do = Notice(tone="")
        self.place(self.to_do)
        self.add(
            "ended_on",
            DateField(_("Real end"), today=self._desk.today, help=_("Leave empty while it runs.")),
        )

    def _add_hours(self) -> None:
        self.section(_("Hours of practice"))
        hours = self.add("hours", NumberField(_("Hours in all"), most=MOST_HOURS, unit=_("hours")))
        yearly = self.add(
            "yearly_hours",
            TextField(
                _("Hours per school year"),
                placeholder="610 + 305",
                help=_("From the first school year on. Empty: spread over the days."),
            ),
        )
        self.side_by_side(hours, yearly)

    def _add_contents(self) -> None:
        self.section(_("What was agreed"), _("A practice agreement has to say this (art. 7.2.8)."))
        for name, text in (
            ("to_achieve", _("What is to be achieved")),
            ("assessed_how", _("How that is assessed")),
            ("guidance", _("The guidance")),
            ("early_end", _("When and how it may end early")),
        ):
            self.add(name, RunningTextField(text, lines=2))

    def _add_people(self) -> None:
        self.section(_("Who guides"))
        self.add(
            "trainer_id",
            ChoiceField[UUID](
                _("Workplace trainer"),
                lambda: supervisor_choices(self._session),
                none_text=_("not chosen"),
            ),
        )
        self.add("school_supervisor", TextField(_("Supervisor at the school")))
        mail = self.add("school_supervisor_email", TextField(_("Email of the school supervisor")))
        phone = self.add("school_supervisor_phone", TextField(_("Phone of the school supervisor")))
        self.side_by_side(mail, phone)
        self.add("remarks", RunningTextField(_("Remarks"), lines=3))

    # -- what follows from what -------------------------------------------------------------------

    def _take(self) -> None:
        if (found := self.picker.found) is None:
            return
        one = found.qualification
        self.fields["code"].value = one.code
        self.fields["qualification"].value = one.name
        self.fields["level"].value = one.level
        self._say_cover()
        self.changed.emit()

    def _say_cover(self) -> None:
        """Cover in words, live; and the work processes of the accreditation behind it."""
        judged = {name: self.fields[name].value for name in _JUDGED}
        if self.shown is None or None in (judged["learning_path"], judged["starts_on"]):
            return
        typed = replace(self.shown, **judged)
        service = self._session.practice_agreements
        cover = service.cover(typed)
        self.cover.say(cover_words(cover), COVER_TONES[cover.cover])
        offered = {one.code: f"{one.code}  {one.name}" for one in service.processes(typed)}
        for code in self.processes.value:
            offered.setdefault(code, code)
        self.processes.set_options(list(offered.items()))
        self.processes.setVisible(bool(offered))

    def _say_phase(self) -> None:
        self.to_do.say(phase_words(self.phase.value) if self.phase.value else "", "")
