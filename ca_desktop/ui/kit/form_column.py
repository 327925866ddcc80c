"""The outside of a form: headings, the column that scrolls, the buttons, the order of Tab."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ca_desktop.i18n import _
from ca_desktop.ui.kit.flow import least_size
from ca_desktop.ui.kit.marks import Notice, Tone, label


class _Body(QWidget):
    """What scrolls: as tall as its texts are at this width, with no empty stretch under it."""

    def minimumSizeHint(self) -> QSize:
        return least_size(self, super().minimumSizeHint())


class FormColumn(QWidget):
    """One column that scrolls, with a row of buttons under it; knows nothing of values."""

    save_asked = Signal()

    def __init__(self, save_text: str = "", *, buttons: bool = True) -> None:
        super().__init__()
        self.notice = Notice("", "danger")
        self.body = _Body()
        self.body.setObjectName("form-body")
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(16, 8, 16, 16)
        self.column.setSpacing(12)
        self.column.addWidget(self.notice)
        self._end = self.column.count()
        self.column.addStretch(1)
        area = QScrollArea()
        area.setWidget(self.body)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area = area
        outer = self._outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(area, 1)
        self._save_text = save_text or _("Save")
        self.save_button = QPushButton(self._save_text)
        self.save_button.setProperty("role", "primary")
        self.button_row = QHBoxLayout()
        self._build_buttons(outer, buttons)

    @property
    def is_dirty(self) -> bool:
        """Whether something here is not saved; a column without values never is."""
        return False

    def section(self, title: str, help: str = "") -> None:
        """A heading; the fields added after it stand under it."""
        self.place(label(title, "heading"))
        if help:
            self.place(label(help, "help"))

    def say_on_top(self, text: str, tone: Tone = "warning") -> None:
        """A message about the whole form, brought into sight."""
        self.notice.say(text, tone)
        self.area.verticalScrollBar().setValue(0)

    def put_on_top(self, widget: QWidget) -> None:
        """Above everything that scrolls, such as a title."""
        self._outer.insertWidget(0, widget)

    def place(self, widget: QWidget) -> None:
        """Put any widget at the end of the column."""
        self.column.insertWidget(self._end, widget)
        self._end += 1

    def side_by_side(self, *widgets: QWidget) -> None:
        """These, which were placed last, share a row: for short fields that belong together."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for widget in widgets:
            self.column.removeWidget(widget)
            row.addWidget(widget, 1, Qt.AlignmentFlag.AlignTop)
        self._end -= len(widgets)
        self.place(holder)

    def add_button(self, text: str, then: Callable[[], object]) -> QPushButton:
        """A further button beside Save."""
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: then())
        self.button_row.insertWidget(1, button)
        return button

    def add_danger(self, text: str, then: Callable[[], object]) -> QPushButton:
        """A destructive button: apart at the other end, never on Enter. Say what it destroys."""
        button = QPushButton(text)
        button.setProperty("role", "danger")
        button.setAutoDefault(False)
        button.clicked.connect(lambda: then())
        self.button_row.addWidget(button)
        return button

    def be_flush(self) -> None:
        """No margins of its own: the card or section around it has them."""
        self.column.setContentsMargins(2, 4, 12, 8)
        self.button_row.setContentsMargins(0, 8, 0, 0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._order_tabs()
        _SaveKey.of(self.window())

    def _order_tabs(self) -> None:
        """Tab goes through the fields as they are read, then to the buttons.

        Without this the buttons come first: they were in the window before the fields.
        """
        bar = [
            item.widget()
            for i in range(self.button_row.count())
            if (item := self.button_row.itemAt(i)) is not None
        ]
        chain = [w for w in self.body.findChildren(QWidget) if self._takes_tab(w)]
        chain += [w for w in bar if w is not None]
        for one, following in pairwise(chain):
            QWidget.setTabOrder(one, following)

    def _takes_tab(self, widget: QWidget) -> bool:
        return (
            bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
            and widget.focusProxy() is None
            and widget.window() is self.window()
        )

    def _build_buttons(self, outer: QVBoxLayout, shown: bool) -> None:
        bar = QWidget()
        bar.setLayout(self.button_row)
        self.button_row.setContentsMargins(16, 8, 16, 8)
        self.button_row.addWidget(self.save_button)
        self.button_row.addStretch(1)
        bar.setVisible(shown)
        outer.addWidget(bar)
        self.save_button.setToolTip("Ctrl+S")
        self.save_button.clicked.connect(lambda: self.save_asked.emit())


class _SaveKey(QShortcut):
    """Ctrl+S of a window: the form that is unsaved, wherever in the window the keyboard is."""

    @classmethod
    def of(cls, window: QWidget) -> None:
        """Give this window its key, once: two of them would answer to nothing."""
        if window.findChild(cls, options=Qt.FindChildOption.FindDirectChildrenOnly) is None:
            cls(QKeySequence.StandardKey.Save, window).activated.connect(lambda: _save_in(window))


def _save_in(window: QWidget) -> None:
    forms = [form for form in window.findChildren(FormColumn) if form.isVisible()]
    focus = window.focusWidget()
    mine = [form for form in forms if focus is not None and form.isAncestorOf(focus)]
    dirty = [form for form in forms if form.is_dirty]
    chosen = [form for form in mine if form in dirty] or dirty or mine
    if chosen:
        chosen[-1].save_asked.emit()
