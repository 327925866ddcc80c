"""The section of a role with its places per half-day and who waits for one."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.half_days import HalfDays
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.roles import Role
from ca_desktop.domain.waiting import Waiting, WaitingLine
from ca_desktop.i18n import N_, _
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.people import NOBODY
from ca_desktop.ui.forms.placement import PlacementForm, blank_placement
from ca_desktop.ui.forms.waiting import WaitingForm
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.icons import icon
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.kit.question import Answer, ask
from ca_desktop.ui.kit.record_dialog import RecordDialog
from ca_desktop.ui.kit.sub_list import SubList
from ca_desktop.ui.kit.table import RowAction
from ca_desktop.ui.kit.table_model import Column
from ca_desktop.ui.pages.roles.places import PlacesTable


class WaitingSection(QWidget):
    """Places free and taken, and the waiting list with who waits longest on top."""

    columns = (
        Column[WaitingLine](
            N_("Participant"),
            text=lambda line: line.participant.sorted_form,
            sort_key=lambda line: line.participant.sort_key,
            tooltip=lambda line: f"{line.participant.full} ({line.participant_number})",
            stretch=True,
        ),
        Column[WaitingLine](
            N_("Waits since"),
            text=lambda line: format_date(line.waiting.since_on),
            sort_key=lambda line: line.waiting.since_on,
            width=110,
        ),
        Column[WaitingLine](
            N_("Half-days wished"),
            text=lambda line: line.waiting.half_days.text or _("every half-day"),
            width=190,
        ),
        Column[WaitingLine](
            N_("Remarks"), text=lambda line: line.waiting.remarks, width=150, room=640
        ),
    )

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session, self._desk = session, desk
        self._role: Role | None = None
        self.dialog: RecordDialog | None = None
        self.places = PlacesTable()
        self.none = label(_("No number of places was set. Do that under Settings."), "muted")
        self.list = self._make_list()
        self.place_button = QPushButton(icon("log-in"), " " + _("Place …"))
        self.place_button.setToolTip("Ctrl+P")
        self.place_button.clicked.connect(self._place_chosen)
        self.list.table.current_changed.connect(self._fit_button)
        self.list.model.modelReset.connect(self._fit_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 16)
        column.setSpacing(8)
        column.addWidget(label(_("Places per half-day"), "heading", wrap=False))
        column.addWidget(self.places)
        column.addWidget(self.none)
        column.addWidget(self.list)
        column.addWidget(self.place_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        desk.changes.on({"placements", "roles"}, self, self.refresh)

    def show_record(self, role: Role) -> None:
        """Show the places of this role and who waits for it."""
        self._role = role
        self.refresh()

    def refresh(self) -> None:
        """Read again."""
        if self._role is None:
            return
        try:
            places = self._session.waiting.places(self._role.id)
        except Exception as error:
            show_error(error, self)
            return
        self.places.show_places(places)
        self.places.setVisible(bool(places.places))
        self.none.setVisible(not places.places)
        self.list.refresh()

    def go_to(self, waiting_id: UUID) -> None:
        """Choose this line of the waiting list."""
        if self.list.table.select_id(waiting_id):
            self.list.table.setFocus()

    def ask_place(self, line: WaitingLine) -> None:
        """The form of a placement, filled in; keeping it ends the waiting."""
        try:
            blank = blank_placement(self._session, line.waiting.participant_id)
        except Exception as error:
            show_error(error, self)
            return
        half_days = self._proposed(line.waiting)
        form = PlacementForm(self._session, self._desk)
        self.dialog = RecordDialog.edit(
            self.window(),
            _("Place {name}", name=line.participant.full),
            form,
            blank,
            form.keep,
            self._desk.saves,
        )
        form.role.value = line.waiting.role_id
        form.fields["half_days"].value = half_days
        form.mark_clean()
        self.dialog.accepted.connect(self.refresh)

    def ask_withdraw(self, line: WaitingLine) -> None:
        """Ask, then take somebody off the list without a place."""
        ask(
            self,
            _("Take off the waiting list?"),
            _(
                "{name} doesn't wait for {role} any more. You can undo this with Ctrl+Z.",
                name=line.participant.full,
                role=line.role,
            ),
            Answer(text=_("Take off"), then=lambda: self._withdraw(line), kind="danger"),
            Answer(text=_("Keep"), kind="primary"),
        )

    def _place_chosen(self) -> None:
        line = self.list.table.current_row()
        if line is not None:
            self.ask_place(line)

    def _fit_button(self, _row: object = None) -> None:
        """Only where somebody waits, and for who may place."""
        chosen = self.list.table.current_row() is not None
        self.place_button.setEnabled(chosen)
        waits = bool(self.list.model.rowCount())
        self.place_button.setVisible(waits and self._desk.is_allowed(Action.PLACE))

    # -- inside ----------------------------------------------------------------------------------

    def _make_list(self) -> SubList[WaitingLine]:
        may_change = self._desk.is_allowed(Action.TAKE_IN)
        may_place = self._desk.is_allowed(Action.PLACE)
        return SubList[WaitingLine](
            self._desk,
            _("Waiting list"),
            self.columns,
            fetch=self._fetch,
            make_form=lambda: self._form(may_change),
            save=self._session.waiting.save,
            blank=self._blank if may_change else None,
            load=lambda line: line.waiting,
            add_text=_("Put on the waiting list"),
            edit_title=_("Waiting list"),
            empty_text=_("Nobody waits for this role."),
            name_of=lambda line: line.participant.full,
            topics=frozenset({"waiting_list", "participants"}),
            more=[*self._place_action(may_place), *self._withdraw_action(may_change)],
        )

    def _place_action(self, may: bool) -> list[RowAction]:
        action = RowAction(
            text=N_("Place …"),
            do=lambda lines: self.ask_place(lines[0]),
            icon="log-in",
            keys="Ctrl+P",
            fits=lambda lines: len(lines) == 1,
        )
        return [action] if may else []

    def _withdraw_action(self, may: bool) -> list[RowAction]:
        action = RowAction(
            text=N_("Take off the waiting list …"),
            do=lambda lines: self.ask_withdraw(lines[0]),
            icon="x",
            keys="Del",
            fits=lambda lines: len(lines) == 1,
        )
        return [action] if may else []

    def _fetch(self) -> list[WaitingLine]:
        return list(self._session.waiting.for_role(self._role.id)) if self._role else []

    def _form(self, may_change: bool) -> WaitingForm:
        form = WaitingForm(self._session, self._desk)
        form.set_read_only(not may_change)
        return form

    def _blank(self) -> Waiting:
        assert self._role is not None
        return self._session.waiting.new(NOBODY, self._role.id)

    def _proposed(self, waiting: Waiting) -> HalfDays:
        """The wished half-days that are free; all that were wished where none is."""
        places = self._session.waiting.places(waiting.role_id)
        if not places.places or not waiting.half_days:
            return waiting.half_days
        return places.free_for(waiting.half_days) or waiting.half_days

    def _withdraw(self, line: WaitingLine) -> None:
        self._desk.saves.run(
            lambda: self._session.waiting.withdraw(line.id),
            then=lambda _done: self.refresh(),
            failed=lambda error: show_error(error, self),
            owner=self,
        )
