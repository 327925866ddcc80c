"""Asking for a file: in Dutch, from the folder with documents, with the ending that belongs."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ca_desktop.ui.kit.file_dialog import ask_save
from ca_desktop.ui.kit.theme import theme


def test_the_dialog_to_save_has_no_english_word(qtbot: QtBot) -> None:
    theme().use_language("nl")
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = ask_save(parent, "Papier opslaan", "functieblad", "pdf", lambda _path: None)
    words = {label.text() for label in dialog.findChildren(QLabel)}
    assert {"&Zoeken in:", "Bestands&type:"} <= words
    assert not {word for word in words if "Look" in word or "Files" in word}


def test_it_starts_in_the_documents_and_next_time_where_somebody_saved(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents, stick = tmp_path / "documenten", tmp_path / "stick"
    documents.mkdir()
    stick.mkdir()
    monkeypatch.setattr(
        QStandardPaths, "standardLocations", lambda _location: [str(documents)], raising=True
    )
    app = QApplication.instance()
    assert app is not None
    app.setProperty("last-folder", None)
    parent = QWidget()
    qtbot.addWidget(parent)
    chosen: list[Path] = []
    first = ask_save(parent, "Opslaan", "blad", "pdf", chosen.append)
    assert Path(first.directory().absolutePath()) == documents
    first.fileSelected.emit(str(stick / "blad.pdf"))
    assert chosen == [stick / "blad.pdf"]
    again = ask_save(parent, "Opslaan", "blad", "pdf", chosen.append)
    assert Path(again.directory().absolutePath()) == stick
    app.setProperty("last-folder", None)
