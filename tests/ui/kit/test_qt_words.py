"""Qt's own dialogs speak Dutch: its own translation, and ours for what that one leaves out."""

import pytest
from PySide6.QtCore import QCoreApplication

from ca_desktop.ui.kit.theme import theme


@pytest.mark.parametrize(
    ("where", "english", "dutch"),
    [
        ("QFileDialog", "&Look in:", "&Zoeken in:"),
        ("QFileDialog", "File &name:", "Bestands&naam:"),
        ("QFileSystemModel", "Name", "Naam"),
        ("QPlatformTheme", "Cancel", "Annuleren"),
    ],
)
def test_a_word_of_qt_is_dutch(qapp, where: str, english: str, dutch: str) -> None:
    theme().use_language("nl")
    assert QCoreApplication.translate(where, english) == dutch


def test_a_word_that_nobody_translated_stays_as_it_is(qapp) -> None:
    theme().use_language("nl")
    assert QCoreApplication.translate("QFileDialog", "Nobody has this") == "Nobody has this"


def test_in_english_qt_speaks_english(qapp) -> None:
    theme().use_language("en")
    try:
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    finally:
        theme().use_language("nl")
