"""The form of one qualification of the list."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from ca_desktop.domain.learning_paths import MBO, LearningPath
from ca_desktop.domain.qualifications import Qualification, problems
from ca_desktop.domain.written_codes import split_codes
from ca_desktop.i18n import _
from ca_desktop.ui.kit.fields import ChoiceField, DateField, MultiChoiceField, TextField
from ca_desktop.ui.kit.marks import Notice
from ca_desktop.ui.kit.record_form import RecordForm


class QualificationForm(RecordForm[Qualification]):
    """Fields are named like the attributes of Qualification; codes stand in one line.

    `about(record)` says what somebody should know of the one that is shown, and `is_shipped`
    whether its code is fixed.
    """

    def __init__(
        self,
        about: Callable[[Qualification], str],
        is_shipped: Callable[[Qualification], bool],
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__()
        self.problems = problems
        self._about, self._is_shipped = about, is_shipped
        self.note = Notice()
        self.place(self.note)
        self.section(_("Programme"))
        self.code = self.add("code", TextField(_("Code"), required=True, longest=5))
        self.add("name", TextField(_("Qualification"), required=True))
        self.add(
            "level",
            ChoiceField(_("Level"), [(n, _("level {n}", n=n)) for n in range(1, 5)], required=True),
        )
        paths: MultiChoiceField[LearningPath] = MultiChoiceField(
            _("Learning paths"), [(path, path.text) for path in MBO], rows=len(MBO)
        )
        self.add("learning_paths", paths)
        self._add_equivalents(today)
        self._add_origin(today)

    def _add_equivalents(self, today: Callable[[], date]) -> None:
        self.add(
            "equivalents",
            TextField(
                _("Equivalent codes"),
                placeholder="25254, 25255",
                help=_(
                    "A student with one of these codes may do the practice under this one too. "
                    "Put a comma between codes."
                ),
            ),
        )
        self.add(
            "starts_on",
            DateField(_("Starts on"), today=today, help=_("Leave empty if unknown.")),
        )
        self.add(
            "ends_on",
            DateField(
                _("Ends on"),
                today=today,
                help=_("The last day on which SBB has this code. Leave empty if there is none."),
            ),
        )
        self.add("dossier", TextField(_("Qualification dossier"), longest=20))

    def _add_origin(self, today: Callable[[], date]) -> None:
        self.section(_("Where this comes from"))
        self.add(
            "source",
            TextField(_("Source"), placeholder=_("For example the list of SBB, July 2026")),
        )
        self.add(
            "checked_on",
            DateField(
                _("Checked on"),
                today=today,
                help=_("The day on which somebody compared this with SBB. Empty: to be verified."),
            ),
        )

    def show_record(self, record: Qualification) -> None:
        """Show this one, with what is good to know of it."""
        super().show_record(record)
        self.code.set_read_only(self._read_only or self._is_shipped(record))
        self.note.say(self._about(record))

    _read_only = False

    def set_read_only(self, on: bool = True) -> None:
        self._read_only = on
        super().set_read_only(on)

    def to_values(self, record: Qualification) -> Mapping[str, Any]:
        return {**super().to_values(record), "equivalents": ", ".join(record.equivalents)}

    def to_record(self, record: Qualification, values: Mapping[str, Any]) -> Qualification:
        codes = split_codes(values["equivalents"])
        made = super().to_record(record, {**values, "equivalents": codes})
        return replace(made, learning_paths=tuple(p for p in MBO if p in made.learning_paths))
