"""What an adviser of SBB asks stands in full on the screen, also where a list cuts words off."""

from dataclasses import replace
from datetime import date

import pytest

from ca_desktop.domain.accreditations import Accreditation, AccreditationState, TrainingCompany
from ca_desktop.ui.kit.desk import Spot
from ca_desktop.ui.pages.accreditations.page import AccreditationsPage
from ca_desktop.ui.pages.participants.undo_words import undo_words


@pytest.fixture
def places(session) -> list[TrainingCompany]:
    service = session.accreditations
    return [
        service.save_company(replace(service.new_company(), location=name))
        for name in ("Apeldoorn", "Wilmersdorf")
    ]


@pytest.fixture
def kept(session, places) -> Accreditation:
    new = replace(session.accreditations.new(places[0].id), code="25250", name="Bouwen", level=1)
    dates = {"since": date(2024, 3, 2), "last_student_on": date(2025, 7, 31)}
    return session.accreditations.save(replace(new, state=AccreditationState.ACCREDITED, **dates))


@pytest.fixture
def page(qtbot, session, desk, kept) -> AccreditationsPage:
    made = AccreditationsPage(session, desk)
    qtbot.addWidget(made)
    made.show()
    made.refresh()
    made.open_row(kept.id)
    return made


def test_the_course_says_when_the_last_student_was_here(page, session, kept):
    page.file.open_section("course")
    section = page.file.section("course")
    assert section.last_student.text() == "Laatste student: tot en met 31-07-2025."
    session.accreditations.save(replace(kept, last_student_on=None))
    section.refresh()
    assert "geen student bekend" in section.last_student.text()


def test_the_chosen_moment_stands_below_the_course_with_letter_and_reason(page, session, kept):
    page.file.open_section("course")
    section = page.file.section("course")
    (step,) = (one for one in section.model.rows if one.step)
    section.open_moment(step)
    form = section.dialog.form
    form.fields["letter"].value = "Brief van SBB van 1 maart, kenmerk 2024-117"
    form.changed.emit()
    form.try_save()
    section.table.select_id(step.id)
    words = section.told.text()
    assert words == "Erkend (02-03-2024). Brief van SBB van 1 maart, kenmerk 2024-117."
    lapse = next(one for one in section.model.rows if one.id == "lapse")
    section.table.select_id(lapse.id)
    assert "verwacht 31-07-2029" in section.told.text()
    assert "31-07-2025" in section.told.text()


def test_a_new_accreditation_is_for_the_location_that_asked_for_it(page, places):
    page.open_row(Spot("new", "details", places[1].id))
    assert page.file.form.location.value == places[1].id
    page.open_row("new")
    assert page.file.form.location.value == places[0].id


def test_undo_calls_a_code_of_a_qualification_no_attendance(session):
    new = session.qualifications.new()
    session.qualifications.save(replace(new, code="26111", name="Circulair vakman", level=3))
    words = undo_words(session)
    assert "Code: 26111" in words
    assert "Aanwezigheid" not in words
