"""Trajectories and fixed supervisors: for whom, on what ground, under whose care."""

from collections.abc import Hashable
from dataclasses import dataclass
from uuid import UUID

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.participants import FixedSupervisor, Participant
from ca_desktop.domain.permissions import Action, may
from ca_desktop.domain.trajectories import Trajectory
from ca_desktop.i18n import N_, _
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.fixed_supervisor import FixedSupervisorForm, new_fixed_supervisor
from ca_desktop.ui.forms.people import NOBODY
from ca_desktop.ui.forms.trajectory import TrajectoryForm, new_trajectory
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.sub_list import SubList
from ca_desktop.ui.kit.table_model import Column
from ca_desktop.ui.pages.participants.stack import Parts


@dataclass(frozen=True, slots=True, kw_only=True)
class _TrajectoryRow:
    record: Trajectory
    partner: str

    @property
    def id(self) -> UUID:
        return self.record.id

    @property
    def form(self) -> str:
        return self.record.legal_form.text if self.record.legal_form else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _FixedRow:
    record: FixedSupervisor
    name: str

    @property
    def id(self) -> UUID:
        return self.record.id


_TRAJECTORY_COLUMNS = (
    Column[_TrajectoryRow](N_("Partner"), text=lambda row: row.partner, stretch=True),
    Column[_TrajectoryRow](
        N_("Our legal role"), text=lambda row: row.record.legal_role.text, room=760, width=170
    ),
    Column[_TrajectoryRow](N_("Legal form"), text=lambda row: row.form, room=480, width=170),
    Column[_TrajectoryRow](N_("Goal"), text=lambda row: row.record.goal.text, room=900, width=150),
    Column[_TrajectoryRow](
        N_("From"),
        text=lambda row: format_date(row.record.starts_on),
        sort_key=lambda row: row.record.starts_on,
        width=96,
    ),
    Column[_TrajectoryRow](
        N_("Until"),
        text=lambda row: format_date(row.record.ends_on),
        sort_key=lambda row: row.record.ends_on,
        width=96,
    ),
)
_FIXED_COLUMNS = (
    Column[_FixedRow](N_("Fixed supervisor"), text=lambda row: row.name, stretch=True),
    Column[_FixedRow](
        N_("From"),
        text=lambda row: format_date(row.record.starts_on),
        sort_key=lambda row: row.record.starts_on,
        width=96,
    ),
    Column[_FixedRow](
        N_("Until"),
        text=lambda row: format_date(row.record.ends_on),
        sort_key=lambda row: row.record.ends_on,
        width=96,
    ),
)


class AgreementsSection(Parts):
    """Two small lists; only who takes people in sets the fixed supervisor."""

    def __init__(self, session: Session, desk: Desk) -> None:
        self._session, self._desk = session, desk
        self._person_id = NOBODY
        self.trajectories = self._make_trajectories()
        self.fixed = self._make_fixed()
        super().__init__([self.trajectories, self.fixed])

    def show_record(self, record: Participant) -> None:
        """Show what was agreed about this person."""
        self._person_id = record.id
        super().show_record(record)

    def open_child(self, child: Hashable) -> None:
        """Open one trajectory, or set a "new" fixed supervisor."""
        if child == "new":
            self.fixed.open_child(child)
        else:
            self.trajectories.open_child(child)

    def _make_trajectories(self) -> SubList[_TrajectoryRow]:
        service, mine = self._session.trajectories, self._session.actor.role
        change = may(mine, Action.CHANGE_PARTICIPANTS)

        def form() -> TrajectoryForm:
            made = TrajectoryForm(self._session, self._desk)
            made.set_read_only(not change)
            return made

        made = SubList[_TrajectoryRow](
            self._desk,
            _("Trajectories"),
            _TRAJECTORY_COLUMNS,
            fetch=self._trajectory_rows,
            load=lambda row: row.record,
            make_form=form,
            save=service.save,
            blank=(lambda: new_trajectory(self._session, self._person_id)) if change else None,
            remove=(lambda row: service.remove(row.id)) if change else None,
            add_text=_("Add trajectory"),
            edit_title=_("Trajectory"),
            empty_text=_("There is no trajectory yet. A report needs one."),
            name_of=lambda row: _("The trajectory for {partner}", partner=row.partner),
            topics=frozenset({"trajectories"}),
            snug=True,
        )
        if change:
            made.add_row_button(_("Follow-up …"), "arrow-right", self._follow)
        return made

    def _follow(self, row: _TrajectoryRow) -> None:
        """A new trajectory that goes on where this one stops."""
        try:
            record = self._session.trajectories.following(row.id)
        except Exception as error:
            show_error(error, self)
            return
        self.trajectories.begin(_("Follow-up trajectory"), record)

    def _make_fixed(self) -> SubList[_FixedRow]:
        people = self._session.participants
        change = may(self._session.actor.role, Action.TAKE_IN)

        def form() -> FixedSupervisorForm:
            made = FixedSupervisorForm(self._session, self._desk)
            made.set_read_only(not change)
            return made

        return SubList[_FixedRow](
            self._desk,
            _("Fixed supervisor"),
            _FIXED_COLUMNS,
            fetch=self._fixed_rows,
            load=lambda row: row.record,
            make_form=form,
            save=people.save_fixed_supervisor,
            blank=(lambda: new_fixed_supervisor(self._session, self._person_id))
            if change
            else None,
            remove=(lambda row: people.remove_fixed_supervisor(row.id)) if change else None,
            add_text=_("Set fixed supervisor"),
            edit_title=_("Fixed supervisor"),
            empty_text=_("There is no fixed supervisor yet."),
            name_of=lambda row: row.name,
            topics=frozenset({"fixed_supervisors"}),
            snug=True,
        )

    def _trajectory_rows(self) -> list[_TrajectoryRow]:
        if self._person_id == NOBODY:
            return []
        names = {partner.id: partner.name for partner in self._session.partners.all()}
        return [
            _TrajectoryRow(record=one, partner=names.get(one.partner_id, ""))
            for one in self._session.trajectories.of(self._person_id)
        ]

    def _fixed_rows(self) -> list[_FixedRow]:
        if self._person_id == NOBODY:
            return []
        names = {one.id: one.name.full for one in self._session.supervisors.all()}
        return [
            _FixedRow(record=one, name=names.get(one.supervisor_id, ""))
            for one in self._session.participants.fixed_supervisors(self._person_id)
        ]
