"""The form on a placement: who, in which role, under whom, on which half-days, until when."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ca_desktop.domain.placements import Outcome, Placement
from ca_desktop.i18n import _
from ca_desktop.services.placements import Placed
from ca_desktop.services.roles import RoleLine
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.people import NOBODY, is_kept, participant_picker
from ca_desktop.ui.forms.placement_explanation import Explaining
from ca_desktop.ui.forms.trajectory_choice import TrajectoryField
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.drafts import DraftKeeper
from ca_desktop.ui.kit.fields import ChoiceField, DateField, HalfDaysField, RunningTextField
from ca_desktop.ui.kit.question import tell
from ca_desktop.ui.kit.record_form import RecordForm

DRAFTS = "placement:"


def blank_placement(session: Session, participant_id: UUID = NOBODY) -> Placement:
    """A new placement for this participant, or for somebody still to be chosen."""
    return session.placements.new(participant_id, NOBODY)


class PlacementForm(RecordForm[Placement]):
    """Shows a Placement. The participant is fixed when the record has one.

    Use `keep` as its saver: it asks the conditions, and warnings are told after the save.
    """

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session = session
        self._warnings: tuple[str, ...] = ()
        self._review_after: timedelta | None = None  # of a new placement
        self._usual_review: date | None = None
        self.person = self.add("participant_id", participant_picker(session))
        self.role = self.add("role_id", ChoiceField[UUID](_("Role"), self._roles, required=True))
        self.supervisor = self.add(
            "supervisor_id",
            ChoiceField[UUID](_("Supervisor"), self._supervisors, none_text=_("– nobody yet –")),
        )
        self._add_when(desk)
        self.explaining = Explaining(session, desk, self._as_it_stands)
        self._add_explanation()
        self._add_end(desk)
        self.person.changed.connect(self._propose_supervisor)
        self.starts_on.changed.connect(self._move_review)
        self.saved.connect(self._tell_warnings)
        self.drafts = DraftKeeper(
            self,
            session.drafts,
            self._draft_key,
            desk.saves,
            more=self._draft_facts,
            is_new=self._is_new,
        )

    def _add_when(self, desk: Desk) -> None:
        self.trajectory = TrajectoryField(self._session, lambda: self.person.value)
        self.add("trajectory_id", self.trajectory)
        self.add("half_days", HalfDaysField(_("Half-days"), required=True, days=7))
        self.starts_on = self.add(
            "starts_on", DateField(_("From"), required=True, today=desk.today)
        )
        self.review_on = self.add(
            "review_on",
            DateField(
                _("Review on"),
                required=True,
                today=desk.today,
                help=_("On this day you look together whether the place still fits."),
            ),
        )

    def _add_explanation(self) -> None:
        if not self.explaining.is_offered:
            return
        self.section(_("Does this fit?"), _("Each line says why. You decide."))
        self.place(self.explaining.list)
        for name in ("participant_id", "role_id", "supervisor_id", "half_days", "starts_on"):
            self.fields[name].changed.connect(self.explaining.explain)
        self.explaining.list.changed.connect(self.changed)

    def _add_end(self, desk: Desk) -> None:
        self.section(_("End of the placement"), _("Leave empty while the placement runs."))
        last = self.add("ended_on", DateField(_("Last day"), today=desk.today))
        last.changed.connect(self.explaining.explain)
        self.add(
            "outcome", ChoiceField[Outcome](_("Outcome"), [(one, one.text) for one in Outcome])
        )
        self.add("remarks", RunningTextField(_("Remarks"), lines=3))

    def keep(self, placement: Placement) -> Placement:
        """Save through the service; what deserves a look is told after the save."""
        placed = self.explaining.keep(placement)
        self._warnings = placed.warnings
        return placed.placement

    def show_record(self, record: Placement) -> None:
        self.shown = record
        self.role.reload()
        self.supervisor.reload()
        known = record.participant_id != NOBODY
        self.person.value = record.participant_id if known else None
        super().show_record(record)
        self.person.set_read_only(known)
        self._review_after = record.review_on - record.starts_on if self._is_new() else None
        self._usual_review = record.review_on
        self.explaining.begin(record)

    @property
    def is_dirty(self) -> bool:
        """Whether somebody changed something, or typed a reason."""
        return super().is_dirty or bool(self.explaining.list.reasons())

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """What is about a condition stands beside it."""
        super().show_problems(self.explaining.split(problems))
        QTimer.singleShot(0, self, self._show_keyboard)  # once there is room made for the lines

    def _show_keyboard(self) -> None:
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        here = self.focusWidget()
        if here is not None and self.body.isAncestorOf(here):
            self.area.ensureWidgetVisible(here)

    def mark_clean(self) -> None:
        """What stands here now is what is saved; reasons are kept with the placement."""
        super().mark_clean()
        self.explaining.list.remember({})

    def to_values(self, record: Placement) -> Mapping[str, Any]:
        values = dict(super().to_values(record))
        for name in ("participant_id", "role_id"):
            if values[name] == NOBODY:
                values[name] = None
        is_new = not is_kept(lambda: self._session.placements.get(record.id))
        values["trajectory_id"] = self.trajectory.begin(record.trajectory_id, is_new=is_new)
        return values

    def to_record(self, record: Placement, values: Mapping[str, Any]) -> Placement:
        """A changed copy; what is for every partner names no trajectory."""
        return super().to_record(record, {**values, "trajectory_id": self.trajectory.kept})

    def _as_it_stands(self) -> Placement | None:
        """The placement in the form, or None while the essential fields are not filled in."""
        needed = ("participant_id", "role_id", "starts_on", "review_on")
        if self.shown is None or any(self.fields[name].value is None for name in needed):
            return None
        return self.record()

    def _draft_facts(self) -> Mapping[str, str]:
        """What a draft needs besides the fields: whose placement it is, and the reasons."""
        return {"participant_id": str(self.person.value or ""), **self.explaining.facts()}

    def _draft_key(self) -> str:
        return f"{DRAFTS}{self.shown.id}" if self.shown else ""

    def _is_new(self) -> bool:
        shown = self.shown
        return shown is None or not is_kept(lambda: self._session.placements.get(shown.id))

    def _roles(self) -> Sequence[tuple[UUID, str]]:
        shown = self.shown.role_id if self.shown else None
        return [
            (line.id, _places(line))
            for line in self._session.roles.lines()
            if line.role.is_active or line.id == shown
        ]

    def _supervisors(self) -> Sequence[tuple[UUID, str]]:
        shown = self.shown.supervisor_id if self.shown else None
        today = self._session.today()
        return [
            (one.id, one.name.sorted_form)
            for one in self._session.supervisors.all()
            if one.is_active(today) or one.id == shown
        ]

    def _propose_supervisor(self) -> None:
        """The fixed supervisor of whoever was chosen, unless there is one already."""
        chosen = self.person.value
        self.trajectory.value = self.trajectory.begin(None, is_new=True)
        if isinstance(chosen, UUID) and self.supervisor.value is None:
            self.supervisor.value = blank_placement(self._session, chosen).supervisor_id

    def _move_review(self) -> None:
        """The review of a new placement stays as far behind the start, unless somebody chose it."""
        begun = self.starts_on.value
        if self._review_after and begun and self.review_on.value == self._usual_review:
            self._usual_review = self.review_on.value = begun + self._review_after

    def _tell_warnings(self, result: object) -> None:
        warnings = result.warnings if isinstance(result, Placed) else self._warnings
        self._warnings = ()
        if warnings:
            tell(_place_for(self), _("Check the number of places"), "\n".join(warnings))


def _places(line: RoleLine) -> str:
    """'Sorteren: 3 van 8 plaatsen bezet'; only the name where no number of places is set."""
    if not line.role.places:
        return line.name
    return _(
        "{role}: {taken} of {places} places taken",
        role=line.name,
        taken=line.fullest,
        places=line.role.places,
    )


def _place_for(form: QWidget) -> QWidget:
    """The window that is still there after the save: the one behind a dialog."""
    window = form.window()
    behind = window.parentWidget() if isinstance(window, QDialog) else None
    return behind or window
