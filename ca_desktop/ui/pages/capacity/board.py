"""The left half of the page: the board with what one has to know about it, or what to do first."""

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ca_desktop.i18n import _
from ca_desktop.ui.kit.empty_state import EmptyState
from ca_desktop.ui.kit.marks import Notice, label
from ca_desktop.ui.kit.two_panes import TwoPanes
from ca_desktop.ui.pages.capacity.grid import BoardGrid
from ca_desktop.ui.pages.capacity.model import BoardModel

SHARE = 72  # percent of the width


class BoardPane(QStackedWidget):
    """The grid under its notices; where nobody is on the board, one sentence and a button."""

    def __init__(self, model: BoardModel, to_supervisors: Callable[[], object]) -> None:
        super().__init__()
        self._model = model
        self.grid = BoardGrid(model)
        self.note = Notice("", "")
        self.legend = label(
            _("Minutes of guidance needed / available. Enter shows who is behind a cell."), "help"
        )
        self.partial = label(
            _("Where you may not open the restricted block, the intensity of the role counts."),
            "help",
        )
        self.partial.hide()
        self.addWidget(self._whole())
        self.addWidget(
            EmptyState(
                _("In this week nobody is placed, and no supervisor has hours."),
                _("Go to supervisors"),
                to_supervisors,
                "clock",
            )
        )

    def show_state(self, *, is_thought: bool, is_complete: bool) -> None:
        """Say whether this is how it stands or only thought of, and what is not counted in."""
        words = _("This is how it would be. Dashed cells change; nothing is saved.")
        self.note.say(words if is_thought else "", "")
        self.partial.setVisible(not is_complete)
        self.setCurrentIndex(1 if self._model.is_empty else 0)

    def _whole(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(12, 0, 4, 8)
        column.setSpacing(6)
        column.addWidget(self.note)
        column.addWidget(self.grid, 1)
        column.addWidget(self.legend)
        column.addWidget(self.partial)
        return whole


class BoardPanes(TwoPanes):
    """The board and what stands beside it; where there is little room, one at a time."""

    def __init__(self, board: QWidget, beside: QWidget) -> None:
        super().__init__(board, beside, SHARE)

    def _back_text(self) -> str:
        return _("Back to the board")
