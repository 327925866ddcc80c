"""The file: its stage, the person behind it, links between files, and tags in the list."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from ca_desktop.db.tables import TABLES
from ca_desktop.domain.accounts import AccountRole
from ca_desktop.domain.aids import Aid
from ca_desktop.domain.half_days import HalfDays
from ca_desktop.domain.languages import LanguageLevel
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.stages import Stage
from ca_desktop.ui.pages.participants.file import ParticipantFile
from ca_desktop.ui.pages.participants.history_words import SUBJECTS
from ca_desktop.ui.pages.participants.page import ParticipantsPage
from tests.conftest import TODAY
from tests.ui.agreements import signed_in_as
from tests.ui.people import a_participant, a_placement, a_supervisor


@pytest.fixture
def person(session) -> Participant:
    return a_participant(session, "Piet", "Boer", prefix="de")


@pytest.fixture
def file(qtbot, session, desk, person) -> ParticipantFile:
    made = ParticipantFile(session, desk)
    qtbot.addWidget(made)
    made.show_record(person)
    made.show()
    return made


def said(widget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel))


def test_closing_shows_first_what_ends_and_then_ends_it(file, session, person):
    a_placement(session, person.id)
    file.ask_stage()
    form = file.dialog.form
    form.after.combo.setCurrentIndex(2)
    assert form.after.value is Stage.FINISHED
    assert "Plaatsing: Sorteren" in form.effects.text
    form.try_save()
    assert form.problem_at("outcome") == "Kies hoe het is geëindigd."
    form.outcome.value = "paid_work"
    form.next_step.value = "Baan bij de bakker"
    form.try_save()
    kept = session.participants.get(person.id)
    assert (kept.stage, kept.ended_on) == (Stage.FINISHED, TODAY)
    assert "Afgerond" in said(file)
    file.open_section("person")
    assert "van actief naar afgerond · Betaald werk" in file.section("person").steps.words.text()


def test_a_pause_says_that_placements_stay_and_asks_why(file, session, person):
    file.ask_stage()
    form = file.dialog.form
    assert form.after.value is Stage.PAUSED
    assert "Plaatsingen blijven staan" in form.effects.text
    assert not form.outcome.isVisible()
    form.try_save()
    assert form.problem_at("reason")
    form.reason.value = "Een maand naar familie"
    form.try_save()
    assert session.stages.now(person.id) is Stage.PAUSED


def test_each_list_of_the_person_is_filled_in_from_the_window(file, session, person):
    file.open_section("person")
    section = file.section("person")
    for sub, values in (
        (section.contacts, {"name": "Sara", "phone": "06-1234 5678", "in_emergency": True}),
        (section.languages, {"language": "so", "listening": LanguageLevel.A2}),
        (section.availability, {"half_days": HalfDays.of("0m", "5a")}),
        (section.aids, {"name": "Zit-stakruk", "helps_with": "sorteren"}),
    ):
        sub.add()
        form = sub.dialog.form
        for name, value in values.items():
            form.fields[name].value = value
        form.try_save()
        assert sub.model.rowCount() == 1
    assert session.availability.of(person.id)[0].half_days == HalfDays.of("0m", "5a")
    assert "Somalisch" in section.languages.model.columns[0].text(section.languages.model.row_at(0))


def test_the_history_names_what_was_changed_in_words(file, session, person):
    session.aids.save(Aid(participant_id=person.id, name="Zit-stakruk", starts_on=TODAY))
    changed = replace(person, agreement_codes=("no_forklift",), tags=("fietsen", "dinsdag"))
    session.participants.change(changed)
    step = replace(session.stages.new(person.id), reason="Vakantie")
    session.stages.change(step)
    file.open_section("history")
    section = file.section("history")
    found = [section.model.row_at(row) for row in range(section.model.rowCount())]
    words = "\n".join(
        f"{name}: {now}" for one in found for name, _was, now in section._words.changes(one.line)
    )
    for line in (
        "Wat het is: Zit-stakruk",
        "Wat helpt bij het werk: Geen heftruck",
        "Labels: fietsen, dinsdag",
        "Nieuwe status: pauze",
        "Reden: Vakantie",
    ):
        assert line in words


def test_the_history_has_a_word_for_everything_in_a_file():
    about = [table.name for table in TABLES.values() if "participant_id" in table.c]
    assert [name for name in about if name not in SUBJECTS] == []


def test_the_history_tells_of_a_machine_in_words(file, session, person):
    by = a_supervisor(session, "Bennie")
    given = replace(session.machines.new(person.id), machine="band_saw", signed_by=by.id)
    session.machines.save(replace(given, valid_until=TODAY))
    file.open_section("history")
    section = file.section("history")
    (one,) = [
        line
        for line in map(section.model.row_at, range(section.model.rowCount()))
        if line.line.subject == "machine_authorisations"
    ]
    told = {name: now for name, _was, now in section._words.changes(one.line)}
    assert (told["Machine"], told["Geldig tot en met"]) == ("lintzaag", "24-11-2026")
    assert told["Getekend door"] == "Bennie Bos"


def test_contacts_after_leaving_stand_in_the_order_of_their_days(file, session, person):
    leaves = replace(session.stages.new(person.id), after=Stage.FINISHED, outcome="paid_work")
    session.stages.change(leaves)
    file.show_record(session.participants.get(person.id))
    file.open_section("aftercare")
    contacts = file.section("aftercare").contacts.model
    assert [contacts.row_at(row).contact.months for row in range(contacts.rowCount())] == [3, 6, 12]


def test_the_old_contact_person_stays_on_the_form_until_it_is_emptied(file, session, person):
    assert not file.overview.fields["contact_name"].isVisibleTo(file.overview)
    file.show_record(replace(person, contact_name="Moeder"))
    assert file.overview.fields["contact_name"].isVisibleTo(file.overview)


def test_two_files_are_linked_from_the_list_and_point_to_each_other(
    qtbot, session, desk, person, visits
):
    other = a_participant(session, "P.", "de Boer")
    page = ParticipantsPage(session, desk)
    qtbot.addWidget(page)
    page.show()
    page.open_row(person.id)
    page._ask_link(session.participants.line(person.id))
    form = page.dialog.form
    form.try_save()
    assert form.problem_at("other_id")
    form.other.value = other.id
    form.reason.value = "Zelfde geboortedatum en adres"
    form.try_save()
    qtbot.waitUntil(lambda: bool(page.detail.links.texts))
    assert page.detail.links.texts == ["Ook bekend als nr. 2 (gekoppeld op 24-11-2026)"]
    page.open_row(other.id)
    assert page.detail.links.texts == ["Ook bekend als nr. 1 (gekoppeld op 24-11-2026)"]
    (linked,) = session.file_links.of(other.id)
    page.detail.links.ask_unlink(linked)
    form = page.detail.links.dialog.form
    form.reason.value = "Het zijn broers"
    form.try_save()
    assert session.file_links.of(person.id) == []


def test_a_reader_sees_no_stage_no_person_and_no_link(qtbot, session, desk, person):
    session.stages.change(replace(session.stages.new(person.id), reason="Vakantie"))
    reader = signed_in_as(session, AccountRole.READER)
    file = ParticipantFile(reader, desk)
    qtbot.addWidget(file)
    file.show_record(reader.participants.get(person.id))
    words = said(file)
    assert "pauze" not in words.casefold()
    assert "Actief" not in words
    keys = [spec.key for spec in file._specs]
    assert "person" not in keys
    page = ParticipantsPage(reader, desk)
    qtbot.addWidget(page)
    page.refresh()
    assert set(page.pane.filters.values) == {"active", "role", "supervisor"}


def test_the_chips_on_stage_and_tag_narrow_the_list(qtbot, session, desk, person):
    session.participants.change(replace(person, tags=("fietsenhoek",)))
    a_participant(session, "Dina", "Wacht", stage=Stage.WAITING)
    page = ParticipantsPage(session, desk)
    qtbot.addWidget(page)
    page.refresh()
    assert page.model.rowCount() == 1
    page.pane.filters.choose("stage", Stage.WAITING)
    assert page.filter("active") is None
    assert [page.model.row_at(0).name.first] == ["Dina"]
    page.pane.filters.choose("active", True)
    assert page.filter("stage") is None
    page.pane.filters.choose("tag", "fietsenhoek")
    assert [page.model.row_at(0).name.first] == ["Piet"]


def test_aftercare_is_planned_once_the_file_is_finished(file, session, person):
    file.open_section("aftercare")
    section = file.section("aftercare")
    assert not section.contacts.add_button.isVisible()
    step = replace(session.stages.new(person.id), after=Stage.FINISHED, outcome="paid_work")
    session.stages.change(step)
    file.show_record(session.participants.get(person.id))
    assert section.contacts.add_button.isVisible()
