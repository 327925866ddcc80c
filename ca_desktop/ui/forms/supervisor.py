"""The form of one supervisor. Hours are shown, minutes are kept."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any
from uuid import UUID

from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.supervisors import Supervisor, SupervisorKind, problems, settled
from ca_desktop.i18n import _, current_language
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.slot_hours import SlotHoursField
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.fields import (
    ChoiceField,
    DateField,
    HalfDaysField,
    MultiChoiceField,
    NumberField,
    TextField,
)
from ca_desktop.ui.kit.fields.tags import TagsField
from ca_desktop.ui.kit.record_form import RecordForm


class SupervisorForm(RecordForm[Supervisor]):
    """Fields are named like the attributes of Supervisor; the week stands in hours.

    While hours per half-day are filled in, the week and the half-days follow from them.
    """

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session, self._today = session, desk.today
        self._is_read_only = False
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
        self._add_work()
        self._add_skills()
        for name in ("first_name", "last_name"):
            self.fields[name].say_mark(_("(one of the two names is required)"))
        self.setFocusProxy(self.fields["first_name"])

    def _add_work(self) -> None:
        self.section(_("Work"))
        self.partner = self.add(
            "partner_id",
            ChoiceField[UUID](
                _("Employed by a partner"),
                self._partners,
                none_text=_("– no, by the centre or another employer –"),
            ),
        )
        self.add(
            "employer",
            TextField(
                _("Other employer"),
                help=_("Only when that is no partner. Leave empty for the centre itself."),
            ),
        )
        self._add_week()
        self.add("starts_on", DateField(_("Works here since"), required=True, today=self._today))
        self.add("ended_on", DateField(_("Stopped on"), today=self._today))

    def _add_week(self) -> None:
        self.hours = self.add(
            "weekly_minutes", NumberField(_("Hours a week"), most=60, decimals=2, unit=_("hours"))
        )
        self.half_days = self.add(
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
        self.slots = self.add(
            "slot_minutes",
            SlotHoursField(
                _("Hours per half-day"),
                help=_(
                    "Only when they differ. Then the hours a week and the half-days follow from "
                    "this."
                ),
            ),
        )
        self.slots.changed.connect(self._follow)

    def _add_skills(self) -> None:
        self.section(_("What this person brings"))
        languages = load_catalogue().languages
        self.add(
            "languages",
            MultiChoiceField(
                _("Languages"),
                [(one.code, one.name.in_(current_language())) for one in languages],
                rows=4,
                help=_("Tick the languages in which this person can guide somebody."),
            ),
        )
        self.add(
            "crafts",
            TagsField(
                _("Crafts"),
                self._session.supervisors.crafts,
                help=_("For example bicycles, wood or sewing. Separate them with a comma."),
            ),
        )
        self.deputy = self.add(
            "deputy_id",
            ChoiceField[UUID](
                _("Deputy"),
                self._others,
                none_text=_("– nobody –"),
                help=_("Who takes over the tasks when this person is away or leaves."),
            ),
        )

    def show_record(self, record: Supervisor) -> None:
        """Show this supervisor, with the partners and colleagues of now to choose from."""
        self.shown = record
        self.partner.reload()
        self.deputy.reload()
        super().show_record(record)

    def open_child(self, child: Hashable) -> None:
        """Put the keyboard in the field with this name."""
        field = self.fields.get(str(child))
        if field is not None:
            field.take_focus()
            self.area.ensureWidgetVisible(field)

    def fill(self, values: Mapping[str, Any]) -> None:
        super().fill(values)
        self._fit()

    def set_read_only(self, on: bool = True) -> None:
        self._is_read_only = on
        super().set_read_only(on)

    def to_values(self, record: Supervisor) -> Mapping[str, Any]:
        return {**super().to_values(record), "weekly_minutes": record.weekly_minutes / 60}

    def to_record(self, record: Supervisor, values: Mapping[str, Any]) -> Supervisor:
        minutes = round((values["weekly_minutes"] or 0) * 60)
        return settled(super().to_record(record, {**values, "weekly_minutes": minutes}))

    def _follow(self) -> None:
        """The week as it follows from the hours per half-day."""
        if self.slots.value and self.shown is not None:
            counted = settled(super().to_record(self.shown, {"slot_minutes": self.slots.value}))
            self.hours.value = counted.weekly_minutes / 60
            self.half_days.value = counted.half_days
        self._fit()

    def _fit(self) -> None:
        """What follows from other fields can't be filled in."""
        follows = bool(self.slots.value) or self._is_read_only
        self.hours.set_read_only(follows)
        self.half_days.set_read_only(follows)

    def _partners(self) -> Sequence[tuple[UUID, str]]:
        chosen = self.shown.partner_id if self.shown else None
        return [
            (one.id, one.name)
            for one in self._session.partners.all()
            if one.is_active or one.id == chosen
        ]

    def _others(self) -> Sequence[tuple[UUID, str]]:
        shown, today = self.shown, self._today()
        return [
            (one.id, one.name.sorted_form)
            for one in self._session.supervisors.all()
            if shown is not None
            and one.id != shown.id
            and (one.is_active(today) or one.id == shown.deputy_id)
        ]
