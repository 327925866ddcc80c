"""Every code of a list that is read in, with what would become of it, and which are taken along."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ca_desktop.domain.qualification_rows import Difference, QualificationRow, counts
from ca_desktop.i18n import N_, _
from ca_desktop.ui.kit.fields.choice import CalmComboBox
from ca_desktop.ui.kit.marks import Notice
from ca_desktop.ui.kit.table import RowAction, Table
from ca_desktop.ui.kit.table_model import Column, RowsModel

_ICONS = {
    Difference.NEW: "plus",
    Difference.CHANGED: "pencil",
    Difference.WRONG: "circle-alert",
}
_FIRST = (Difference.WRONG, Difference.CHANGED, Difference.NEW, Difference.SAME, Difference.GONE)
_MOST_NUMBERS = 4


class RowsPane(QWidget):
    """`chosen` are the codes to take in; `changed` after every choice."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[QualificationRow] = ()
        self.chosen: frozenset[str] = frozenset()
        self._in_use: Collection[str] = ()
        self._takes_same = False
        self.model: RowsModel[QualificationRow] = RowsModel(self._columns())
        self.table = Table(self.model, _("Codes of the list"))
        self.table.set_actions(
            (RowAction(text=N_("Leave out or take along"), do=self._switch, keys="Space"),)
        )
        self.table.current_changed.connect(self._say_reason)
        self.shown = CalmComboBox()
        self.shown.setAccessibleName(_("Which codes are shown"))
        self.shown.currentIndexChanged.connect(lambda _place: self._show())
        self.reason = Notice()
        self.switch = self._button(_("Leave out or take along (Space)"))
        self.switch.clicked.connect(lambda: self._switch(self.table.selected_rows()))
        self.all_or_none = self._button(_("Take along all or none"))
        self.all_or_none.clicked.connect(lambda: self._switch(self._visible()))
        row = QHBoxLayout()
        row.addWidget(self.shown)
        row.addStretch(1)
        row.addWidget(self.all_or_none)
        row.addWidget(self.switch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        column.addWidget(self.reason)
        self.setFocusProxy(self.table)

    def show_rows(self, rows: Sequence[QualificationRow], in_use: Collection[str]) -> None:
        """Show these rows; new and changed ones are taken along until somebody leaves them out."""
        self.rows = sorted(rows, key=lambda row: _FIRST.index(row.difference))
        self._in_use, self._takes_same = in_use, False
        taken = (Difference.NEW, Difference.CHANGED)
        self.chosen = frozenset(row.id for row in rows if row.difference in taken)
        found = counts(rows)
        self.shown.blockSignals(True)
        self.shown.clear()
        self.shown.addItem(_("Everything ({n})", n=len(rows)), None)
        for one in _FIRST:
            if found[one]:
                self.shown.addItem(f"{one.text} ({found[one]})", one.value)
        self.shown.blockSignals(False)
        self._show()

    def take_same(self, on: bool) -> None:
        """Whether codes that are the same are taken along too: then they count as checked."""
        self._takes_same = on
        same = frozenset(row.id for row in self.rows if row.difference is Difference.SAME)
        self.chosen = self.chosen | same if on else self.chosen - same
        self._show()

    def _columns(self) -> list[Column[QualificationRow]]:
        return [
            Column[QualificationRow](
                N_("What happens"),
                text=self._what_happens,
                sort_key=lambda row: _FIRST.index(row.difference),
                icon=lambda row: _ICONS.get(row.difference, ""),
                width=260,
            ),
            Column[QualificationRow](N_("Code"), text=lambda row: row.code, width=70),
            Column[QualificationRow](N_("Qualification"), text=lambda row: row.name, width=190),
            Column[QualificationRow](
                N_("What differs: here → in the file"),
                text=lambda row: row.reason,
                tooltip=lambda row: row.reason,
                stretch=True,
            ),
            Column[QualificationRow](
                N_("In use"),
                text=lambda row: _("yes") if row.code in self._in_use else "",
                width=100,
                room=800,
            ),
            Column[QualificationRow](
                N_("Row"),
                text=_numbers,
                sort_key=lambda row: row.numbers or (1 << 30,),
                width=90,
                room=1000,
            ),
        ]

    def _what_happens(self, row: QualificationRow) -> str:
        if row.difference is Difference.GONE:
            return _("stays: {state}", state=row.difference.text)
        if row.id not in self.chosen:
            return _("left out: {state}", state=row.difference.text)
        if row.difference is Difference.SAME:
            return _("counts as checked today")
        return _("reads in: {state}", state=row.difference.text)

    def _visible(self) -> list[QualificationRow]:
        wanted = self.shown.currentData()
        return [row for row in self.rows if wanted in (None, row.difference.value)]

    def _show(self) -> None:
        self.model.set_rows(self._visible())
        if self.table.current_row() is None and self.model.rowCount():
            self.table.selectRow(0)
        self._say_reason(self.table.current_row())
        self.changed.emit()

    def _switch(self, rows: Sequence[QualificationRow]) -> None:
        fits = [row for row in rows if row.may_be_taken]
        codes = {
            row.id for row in fits if self._takes_same or row.difference is not Difference.SAME
        }
        self.chosen = self.chosen - codes if codes <= self.chosen else self.chosen | codes
        self.table.viewport().update()
        self.changed.emit()

    def _say_reason(self, row: QualificationRow | None) -> None:
        """All that differs or is wrong, where the column has no room for it."""
        words = row.reason if row is not None else ""
        if row is not None and row.difference is Difference.GONE:
            words = _(
                "The file does not have {code}. It stays; fill in an end yourself.", code=row.code
            )
        self.reason.say(words, "danger" if row is not None and row.problems else "")

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        return button


def _numbers(row: QualificationRow) -> str:
    words = ", ".join(str(one) for one in row.numbers[:_MOST_NUMBERS])
    return f"{words} …" if len(row.numbers) > _MOST_NUMBERS else words
