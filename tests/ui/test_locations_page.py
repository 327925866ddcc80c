"""The locations: leerbedrijf-ID, MijnSBB, the five conditions with evidence, and the checklist."""

from dataclasses import replace
from datetime import date

import pytest

from ca_desktop.domain.accreditation_evidence import AccreditationCondition
from ca_desktop.domain.accreditations import TrainingCompany
from ca_desktop.ui.kit.desk import Spot
from ca_desktop.ui.pages.locations.page import LocationsPage

C = AccreditationCondition


@pytest.fixture
def location(session) -> TrainingCompany:
    new = replace(session.accreditations.new_company(), location="Wilmersdorf")
    return session.accreditations.save_company(replace(new, company_id="100012345"))


@pytest.fixture
def page(qtbot, session, desk, location) -> LocationsPage:
    made = LocationsPage(session, desk)
    qtbot.addWidget(made)
    made.show()
    made.refresh()
    made.open_row(location.id)
    return made


def test_an_odd_leerbedrijf_id_gets_a_hint_and_is_kept(page, session):
    form = page.file.form
    form.company_id.edit.setText("12")
    assert "negen cijfers" in form.hint.text
    form.try_save()
    assert session.accreditations.companies()[0].company_id == "12"


def test_a_phone_number_that_can_not_be_one_is_refused_beside_its_field(page, session):
    form = page.file.form
    form.fields["adviser_phone"].value = "bel maar"
    form.changed.emit()
    form.try_save()
    assert form.problem_at("adviser_phone")
    form.fields["adviser_phone"].value = "06 12345678"
    form.fields["kvk_number"].value = "1234567"
    form.try_save()
    assert form.problem_at("kvk_number")
    form.fields["kvk_number"].value = "12345678"
    form.try_save()
    assert session.accreditations.companies()[0].kvk_number == "12345678"


def test_checked_in_mijnsbb_is_one_press(page, session):
    page.file.checked.click()
    assert session.accreditations.companies()[0].last_checked_on == session.today()
    assert page.file.form.fields["last_checked_on"].value == session.today()


def test_evidence_meets_a_condition(qtbot, page, session, location):
    page.open_row(Spot(location.id, "conditions", C.WORKPLACE))
    section = page.file.section("conditions")
    assert section.notices[C.WORKPLACE].text == "Niet aangetoond"
    form = section.lists[C.WORKPLACE].dialog.form
    form.fields["text"].value = "RI&E van dit jaar"
    form.changed.emit()
    form.try_save()
    qtbot.waitUntil(lambda: section.notices[C.WORKPLACE].text == "Voldaan")
    assert section.lists[C.WORKPLACE].model.rowCount() == 1


def test_a_contact_asks_with_whom_and_counts_as_cooperation(qtbot, page, session, location):
    form = page.file.form
    form.fields["adviser_name"].value = "Judith"
    form.changed.emit()
    form.try_save()
    page.open_row(Spot(location.id, "conditions", C.COOPERATION))
    section = page.file.section("conditions")
    form = section.lists[C.COOPERATION].dialog.form
    form.fields["with_whom"].value = "Judith (SBB)"
    form.fields["text"].value = "Gebeld"
    form.changed.emit()
    form.try_save()
    qtbot.waitUntil(lambda: section.notices[C.COOPERATION].text.startswith("Voldaan"))
    assert "Judith" in section.notices[C.COOPERATION].text


def test_the_checklist_ticks_what_the_program_knows_and_lets_tick_the_rest(
    page, session, location, visits
):
    page.open_row(Spot(location.id, "checklist"))
    section = page.file.section("checklist")
    section.lines["qualifications"].button.click()
    assert visits.last == ("accreditations", Spot("new", "details", location.id))
    section.lines["company_id"].button.click()
    assert visits.last == ("locations", Spot(location.id, "details"))
    section.lines["places_published"].button.click()
    done = {one.id for one in session.training_companies.checklist(location.id) if one.is_done}
    assert done == {"company_id", "places_published"}
    assert section.lines["places_published"].button.text() == "Toch niet gedaan"
    section.lines["places_published"].button.click()
    done = {one.id for one in session.training_companies.checklist(location.id) if one.is_done}
    assert done == {"company_id"}


def test_whoever_may_only_look_gets_no_button_that_ticks(qtbot, session, desk, location):
    page = LocationsPage(session, replace(desk, is_allowed=lambda _action: False))
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    page.open_row(Spot(location.id, "checklist"))
    lines = page.file.section("checklist").lines
    assert lines["places_published"].button.isHidden()
    assert not lines["company_id"].button.isHidden()


def test_the_checklist_opens_the_very_accreditation(page, session, location, visits):
    new = session.accreditations.new(location.id)
    kept = session.accreditations.save(replace(new, code="25250", name="Assistent", level=1))
    page.open_row(Spot(location.id, "checklist"))
    section = page.file.section("checklist")
    section.lines["processes"].button.click()
    assert visits.last == ("accreditations", Spot(kept.id, "processes"))
    section.lines["applied"].button.click()
    assert visits.last == ("accreditations", Spot(kept.id, "course", "new"))
    section.lines["safe_workplace"].button.click()
    assert visits.last == ("locations", Spot(location.id, "conditions", C.WORKPLACE))


def test_a_location_is_found_by_its_number_and_its_adviser(page, session, location):
    session.accreditations.save_company(
        TrainingCompany(location="Zutphen", kvk_number="12345678", last_checked_on=date(2026, 1, 1))
    )
    assert [one.company.location for one in page.fetch("12345678")] == ["Zutphen"]
    assert [one.company.location for one in page.fetch("100012345")] == ["Wilmersdorf"]
