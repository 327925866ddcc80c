"""The form of one school holiday."""

from collections.abc import Callable
from datetime import date

from ca_desktop.domain.school_holidays import SchoolHoliday, SchoolRegion, problems
from ca_desktop.i18n import _
from ca_desktop.ui.kit.fields import ChoiceField, DateField, TextField
from ca_desktop.ui.kit.marks import Notice
from ca_desktop.ui.kit.record_form import RecordForm


class SchoolHolidayForm(RecordForm[SchoolHoliday]):
    """Fields are named like the attributes of SchoolHoliday.

    `about(record)` says what somebody should know of the one that is shown.
    """

    def __init__(
        self, about: Callable[[SchoolHoliday], str], today: Callable[[], date] = date.today
    ) -> None:
        super().__init__()
        self.problems = problems
        self._about = about
        self.note = Notice()
        self.place(self.note)
        self.section(_("School holiday"))
        self.region: ChoiceField[SchoolRegion] = self.add(
            "region",
            ChoiceField(
                _("Holiday region"), [(one, one.text) for one in SchoolRegion], required=True
            ),
        )
        self.add("name", TextField(_("Name"), required=True, longest=80))
        self.add("starts_on", DateField(_("First day"), required=True, today=today))
        self.add("ends_on", DateField(_("Last day"), required=True, today=today))
        self.section(_("Where this comes from"))
        self.add("source", TextField(_("Source"), placeholder=_("For example the school guide")))
        self.add(
            "checked_on",
            DateField(
                _("Checked on"),
                today=today,
                help=_("The day on which somebody compared the dates with the source."),
            ),
        )

    def show_record(self, record: SchoolHoliday) -> None:
        """Show this one; a holiday that came with the program keeps its region."""
        super().show_record(record)
        self.region.set_read_only(self._read_only or bool(record.code))
        self.note.say(self._about(record))

    _read_only = False

    def set_read_only(self, on: bool = True) -> None:
        self._read_only = on
        super().set_read_only(on)
