"""A step of reading in a list, whatever it is about: which column holds what."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from ca_desktop.domain.tables import TableIn
from ca_desktop.i18n import _
from ca_desktop.ui.kit.fields.choice import CalmComboBox
from ca_desktop.ui.kit.marks import Notice, label

_EXAMPLES, _LONGEST = 3, 40


F = TypeVar("F", bound=StrEnum)


class ColumnsStep(QWidget, Generic[F]):
    """`chosen` is the field per column; `changed` after every choice.

    `fields` are what a column can fill, `text` how each is called, and `problem(chosen)` what is
    wrong with the choice as a whole, or ''.
    """

    changed = Signal()

    def __init__(
        self,
        fields: type[F],
        text: Callable[[F], str],
        problem: Callable[[Sequence[F | None]], str],
    ) -> None:
        super().__init__()
        self._fields, self._text, self._problem = fields, text, problem
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
    def chosen(self) -> tuple[F | None, ...]:
        """What each column fills; None is left out."""
        picked = (box.currentData() if box is not None else None for box in self.boxes)
        return tuple(self._fields(one) if one else None for one in picked)  # Qt makes it a str

    @property
    def has_problem(self) -> bool:
        """Whether the list can't be read in like this."""
        return bool(self._problem(self.chosen))

    def show_table(
        self,
        table: TableIn,
        guessed: Sequence[F | None],
        *,
        is_remembered: bool,
        refused: Sequence[str] = (),
    ) -> None:
        """Show the columns of a list, as they were guessed; `refused` says why a column is never
        read in, '' for the others.
        """
        self.intro.setText(
            _("The columns are as you chose them for a list like this before. Check them.")
            if is_remembered
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
            grid.addWidget(label(_short(heading or _("(no name)")), wrap=False), column + 1, 0)
            why = refused[column] if refused else ""
            if why:
                grid.addWidget(Notice(why), column + 1, 1, 1, 2)
                self.boxes.append(None)
            else:
                self._add_row(grid, table, guessed[column], column)
        grid.setRowStretch(len(table.headings) + 1, 1)
        self._area.setWidget(body)
        first = next((box for box in self.boxes if box is not None), None)
        if first is not None:
            self.setFocusProxy(first)
        self._look()

    def _add_row(self, grid: QGridLayout, table: TableIn, found: F | None, column: int) -> None:
        heading, fields = table.headings[column] or _("(no name)"), list(self._fields)
        grid.addWidget(label(_examples(table, column), "muted"), column + 1, 1)
        box = CalmComboBox()
        box.setAccessibleName(_("Column {heading} goes to", heading=heading))
        box.addItem(_("– leave out –"), None)
        for one in fields:
            box.addItem(self._text(one), one)
        box.setCurrentIndex(0 if found is None else fields.index(found) + 1)
        box.currentIndexChanged.connect(lambda _place: self._look())
        self.boxes.append(box)
        grid.addWidget(box, column + 1, 2)

    def _look(self) -> None:
        self.problem.say(self._problem(self.chosen))
        self.changed.emit()


def _examples(table: TableIn, column: int) -> str:
    found = list(dict.fromkeys(table.values(column)))[:_EXAMPLES]
    return " · ".join(_short(" ".join(one.split())) for one in found)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
