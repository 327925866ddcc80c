"""The page of roles: what people can do here, and how full it is."""

from collections.abc import Hashable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import cast
from uuid import UUID

from ca_desktop.domain.errors import UserError
from ca_desktop.domain.exports import ExportKind
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.roles import Role
from ca_desktop.i18n import N_, _
from ca_desktop.services.roles import RoleLine
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.export import export_actions
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.filters import Filter
from ca_desktop.ui.kit.list_detail import ListDetailPage
from ca_desktop.ui.kit.list_menu import ListAction
from ca_desktop.ui.kit.record_dialog import RecordDialog
from ca_desktop.ui.kit.removing import ask_remove
from ca_desktop.ui.kit.table import RowAction
from ca_desktop.ui.kit.table_model import Column
from ca_desktop.ui.pages.roles.file import RoleFile, is_over
from ca_desktop.ui.pages.roles.profile_form import tasks_of
from ca_desktop.ui.pages.roles.settings_form import NewRole, NewRoleForm


def _name(line: RoleLine) -> str:
    return line.name if line.role.is_active else _("{role} (not in use)", role=line.name)


def _fullness(line: RoleLine) -> str:
    if not line.role.places:
        return str(line.fullest)
    return _("{people} of {places}", people=line.fullest, places=line.role.places)


class RolesPage(ListDetailPage[RoleLine]):
    """The centre's own copy of the catalogue's roles."""

    key = "roles"
    title = N_("Roles")
    topics = frozenset({"roles", "role_profiles", "placements"})
    add_text = N_("Add role")
    empty_text = N_("There are no roles yet.")
    list_share = 42
    columns = (
        Column[RoleLine](N_("Role"), text=_name, stretch=True),
        Column[RoleLine](N_("Key"), text=lambda r: r.role.key, width=120, minor=True),
        Column[RoleLine](
            N_("People"),
            text=lambda r: str(r.people_now),
            sort_key=lambda r: r.people_now,
            right=True,
            width=80,
        ),
        Column[RoleLine](
            N_("Occupied"),
            text=_fullness,
            sort_key=lambda r: r.fullest / r.role.places if r.role.places else 0,
            icon=lambda r: "triangle-alert" if is_over(r) else "",
            tooltip=lambda _row: _("People in the fullest half-day, of the number of places"),
            width=112,
        ),
        Column[RoleLine](
            N_("In use"),
            text=lambda r: _("yes") if r.role.is_active else _("no"),
            width=100,
            minor=True,
        ),
    )

    def __init__(self, session: Session, desk: Desk) -> None:
        self._session = session
        self._may_change = desk.is_allowed(Action.CHANGE_ROLES)
        self.dialog: RecordDialog | None = None
        super().__init__(desk)

    def may_add(self) -> bool:
        return self._may_change

    def list_actions(self) -> Sequence[ListAction]:
        return export_actions(self, self._session, ExportKind.ROLES)

    def filters(self) -> Sequence[Filter]:
        return (
            Filter(key="active", text=N_("In use")),
            Filter(key="over", text=N_("Over its places")),
        )

    def row_actions(self) -> Sequence[RowAction]:
        if not self._may_change:
            return ()
        return (
            RowAction(
                text=N_("Remove …"),
                do=lambda rows: self._ask_remove(rows[0]),
                icon="trash-2",
                keys="Del",
                fits=lambda rows: len(rows) == 1,
            ),
        )

    def fetch(self, search: str) -> Sequence[RoleLine]:
        lines = self._session.roles.lines(search, active_only=bool(self.filter("active")))
        return [line for line in lines if is_over(line) or not self.filter("over")]

    def make_detail(self) -> RoleFile:
        return RoleFile(self._session, self.desk)

    def load(self, row: RoleLine) -> Role:
        return row.role

    def add(self) -> None:
        """Ask the name and the first tasks; the rest follows in the file."""
        if self.may_add():
            self.leave(self._ask_new)

    def open_row(self, row_id: Hashable) -> None:
        """Show this role; the id of a line of the waiting list shows it in its role."""
        role_id = self._role_of(row_id)
        if role_id is None:
            super().open_row(row_id)
            return
        super().open_row(role_id)
        if isinstance(self.detail, RoleFile) and self.detail.shown is not None:
            self.detail.show_waiting(cast(UUID, row_id))

    def _role_of(self, row_id: Hashable) -> UUID | None:
        """The role for which somebody waits, where this is a line of the waiting list."""
        if not isinstance(row_id, UUID) or self.model.row_of(row_id) >= 0:
            return None
        with suppress(UserError):
            return self._session.waiting.get(row_id).role_id
        return None

    def _ask_new(self) -> None:
        self.dialog = RecordDialog.edit(
            self, _("Add role"), NewRoleForm(), NewRole(), self._make, self.desk.saves
        )
        self.dialog.form.saved.connect(self._show_new)

    def _show_new(self, role: Role) -> None:
        self.refresh()
        self.open_row(role.id)

    def _make(self, new: NewRole) -> Role:
        role, profile = self._session.roles.new()
        role = replace(role, key=new.key)
        profile = replace(profile, name=new.name, tasks=tasks_of(new.tasks, ()))
        return self._session.roles.save(role, profile)[0]

    def _ask_remove(self, line: RoleLine) -> None:
        ask_remove(
            self,
            self.desk,
            line.name,
            lambda: self._session.roles.remove(line.id),
            self.refresh,
        )
