"""One thing out of a list: type to find, no change by a stray mouse wheel."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox

from ca_desktop.i18n import N_, _
from ca_desktop.ui.kit.fields.base import Field
from ca_desktop.ui.kit.icons import pixmap

T = TypeVar("T")
Options = Iterable[tuple[T, str]]


class CalmComboBox(QComboBox):
    """A combo box that leaves the mouse wheel to the page unless it has the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setMaxVisibleItems(14)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ignored without focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's own painting and our arrow, which follows the theme."""
        super().paintEvent(event)
        arrow = pixmap("chevron-down", "muted" if not self.isEnabled() else "ink", 16)
        side = arrow.deviceIndependentSize()
        painter = QPainter(self)
        painter.drawPixmap(
            round(self.width() - side.width() - 8),
            round((self.height() - side.height()) / 2),
            arrow,
        )
        painter.end()


class ChoiceField(Field[T | None]):
    """A value out of `options` (value, text), or None ('nothing chosen').

    `options` may be a callable; call `reload()` when what it gives has changed. For a StrEnum
    write `options=[(x, x.text) for x in Kind]`. A value that is no longer an option is kept.
    """

    _empty_text = N_("Choose one from the list.")

    def __init__(
        self,
        text: str,
        options: Options[T] | Callable[[], Options[T]] = (),
        *,
        help: str = "",
        required: bool = False,
        none_text: str | None = None,
    ) -> None:
        super().__init__(text, help=help, required=required)
        self._options = options
        self._none = none_text
        self._values: list[T | None] = []
        self.combo = CalmComboBox()
        self._build(self.combo)
        self.reload()
        self.combo.currentIndexChanged.connect(self._touched)

    def reload(self) -> None:
        """Read the options again; the chosen value stays."""
        chosen = self._read() if self._values else None
        options = self._options() if callable(self._options) else self._options
        self._quiet = True
        self.combo.clear()
        self._values = [None]
        self.combo.addItem(self._none if self._none is not None else _("– choose –"))
        for value, text in options:
            self._values.append(value)
            self.combo.addItem(text)
        self._show(chosen)
        self._quiet = False

    def set_options(self, options: Options[T]) -> None:
        """Offer these from now on."""
        self._options = list(options)
        self.reload()

    def _read(self) -> T | None:
        index = self.combo.currentIndex()
        return self._values[index] if 0 <= index < len(self._values) else None

    def _show(self, value: T | None) -> None:
        if value == "" and value not in self._values:
            value = None  # a new record that holds no choice yet
        if value not in self._values:
            self._values.append(value)
            self.combo.addItem(_("{value} (no longer in the list)", value=value))
        self.combo.setCurrentIndex(self._values.index(value))
