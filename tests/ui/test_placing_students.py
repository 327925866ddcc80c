"""Students in the form of a placement: none slides into a practice that is not covered."""

from datetime import date

import pytest

from ca_desktop.domain.placements import Outcome
from ca_desktop.ui.pages.placements.page import PlacementsPage
from tests.conftest import TODAY
from tests.practice import a_location, a_school, an_accreditation, an_agreement
from tests.ui.people import a_participant, a_placement, say_why


@pytest.fixture
def page(qtbot, session, desk) -> PlacementsPage:
    made = PlacementsPage(session, desk)
    qtbot.addWidget(made)
    made.resize(1160, 666)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.mark.parametrize("later", [None, date(2026, 12, 24)])
def test_a_placement_that_ended_is_not_taken_up_again_for_a_code_that_is_not_covered(
    page, session, later
):
    lotte = a_participant(session, "Lotte")
    placed = a_placement(session, lotte.id, starts_on=date(2026, 1, 5))
    session.placements.end(placed.id, Outcome.STAYS, date(2026, 6, 30))
    company = a_location(session).id
    an_accreditation(session, company)
    an_agreement(
        session,
        lotte.id,
        a_school(session).id,
        company,
        code="25999" if later else "12345",
        starts_on=date(2025, 7, 31) if later else TODAY,
        planned_end_on=date(2027, 7, 31),
    )
    page.open_row(str(placed.id))
    form = page.form
    form.fields["ended_on"].value = later
    if later is None:
        form.fields["outcome"].value = None
    say_why(form)
    form.try_save()
    assert session.placements.get(placed.id).ended_on == date(2026, 6, 30)
    assert any(line.condition.stops for line in form.explaining.list.lines)


def test_a_last_day_that_is_moved_forward_asks_nothing_anew(page, session):
    lotte = a_participant(session, "Lotte")
    placed = a_placement(session, lotte.id, starts_on=date(2026, 1, 5))
    session.placements.end(placed.id, Outcome.STAYS, date(2026, 6, 30))
    page.open_row(str(placed.id))
    page.form.fields["ended_on"].value = date(2026, 6, 29)
    page.form.try_save()
    assert session.placements.get(placed.id).ended_on == date(2026, 6, 29)
