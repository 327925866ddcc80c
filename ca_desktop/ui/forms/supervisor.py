"""The form of one supervisor. Hours are shown, minutes are kept."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from ca_desktop.domain.supervisors import Supervisor, SupervisorKind, problems
from ca_desktop.i18n import _
from ca_desktop.ui.kit.fields import (
    DateField,
    HalfDaysField,
    MultiChoiceField,
    NumberField,
    TextField,
)
from ca_desktop.ui.kit.record_form import RecordForm


class SupervisorForm(RecordForm[Supervisor]):
    """Fields are named like the attributes of Supervisor; the week stands in hours."""

    def __init__(self, today: Callable[[], date] = date.today) -> None:
        super().__init__()
        self.problems = problems
        self.section(_("Who"))
        self.add("first_name", TextField(_("First name")))
        self.add("prefix", TextField(_("Prefix"), placeholder=_("van der"), longest=30))
        self.add("last_name", TextField(_("Last name")))
        self.add(
            "kinds",
            MultiChoiceField(
                _("Kinds"),
                [(kind, kind.text) for kind in SupervisorKind],
                required=True,
                rows=5,
                help=_("Tick everything that this person does here."),
            ),
        )
        self.section(_("Contact"))
        self.add("phone", TextField(_("Phone"), longest=40))
        self.add("email", TextField(_("E-mail")))
        self._add_work(today)
        for name in ("first_name", "last_name"):
            self.fields[name].say_mark(_("(one of the two names is required)"))
        self.setFocusProxy(self.fields["first_name"])

    def _add_work(self, today: Callable[[], date]) -> None:
        self.section(_("Work"))
        self.add("employer", TextField(_("Employer"), help=_("Leave empty for the centre itself.")))
        self.add(
            "weekly_minutes", NumberField(_("Hours a week"), most=60, decimals=2, unit=_("hours"))
        )
        self.add(
            "half_days",
            HalfDaysField(
                _("Half-days at work"),
                days=7,
                help=_(
                    "The hours are spread over these half-days. Choose none where that is the "
                    "whole work week."
                ),
            ),
        )
        self.add("starts_on", DateField(_("Works here since"), required=True, today=today))
        self.add("ended_on", DateField(_("Stopped on"), today=today))

    def to_values(self, record: Supervisor) -> Mapping[str, Any]:
        return {**super().to_values(record), "weekly_minutes": record.weekly_minutes / 60}

    def to_record(self, record: Supervisor, values: Mapping[str, Any]) -> Supervisor:
        minutes = round((values["weekly_minutes"] or 0) * 60)
        return super().to_record(record, {**values, "weekly_minutes": minutes})
