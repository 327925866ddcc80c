"""The third step of reading in a list: every row with what is wrong, and which are left out."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ca_desktop.domain.participant_import import Columns, ImportRow, RowState, counts
from ca_desktop.domain.tables import TableIn
from ca_desktop.i18n import N_, _, ngettext
from ca_desktop.ui.kit.marks import Notice, label
from ca_desktop.ui.kit.table import RowAction, Table
from ca_desktop.ui.kit.table_model import Column, RowsModel

_ICONS = {
    RowState.GOOD: "circle-check",
    RowState.DOUBLE: "triangle-alert",
    RowState.PROBLEM: "circle-alert",
}


class CheckStep(QWidget):
    """`chosen` are the numbers of the rows to take in; `changed` after every choice."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[ImportRow] = ()
        self.chosen: frozenset[int] = frozenset()
        self.table: Table | None = None
        self.model: RowsModel[ImportRow] | None = None
        self.count = label("", "heading")
        self.only_wrong = QCheckBox(_("Only rows that need a look"))
        self.switch = QPushButton(_("Leave out or take along (Space)"))
        self.switch.setAutoDefault(False)
        self.reason = Notice()
        head = QHBoxLayout()
        head.addWidget(self.only_wrong)
        head.addStretch(1)
        head.addWidget(self.switch)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.count)
        self._column.addLayout(head)
        self._column.addWidget(self.reason)
        self.only_wrong.toggled.connect(lambda _on: self._show())
        self.switch.clicked.connect(lambda: self._switch(self._selected()))

    @property
    def left_out(self) -> list[ImportRow]:
        """The rows that are not taken in, in the order of the file."""
        return [row for row in self.rows if row.number not in self.chosen]

    def show_rows(self, table: TableIn, columns: Columns, rows: Sequence[ImportRow]) -> None:
        """Show these rows; the good ones are taken along, what may be double only by choice."""
        self.rows = rows
        self.chosen = frozenset(row.number for row in rows if row.state is RowState.GOOD)
        self.model = RowsModel(self._columns(table, columns))
        if self.table is not None:
            self._column.removeWidget(self.table)
            self.table.deleteLater()
        self.table = Table(self.model, _("Rows of the list"))
        self.table.set_actions(
            (RowAction(text=N_("Leave out or take along"), do=self._switch, keys="Space"),)
        )
        self.table.current_changed.connect(self._say_reason)
        self._column.insertWidget(2, self.table, 1)
        self.setFocusProxy(self.table)
        found = counts(rows)
        has_wrong = bool(found[RowState.PROBLEM] or found[RowState.DOUBLE])
        self.only_wrong.setEnabled(has_wrong)
        self.only_wrong.setChecked(False)
        self.count.setText(_counted(found))
        self._show()
        if rows:
            self.table.selectRow(0)

    def _columns(self, table: TableIn, columns: Columns) -> list[Column[ImportRow]]:
        mapped = [place for place, one in enumerate(columns) if one is not None]
        return [
            Column[ImportRow](
                N_("Row"),
                text=lambda row: str(row.number),
                sort_key=lambda row: row.number,
                width=72,
            ),
            Column[ImportRow](
                N_("What happens"),
                text=self._what_happens,
                icon=lambda row: _ICONS.get(row.state, ""),
                tooltip=lambda row: row.reason,
                width=250,
            ),
            *(_cell(table.headings[place], place) for place in mapped),
        ]

    def _what_happens(self, row: ImportRow) -> str:
        if row.number in self.chosen:
            return _("reads in") if row.state is RowState.GOOD else _("reads in all the same")
        return _("left out: {state}", state=row.state.text)

    def _show(self) -> None:
        if self.model is None:
            return
        wrong = self.only_wrong.isChecked()
        self.model.set_rows(
            [row for row in self.rows if not wrong or row.state is not RowState.GOOD]
        )
        self.changed.emit()

    def _switch(self, rows: Sequence[ImportRow]) -> None:
        numbers = {row.number for row in rows if row.state is not RowState.PROBLEM}
        if numbers <= self.chosen:
            self.chosen -= numbers
        else:
            self.chosen |= numbers
        if self.table is not None:
            self.table.viewport().update()
        self.changed.emit()

    def _selected(self) -> Sequence[ImportRow]:
        return self.table.selected_rows() if self.table is not None else ()

    def _say_reason(self, row: ImportRow | None) -> None:
        tone = "danger" if row is not None and row.problems else "warning"
        words = row.reason if row is not None else ""
        number = row.number if row is not None else 0
        said = _("Row {number}: {why}", number=number, why=words) if words else ""
        self.reason.say(said, "danger" if tone == "danger" else "warning")


def _cell(heading: str, place: int) -> Column[ImportRow]:
    def is_wrong(row: ImportRow) -> bool:
        return any(one.column == place for one in row.problems)

    def text(row: ImportRow) -> str:
        said = " ".join(row.cells[place].split())
        return _("not right: {text}", text=said) if is_wrong(row) else said

    return Column[ImportRow](
        heading,
        text=text,
        icon=lambda row: "circle-alert" if is_wrong(row) else "",
        tooltip=lambda row: "\n".join(p.message for p in row.problems if p.column == place),
        width=130,
    )


def _counted(found: dict[RowState, int]) -> str:
    problems, doubles = found[RowState.PROBLEM], found[RowState.DOUBLE]
    parts = [_("{n} good", n=found[RowState.GOOD])]
    if problems:
        parts.append(ngettext("{n} with a problem", "{n} with a problem", problems))
    if doubles:
        parts.append(ngettext("{n} possibly double", "{n} possibly double", doubles))
    return ", ".join(parts)
