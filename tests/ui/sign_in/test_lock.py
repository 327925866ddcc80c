"""The lock: nothing can be read while it is on, and nothing is lost by it."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget

from ca_desktop.domain.errors import UserError
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.jobs import Jobs
from ca_desktop.ui.sign_in.lock import IdleLock, Lock

HEAVY = ("sqlalchemy", "alembic", "reportlab", "pypdfium2", "pikepdf", "xlsxwriter", "cryptography")


@pytest.fixture
def jobs(qapp):
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def window(qtbot) -> QWidget:
    made = QWidget()
    made.text = QLineEdit("half een zin")
    QVBoxLayout(made).addWidget(made.text)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def lock(qtbot, window, jobs) -> Lock:
    def check(_name: str, password: str) -> None:
        if password != "boom":
            raise UserError("Dit wachtwoord klopt niet.")

    return Lock(window, "petra", check, jobs)


def unlock(qtbot, lock: Lock, password: str) -> None:
    step = lock.card.step
    step.password.edit.setText(password)
    step.go.click()


def test_the_lock_hides_everything_and_gives_it_back(qtbot, lock, window):
    lock.lock()
    qtbot.addWidget(lock.card)
    assert not window.isVisible()
    with qtbot.waitSignal(lock.unlocked):
        unlock(qtbot, lock, "boom")
    assert window.isVisible()
    assert window.text.text() == "half een zin"


def test_a_wrong_password_keeps_it_locked(qtbot, lock, window):
    lock.lock()
    qtbot.addWidget(lock.card)
    unlock(qtbot, lock, "fout")
    qtbot.waitUntil(lambda: bool(lock.card.step.password.problem))
    assert lock.is_locked
    assert not window.isVisible()


def test_a_dialog_that_was_open_hides_and_comes_back(qtbot, lock, window):
    dialog = QDialog(window)
    dialog.text = QLineEdit("nog niet bewaard", dialog)
    dialog.open()
    lock.lock()
    qtbot.addWidget(lock.card)
    assert not dialog.isVisible()
    with qtbot.waitSignal(lock.unlocked):
        unlock(qtbot, lock, "boom")
    assert dialog.isVisible()
    assert dialog.text.text() == "nog niet bewaard"


def test_drafts_are_kept_at_the_lock(qtbot, window, jobs):
    kept: list[bool] = []
    lock = Lock(window, "petra", lambda _n, _p: None, jobs, keep=lambda: kept.append(True))
    lock.lock()
    qtbot.addWidget(lock.card)
    assert kept == [True]


def test_locking_twice_is_one_lock(qtbot, lock):
    lock.lock()
    card = lock.card
    qtbot.addWidget(card)
    lock.lock()
    assert lock.card is card


def test_it_locks_after_idle_minutes(qtbot, qapp):
    idle = IdleLock(qapp, 10)
    assert idle.is_counting
    assert idle._timer.interval() == 600_000
    idle._timer.setInterval(5)
    with qtbot.waitSignal(idle.idle):
        idle._timer.start()
    idle.set_minutes(0)
    assert not idle.is_counting
    idle.let_go()


def test_drafts_that_can_not_be_kept_do_not_leave_the_window_open(qtbot, window, jobs):
    def refuse() -> None:
        raise UserError("De schijf is weg.")

    lock = Lock(window, "petra", lambda _n, _p: None, jobs, keep=refuse)
    lock.lock()
    qtbot.addWidget(lock.card)
    assert lock.is_locked
    assert not window.isVisible()


@pytest.mark.parametrize("on_the_card", [False, True])
def test_what_went_wrong_meanwhile_is_said_after_the_lock(qtbot, lock, window, on_the_card):
    lock.lock()
    qtbot.addWidget(lock.card)
    parent = lock.card if on_the_card else window  # what nobody caught asks the active window
    question = show_error(UserError("Piet Boer: mislukt."), parent)
    assert question.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    qtbot.waitUntil(lambda: not question.isVisible())
    assert lock.card.isVisible()
    with qtbot.waitSignal(lock.unlocked):
        unlock(qtbot, lock, "boom")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert question.isVisible()
    assert question.parentWidget() is window
    assert not question.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    question.reject()


def test_a_question_about_the_card_itself_is_asked_at_once(qtbot, lock):
    lock.lock()
    qtbot.addWidget(lock.card)
    question = show_error(UserError("Dat lukt niet."), lock.card.step)
    qtbot.wait(1)
    assert question.isVisible()
    question.reject()


def with_the_keyboard(qtbot, window: QWidget) -> None:
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWindow() is window.windowHandle())
    window.text.setFocus()
    window.text.end(False)


@pytest.mark.parametrize(
    "move",
    [
        lambda window: QTest.keyClick(window, Qt.Key.Key_Down),
        lambda window: QTest.mouseClick(window, Qt.MouseButton.LeftButton),
        lambda window: QTest.mouseMove(window, QPoint(5, 5)),
        lambda window: QTest.wheelEvent(window, QPointF(5, 5), QPoint(0, 120)),
    ],
    ids=["key", "button", "mouse", "wheel"],
)
def test_a_key_and_the_mouse_keep_it_open_in_every_window(qtbot, qapp, window, move):
    clock = [1000.0]
    idle = IdleLock(qapp, 10, lambda: clock[0])
    dialog = QDialog(window)
    dialog.text = QLineEdit(dialog)
    dialog.open()
    for one in (dialog, window):
        with_the_keyboard(qtbot, one)
        clock[0] += 599
        move(one.windowHandle())
        assert idle._last_life == clock[0]
        one.close()
    idle.let_go()


def test_minutes_in_which_the_computer_slept_count(qtbot, qapp, window):
    clock = [1000.0]
    idle = IdleLock(qapp, 10, lambda: clock[0])
    with_the_keyboard(qtbot, window)
    clock[0] += 599
    qtbot.keyClick(window.windowHandle(), "s")
    assert idle.is_counting
    clock[0] += 601
    with qtbot.waitSignal(idle.idle):
        qtbot.keyClick(window.windowHandle(), "x")
    assert window.text.text() == "half een zins"
    assert not idle.is_counting
    idle.let_go()


def test_the_first_window_imports_nothing_heavy():
    script = (
        "import sys\n"
        "from ca_desktop.ui.sign_in.card_window import CardWindow\n"
        "from ca_desktop.ui.sign_in.first_run import FirstRun\n"
        "from ca_desktop.ui.sign_in.sign_in import SignIn\n"
        "from ca_desktop.ui.main_window import MainWindow\n"
        "from ca_desktop.ui.kit.preview import Preview\n"
        f"print([m for m in {HEAVY!r} if m in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
