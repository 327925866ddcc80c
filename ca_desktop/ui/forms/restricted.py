"""The form of the restricted block: the target group where the law needs it, and the intensity."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.target_groups import RestrictedBlock
from ca_desktop.i18n import _, current_language
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.fields import ChoiceField
from ca_desktop.ui.kit.form import RecordForm
from ca_desktop.ui.kit.marks import Notice, label


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
        self.group.changed.connect(self._show_hint)

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

    def to_values(self, record: RestrictedBlock) -> Mapping[str, Any]:
        """No group shows as not recorded."""
        return {**super().to_values(record), "target_group": record.target_group or None}

    def to_record(self, record: RestrictedBlock, values: Mapping[str, Any]) -> RestrictedBlock:
        """A changed copy; no group is kept as an empty code."""
        return super().to_record(record, {**values, "target_group": values["target_group"] or ""})

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
