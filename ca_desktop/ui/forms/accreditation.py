"""The form of one accreditation: what for, where, how far, and when SBB is expected again."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from ca_desktop.domain.accreditations import NEXT_STATES, Accreditation, AccreditationState
from ca_desktop.domain.dates import format_date
from ca_desktop.i18n import _
from ca_desktop.services.qualifications import QualificationService
from ca_desktop.ui.forms.qualification_picker import QualificationPicker, verify_note
from ca_desktop.ui.kit.fields import (
    ChoiceField,
    DateField,
    RunningTextField,
    TextField,
)
from ca_desktop.ui.kit.marks import Notice
from ca_desktop.ui.kit.record_form import RecordForm

Options = Callable[[], Sequence[tuple[Any, str]]]


class AccreditationForm(RecordForm[Accreditation]):
    """Fields are named like the attributes of Accreditation."""

    def __init__(
        self,
        locations: Options,
        trainers: Options,
        qualifications: QualificationService,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__()
        self._qualifications = qualifications
        self.section(_("What for, and where"))
        self.location: ChoiceField[Any] = self.add(
            "training_company_id", ChoiceField(_("Location"), locations, required=True)
        )
        self.picker = QualificationPicker(qualifications)
        self.place(self.picker)
        self.code = self.add("code", TextField(_("Code"), required=True, longest=5))
        self.name = self.add("name", TextField(_("Qualification"), required=True))
        self.level: ChoiceField[int] = self.add(
            "level",
            ChoiceField(_("Level"), [(n, _("level {n}", n=n)) for n in range(1, 5)], required=True),
        )
        self.note = Notice()
        self.place(self.note)
        self._add_state(today)
        self.section(_("Who"))
        self.trainer: ChoiceField[Any] = self.add(
            "trainer_id", ChoiceField(_("Workplace trainer"), trainers, none_text=_("not chosen"))
        )
        self.add("remarks", RunningTextField(_("Remarks"), lines=3, watched=False))
        self.picker.changed.connect(self._take)
        self.code.changed.connect(self._say_note)
        for field in (self.since, self.last):
            field.changed.connect(self._say_expected)
        self.setFocusProxy(self.location)

    def _add_state(self, today: Callable[[], date]) -> None:
        self.section(_("Where it stands"))
        self.state: ChoiceField[AccreditationState] = self.add(
            "state",
            ChoiceField(
                _("State"), required=True, help=_("Only the steps that SBB allows from here.")
            ),
        )
        self.since = self.add(
            "since",
            DateField(_("Accredited since"), today=today, help=_("The date of SBB's letter.")),
        )
        self.last = self.add("last_assessed_on", DateField(_("Last assessment on"), today=today))
        self.next = self.add(
            "next_assessment_on",
            DateField(
                _("Next assessment on"),
                today=today,
                help=_("Leave empty while SBB named no date: it is then expected after 4 years."),
            ),
        )

    def show_record(self, record: Accreditation) -> None:
        """Show this accreditation with the states that may follow."""
        self.location.reload()
        self.trainer.reload()
        self.picker.value = None
        is_new = not record.code
        after = set(AccreditationState) if is_new else NEXT_STATES[record.state] | {record.state}
        self.state.set_options([(s, s.text) for s in AccreditationState if s in after])
        super().show_record(record)

    def fill(self, values: Mapping[str, Any]) -> None:
        super().fill(values)
        self._say_note()
        self._say_expected()

    def set_read_only(self, on: bool = True) -> None:
        super().set_read_only(on)
        self.picker.setVisible(not on)

    def _take(self) -> None:
        found = self.picker.found
        if found is None:
            return
        one = found.qualification
        self.code.value, self.level.value, self.name.value = one.code, one.level, one.name
        self._say_note()
        self.changed.emit()

    def _say_note(self) -> None:
        self.note.say(verify_note(self._qualifications.known(self.code.value)))

    def _say_expected(self) -> None:
        if self.shown is None:
            return
        dated = replace(
            self.shown,
            since=self.since.value,
            last_assessed_on=self.last.value,
            next_assessment_on=None,
        )
        day = dated.expected_assessment_on
        words = _("expected {day}", day=format_date(day)) if day else _("dd-mm-yyyy")
        self.next.edit.setPlaceholderText(words)
