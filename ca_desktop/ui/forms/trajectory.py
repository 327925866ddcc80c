"""The form of a trajectory: for which partner, in which legal role, why, and how long."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.trajectories import LegalRole, Trajectory, TrajectoryGoal
from ca_desktop.i18n import _, current_language
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.choices import partner_choices
from ca_desktop.ui.forms.people import NOBODY
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.fields import (
    ChoiceField,
    DateField,
    NumberField,
    RunningTextField,
    TextField,
)
from ca_desktop.ui.kit.form import RecordForm


def usual_purpose(role: LegalRole | None) -> str:
    """The purpose that the catalogue gives for a legal role; '' for none."""
    if role is None:
        return ""
    return load_catalogue().legal_role(role.value).purpose.in_(current_language())


def new_trajectory(session: Session, participant_id: UUID) -> Trajectory:
    """From today; partner and legal role still have to be chosen."""
    return session.trajectories.new(participant_id, NOBODY, LegalRole.REINTEGRATION)


class TrajectoryForm(RecordForm[Trajectory]):
    """An agreement with a partner. The usual purpose follows the legal role until somebody
    writes another."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._usual = ""
        self.partner = self.add(
            "partner_id", ChoiceField(_("Partner"), partner_choices(session), required=True)
        )
        self.legal_role = self.add(
            "legal_role",
            ChoiceField(
                _("Our legal role"),
                [(role, role.text) for role in LegalRole],
                required=True,
                help=_("This decides what may be recorded and reported."),
            ),
        )
        self.add("partner_number", TextField(_("Number at the partner"), longest=40))
        self.purpose = self.add(
            "purpose",
            RunningTextField(
                _("Purpose of the recording"),
                help=_("Stands on reports. Filled in from the legal role; you may change it."),
                lines=3,
            ),
        )
        self.goal = self.add(
            "goal",
            ChoiceField(_("Goal"), [(goal, goal.text) for goal in TrajectoryGoal], required=True),
        )
        self.add("goal_text", RunningTextField(_("Goal in own words"), lines=2))
        self.starts_on = self.add(
            "starts_on", DateField(_("Starts on"), required=True, today=desk.today)
        )
        self.ends_on = self.add("ends_on", DateField(_("Ends on"), today=desk.today))
        self.add(
            "half_days_per_week",
            NumberField(_("Agreed half-days per week"), most=14, unit=_("half-days")),
        )
        self.legal_role.changed.connect(self._follow_role)

    def to_values(self, record: Trajectory) -> Mapping[str, Any]:
        """Partner and legal role are not chosen yet in a new one."""
        values = dict(super().to_values(record))
        self._usual = usual_purpose(record.legal_role)
        if record.partner_id == NOBODY:
            values |= {"partner_id": None, "legal_role": None, "purpose": ""}
            self._usual = ""
        return values

    def to_record(self, record: Trajectory, values: Mapping[str, Any]) -> Trajectory:
        """A changed copy; no number of half-days is none."""
        half_days = values["half_days_per_week"] or 0
        return super().to_record(record, {**values, "half_days_per_week": half_days})

    def _follow_role(self) -> None:
        usual = usual_purpose(self.legal_role.value)
        if self.purpose.value in ("", self._usual.strip()):
            self.purpose.value = usual
        self._usual = usual
