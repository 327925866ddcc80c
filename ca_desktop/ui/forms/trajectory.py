"""The form of a trajectory: for which partner, in which legal role and form, why, and how long."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from ca_desktop.domain.catalogue_legal_forms import Asked
from ca_desktop.domain.trajectories import LegalForm, LegalRole, Trajectory, TrajectoryGoal
from ca_desktop.domain.trajectory_terms import Term, usual_days
from ca_desktop.i18n import _
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.choices import partner_choices
from ca_desktop.ui.forms.people import NOBODY
from ca_desktop.ui.forms.trajectory_words import (
    follows_words,
    form_choices,
    form_words,
    info_of,
    number_words,
    term_words,
    usual_purpose,
)
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.fields import (
    ChoiceField,
    DateField,
    NumberField,
    RunningTextField,
    TextField,
)
from ca_desktop.ui.kit.marks import Notice, label
from ca_desktop.ui.kit.record_form import RecordForm


def new_trajectory(session: Session, participant_id: UUID) -> Trajectory:
    """From today, looked at after the usual weeks; partner and legal role are still to choose."""
    blank = session.trajectories.new(participant_id, NOBODY, LegalRole.REINTEGRATION)
    return replace(blank, evaluation_on=_usual_evaluation(session, blank.starts_on))


def _usual_evaluation(session: Session, starts_on: date) -> date:
    """After the weeks that the centre chose, for a form that has no rhythm of its own."""
    return starts_on + timedelta(weeks=session.centre.get().review_after_weeks)


class TrajectoryForm(RecordForm[Trajectory]):
    """An agreement with a partner. It shows the fields that role and form need. The usual
    purpose, end and evaluation follow them until somebody writes others.
    """

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session = session
        self._usual = ""
        self._usual_days: tuple[date | None, date | None] = (None, None)
        self.follows = label("", "help")
        self.place(self.follows)
        self._add_ground()
        self._add_goal()
        self._add_days(desk)
        self.legal_role.changed.connect(self._follow_role)
        self.legal_form.changed.connect(self._follow_form)
        self.starts_on.changed.connect(self._fill_usual_days)
        for field in (self.starts_on, self.ends_on):
            field.changed.connect(self._show_term)

    def show_record(self, record: Trajectory) -> None:
        """Show this trajectory, with its term in words."""
        super().show_record(record)
        self.follows.setText(follows_words(self._predecessor(record)))
        self.follows.setVisible(record.predecessor_id is not None)
        is_new = record.partner_id == NOBODY
        self._usual_days = (None, record.evaluation_on if is_new else None)
        self._offer_forms()
        self._show_needed()
        if record.predecessor_id is not None and record.ends_on is None:
            self._fill_usual_days()
            self.look_saved()
        self._show_term()

    def to_values(self, record: Trajectory) -> Mapping[str, Any]:
        """Partner and legal role are not chosen yet in a new one; hours stand for minutes."""
        values = dict(super().to_values(record))
        self._usual = usual_purpose(record.legal_role)
        values["minutes_per_week"] = record.minutes_per_week / 60 or None
        if record.partner_id == NOBODY:
            sent_by = self._session.participants.get(record.participant_id).referrer_partner_id
            values |= {"partner_id": sent_by, "legal_role": None, "purpose": ""}
            self._usual = ""
        return values

    def to_record(self, record: Trajectory, values: Mapping[str, Any]) -> Trajectory:
        """A changed copy; no number of half-days or hours is none."""
        half_days = values["half_days_per_week"] or 0
        minutes = round((values["minutes_per_week"] or 0) * 60)
        changed = {"half_days_per_week": half_days, "minutes_per_week": minutes}
        return super().to_record(record, {**values, **changed})

    # -- the fields ------------------------------------------------------------------------------

    def _add_ground(self) -> None:
        self.partner = self.add(
            "partner_id", ChoiceField(_("Partner"), partner_choices(self._session), required=True)
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
        self.legal_form = self.add(
            "legal_form",
            ChoiceField[LegalForm](_("Legal form"), none_text=_("– not chosen –")),
        )
        self.form_help = label("", "help")
        self.place(self.form_help)
        self.number = self.add("decision_number", TextField(number_words(None), longest=40))
        self.add("partner_number", TextField(_("Number at the partner"), longest=40))

    def _add_goal(self) -> None:
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

    def _add_days(self, desk: Desk) -> None:
        self.starts_on = self.add(
            "starts_on", DateField(_("Starts on"), required=True, today=desk.today)
        )
        self.ends_on = self.add("ends_on", DateField(_("Ends on"), today=desk.today))
        self.term_help = label("", "help")
        self.place(self.term_help)
        self.warning = Notice("", "warning")
        self.place(self.warning)
        self.evaluation_on = self.add(
            "evaluation_on", DateField(_("Evaluation on"), today=desk.today)
        )
        self.half_days = self.add(
            "half_days_per_week",
            NumberField(_("Agreed half-days per week"), most=14, unit=_("half-days")),
        )
        self.hours = self.add(
            "minutes_per_week",
            NumberField(_("Agreed hours per week"), most=60, decimals=2, unit=_("hours")),
        )

    # -- what follows from what was chosen -------------------------------------------------------

    def _follow_role(self) -> None:
        usual = usual_purpose(self.legal_role.value)
        if self.purpose.value in ("", self._usual.strip()):
            self.purpose.value = usual
        self._usual = usual
        self._offer_forms()
        self._show_term()

    def _follow_form(self) -> None:
        self._show_needed()
        self._fill_usual_days()
        self._show_term()

    def _offer_forms(self) -> None:
        self.legal_form.set_options(form_choices(self.legal_role.value, self.legal_form.value))

    def _show_needed(self) -> None:
        """Only what the form asks, and whatever was filled in before."""
        form = info_of(self.legal_form.value)
        asks = form.asks if form else (Asked.HALF_DAYS,)
        self.form_help.setText(form_words(form))
        self.form_help.setVisible(form is not None)
        self.number.rename(number_words(form))
        has_number = form is not None and form.number is not None
        self.number.setVisible(has_number or bool(self.number.value))
        self.half_days.setVisible(Asked.HALF_DAYS in asks or bool(self.half_days.value))
        self.hours.setVisible(Asked.HOURS in asks or bool(self.hours.value))

    def _fill_usual_days(self) -> None:
        """The usual end and evaluation, where nobody wrote another day."""
        form, term = info_of(self.legal_form.value), self._term()
        if form is not None and term is not None:
            usual = usual_days(term.starts_on, form, term.ends_by)
        elif self._usual_days[1] and self.starts_on.value:
            usual = (None, _usual_evaluation(self._session, self.starts_on.value))
        else:
            return
        for field, before, day in zip(
            (self.ends_on, self.evaluation_on), self._usual_days, usual, strict=True
        ):
            if field.value in (None, before) and not field.holds_unread_text():
                field.value = day
        self._usual_days = usual

    def _show_term(self) -> None:
        term = self._term()
        self.term_help.setText(term_words(term, self._session.today()) if term else "")
        self.term_help.setVisible(bool(self.term_help.text()))
        found = (*term.refusals, *term.warnings) if term else ()
        self.warning.say("\n".join(one.message for one in found))

    def _term(self) -> Term | None:
        """The term of what stands in the form now."""
        if self.shown is None or self.starts_on.value is None or self.legal_role.value is None:
            return None
        return self._session.trajectories.term(
            replace(
                self.shown,
                legal_role=self.legal_role.value,
                legal_form=self.legal_form.value,
                starts_on=self.starts_on.value,
                ends_on=self.ends_on.value,
            )
        )

    def _predecessor(self, record: Trajectory) -> Trajectory | None:
        of_person = self._session.trajectories.of(record.participant_id)
        return next((one for one in of_person if one.id == record.predecessor_id), None)
