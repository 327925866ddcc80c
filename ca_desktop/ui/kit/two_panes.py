"""A list and what is chosen from it: side by side where there is room, else one at a time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QPushButton, QSplitter, QVBoxLayout, QWidget

from ca_desktop.i18n import _
from ca_desktop.ui.kit.icons import icon
from ca_desktop.ui.kit.theme import theme

NARROW = 900  # px at 100 %: under this one pane fills the page


class TwoPanes(QWidget):
    """`share` is the part of the list in percent. `went_back` when somebody returns to the list."""

    went_back = Signal()

    def __init__(self, left: QWidget, right: QWidget, share: int) -> None:
        super().__init__()
        self._left, self._is_open = left, False
        self.back = QPushButton(icon("arrow-left"), f" {self._back_text()}")
        self.back.setToolTip("Alt+Left")
        self.back.setProperty("role", "link")
        self.back.clicked.connect(self.show_list)
        self._right = QWidget()
        column = QVBoxLayout(self._right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(right, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self._right)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(8)
        for place, part in enumerate((share, 100 - share)):
            self.splitter.setStretchFactor(place, part)
        self.splitter.setSizes([share * 10, (100 - share) * 10])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)
        key = QShortcut(QKeySequence("Alt+Left"), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.show_list)
        self._fit()

    @property
    def is_narrow(self) -> bool:
        """Whether there is room for one pane only."""
        return self.width() < theme().px(NARROW)

    @property
    def is_list_shown(self) -> bool:
        """Whether the list stands there to choose from."""
        return not self.is_narrow or not self._is_open

    def show_chosen(self) -> None:
        """Something was opened: where there is little room it takes the place of the list."""
        self._is_open = True
        self._fit()

    def show_list(self) -> None:
        """Back to the list."""
        self._is_open = False
        self._fit()
        self.went_back.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.is_narrow
        self._right.setVisible(not narrow or self._is_open)
        self._left.setVisible(self.is_list_shown)
        self.back.setVisible(narrow)

    def _back_text(self) -> str:
        return _("Back to the list")
