"""The form of a goal, in the words of the participant."""

from collections.abc import Mapping
from typing import Any

from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.goals import Goal, GoalStatus
from ca_desktop.i18n import _, current_language
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.trajectory_choice import TrajectoryField
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.drafts import DraftKeeper
from ca_desktop.ui.kit.fields import ChoiceField, DateField, RunningTextField
from ca_desktop.ui.kit.record_form import RecordForm


class GoalForm(RecordForm[Goal]):
    """What somebody works towards, why, by when, and where it stands."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._key = ""
        self._add_words()
        self.trajectory = TrajectoryField(
            session, lambda: self.shown.participant_id if self.shown else None
        )
        self.add("trajectory_id", self.trajectory)
        self._add_state(desk)
        self.drafts = DraftKeeper(
            self,
            session.drafts,
            self._draft_key,
            desk.saves,
            more=self._draft_facts,
            is_new=lambda: self.shown is None or not self.shown.text,
        )

    def _add_words(self) -> None:
        language = current_language()
        self.text = self.add(
            "text",
            RunningTextField(
                _("Goal"),
                required=True,
                lines=3,
                help=_("In the words of the participant, such as: I can test a toaster myself."),
            ),
        )
        self.add("reason", RunningTextField(_("Why this goal"), lines=2))
        self.add(
            "competence",
            ChoiceField(
                _("Belongs to competence"),
                [
                    (one.letter, f"{one.letter} – {one.name.in_(language)}")
                    for one in load_catalogue().competences
                ],
                none_text=_("– none –"),
            ),
        )

    def _add_state(self, desk: Desk) -> None:
        self.add("set_on", DateField(_("Set on"), required=True, today=desk.today))
        self.add("due_on", DateField(_("To be reached by"), today=desk.today))
        self.status = self.add(
            "status",
            ChoiceField(
                _("Where it stands"), [(one, one.text) for one in GoalStatus], required=True
            ),
        )
        self.closed_on = self.add(
            "closed_on",
            DateField(
                _("Since"),
                today=desk.today,
                help=_("Only when it is reached, adjusted or stopped."),
            ),
        )

    def show_record(self, record: Goal) -> None:
        """A new goal has no id that lasts: one draft of a new goal per participant."""
        self._key = f"goal:{record.id if record.text else record.participant_id}"
        super().show_record(record)
        self.drafts.bring_back()

    def _draft_key(self) -> str:
        return self._key

    def _draft_facts(self) -> Mapping[str, str]:
        return {"participant_id": str(self.shown.participant_id)} if self.shown else {}

    def to_values(self, record: Goal) -> Mapping[str, Any]:
        """A goal without a competence shows none."""
        return {
            **super().to_values(record),
            "competence": record.competence or None,
            "trajectory_id": self.trajectory.begin(record.trajectory_id, is_new=not record.text),
        }

    def to_record(self, record: Goal, values: Mapping[str, Any]) -> Goal:
        """A changed copy; no competence is kept as an empty letter."""
        kept = {"competence": values["competence"] or "", "trajectory_id": self.trajectory.kept}
        return super().to_record(record, {**values, **kept})
