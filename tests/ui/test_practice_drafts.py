"""What was typed about a student and not saved is there again, from Vandaag too."""

from dataclasses import replace

import pytest

from ca_desktop.domain.participants import Participant
from ca_desktop.domain.practice_agreements import PracticeAgreement
from ca_desktop.domain.work_processes import WorkProcess
from ca_desktop.ui.kit.action_lines import Line
from ca_desktop.ui.pages.participants.file import ParticipantFile
from ca_desktop.ui.pages.today.page import TodayPage
from tests.practice import a_location, a_school, an_accreditation, an_agreement
from tests.ui.people import a_participant


@pytest.fixture
def person(session) -> Participant:
    return a_participant(session, "Lotte", "Berg")


@pytest.fixture
def agreement(session, person) -> PracticeAgreement:
    company = a_location(session).id
    an_accreditation(session, company)
    return an_agreement(session, person.id, a_school(session).id, company)


@pytest.fixture
def section(qtbot, session, desk, person, agreement):
    made = ParticipantFile(session, desk)
    qtbot.addWidget(made)
    made.show_record(person)
    made.open_section("practice")
    return made.section("practice")


def test_starr_notes_that_were_being_typed_are_there_again(section, session, agreement):
    section.work.add()
    form = section.work.dialog.form
    form.fields["situation"].value = "In de loods, een grote levering"
    form.drafts.keep_now()
    [kept] = session.drafts.all()
    assert kept.participant_id == agreement.participant_id
    section.open_child(kept.key)
    again = section.work.dialog.form
    assert again is not form
    assert again.fields["situation"].value == "In de loods, een grote levering"
    again.discard()
    assert session.drafts.all() == []


def test_the_draft_of_work_goes_when_the_work_is_kept(section, session, person):
    section.work.add()
    form = section.work.dialog.form
    form.fields["code"].value, form.fields["name"].value = "B1-K1-W1", "Ontvangt goederen"
    form.fields["situation"].value = "In de loods"
    form.drafts.keep_now()
    form.try_save()
    assert [line.work.situation for line in session.practised_work.of(person.id)] == ["In de loods"]
    assert session.drafts.all() == []


def test_a_contact_with_the_school_goes_on_where_it_was(section, session, agreement):
    blank = session.school_visits.new(agreement.participant_id, agreement.id)
    kept = session.school_visits.save(replace(blank, text="Over de opdracht"))
    section.visits.refresh()
    section.visits.open_child(kept.id)
    form = section.visits.dialog.form
    form.fields["agreed"].value = "Volgende keer het logboek"
    form.drafts.keep_now()
    [draft] = session.drafts.all()
    assert draft.key == f"school_visit:{kept.id}"
    section.open_child(draft.key)
    again = section.visits.dialog.form.fields
    assert (again["text"].value, again["agreed"].value) == (
        "Over de opdracht",
        "Volgende keer het logboek",
    )


def test_a_new_agreement_and_a_changed_one_have_each_their_draft(section, session, agreement):
    section.agreements.add()
    new = section.agreements.dialog.form
    new.fields["to_achieve"].value = "Alle werkprocessen van het basisdeel"
    new.drafts.keep_now()
    section.agreements.open_child(agreement.id)
    changed = section.agreements.dialog.form
    changed.fields["remarks"].value = "School belt nog"
    changed.drafts.keep_now()
    assert {draft.key for draft in session.drafts.all()} == {
        f"practice_agreement:{agreement.participant_id}",
        f"practice_agreement:{agreement.id}",
    }
    section.open_child(f"practice_agreement:{agreement.participant_id}")
    again = section.agreements.dialog.form
    assert again.fields["to_achieve"].value == "Alle werkprocessen van het basisdeel"


def test_ticked_work_processes_of_a_new_agreement_are_there_again(section, session, agreement):
    [accredited] = [line.accreditation for line in session.accreditations.lines()]
    process = WorkProcess(
        accreditation_id=accredited.id,
        task_code="B1-K1",
        task_name="Goederen",
        code="B1-K1-W1",
        name="Ontvangt goederen",
        is_feasible=True,
    )
    with session.opened.database.write(session.actor, "Werkproces") as uow:
        uow.save(process)
    section.agreements.add()
    form = section.agreements.dialog.form
    for name in ("code", "learning_path", "training_company_id", "starts_on"):
        form.fields[name].value = getattr(agreement, name)
    form._say_cover()
    form.processes.value = ("B1-K1-W1",)
    form.changed.emit()
    form.drafts.keep_now()
    section.open_child(f"practice_agreement:{agreement.participant_id}")
    assert section.agreements.dialog.form.processes.value == ("B1-K1-W1",)


def test_today_leads_back_to_what_was_begun_about_a_student(
    qtbot, section, session, desk, visits, agreement
):
    section.work.add()
    form = section.work.dialog.form
    form.fields["situation"].value = "In de loods, een grote levering"
    form.drafts.keep_now()
    page = TodayPage(session, desk)
    qtbot.addWidget(page)
    page.refresh()
    [line] = [one for one in page.findChildren(Line) if "Geoefend werk" in one.accessibleName()]
    assert "In de loods" in line.accessibleName()
    line.button.click()
    place, spot = visits.last
    assert (place, spot.section) == ("participants", "practice")
    assert spot.child == f"practised_work:{agreement.id}"
