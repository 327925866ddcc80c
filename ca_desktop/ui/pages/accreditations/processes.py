"""The work processes of one accreditation: ticked by space, many pasted at once, with the cover."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ca_desktop.domain.accreditations import Accreditation
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.work_cover import process_order
from ca_desktop.i18n import N_, _, ngettext
from ca_desktop.services.session import Session
from ca_desktop.services.work_processes import PastedProcesses, WorkProcessLine
from ca_desktop.ui.forms.cover_words import cover_lines
from ca_desktop.ui.forms.work_process import PasteForm, WorkProcessForm
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.flow import FlowLayout
from ca_desktop.ui.kit.icons import icon
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.kit.question import Answer, ask
from ca_desktop.ui.kit.record_dialog import RecordDialog
from ca_desktop.ui.kit.record_form import RecordForm
from ca_desktop.ui.kit.table import RowAction, Table
from ca_desktop.ui.kit.table_model import Column, RowsModel

Lines = Sequence[WorkProcessLine]


class ProcessesSection(QWidget):
    """Space ticks the lines that are chosen, Enter opens one, Insert adds, Delete removes."""

    columns = (
        Column[WorkProcessLine](
            N_("Number"),
            text=lambda one: one.process.code,
            sort_key=lambda one: process_order(one.process),
            width=105,
        ),
        Column[WorkProcessLine](
            N_("Work process"), text=lambda one: one.process.name, stretch=True
        ),
        Column[WorkProcessLine](
            N_("Here"),
            text=lambda one: _("yes") if one.process.is_feasible else _("no"),
            icon=lambda one: "circle-check" if one.process.is_feasible else "circle",
            width=112,
        ),
        Column[WorkProcessLine](
            N_("Roles"), text=lambda one: ", ".join(one.roles), width=130, room=540
        ),
        Column[WorkProcessLine](
            N_("Cards"), text=lambda one: "; ".join(one.process.cards), width=150, room=820
        ),
    )

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session, self._desk, self._service = session, desk, session.work_processes
        self._may_change = desk.is_allowed(Action.CHANGE_ACCREDITATIONS)
        self._accreditation: Accreditation | None = None
        self.dialog: RecordDialog | None = None
        self.model: RowsModel[WorkProcessLine] = RowsModel(self.columns)
        self.table = Table(self.model, _("Work processes"))
        self.table.set_actions(self._actions() if self._may_change else ())
        self.table.opened.connect(self.open_process)
        self.cover = label("", "help")
        self.nothing = label(
            _("No work process is known yet. Copy them from the qualification file of SBB."),
            "muted",
        )
        self.paste = QPushButton(icon("clipboard-list"), " " + _("Paste a list …"))
        self.add = QPushButton(icon("plus"), " " + _("Add one …"))
        self.tick = QPushButton(icon("check"), " " + _("Here: yes or no"))
        self.tick.setToolTip(_("Space"))
        self._lay_out()
        desk.changes.on({"work_processes", "roles", "role_profiles"}, self, self.refresh)

    def show_record(self, record: Accreditation) -> None:
        """Show the work processes of this accreditation."""
        self._accreditation = record
        self.refresh()

    def refresh(self) -> None:
        """Read again; the lines that were chosen stay so."""
        if self._accreditation is None:
            return
        try:
            picture = self._service.of(self._accreditation.id)
        except Exception as error:
            show_error(error, self)
            return
        self.model.set_rows(picture.lines)
        self.cover.setText("\n".join(cover_lines(picture.cover)))
        for widget, shown in (
            (self.table, bool(picture.lines)),
            (self.cover, bool(picture.lines)),
            (self.nothing, not picture.lines),
            (self.tick, bool(picture.lines) and self._may_change),
        ):
            widget.setVisible(shown)

    def open_child(self, child: Hashable) -> None:
        """Start "new" ones, or open one."""
        if child == "new":
            self.ask_paste()
        else:
            self.table.select_id(child)
            self.table.setFocus()

    def ask_paste(self) -> None:
        """A dialog to paste lines into."""
        about = self._about()
        if about is not None:
            pasted = PastedProcesses(accreditation_id=about)
            self._edit(_("Paste work processes"), PasteForm(), pasted, self._service.paste)

    def add_one(self) -> None:
        """A dialog with an empty work process."""
        about = self._about()
        if about is not None:
            form = WorkProcessForm(self._session)
            self._edit(_("Add work process"), form, self._service.new(about), self._service.save)

    def open_process(self, line: WorkProcessLine) -> None:
        """A dialog on one work process."""
        form = WorkProcessForm(self._session)
        form.set_read_only(not self._may_change)
        self._edit(_("Work process"), form, line.process, self._service.save)

    def turn(self, lines: Lines) -> None:
        """Can be practised here, all of these: no where all say yes, else yes."""
        if not lines:
            return
        wanted = not all(one.process.is_feasible for one in lines)
        ids = [one.id for one in lines]
        self._run(lambda: self._service.tick(ids, is_feasible=wanted))

    def ask_remove(self, lines: Lines) -> None:
        """Ask, then remove."""
        ids = [one.id for one in lines]
        ask(
            self,
            _("Remove this?"),
            ngettext(
                "{n} work process will be removed. You can undo this with Ctrl+Z.",
                "{n} work processes will be removed. You can undo this with Ctrl+Z.",
                len(ids),
            ),
            Answer(
                text=_("Remove"),
                then=lambda: self._run(lambda: self._service.remove(ids)),
                kind="danger",
            ),
            Answer(text=_("Keep"), kind="primary"),
        )

    # -- inside ----------------------------------------------------------------------------------

    def _about(self) -> UUID | None:
        if self._accreditation is None or not self._may_change:
            return None
        return self._accreditation.id

    def _edit(
        self, title: str, form: RecordForm[Any], record: object, save: Callable[..., object]
    ) -> None:
        self.dialog = RecordDialog.edit(self.window(), title, form, record, save, self._desk.saves)
        self.dialog.accepted.connect(self.refresh)

    def _run(self, action: Callable[[], object]) -> None:
        self._desk.saves.run(
            action,
            then=lambda _done: self.refresh(),
            failed=lambda error: show_error(error, self),
            owner=self,
        )

    def _turn_chosen(self) -> None:
        if not self.table.selected_rows():
            self.table.selectRow(0)
        self.turn(self.table.selected_rows())

    def _actions(self) -> tuple[RowAction, ...]:
        return (
            RowAction(text=N_("Here: yes or no"), do=self.turn, icon="check", keys="Space"),
            RowAction(
                text=N_("Add one …"),
                do=lambda _rows: self.add_one(),
                icon="plus",
                keys="Ins",
                fits=lambda _rows: True,
            ),
            RowAction(
                text=N_("Change …"), do=lambda rows: self.open_process(rows[0]), icon="pencil"
            ),
            RowAction(text=N_("Remove …"), do=self.ask_remove, icon="trash-2", keys="Del"),
        )

    def _lay_out(self) -> None:
        buttons = QWidget()
        row = FlowLayout(buttons)
        for button, then in (
            (self.paste, self.ask_paste),
            (self.add, self.add_one),
            (self.tick, self._turn_chosen),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, then=then: then())
            row.addWidget(button)
        buttons.setVisible(self._may_change)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(8)
        column.addWidget(buttons)
        column.addWidget(self.cover)
        column.addWidget(self.nothing)
        column.addWidget(self.table, 1)
        column.addStretch(0)
