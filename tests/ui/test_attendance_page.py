"""Attendance: a week in a grid, a letter a cell, saved at once, few keys."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from ca_desktop.domain.attendance import AttendanceCode
from ca_desktop.domain.half_days import DayPart
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.question import Question
from ca_desktop.ui.pages.attendance.page import AttendancePage
from tests.conftest import TODAY
from tests.ui.people import a_participant, a_placement, with_places

MONDAY = date(2026, 11, 23)
TUESDAY_MORNING, TUESDAY_AFTERNOON = 2, 3


class Keys:
    """Presses keys in the grid and counts them."""

    def __init__(self, qtbot, page: AttendancePage) -> None:
        self._qtbot, self._grid, self.count = qtbot, page.grid, 0

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        self._qtbot.keyClick(self._grid, key, modifier)
        self.count += 1

    def fill(self) -> None:
        self.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def shown(qtbot, session, desk) -> AttendancePage:
    page = AttendancePage(session, desk)
    qtbot.addWidget(page)
    page.resize(1160, 666)  # what the window leaves of 1366×768, under a title bar
    with qtbot.waitExposed(page):
        page.show()
    return page


@pytest.fixture
def group(session: Session) -> Session:
    """Piet and Sara are planned all Tuesday, Piet on Thursday morning too."""
    a_placement(session, a_participant(session, "Piet", "Aa").id, "1m", "1a", "3m")
    a_placement(session, a_participant(session, "Sara", "Bee").id, "1m", "1a", role="demonteren")
    return session


@pytest.fixture
def page(qtbot, group, desk) -> AttendancePage:
    return shown(qtbot, group, desk)


@pytest.fixture
def keys(qtbot, page) -> Keys:
    return Keys(qtbot, page)


def recorded(session: Session, row: int, column: int) -> str:
    cell = session.attendance.week(TODAY)[row].cells[column].recorded
    return cell.code.letter if cell else ""


def test_the_cursor_starts_with_the_first_person_this_morning(page):
    here = page.grid.currentIndex()
    assert (here.row(), here.column()) == (0, TUESDAY_MORNING)


@pytest.mark.parametrize("code", list(AttendanceCode))
def test_one_letter_records_and_is_saved_at_once(page, keys, session, code):
    keys.press(Qt.Key(ord(code.letter)))
    assert recorded(session, 0, TUESDAY_MORNING) == code.letter
    assert page.model.index(0, TUESDAY_MORNING).data() == code.letter


def test_space_means_present_only_where_somebody_is_planned(page, keys, session):
    keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_Left)
    keys.press(Qt.Key.Key_Space)
    assert recorded(session, 0, TUESDAY_MORNING) == "A"
    assert recorded(session, 0, 1) == ""
    assert "niet gepland" in page.panel.notice.text


def test_space_leaves_what_was_typed(keys, session):
    keys.press(Qt.Key.Key_Z)
    keys.press(Qt.Key.Key_Space)
    assert recorded(session, 0, TUESDAY_MORNING) == "Z"


def test_delete_wipes(keys, session):
    keys.press(Qt.Key.Key_M)
    keys.press(Qt.Key.Key_Delete)
    assert recorded(session, 0, TUESDAY_MORNING) == ""


def test_twenty_five_people_and_two_half_days_take_at_most_thirty_keys(qtbot, session, desk):
    for number in range(25):
        person = a_participant(session, "Deelnemer", f"Nummer{number:02}")
        a_placement(session, person.id, "1m", "1a")
    page = shown(qtbot, session, desk)
    keys = Keys(qtbot, page)
    keys.fill()
    keys.press(Qt.Key.Key_Right)
    keys.fill()
    for step in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Z, Qt.Key.Key_Left, Qt.Key.Key_Z):
        keys.press(step)
    for step in (Qt.Key.Key_Down,) * 5:
        keys.press(step)
    keys.press(Qt.Key.Key_M)
    week = session.attendance.week(TODAY)
    codes = [row.cells[c].recorded.code for row in week for c in (2, 3)]
    assert len(codes) == 50
    assert codes.count(AttendanceCode.PRESENT) == 47
    assert keys.count <= 30


def test_filling_leaves_exceptions_and_who_is_not_planned(page, keys, session):
    keys.press(Qt.Key.Key_V)
    keys.fill()
    assert [recorded(session, row, TUESDAY_MORNING) for row in (0, 1)] == ["V", "A"]
    assert page.counts.text_of(TUESDAY_MORNING) == "1/2"


def test_a_half_day_to_come_is_not_filled(page, keys, session):
    page.grid.setCurrentIndex(page.model.index(0, 6))
    keys.fill()
    assert recorded(session, 0, 6) == ""
    assert page.panel.notice.text == "Dit dagdeel moet nog komen."


def test_a_whole_selection_gets_one_letter(keys, session):
    keys.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    keys.press(Qt.Key.Key_S)
    assert [recorded(session, row, TUESDAY_MORNING) for row in (0, 1)] == ["S", "S"]


def test_minutes_are_typed_for_who_was_present(qtbot, page, keys, session):
    keys.press(Qt.Key.Key_A)
    keys.press(Qt.Key.Key_F2)
    edit = page.panel.minutes.edit
    edit.clear()
    qtbot.keyClicks(edit, "90")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    cell = session.attendance.week(TODAY)[0].cells[TUESDAY_MORNING]
    assert cell.recorded.minutes == 90
    assert page.model.index(0, TUESDAY_MORNING).data() == "A 90"


def test_nobody_absent_has_minutes(page, keys):
    keys.press(Qt.Key.Key_Z)
    assert not page.panel.minutes.edit.isEnabled()


def test_a_cell_says_in_words_what_it_is(page, keys):
    keys.press(Qt.Key.Key_A)
    role = Qt.ItemDataRole.AccessibleTextRole
    assert page.model.index(0, 2).data(role) == "Piet Aa, dinsdag ochtend, aanwezig"
    assert page.model.index(1, 0).data(role) == "Sara Bee, maandag ochtend, niet gepland"


def test_the_keys_go_to_another_week_and_back(qtbot, page):
    qtbot.keyClick(page.grid, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert page.monday == date(2026, 11, 16)
    assert page.panel.week.text() == "Week 47"
    page.panel.this.click()
    assert page.monday == MONDAY


def test_the_chip_leaves_the_people_of_one_role(page, session):
    page.panel.filters.choose("role", with_places(session, "demonteren", 4))
    assert [row.name.full for row in page.model.rows] == ["Sara Bee"]


def test_the_weekend_shows_only_when_somebody_is_planned_then(page, session):
    assert page.model.columnCount() == 10
    a_placement(session, a_participant(session, "Zoe", "Zee").id, "5m")
    page.refresh()
    assert page.model.columnCount() == 14


def test_what_cannot_be_saved_is_said_and_not_shown_as_kept(page, keys, session):
    session.opened.database.is_read_only = True
    keys.press(Qt.Key.Key_A)
    assert page.findChild(Question) is not None
    assert page.model.index(0, TUESDAY_MORNING).data() == "·"


def test_undo_takes_the_letter_back_in_the_grid(qtbot, page, keys, session):
    keys.press(Qt.Key.Key_K)
    session.history.undo_last()
    qtbot.waitUntil(lambda: page.model.index(0, TUESDAY_MORNING).data() == "·")


def test_tab_leaves_the_grid(qtbot, page):
    page.grid.setFocus()
    with qtbot.waitActive(page):
        page.activateWindow()
    qtbot.keyClick(page.grid, Qt.Key.Key_Tab)
    assert not page.grid.hasFocus()


def test_twenty_five_rows_stand_on_a_small_screen(page):
    height = page.grid.verticalHeader().defaultSectionSize()
    assert height == 24
    assert page.grid.viewport().height() / height >= 25


def test_a_week_without_anybody_points_to_placements(qtbot, session, desk):
    page = shown(qtbot, session, desk)
    assert page._middle.currentIndex() == 1


def test_afternoons_are_recorded_as_afternoons(page, keys, session):
    keys.press(Qt.Key.Key_Right)
    keys.press(Qt.Key.Key_A)
    person = session.attendance.week(TODAY)[0].id
    (line,) = session.attendance.of(person, TODAY, TODAY)
    assert line.part is DayPart.AFTERNOON
