"""The forms of what hangs on a practice agreement: sheets, practised work, visits, weeks."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from ca_desktop.domain.dates import iso_week
from ca_desktop.domain.guided_weeks import GuidedWeek
from ca_desktop.domain.practice_agreements import MOST_HOURS
from ca_desktop.domain.practice_sheets import PracticeSheet
from ca_desktop.domain.practised_work import PractisedWork, WorkVerdict
from ca_desktop.domain.school_visits import SchoolVisit, VisitKind
from ca_desktop.i18n import _
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.choices import supervisor_choices
from ca_desktop.ui.forms.people import NOBODY
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.fields import (
    CheckField,
    ChoiceField,
    DateField,
    NumberField,
    RunningTextField,
    TextField,
)
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.kit.record_form import RecordForm
from ca_desktop.ui.pages.participants.practice_drafts import VISIT, WORK, DraftedForm


class PracticeSheetForm(RecordForm[PracticeSheet]):
    """A later sheet: an elective, or other days or hours."""

    def __init__(self, _session: Session, desk: Desk) -> None:
        super().__init__()
        number = self.add(
            "number", NumberField(_("Number of the sheet"), least=2, most=99, required=True)
        )
        signed = self.add(
            "signed_on",
            DateField(
                _("Signed on"),
                today=desk.today,
                help=_("Not required: only the first sheet has to be signed."),
            ),
        )
        self.side_by_side(number, signed)
        code = self.add(
            "elective_code",
            TextField(_("Code of the elective"), longest=5, placeholder="K0067"),
        )
        name = self.add("elective_name", TextField(_("Name of the elective")))
        self.side_by_side(code, name)
        self._add_days(desk)
        self.add(
            "hours",
            NumberField(
                _("Hours in all"),
                most=MOST_HOURS,
                unit=_("hours"),
                help=_("In the bbl hours for an elective don't count for the hours of practice."),
            ),
        )
        self.add("ended_on", DateField(_("Real end"), today=desk.today))
        self.add("remarks", RunningTextField(_("Remarks"), lines=3))

    def _add_days(self, desk: Desk) -> None:
        begin = self.add("starts_on", DateField(_("First day"), required=True, today=desk.today))
        end = self.add(
            "planned_end_on", DateField(_("Planned end"), required=True, today=desk.today)
        )
        self.side_by_side(begin, end)
        self.place(
            label(
                _(
                    "Does the whole practice get another end or other hours? Change them in the "
                    "practice agreement too: hours and weeks are counted by it."
                ),
                "help",
            )
        )

    def to_values(self, record: PracticeSheet) -> Mapping[str, Any]:
        """No hours are an empty field."""
        return {**super().to_values(record), "hours": record.hours or None}

    def to_record(self, record: PracticeSheet, values: Mapping[str, Any]) -> PracticeSheet:
        """An empty field is no hours."""
        return super().to_record(record, {**values, "hours": values["hours"] or 0})


class PractisedWorkForm(DraftedForm[PractisedWork]):
    """Work that was practised; with a verdict it is an assessment."""

    kind, owner = WORK, "agreement_id"

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__(session, desk)
        self.process = ChoiceField[str](
            _("Work process"), none_text=_("– another one: fill it in below –")
        )
        self.place(self.process)
        code = self.add("code", TextField(_("Number"), placeholder="B1-K1-W2", longest=40))
        name = self.add("name", TextField(_("What it is called")))
        self.side_by_side(code, name)
        on = self.add("on", DateField(_("Practised on"), required=True, today=desk.today))
        verdict = self.add(
            "verdict",
            ChoiceField[WorkVerdict](
                _("Verdict of the trainer"),
                [(one, one.text) for one in WorkVerdict],
                none_text=_("no verdict yet"),
            ),
        )
        self.side_by_side(on, verdict)
        self.add(
            "supervisor_id",
            ChoiceField[UUID](
                _("Seen by"), lambda: supervisor_choices(session), none_text=_("not filled in")
            ),
        )
        self.section(_("Example (STARR)"), _("What you saw, in the order of the five questions."))
        for field, text in (
            ("situation", _("Situation: where and when was it?")),
            ("task", _("Task: what had to be done?")),
            ("action", _("Action: what did the student do?")),
            ("result", _("Result: what came of it?")),
            ("reflection", _("Reflection: what would the student do otherwise?")),
        ):
            self.add(field, RunningTextField(text, lines=2))
        self.process.changed.connect(self._take)
        self.setFocusProxy(self.process)

    def is_new(self, record: PractisedWork) -> bool:
        return not record.code

    def show_record(self, record: PractisedWork) -> None:
        """Show this work, with the work processes of its agreement to choose from."""
        service = self._session.practice_agreements
        self._names = {
            one.code: one.name for one in service.processes(service.get(record.agreement_id))
        }
        self.process.set_options([(k, f"{k}  {v}") for k, v in self._names.items()])
        self.process.value = record.code if record.code in self._names else None
        self.process.setVisible(bool(self._names))
        super().show_record(record)

    def set_read_only(self, on: bool = True) -> None:
        super().set_read_only(on)
        self.process.set_read_only(on)

    def _take(self) -> None:
        code = self.process.value
        if code is not None:
            self.fields["code"].value = code
            self.fields["name"].value = self._names[code]
            self.changed.emit()


class SchoolVisitForm(DraftedForm[SchoolVisit]):
    """A contact with the school, done or planned."""

    kind, owner = VISIT, "agreement_id"

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__(session, desk)
        self.add(
            "kind",
            ChoiceField(_("Kind"), [(one, one.text) for one in VisitKind], required=True),
        )
        self.add("on", DateField(_("Date"), required=True, today=desk.today))
        self.add(
            "is_done", CheckField(_("It took place"), help=_("Untick it for what is planned."))
        )
        self.add("school_person", TextField(_("Who of the school")))
        self.add(
            "supervisor_id",
            ChoiceField[UUID](
                _("Who of us"), lambda: supervisor_choices(session), none_text=_("not filled in")
            ),
        )
        self.add("text", RunningTextField(_("What was discussed"), lines=4))
        self.add("agreed", RunningTextField(_("What was agreed"), lines=2))
        self.add("next_on", DateField(_("Next contact on"), today=desk.today))

    def is_new(self, record: SchoolVisit) -> bool:
        kept = self._session.school_visits.of(record.participant_id)
        return record.id not in {one.id for one in kept}


class GuidedWeekForm(RecordForm[GuidedWeek]):
    """Who confirms that the student was guided in which week."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self.week = label("", "heading")
        self.place(self.week)
        monday = self.add(
            "monday",
            DateField(
                _("A day in that week"),
                required=True,
                today=desk.today,
                help=_("A note in the log confirms a week by itself; this is for the others."),
            ),
        )
        self.add(
            "supervisor_id",
            ChoiceField[UUID](_("Guided by"), lambda: supervisor_choices(session), required=True),
        )
        monday.changed.connect(self._say_week)

    def show_record(self, record: GuidedWeek) -> None:
        """Show this week by its number."""
        super().show_record(record)
        self._say_week()

    def to_values(self, record: GuidedWeek) -> Mapping[str, Any]:
        """Nobody chosen yet is empty."""
        who = None if record.supervisor_id == NOBODY else record.supervisor_id
        return {**super().to_values(record), "supervisor_id": who}

    def _say_week(self) -> None:
        day = self.fields["monday"].value
        self.week.setText(_("Week {week}", week=iso_week(day)) if day else "")
