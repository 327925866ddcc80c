"""The section about practice in a file: cover while one types, what hangs on an agreement."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel

from ca_desktop.domain.accounts import AccountRole
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.practice_agreements import AgreementParty, PracticePhase
from ca_desktop.domain.practised_work import WorkVerdict
from ca_desktop.domain.work_processes import WorkProcess
from ca_desktop.ui.pages.participants.file import ParticipantFile
from ca_desktop.ui.pages.participants.practice import PracticeSection
from ca_desktop.ui.pages.participants.practice_form import PracticeAgreementForm
from tests.practice import a_location, a_school, an_accreditation, an_agreement
from tests.ui.agreements import signed_in_as
from tests.ui.people import a_participant, a_supervisor


@pytest.fixture
def person(session) -> Participant:
    return a_participant(session, "Lotte", "Berg")


@pytest.fixture
def company(session) -> UUID:
    made = a_location(session).id
    accredited = an_accreditation(session, made)
    with session.opened.database.write(session.actor, "Werkproces") as uow:
        uow.save(
            WorkProcess(
                accreditation_id=accredited.id,
                task_code="B1-K1",
                task_name="Goederen",
                code="B1-K1-W1",
                name="Ontvangt goederen",
                is_feasible=True,
            )
        )
    return made


@pytest.fixture
def section(qtbot, session, desk, person) -> PracticeSection:
    made = PracticeSection(session, desk)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show_record(person)
    made.show()
    return made


def said(widget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget))


def test_without_an_agreement_there_is_one_thing_to_do(section):
    assert "Er is geen praktijkovereenkomst" in said(section)
    assert section.agreements.add_button.isVisible()
    for one in (section.now, section.sheets, section.work, section.visits, section.weeks):
        assert not one.isVisible()


def test_cover_is_said_while_code_location_and_first_day_are_filled_in(section, session, company):
    a_school(session)
    section.agreements.add()
    form = section.agreements.dialog.form
    assert isinstance(form, PracticeAgreementForm)
    assert "Vul de code" in form.cover.text
    form.fields["code"].edit.setText("25254")
    assert form.cover.text.startswith("Niet erkend voor 25254")
    form.fields["code"].edit.setText("25371")
    assert form.cover.text.startswith("Erkend voor 25371")
    assert form.processes.isVisibleTo(form)
    form.fields["starts_on"].edit.setText("31-7-2025")
    form.fields["starts_on"].edit.textEdited.emit("31-7-2025")
    assert "01-08-2025" in form.cover.text
    assert form.cover.text.startswith("Niet erkend.")
    form.fields["learning_path"].value = LearningPath.HBO
    form.fields["learning_path"].changed.emit()
    assert "geen erkenning" in form.cover.text


def test_a_qualification_is_looked_up_by_a_part_of_its_name(section, session, company):
    a_school(session)
    section.agreements.add()
    form = section.agreements.dialog.form
    form.picker.edit.setText("meubelmaker")
    form.picker.edit.textEdited.emit("meubelmaker")
    form.picker._take()
    assert form.fields["code"].value
    assert "meubelmaker" in form.fields["qualification"].value.casefold()
    assert form.fields["level"].value in (2, 3, 4)


def test_an_agreement_is_added_from_the_window_and_shown_in_words(
    section, session, person, company
):
    school = a_school(session)
    section.agreements.add()
    form = section.agreements.dialog.form
    form.fields["school_id"].value = school.id
    form.fields["learning_path"].value = LearningPath.BBL
    form.fields["level"].value = 2
    form.fields["code"].edit.setText("25371")
    form.fields["qualification"].edit.setText("Logistiek medewerker")
    form.fields["hours"].edit.setText("915")
    form.fields["yearly_hours"].edit.setText("610 + 305")
    form.fields["process_codes"].value = ("B1-K1-W1",)
    form.fields["signed_by"].value = (AgreementParty.SCHOOL,)
    form.try_save()
    (line,) = session.practice_agreements.of(person.id)
    assert line.agreement.yearly_hours == (610, 305)
    assert line.agreement.process_codes == ("B1-K1-W1",)
    assert "Nog niet getekend door: Student, Wij, het leerbedrijf" in said(section)
    assert "Fase: Voorbereiding" in said(section)
    assert section.work.isVisible()


def test_hours_that_do_not_add_up_are_said_beside_the_field(section, session, person, company):
    one = an_agreement(session, person.id, a_school(session).id, company)
    section.show_record(person)
    section.agreements.open_child(one.id)
    form = section.agreements.dialog.form
    form.fields["yearly_hours"].edit.setText("100 + 100")
    form.try_save()
    assert "samen" in form.problem_at("yearly_hours")


def test_what_is_not_covered_is_refused_beside_the_phase(section, session, person, company):
    one = an_agreement(session, person.id, a_school(session).id, company, code="25254")
    section.show_record(person)
    section.agreements.open_child(one.id)
    form = section.agreements.dialog.form
    form.fields["phase"].value = PracticePhase.CARRYING_OUT
    form.try_save()
    assert "25254" in form.problem_at("phase")


def test_a_work_process_of_the_accreditation_is_chosen_and_assessed(
    section, session, person, company
):
    trainer = a_supervisor(session)
    an_agreement(session, person.id, a_school(session).id, company, trainer_id=trainer.id)
    section.show_record(person)
    section.work.add()
    form = section.work.dialog.form
    form.process.value = "B1-K1-W1"
    form.process.changed.emit()
    assert form.fields["name"].value == "Ontvangt goederen"
    form.fields["verdict"].value = WorkVerdict.MASTERED
    form.fields["situation"].edit.setPlainText("Dinsdag kwam er een pallet binnen")
    form.try_save()
    (line,) = session.practised_work.of(person.id)
    assert (line.work.code, line.supervisor) == ("B1-K1-W1", "Jan Bos")


def test_a_second_agreement_has_its_own_records_when_it_is_chosen(
    section, session, person, company
):
    school = a_school(session)
    an_agreement(session, person.id, school.id, company)
    older = an_agreement(
        session,
        person.id,
        school.id,
        company,
        number=2,
        starts_on=date(2025, 9, 1),
        planned_end_on=date(2026, 7, 10),
    )
    section.show_record(person)
    section.agreements.table.select_id(older.id)
    section.visits.add()
    section.visits.dialog.form.try_save()
    (visit,) = session.school_visits.of(person.id)
    assert visit.agreement_id == older.id


def test_a_signal_opens_the_very_week(section, session, person, company):
    an_agreement(session, person.id, a_school(session).id, company)
    by = a_supervisor(session)
    section.show_record(person)
    section.open_child("week:2026-11-16")
    form = section.weeks.dialog.form
    assert form.week.text() == "Week 2026-W47"
    form.fields["supervisor_id"].value = by.id
    form.try_save()
    (line,) = session.guided_weeks.of(person.id)
    assert line.guided.monday == date(2026, 11, 16)


def test_the_section_is_for_who_may_see_the_file(qtbot, session, desk, person):
    for role, seen in ((AccountRole.COORDINATOR, True), (AccountRole.READER, False)):
        file = ParticipantFile(signed_in_as(session, role), desk)
        qtbot.addWidget(file)
        texts = [file.tabs.tabText(i) for i in range(file.tabs.count())]
        assert ("Stage" in texts) is seen


def test_the_history_tells_of_an_agreement_in_words(qtbot, session, desk, person, company):
    one = an_agreement(session, person.id, a_school(session).id, company)
    session.practice_agreements.save(replace(one, phase=PracticePhase.CARRYING_OUT))
    file = ParticipantFile(session, desk)
    qtbot.addWidget(file)
    file.show_record(person)
    file.open_section("history")
    section = file.section("history")
    lines = map(section.model.row_at, range(section.model.rowCount()))
    words = "\n".join(
        f"{name}: {now}" for one in lines for name, _was, now in section._words.changes(one.line)
    )
    for told in (
        "School: Roc Voorbeeld",
        "Opleidingscode: 25371",
        "Locatie (leerbedrijf-ID): Kanaalstraat",
        "Leerweg: bol",
        "Getekend door: School, Student, Wij, het leerbedrijf",
        "Fase: Uitvoering",
    ):
        assert told in words
