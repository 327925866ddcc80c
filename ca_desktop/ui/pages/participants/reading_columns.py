"""The second step of reading in a list: which column holds what."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from ca_desktop.domain.import_columns import ImportField, mapping_problem
from ca_desktop.domain.tables import TableIn
from ca_desktop.i18n import _
from ca_desktop.services.imports import Guess
from ca_desktop.ui.kit.fields.choice import CalmComboBox
from ca_desktop.ui.kit.marks import Notice, label

_EXAMPLES, _LONGEST = 3, 40


class ColumnsStep(QWidget):
    """`chosen` is the field per column; `changed` after every choice."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.boxes: list[CalmComboBox | None] = []
        self.intro = label("", "help")
        self.problem = Notice()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.intro)
        column.addWidget(self._area, 1)
        column.addWidget(self.problem)

    @property
    def chosen(self) -> tuple[ImportField | None, ...]:
        """What each column fills; None is left out."""
        picked = (box.currentData() if box is not None else None for box in self.boxes)
        return tuple(ImportField(one) if one else None for one in picked)  # Qt makes it a str

    def show_table(self, table: TableIn, guess: Guess) -> None:
        """Show the columns of a list, as they were guessed."""
        self.intro.setText(
            _("The columns are as you chose them for a list like this before. Check them.")
            if guess.is_remembered
            else _("The program guessed what each column holds. Check it and mend what is wrong.")
        )
        self.boxes = []
        body = QWidget()
        body.setObjectName("form-body")
        grid = QGridLayout(body)
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(16)
        headings = (_("Column in the file"), _("For example"), _("Goes to"))
        for place, text in enumerate(headings):
            grid.addWidget(label(text, "label", wrap=False), 0, place)
        for column, heading in enumerate(table.headings):
            self._add_row(grid, table, guess, column, heading or _("(no name)"))
        grid.setRowStretch(len(table.headings) + 1, 1)
        self._area.setWidget(body)
        first = next((box for box in self.boxes if box is not None), None)
        if first is not None:
            self.setFocusProxy(first)
        self._look()

    def _add_row(
        self, grid: QGridLayout, table: TableIn, guess: Guess, column: int, heading: str
    ) -> None:
        refused, row = guess.refused[column], column + 1
        grid.addWidget(label(_short(heading), wrap=False), row, 0)
        if refused is not None:
            notice = Notice(refused.text)
            grid.addWidget(notice, row, 1, 1, 2)
            self.boxes.append(None)
            return
        grid.addWidget(label(_examples(table, column), "muted"), row, 1)
        box = CalmComboBox()
        box.setAccessibleName(_("Column {heading} goes to", heading=heading))
        box.addItem(_("– leave out –"), None)
        for one in ImportField:
            box.addItem(one.text, one)
        found = guess.columns[column]
        box.setCurrentIndex(0 if found is None else list(ImportField).index(found) + 1)
        box.currentIndexChanged.connect(lambda _place: self._look())
        self.boxes.append(box)
        grid.addWidget(box, row, 2)

    def _look(self) -> None:
        self.problem.say(mapping_problem(self.chosen))
        self.changed.emit()


def _examples(table: TableIn, column: int) -> str:
    found = list(dict.fromkeys(table.values(column)))[:_EXAMPLES]
    return " · ".join(_short(" ".join(one.split())) for one in found)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
