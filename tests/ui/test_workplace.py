"""The workplace: locking, coming back, and leaving without losing anything."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ca_desktop.app.window_place import SMALL_SCREEN, open_at, place_of
from ca_desktop.app.workplace import Workplace
from ca_desktop.services.session import Session
from ca_desktop.services.stores import StoreDoor
from ca_desktop.ui.kit.jobs import Jobs
from ca_desktop.ui.kit.question import tell
from ca_desktop.ui.kit.theme import Theme
from ca_desktop.ui.pages.entries.page import EntriesPage
from ca_desktop.ui.pages.participants.page import ParticipantsPage
from ca_desktop.ui.pages.placements.page import PlacementsPage
from ca_desktop.ui.pages.supervisors.page import SupervisorsPage
from ca_desktop.ui.sign_in.card_window import CardWindow
from tests.conftest import TODAY
from tests.ui.people import a_participant

OLD, NEW = "groene fiets loopt", "blauwe kast kraakt"


@pytest.fixture
def workplace(qapp: QApplication, session: Session) -> Iterator[Workplace]:
    """The window of the coordinator, open on Vandaag."""
    Theme.install(qapp)
    jobs = Jobs()
    made = Workplace(
        qapp, jobs, session.opened, lambda _t, _z: None, lambda _l: None, today=lambda: TODAY
    )
    made.show()
    yield made
    jobs.close()
    made._shut()


def card_of(workplace: Workplace) -> CardWindow:
    """The card of the lock."""
    card = workplace._lock.card if workplace._lock else None
    assert card is not None
    return card


def unlock(workplace: Workplace, password: str) -> None:
    """Type a password on the card of the lock."""
    step = card_of(workplace).step
    step.password.edit.setText(password)
    step.go.click()


def test_what_can_be_typed_to_begin_has_the_words_of_the_buttons(workplace: Workplace) -> None:
    pages = (EntriesPage, ParticipantsPage, PlacementsPage, SupervisorsPage)
    assert [entry.text for entry in workplace._commands()] == [page.add_text for page in pages]


def test_the_lock_asks_for_the_name_and_password_of_now(qtbot: QtBot, workplace: Workplace) -> None:
    accounts = workplace.session.accounts
    accounts.change_own_password(OLD, NEW, NEW)
    accounts.change(replace(accounts.own(), sign_in_name="petra2"))
    workplace.window.lock_asked.emit()
    assert not workplace.window.isVisible()
    unlock(workplace, OLD)
    qtbot.waitUntil(lambda: not workplace._jobs.busy)
    assert not workplace.window.isVisible()
    unlock(workplace, NEW)
    qtbot.waitUntil(workplace.window.isVisible)


def type_note(workplace: Workplace, text: str) -> None:
    """Begin a note about a new participant, and leave it unsaved."""
    piet = a_participant(workplace.session, "Piet")
    workplace.window.navigate("entries", "new")
    page = workplace.window.pages.page("entries")
    assert isinstance(page, EntriesPage)
    page.reader.form.person.show_person(piet.id, "Piet Boer")
    page.reader.form.text.insert(text)


def test_the_words_of_a_note_are_watched_in_the_window(workplace: Workplace) -> None:
    type_note(workplace, "Vertelde dat zij PTSS heeft.")
    page = workplace.window.pages.page("entries")
    page.reader.form.try_save()
    assert list(page.reader.form.watch.notices) == ["text"]


def kept(session: Session) -> list[str]:
    return [draft.values["text"] for draft in session.drafts.all()]


def test_what_is_being_typed_is_kept_before_the_lock(workplace: Workplace) -> None:
    type_note(workplace, "Ik zag dat")
    workplace.window.lock_asked.emit()
    assert kept(workplace.session) == ["Ik zag dat"]
    assert workplace._lock is not None
    assert not workplace.window.isVisible()


def test_what_is_being_typed_is_kept_when_somebody_else_comes_in(workplace: Workplace) -> None:
    type_note(workplace, "Ik zag dat")
    workplace.window.lock_asked.emit()
    card = card_of(workplace)
    page = workplace.window.pages.page("entries")
    assert isinstance(page, EntriesPage)
    page.reader.form.text.insert(" hij hielp")
    card.step.leave.click()
    again = StoreDoor.at(workplace.session.opened.store).sign_in("petra", OLD)
    assert kept(Session(again)) == ["Ik zag dat hij hielp"]
    again.close()


def test_from_the_lock_somebody_else_gets_a_card_that_is_seen(
    qtbot: QtBot, workplace: Workplace
) -> None:
    cards: list[CardWindow] = []

    def let_in(_store: object) -> None:
        cards.append(CardWindow())
        cards[0].show()

    workplace.left.connect(let_in)
    workplace.window.lock_asked.emit()
    card_of(workplace).step.leave.click()
    QApplication.processEvents()
    assert cards[0].isVisible()
    assert not cards[0].testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    cards[0].hide()


def test_it_locks_when_the_store_is_out_of_reach(qtbot: QtBot, workplace: Workplace) -> None:
    type_note(workplace, "Ik zag dat")
    QApplication.processEvents()  # the pages fetch what was just written
    store = workplace.session.opened.store
    workplace.session.opened.database.close()
    gone = store.rename(store.with_name("weg"))
    workplace._idle.idle.emit()
    assert not workplace.window.isVisible()
    unlock(workplace, NEW)
    qtbot.waitUntil(lambda: not workplace._jobs.busy)
    assert not workplace.window.isVisible()
    gone.rename(store)
    unlock(workplace, OLD)
    qtbot.waitUntil(workplace.window.isVisible)
    assert workplace._idle.is_counting


def test_the_window_opens_where_it_stood(qapp: QApplication, workplace: Workplace) -> None:
    wide = workplace.window.screen().availableGeometry().width() >= SMALL_SCREEN
    assert workplace.window.isMaximized() is not wide
    workplace.window.showNormal()
    workplace.window.resize(701, 502)
    place = place_of(workplace.window)
    again = QWidget()
    open_at(again, place)
    assert again.normalGeometry().size() == workplace.window.normalGeometry().size()
    again.close()


def test_where_the_window_stood_is_kept_when_leaving(qapp: QApplication, session: Session) -> None:
    jobs, places = Jobs(), list[str]()
    made = Workplace(
        qapp,
        jobs,
        session.opened,
        lambda _t, _z: None,
        lambda _l: None,
        remember_place=places.append,
    )
    made.show()
    made.window.close()
    assert places == [place_of(made.window)]
    jobs.close()


@pytest.mark.parametrize("by", ["key", "idle"])
def test_a_dialog_holds_no_lock_back(qtbot: QtBot, workplace: Workplace, by: str) -> None:
    question = tell(workplace.window, "Even kijken", "Dit staat open.")
    qtbot.waitUntil(question.isVisible)
    if by == "key":
        control = Qt.KeyboardModifier.ControlModifier
        qtbot.waitUntil(lambda: QApplication.focusWindow() is question.windowHandle())
        qtbot.keyClick(question.windowHandle(), Qt.Key.Key_L, control)
    else:
        workplace._idle.idle.emit()
    assert not question.isVisible()
    assert not workplace.window.isVisible()
    unlock(workplace, OLD)
    qtbot.waitUntil(question.isVisible)
    assert workplace.window.isVisible()
    question.reject()


def test_the_lock_says_which_centre_it_is(workplace: Workplace) -> None:
    workplace.window.lock_asked.emit()
    assert workplace._lock is not None
    assert workplace._lock.card is not None
    words = [one.text() for one in workplace._lock.card.step.findChildren(QLabel)]
    assert workplace.session.centre.get().name in words


def test_what_waits_is_counted_as_soon_as_somebody_is_in(
    qapp: QApplication, session: Session
) -> None:
    jobs = Jobs()
    made = Workplace(
        qapp, jobs, session.opened, lambda _t, _z: None, lambda _l: None, today=lambda: TODAY
    )
    asked = made.window.rail.buttons["today"].entry.count
    assert asked is not None
    made.show()
    assert made.window.rail.buttons["today"].waiting == asked() > 0
    jobs.close()
    made._shut()


def test_the_numbers_follow_the_rail_in_order(workplace: Workplace) -> None:
    keys = [button.entry.keys for button in workplace.window.rail.buttons.values()]
    assert keys[:10] == [f"Ctrl+{number}" for number in (*range(1, 10), 0)]
