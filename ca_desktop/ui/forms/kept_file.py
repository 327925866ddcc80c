"""A file that is kept inside the store, looked at in the program: nothing is written anywhere."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ca_desktop.domain.documents import Showing, showing_of, text_of
from ca_desktop.i18n import _
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.dialog_room import resize_within_screen
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.file_dialog import ask_save
from ca_desktop.ui.kit.flow import FlowLayout
from ca_desktop.ui.kit.icons import icon
from ca_desktop.ui.kit.marks import Notice, label
from ca_desktop.ui.kit.preview import Preview
from ca_desktop.ui.kit.question import Answer, ask


def kept_kinds() -> str:
    """Which files a dialog offers: what is usual for a paper, or all."""
    usual = _("Documents") + " (*.pdf *.png *.jpg *.jpeg *.docx *.odt *.txt)"
    return usual + ";;" + _("All files") + " (*)"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """The bytes of a file under its own name, and what it is called here."""

    title: str
    file_name: str
    content: bytes = field(repr=False)


class KeptFileDialog(QDialog):
    """A PDF page by page, a picture or text as it is, and of other files only what can be done.

    `save_as(path)` writes the bytes outside the store and records that; None: it may not leave.
    """

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        file: KeptFile,
        save_as: Callable[[Path], object] | None,
    ) -> None:
        super().__init__(parent)
        self._desk, self.file, self._save_as = desk, file, save_as
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(file.title)
        self.notice = Notice("", "good")
        self.save = QPushButton(icon("download"), " " + _("Save as …"))
        self.save.setAutoDefault(False)
        self.save.clicked.connect(lambda: self.ask_to_save())
        self.save.setVisible(save_as is not None)
        buttons = QWidget()
        row = FlowLayout(buttons)
        row.addWidget(self.save)
        row.addWidget(label(file.file_name, "muted", wrap=False))
        self.shown = _shown(file)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(buttons)
        column.addWidget(self.notice)
        column.addWidget(self.shown, 1)
        resize_within_screen(self, 900)

    def ask_to_save(self) -> None:
        """Say what saving means, then ask where."""
        ask(
            self,
            _("Save outside the centre?"),
            _(
                "The file is then readable for everybody who can open that folder: it is no longer "
                "encrypted. Throw it away when you are done. That you saved it is recorded."
            ),
            Answer(text=_("Choose a place …"), then=self._choose, kind="primary"),
            Answer(text=_("Go back")),
        )

    def save_to(self, path: Path) -> None:
        """Write the bytes to this file."""
        if self._save_as is None:
            return
        save_as = self._save_as
        self._desk.saves.run(
            lambda: save_as(path),
            then=lambda _done: self.notice.say(_("Saved as {path}.", path=path), "good"),
            failed=lambda error: show_error(error, self),
            owner=self,
        )

    def _choose(self) -> None:
        name = self.file.file_name
        ending = name.rpartition(".")[2] if "." in name else "*"
        ask_save(self, _("Save as …"), name, ending, self.save_to)


class PictureView(QScrollArea):
    """A picture, never wider than the window."""

    def __init__(self, image: QImage, text: str) -> None:
        super().__init__()
        self._image = image
        self.sheet = QLabel()
        self.sheet.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.sheet.setAccessibleName(text)
        self.setWidget(self.sheet)
        self.setWidgetResizable(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drawn anew at the width that there is."""
        super().resizeEvent(event)
        ratio = self.devicePixelRatioF()
        width = min(self._image.width(), round((self.viewport().width() - 16) * ratio))
        scaled = self._image.scaledToWidth(
            max(1, width), Qt.TransformationMode.SmoothTransformation
        )
        picture = QPixmap.fromImage(scaled)
        picture.setDevicePixelRatio(ratio)
        self.sheet.setPixmap(picture)


def _shown(file: KeptFile) -> QWidget:
    """What can be looked at of this file; a damaged one says so."""
    way = showing_of(file.content)
    if way is Showing.PICTURE:
        image = QImage.fromData(file.content)
        if not image.isNull():
            return PictureView(image, file.title)
    if way is Showing.PDF:
        preview = Preview(may_save=False)
        if preview.try_pdf(file.content):
            return preview
    if way is Showing.TEXT:
        words = QPlainTextEdit(text_of(file.content) or "")
        words.setReadOnly(True)
        words.setAccessibleName(file.title)
        return words
    if way is Showing.NOT:
        return _told(_("This kind of file can't be shown here. Save it to look at it."))
    return _told(
        _("This file can't be shown: it is damaged or has a password. Save it to look at it.")
    )


def _told(text: str) -> QWidget:
    words = label(text, "muted")
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return words
