"""The form of the restricted block: the target group where the law needs it, and the intensity."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.permissions import Action, may
from ca_desktop.domain.target_groups import RegisterState, RestrictedBlock
from ca_desktop.i18n import _, current_language
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.citizen_number import CitizenNumberPanel
from ca_desktop.ui.kit.fields import ChoiceField, DateField
from ca_desktop.ui.kit.marks import Notice, label
from ca_desktop.ui.kit.record_form import RecordForm


class RestrictedForm(RecordForm[RestrictedBlock]):
    """Offers only groups that may be recorded on this person, and says why others are missing."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.reason = Notice("", "")
        self.section(
            _("Target group"),
            _("Only where a trajectory needs it by law. Never the reason behind it."),
        )
        self.place(self.reason)
        self.group = self.add(
            "target_group", ChoiceField[str](_("Target group"), none_text=_("– not recorded –"))
        )
        self.hint = label("", "help")
        self.place(self.hint)
        self.section(
            _("Guidance intensity"),
            _("You choose this yourself, per person. The program never derives it from a group."),
        )
        self.intensity = self.add(
            "intensity",
            ChoiceField(_("Intensity"), intensity_choices(), none_text=_("– not chosen –")),
        )
        self._add_register()
        self.citizen_number: CitizenNumberPanel | None = None
        if may(session.actor.role, Action.SEE_CITIZEN_NUMBER):
            self.citizen_number = CitizenNumberPanel(session, lambda: self.saves)
            self.section(_("Citizen service number (BSN)"))
            self.place(self.citizen_number)
        self.group.changed.connect(self._show_hint)
        self.register.changed.connect(self._show_register)

    def _add_register(self) -> None:
        self.section(
            _("Doelgroepregister"),
            _("What you found when you looked it up. It never follows from a target group."),
        )
        states = [(one, one.text) for one in RegisterState if one is not RegisterState.UNKNOWN]
        self.register = self.add(
            "register",
            ChoiceField[RegisterState](
                _("Doelgroepregister"), states, none_text=RegisterState.UNKNOWN.text
            ),
        )
        self.register_checked_on = self.add(
            "register_checked_on", DateField(_("Looked up on"), today=self._session.today)
        )

    def show_record(self, record: RestrictedBlock) -> None:
        """Show this block, with the groups that may be chosen now."""
        language = current_language()
        groups = self._session.target_groups.recordable(record.participant_id)
        options = [(group.code, group.name.in_(language)) for group in groups]
        if record.target_group and record.target_group not in dict(options):
            name = load_catalogue().target_group(record.target_group).name.in_(language)
            options.append(
                (record.target_group, _("{name} (may no longer be recorded)", name=name))
            )
        self.group.set_options(options)
        self.group.setVisible(bool(options))
        self.reason.say("" if groups else self._why_none(record.participant_id), "")
        super().show_record(record)
        self._show_hint()
        self._show_register()
        if self.citizen_number is not None:
            self.citizen_number.show_person(record.participant_id)

    def to_values(self, record: RestrictedBlock) -> Mapping[str, Any]:
        """No group shows as not recorded, and a register that was not looked up as nothing."""
        found = None if record.register is RegisterState.UNKNOWN else record.register
        none = {"target_group": record.target_group or None, "register": found}
        return {**super().to_values(record), **none}

    def to_record(self, record: RestrictedBlock, values: Mapping[str, Any]) -> RestrictedBlock:
        """A changed copy; no group is kept as an empty code, and a day only of what was found."""
        found = values["register"] or RegisterState.UNKNOWN
        is_known = found is not RegisterState.UNKNOWN
        kept = {
            "target_group": values["target_group"] or "",
            "register": found,
            "register_checked_on": values["register_checked_on"] if is_known else None,
        }
        return super().to_record(record, {**values, **kept})

    def _show_register(self) -> None:
        self.register_checked_on.setVisible(self.register.value is not None)

    def _show_hint(self) -> None:
        code = self.group.value
        group = load_catalogue().target_group(code) if code else None
        self.hint.setText(group.hint.in_(current_language()) if group else "")
        self.hint.setVisible(group is not None)

    def _why_none(self, participant_id: UUID) -> str:
        trajectories = self._session.trajectories.of(participant_id)
        if not trajectories:
            return _(
                "No target group may be recorded: there is no trajectory that needs it by law."
            )
        roles = dict.fromkeys(one.legal_role for one in trajectories)
        reasons = [
            load_catalogue().legal_role(role.value).special_note.in_(current_language())
            for role in roles
        ]
        first = _("Under these trajectories no target group may be recorded.")
        return "\n".join([first, *filter(None, reasons)])


def intensity_choices() -> list[tuple[int, str]]:
    """The levels of guidance, 0 to 5, in the words of the catalogue."""
    language = current_language()
    return [
        (one.level, f"{one.level} – {one.name.in_(language)} ({one.ratio.in_(language)})")
        for one in load_catalogue().intensities
    ]
