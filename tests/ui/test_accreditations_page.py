"""The SBB accreditation: per location and qualification a state, and what is expected next."""

from dataclasses import replace
from datetime import date

import pytest

from ca_desktop.domain.accreditations import Accreditation, AccreditationState, TrainingCompany
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.training_company import TrainingCompanyForm
from ca_desktop.ui.pages.accreditations.page import AccreditationsPage


@pytest.fixture
def location(session) -> TrainingCompany:
    new = replace(session.accreditations.new_company(), location="Wilmersdorf")
    return session.accreditations.save_company(replace(new, company_id="100012345"))


def an_accreditation(session: Session, location: TrainingCompany, **more: object) -> Accreditation:
    more = {"code": "25250", "name": "Assistent bouwen", "level": 1, **more}
    return session.accreditations.save(replace(session.accreditations.new(location.id), **more))


@pytest.fixture
def page(qtbot, session, desk) -> AccreditationsPage:
    made = AccreditationsPage(session, desk)
    qtbot.addWidget(made)
    made.refresh()
    return made


def cells(page: AccreditationsPage, row: int = 0) -> list[str]:
    model = page.model
    return [model.index(row, column).data() or "" for column in range(model.columnCount())]


def test_a_re_assessment_is_expected_and_never_expires(page, session, location):
    an_accreditation(session, location, state=AccreditationState.ACCREDITED, since=date(2024, 3, 1))
    page.refresh()
    assert "Erkend" in cells(page)
    assert "te verwachten 01-03-2028" in cells(page)
    assert not any("verloopt" in cell for cell in cells(page))


def test_the_details_tell_the_state_and_leave_it_to_the_steps(page, session, location):
    kept = an_accreditation(session, location, state=AccreditationState.APPLIED)
    page.refresh()
    page.open_row(kept.id)
    form = page.file.form
    assert form.state.isHidden()
    assert form.since.isHidden()
    assert "Aangevraagd" in form.stands.text()
    form.fields["remarks"].value = "Gebeld"
    form.changed.emit()
    form.try_save()
    (line,) = session.accreditations.lines()
    assert (line.accreditation.state, line.accreditation.remarks) == (
        AccreditationState.APPLIED,
        "Gebeld",
    )


def test_typing_a_code_or_name_fills_in_the_qualification(qtbot, page, session, location):
    page.add()
    form = page.file.form
    qtbot.keyClicks(form.picker.edit, "assistent bouw")
    form.picker._take()
    assert (form.code.value, form.level.value) == ("25250", 1)
    assert form.name.value == "Assistent bouwen, wonen en onderhoud"
    assert "Te verifiëren" in form.note.text
    form.try_save()
    assert session.accreditations.lines()[0].accreditation.code == "25250"


def test_a_qualification_may_be_typed_when_the_catalogue_lacks_it(page, session, location):
    page.add()
    form = page.file.form
    form.code.value, form.name.value, form.level.value = "99999", "Nieuw beroep", 3
    form.try_save()
    assert session.accreditations.lines()[0].accreditation.name == "Nieuw beroep"


def test_the_next_assessment_shows_what_is_expected_while_empty(qtbot, page, session, location):
    page.add()
    form = page.file.form
    qtbot.keyClicks(form.since.edit, "1-2-2025")
    assert form.next.edit.placeholderText() == "te verwachten 01-02-2029"


def test_accredited_without_a_date_is_refused_beside_the_field(page, session, location):
    page.add()
    form = page.file.form
    form.code.value, form.name.value, form.level.value = "25250", "Assistent", 1
    form.state.value = AccreditationState.ACCREDITED
    form.try_save()
    assert form.problem_at("since")


def test_the_first_accreditation_asks_for_the_location_first(page, session):
    page.add()
    form = page.dialog.form
    assert isinstance(form, TrainingCompanyForm)
    form.fields["location"].value = "Wilmersdorf"
    form.try_save()
    assert [c.location for c in session.accreditations.companies()] == ["Wilmersdorf"]
    assert page.detail.shown is not None


def test_the_locations_are_one_press_away(page, visits):
    page.locations.click()
    assert visits.last == ("locations", None)


def test_chips_find_those_that_are_accredited_now(page, session, location):
    an_accreditation(session, location, state=AccreditationState.ACCREDITED, since=date(2024, 3, 1))
    an_accreditation(session, location, code="25251", state=AccreditationState.APPLIED)
    page.pane.filters.choose("accredited", True)
    assert page.model.rowCount() == 1
    page.pane.filters.choose("accredited", None)
    page.pane.filters.choose("state", AccreditationState.APPLIED)
    assert cells(page)[1] == "25251"
