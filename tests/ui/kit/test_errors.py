"""Errors: a message as it is, a bug without a single name in its report."""

import sys

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit

from ca_desktop import paths
from ca_desktop.domain.errors import NotFound
from ca_desktop.ui.kit.errors import crash_details, install_excepthook, show_error


def a_bug() -> Exception:
    person = "Jolanda Zwartepoorte"
    try:
        raise ValueError(f"{person} has no role")
    except ValueError as error:
        return error


def test_a_message_is_shown_as_it_is(qtbot):
    question = show_error(NotFound("Deze deelnemer is er niet meer."))
    qtbot.addWidget(question)
    words = {one.text() for one in question.findChildren(QLabel)}
    assert "Deze deelnemer is er niet meer." in words
    assert not paths.crash_folder().exists()


def test_a_crash_report_holds_no_name(qtbot):
    question = show_error(a_bug())
    qtbot.addWidget(question)
    [file] = paths.crash_folder().glob("*.txt")
    for text in (file.read_text(), question.findChild(QPlainTextEdit).toPlainText()):
        assert "ValueError" in text
        assert "test_errors.py" in text
        assert "Jolanda" not in text


def test_copied_details_hold_no_name(qtbot):
    question = show_error(a_bug())
    qtbot.addWidget(question)
    question.buttons[0].click()
    assert "ValueError" in QApplication.clipboard().text()
    assert "Jolanda" not in QApplication.clipboard().text()


def test_the_cause_of_a_bug_is_told_too():
    try:
        try:
            raise KeyError("geheim")
        except KeyError as error:
            raise RuntimeError("ook geheim") from error
    except RuntimeError as error:
        details = crash_details(error)
    assert "KeyError" in details
    assert "geheim" not in details


@pytest.fixture
def _hook_put_back():
    old = sys.excepthook
    yield
    sys.excepthook = old


@pytest.mark.usefixtures("_hook_put_back")
def test_what_nobody_caught_ends_in_the_dialog(qtbot):
    install_excepthook()
    bug = a_bug()
    sys.excepthook(type(bug), bug, bug.__traceback__)
    shown = [w for w in QApplication.topLevelWidgets() if w.windowTitle().startswith("Er ging")]
    assert shown
    for widget in shown:
        qtbot.addWidget(widget)
    assert len(list(paths.crash_folder().glob("*.txt"))) == 1
