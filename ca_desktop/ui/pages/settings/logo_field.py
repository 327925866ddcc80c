"""A picture in a form: chosen from a file, shown small, taken away again."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ca_desktop.i18n import _
from ca_desktop.ui.kit.fields import Field
from ca_desktop.ui.kit.file_dialog import ask_file
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.kit.theme import theme

LARGEST = 500 * 1024
_STARTS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


class LogoField(Field[bytes | None]):
    """The bytes of a PNG or JPG of at most 500 KB, or None."""

    def __init__(self, text: str, *, help: str = "") -> None:
        super().__init__(text, help=help)
        self._bytes: bytes | None = None
        self.picture = QLabel()
        self.picture.setFixedSize(theme().px(160), theme().px(72))
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing = label(_("No logo yet"), "muted", wrap=False)
        self.choose = QPushButton(_("Choose a picture …"))
        self.remove = QPushButton(_("Remove logo"))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.picture, self.nothing, self.choose, self.remove):
            row.addWidget(widget)
        row.addStretch(1)
        self._build(holder)
        holder.setFocusProxy(self.choose)
        self.choose.clicked.connect(self._ask)
        self.remove.clicked.connect(self._take_away)
        self._draw()

    def take_file(self, path: Path) -> None:
        """Use this picture, or say why not."""
        try:
            if path.stat().st_size > LARGEST:
                self.set_problem(_("This picture is larger than 500 KB. Make it smaller first."))
                return
            found = path.read_bytes()
        except OSError as error:
            self.set_problem(_("The file can't be read: {why}.", why=error.strerror or ""))
            return
        if not found.startswith(_STARTS) or QImage.fromData(found).isNull():
            self.set_problem(_("Choose a PNG or JPG picture."))
            return
        self._bytes = found
        self._draw()
        self._touched()

    def _ask(self) -> None:
        kinds = _("Pictures") + " (*.png *.jpg *.jpeg)"
        ask_file(self, _("Choose a logo"), kinds, self.take_file)

    def _take_away(self) -> None:
        self._bytes = None
        self._draw()
        self._touched()

    def _draw(self) -> None:
        has = self._bytes is not None
        for widget in (self.picture, self.remove):
            widget.setVisible(has)
        self.nothing.setVisible(not has)
        self.picture.setAccessibleName(_("The logo of the centre"))
        if self._bytes is None:
            self.picture.clear()
            return
        ratio = self.devicePixelRatioF()
        drawn = QPixmap.fromImage(QImage.fromData(self._bytes)).scaled(
            self.picture.size() * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        drawn.setDevicePixelRatio(ratio)
        self.picture.setPixmap(drawn)

    def _read(self) -> bytes | None:
        return self._bytes

    def _show(self, value: bytes | None) -> None:
        self._bytes = value
        self._draw()
