"""The form of one accreditation: what for, where, how far, and when SBB is expected again."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from ca_desktop.domain.accreditations import (
    MOST_TRAINER_MINUTES,
    Accreditation,
    AccreditationState,
)
from ca_desktop.domain.dates import format_date
from ca_desktop.domain.learning_paths import MBO, LearningPath
from ca_desktop.i18n import _
from ca_desktop.services.qualifications import QualificationService
from ca_desktop.ui.forms.accreditation_step import standing_words
from ca_desktop.ui.forms.qualification_picker import QualificationPicker, verify_note
from ca_desktop.ui.kit.fields import (
    ChoiceField,
    DateField,
    MultiChoiceField,
    NumberField,
    RunningTextField,
    TagsField,
    TextField,
)
from ca_desktop.ui.kit.marks import Notice, label
from ca_desktop.ui.kit.record_form import RecordForm

Options = Callable[[], Sequence[tuple[Any, str]]]


class AccreditationForm(RecordForm[Accreditation]):
    """Fields are named like the attributes of Accreditation. Where it stands is chosen once, for
    a new one; after that it changes by steps, and is only told here.
    """

    def __init__(
        self,
        locations: Options,
        trainers: Options,
        qualifications: QualificationService,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__()
        self._qualifications = qualifications
        self._trainers = trainers
        self.section(_("What for, and where"))
        self.location: ChoiceField[Any] = self.add(
            "training_company_id", ChoiceField(_("Location"), locations, required=True)
        )
        self.picker = QualificationPicker(qualifications)
        self.place(self.picker)
        self.code = self.add("code", TextField(_("Code"), required=True, longest=5))
        self.level: ChoiceField[int] = self.add(
            "level",
            ChoiceField(_("Level"), [(n, _("level {n}", n=n)) for n in range(1, 5)], required=True),
        )
        self.side_by_side(self.code, self.level)
        self.name = self.add("name", TextField(_("Qualification"), required=True))
        self.note = Notice()
        self.place(self.note)
        self._add_state(today)
        self._add_people(today)
        self._add_more(today)
        self.picker.changed.connect(self._take)
        self.code.changed.connect(self._say_note)
        for field in (self.state, self.since, self.last):
            field.changed.connect(self._say_expected)
        self.setFocusProxy(self.location)

    def _add_state(self, today: Callable[[], date]) -> None:
        self.section(_("Where it stands"))
        self.stands = label("", "help")
        self.place(self.stands)
        self.state: ChoiceField[AccreditationState] = self.add(
            "state",
            ChoiceField(
                _("State"),
                [(state, state.text) for state in AccreditationState],
                required=True,
                help=_("How it stands now. After this every change is a step of its own."),
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

    def _add_people(self, today: Callable[[], date]) -> None:
        self.section(_("Who"))
        self.trainer: ChoiceField[Any] = self.add(
            "trainer_id",
            ChoiceField(
                _("Workplace trainer"),
                self._trainers,
                none_text=_("not chosen"),
                help=_("Not in this list? Add this person under “Supervisors” first."),
            ),
        )
        self.add(
            "trainer_minutes",
            NumberField(
                _("Reserved for this, a week"), most=MOST_TRAINER_MINUTES, unit=_("minutes")
            ),
        )
        self.add(
            "last_student_on",
            DateField(
                _("Last student before this program"),
                today=today,
                help=_("Only if there were students whose agreement is not kept here."),
            ),
        )

    def _add_more(self, today: Callable[[], date]) -> None:
        self.section(_("As SBB has it"))
        self.dossier = self.add(
            "dossier",
            TextField(_("Number of the file"), longest=5, help=_("Five digits, such as 23110.")),
        )
        self.paths: MultiChoiceField[LearningPath] = self.add(
            "learning_paths",
            MultiChoiceField(_("Learning paths"), [(one, one.text) for one in MBO], rows=3),
        )
        self.equivalents = self.add(
            "equivalents",
            TagsField(
                _("Equivalents"),
                help=_("Codes whose students may come here too, with a comma between."),
            ),
        )
        self.add(
            "ends_on",
            DateField(
                _("End that SBB named"),
                today=today,
                help=_("Almost always empty: an accreditation has no end of its own."),
            ),
        )
        self.add("remarks", RunningTextField(_("Remarks"), lines=3, watched=False))

    def to_values(self, record: Accreditation) -> Mapping[str, Any]:
        """No minutes reserved is an empty field."""
        return {**super().to_values(record), "trainer_minutes": record.trainer_minutes or None}

    def to_record(self, record: Accreditation, values: Mapping[str, Any]) -> Accreditation:
        """An empty field reserves nothing."""
        minutes = int(values["trainer_minutes"] or 0)
        return super().to_record(record, {**values, "trainer_minutes": minutes})

    def show_record(self, record: Accreditation) -> None:
        """Show this accreditation; only a new one asks where it stands."""
        self.location.reload()
        self.trainer.reload()
        self.picker.value = None
        is_new = not record.code
        for field in (self.state, self.since, self.last, self.next):
            field.setVisible(is_new)
        self.stands.setVisible(not is_new)
        self.stands.setText(standing_words(record))
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
        self.dossier.value, self.equivalents.value = one.dossier, one.equivalents
        self.paths.value = one.learning_paths
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
