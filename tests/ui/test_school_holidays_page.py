"""School holidays in the window: found per year and region, changed, checked, put back, added."""

from datetime import date

import pytest

from ca_desktop.domain.school_holidays import SchoolRegion
from ca_desktop.ui.kit.question import Question
from ca_desktop.ui.pages.school_holidays.page import SchoolHolidaysPage
from tests.conftest import TODAY


@pytest.fixture
def page(qtbot, session, desk) -> SchoolHolidaysPage:
    made = SchoolHolidaysPage(session, desk)
    qtbot.addWidget(made)
    made.refresh()
    return made


def names(page: SchoolHolidaysPage) -> list[str]:
    return [page.name_of(page.model.row_at(row)) for row in range(page.model.rowCount())]


def show(page: SchoolHolidaysPage, name: str) -> None:
    page.open_row(page.id_of(page.model.row_at(names(page).index(name))))


def action(page: SchoolHolidaysPage, text: str):
    return next(spec for _action, spec in page.table._actions if spec.text.startswith(text))


def test_the_page_opens_on_this_school_year(page):
    assert len(names(page)) == 15
    page.pane.filters.choose("region", SchoolRegion.SOUTH)
    assert names(page) == [
        f"{name} – Zuid"
        for name in ("Herfstvakantie", "Kerstvakantie", "Voorjaarsvakantie", "Meivakantie",
                     "Zomervakantie")
    ]  # fmt: skip


def test_other_dates_of_a_school_count_and_are_put_back(page, session):
    show(page, "Voorjaarsvakantie – Zuid")
    form = page.detail
    assert "Te verifiëren" in form.note.text
    form.fields["starts_on"].value, form.fields["ends_on"].value = (
        date(2027, 2, 6),
        date(2027, 2, 14),
    )
    form.try_save()
    south = session.school_holidays.calendar(SchoolRegion.SOUTH)
    assert south.holiday_on(date(2027, 2, 6)) is not None
    assert "13-02-2027" in page.detail.note.text
    action(page, "Put back").do([page.table.current_row()])
    page.findChild(Question).buttons[0].click()
    south = session.school_holidays.calendar(SchoolRegion.SOUTH)
    assert south.holiday_on(date(2027, 2, 6)) is None


def test_checked_today_is_noted_for_all_that_are_selected(page, session):
    page.pane.filters.choose("to_verify", True)
    before = len(names(page))
    assert before > 1
    page.table.selectAll()
    page.check_button.click()
    assert names(page) == []
    today = [x for x in session.school_holidays.lines() if x.holiday.checked_on == TODAY]
    assert len(today) == before


def test_an_own_holiday_is_added_in_the_region_that_is_shown(page, session):
    page.pane.filters.choose("region", SchoolRegion.NORTH)
    page.add()
    form = page.detail
    assert form.region.value is SchoolRegion.NORTH
    form.fields["name"].value = "Studieweek"
    form.fields["starts_on"].value = date(2027, 1, 3)
    form.fields["ends_on"].value = date(2027, 1, 8)
    form.try_save()
    assert "Kerstvakantie" in form.problem_at("starts_on")
    form.fields["starts_on"].value = date(2027, 1, 4)
    form.try_save()
    assert page.table.current_row().is_own
    action(page, "Remove").do([page.table.current_row()])
    page.findChild(Question).buttons[0].click()
    assert "Studieweek – Noord" not in names(page)
