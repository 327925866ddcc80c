"""The preview of a paper: the PDF itself, rendered by pypdfium2, with save and print.

Writing the file and printing are done by whoever made the paper (so that it is journalled): the
widget emits `save_asked(path)` and `print_asked(printer)`.
"""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QPixmap, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ca_desktop.i18n import _
from ca_desktop.ui.kit.fields import ChoiceField
from ca_desktop.ui.kit.file_dialog import ask_save
from ca_desktop.ui.kit.flow import FlowLayout
from ca_desktop.ui.kit.icons import icon
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.kit.printing import printers
from ca_desktop.ui.kit.theme import theme

ZOOMS = (50, 75, 100, 125, 150, 200, 300)
_POINTS_TO_PX = 96 / 72


def render_page(pdf: bytes, page: int, scale: float) -> QImage:
    """One page (0 is the first) as a picture; scale 1.0 is 72 dots per inch."""
    import pypdfium2  # on first use: nobody needs it to sign in

    document = pypdfium2.PdfDocument(pdf)
    try:
        bitmap = document[page].render(scale=scale)
        image = QImage(
            bytes(bitmap.buffer),
            bitmap.width,
            bitmap.height,
            bitmap.stride,
            QImage.Format.Format_BGR888 if bitmap.n_channels == 3 else QImage.Format.Format_RGB32,
        )
        return image.copy()
    finally:
        document.close()


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of each page, in points."""
    import pypdfium2  # on first use: nobody needs it to sign in

    document = pypdfium2.PdfDocument(pdf)
    try:
        return [document[number].get_size() for number in range(len(document))]
    finally:
        document.close()


class Preview(QWidget):
    """Shows PDF bytes page by page. Ctrl++/-, F for the full width, PgUp/PgDn for the pages."""

    save_asked = Signal(Path)
    print_asked = Signal(str)

    def __init__(self, file_name: str = "", *, may_save: bool = True) -> None:
        super().__init__()
        self.file_name = file_name
        self.pdf = b""
        self.page = 0
        self._zoom = 0  # 0: the width of the window
        self._sizes: list[tuple[float, float]] = []
        self.sheet = QLabel()
        self.sheet.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.sheet.setAccessibleName(_("Preview of the paper"))
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidget(self.sheet)
        self._area.setWidgetResizable(True)
        self.count = label("", "muted", wrap=False)
        self._paging: list[QWidget] = [self.count]
        self.save_button = QPushButton(icon("download"), " " + _("Save …"))
        self.save_button.setVisible(may_save)
        self.print_button = QPushButton(icon("printer"), " " + _("Print …"))
        self.print_button.setVisible(may_save)
        self._lay_out()
        self.save_button.clicked.connect(self._choose_file)
        self.print_button.clicked.connect(self._choose_printer)
        self.setFocusProxy(self._area)

    def show_pdf(self, pdf: bytes, file_name: str = "") -> None:
        """Show this paper from its first page."""
        self.pdf, self.page = pdf, 0
        self.file_name = file_name or self.file_name
        self._sizes = page_sizes(pdf)
        for one in self._paging:
            one.setVisible(len(self._sizes) > 1)
        self._draw()

    def try_pdf(self, pdf: bytes) -> bool:
        """Show this paper when it can be read at all: it may be damaged or have a password."""
        import pypdfium2  # on first use: nobody needs it to sign in

        try:
            self.show_pdf(pdf)
        except pypdfium2.PdfiumError:
            self.clear()
            return False
        return bool(self._sizes)

    def clear(self) -> None:
        """Show nothing."""
        self.pdf, self._sizes = b"", []
        self.sheet.clear()
        self.count.clear()

    def go(self, page: int) -> None:
        """Go to a page; outside the paper nothing happens."""
        if 0 <= page < len(self._sizes):
            self.page = page
            self._area.verticalScrollBar().setValue(0)
            self._draw()

    def zoom(self, step: int) -> None:
        """One step larger or smaller; 0 is the width of the window."""
        if step == 0:
            self._zoom = 0
        else:
            here = self._zoom or 100
            nearest = min(range(len(ZOOMS)), key=lambda i: abs(ZOOMS[i] - here))
            self._zoom = ZOOMS[min(len(ZOOMS) - 1, max(0, nearest + step))]
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.pdf and self._zoom == 0:
            self._draw()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(700), theme().px(800))

    def _draw(self) -> None:
        if not self.pdf:
            return
        width, _height = self._sizes[self.page]
        ratio = self.devicePixelRatioF()
        shown = self._zoom / 100 * _POINTS_TO_PX
        if self._zoom == 0:
            shown = max(0.2, (self._area.width() - theme().px(12) - 24) / width)
        image = render_page(self.pdf, self.page, shown * ratio)
        picture = QPixmap.fromImage(image)
        picture.setDevicePixelRatio(ratio)
        self.sheet.setPixmap(picture)
        words = _("page {n} of {total}", n=self.page + 1, total=len(self._sizes))
        self.count.setText(words)
        self.sheet.setAccessibleDescription(words)

    def _lay_out(self) -> None:
        tools = QWidget()
        bar = FlowLayout(tools, spacing=4)
        self.count.setFixedHeight(theme().px(32))
        for name, words, keys, then in (
            ("chevron-left", _("Previous page"), "PgUp", lambda: self.go(self.page - 1)),
            ("chevron-right", _("Next page"), "PgDown", lambda: self.go(self.page + 1)),
            ("zoom-out", _("Smaller"), "-", lambda: self.zoom(-1)),
            ("zoom-in", _("Larger"), "+", lambda: self.zoom(1)),
            ("move-horizontal", _("Fit the width"), "F", lambda: self.zoom(0)),
        ):
            tool = self._tool(name, words, keys, then)
            bar.addWidget(tool)
            if keys.startswith("Pg"):
                self._paging.append(tool)
            if keys == "PgDown":
                bar.addWidget(self.count)
        bar.addWidget(self.save_button)
        bar.addWidget(self.print_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        above = QVBoxLayout()
        above.setContentsMargins(16, 8, 16, 8)
        above.addWidget(tools)
        column.addLayout(above)
        column.addWidget(self._area, 1)

    def _tool(self, name: str, words: str, keys: str, then: Any) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name))
        button.setAccessibleName(words)
        button.setToolTip(f"{words} ({keys})")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: then())
        short = QShortcut(QKeySequence(keys), self)
        short.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        short.activated.connect(then)
        return button

    def _choose_file(self) -> None:
        ask_save(self, _("Save the paper"), self.file_name, "pdf", self.save_asked.emit)

    def _choose_printer(self) -> None:
        PrinterDialog(self, printers()).ask(self.print_asked.emit)


class PrinterDialog(QDialog):
    """Which printer; the default one stands first."""

    def __init__(self, parent: QWidget | None, names: list[str]) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Print"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.printer: ChoiceField[str] = ChoiceField(_("Printer"), [(n, n) for n in names])
        self.printer.value = names[0] if names else None
        self.go = QPushButton(_("Print"))
        self.go.setProperty("role", "primary")
        self.go.setEnabled(bool(names))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.addWidget(self.printer)
        if not names:
            column.addWidget(label(_("No printer was found on this computer."), "help"))
        column.addWidget(self.go)

    def ask(self, then: Any) -> None:
        """Open, and call `then(printer)` when somebody prints."""

        def chosen() -> None:
            name = self.printer.value
            self.accept()
            if name is not None:
                then(name)

        self.go.clicked.connect(chosen)
        self.open()
