"""Asking where to save a file, or which file or folder to open: one way for the whole window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QTreeView, QWidget

_LAST = "last-folder"  # a property of the application: where somebody saved or opened before
_KIND_COLUMN = 2

Then = Callable[[Path], object]


def ask_save(parent: QWidget, title: str, name: str, ending: str, then: Then) -> QFileDialog:
    """Ask where to save; `name` is proposed, `ending` ('pdf') is added where it was left out."""
    dialog = _made(parent, title, then)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(f"*.{ending}")
    dialog.setDefaultSuffix(ending)
    dialog.selectFile(name)
    dialog.open()
    return dialog


def ask_file(parent: QWidget, title: str, kinds: str, then: Then) -> QFileDialog:
    """Ask for a file that is there; `kinds` is as Qt reads it: 'Pictures (*.png *.jpg)'."""
    dialog = _made(parent, title, then)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(kinds)
    dialog.open()
    return dialog


def ask_folder(parent: QWidget, title: str, then: Then, start: Path | None = None) -> QFileDialog:
    """Ask for a folder that is there; it begins in `start` when that is there."""
    dialog = _made(parent, title, then)
    if start is not None and start.is_dir():
        dialog.setDirectory(str(start))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.open()
    return dialog


def _made(parent: QWidget, title: str, then: Then) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(_start()))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def chosen(name: str) -> None:
        path = Path(name)
        _application().setProperty(_LAST, str(path.parent))
        then(path)

    dialog.fileSelected.connect(chosen)
    columns = dialog.findChild(QTreeView)  # there only where Qt draws the dialog itself
    if columns is not None:
        columns.setColumnHidden(_KIND_COLUMN, True)
    return dialog


def _start() -> Path:
    """Where somebody was before, else the folder with documents, never where we were started."""
    last = _application().property(_LAST)
    places = QStandardPaths.standardLocations(QStandardPaths.StandardLocation.DocumentsLocation)
    for place in (*([last] if last else []), *places):
        if Path(place).is_dir():
            return Path(place)
    return Path.home()


def _application() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("there is no QApplication yet")
    return app
