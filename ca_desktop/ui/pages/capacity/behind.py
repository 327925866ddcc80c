"""Beside the board: what the cell under the cursor says, and who is behind it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ca_desktop.domain.capacity import LoadState
from ca_desktop.i18n import N_, _, ngettext
from ca_desktop.services.capacity import Behind, PersonBehind
from ca_desktop.ui.kit.marks import Tone, label, restyle
from ca_desktop.ui.kit.table import RowAction, Table
from ca_desktop.ui.kit.table_model import Column, RowsModel

_TONES: dict[LoadState | None, Tone] = {LoadState.TIGHT: "warning", LoadState.OVER: "danger"}


class BehindPanel(QWidget):
    """`person_asked(participant_id)` when somebody in the list is opened."""

    person_asked = Signal(object)

    columns = (
        Column[PersonBehind](
            N_("Participant"),
            text=lambda one: one.line.participant.sorted_form,
            sort_key=lambda one: one.line.participant.sort_key,
            tooltip=lambda one: f"{one.line.participant.full} ({one.line.participant_number})",
            stretch=True,
        ),
        Column[PersonBehind](N_("Role"), text=lambda one: one.line.role, width=104),
        Column[PersonBehind](
            N_("Phase"),
            text=lambda one: _("starting") if one.is_starting else "",
            icon=lambda one: "clock" if one.is_starting else "",
            width=104,
            room=430,
        ),
    )

    def __init__(self) -> None:
        super().__init__()
        self.cell = label("", "heading")
        self.load = label("", "label")
        self.help = label(_("Enter shows who is behind this cell."), "help")
        self.others = label("", "muted")
        self.model: RowsModel[PersonBehind] = RowsModel(self.columns)
        self.table = Table(self.model, _("Who is behind this cell"))
        self.table.set_actions(
            (RowAction(text=N_("Open participant"), do=lambda rows: self._open(rows[0])),)
        )
        self.table.opened.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        for words in (self.cell, self.load, self.help):
            column.addWidget(words)
        column.addWidget(self.table, 1)
        column.addWidget(self.others)
        column.addStretch(0)
        self.show_cell("", "", None)

    def show_cell(self, where: str, load: str, state: LoadState | None) -> None:
        """Say which cell this is; who is behind it comes when asked."""
        self.cell.setText(where or _("Choose a cell on the board."))
        self.load.setText(load)
        self.load.setProperty("role", _TONES.get(state, "label"))
        restyle(self.load)
        self.help.setText(_("Enter shows who is behind this cell."))
        self.help.setVisible(bool(where))
        self.table.hide()
        self.others.setText("")

    def show_people(self, behind: Behind) -> None:
        """The people of the cell, and how many one may not see."""
        self.model.set_rows(behind.people)
        self.table.setVisible(bool(behind.people))
        self.help.setText(
            _("Enter opens the file.") if behind.people else _("Nobody whom you may see.")
        )
        if not behind.people and not behind.others:
            self.help.setText(_("Nobody is placed here."))
        more = ngettext(
            "And {n} person whom you may not see.",
            "And {n} people whom you may not see.",
            behind.others,
        )
        self.others.setText(more if behind.others else "")

    def take_focus(self) -> None:
        """Put the keyboard on the first of the people, where there is one."""
        if self.model.rowCount():
            self.table.selectRow(0)
            self.table.setFocus()

    def _open(self, one: PersonBehind) -> None:
        self.person_asked.emit(one.line.placement.participant_id)
