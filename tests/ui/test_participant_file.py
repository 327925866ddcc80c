"""The file of a participant: problems beside fields, closed doors, goals, notes, history."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ca_desktop.domain.accounts import AccountRole
from ca_desktop.domain.attendance import AttendanceCode
from ca_desktop.domain.goals import GoalStatus, Score
from ca_desktop.domain.half_days import DayPart
from ca_desktop.domain.journal import JournalAction
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.placements import Outcome
from ca_desktop.domain.trajectories import LegalRole
from ca_desktop.services.papers import ReportWish
from ca_desktop.ui.forms.score import skill_choices
from ca_desktop.ui.pages.participants.file import ParticipantFile
from tests.conftest import TODAY
from tests.ui.agreements import a_partner, a_trajectory, fixed_from, signed_in_as
from tests.ui.people import a_participant, a_placement, a_supervisor


@pytest.fixture
def person(session) -> Participant:
    return a_participant(session, "Łukasz", "Nowak & Zn", starts_on=date(2026, 1, 5))


@pytest.fixture
def file(qtbot, session, desk, person) -> ParticipantFile:
    return opened(qtbot, session, desk, person)


def opened(qtbot, session, desk, person) -> ParticipantFile:
    made = ParticipantFile(session, desk)
    qtbot.addWidget(made)
    made.resize(700, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.show_record(person)
    return made


def tabs(file: ParticipantFile) -> list[str]:
    return [file.tabs.tabText(at) for at in range(file.tabs.count()) if file.tabs.isTabVisible(at)]


def facts(file: ParticipantFile) -> set[str]:
    return {one.text() for one in file._facts.findChildren(QLabel) if one.text()}


def test_the_header_says_who_number_and_that_nobody_is_responsible(file):
    assert file.name.text() == "Łukasz Nowak & Zn"
    assert {"Nr. 1", "Geen vaste begeleider"} <= facts(file)


def test_the_header_names_the_fixed_supervisor(file, session, person):
    fixed_from(session, person, a_supervisor(session), date(2026, 1, 5))
    file.show_record(person)
    assert "Begeleider: Jan Bos" in facts(file)


def test_an_impossible_date_is_said_beside_the_field(qtbot, file, session, person):
    field = file.overview.born_on
    field.edit.setFocus()
    field.edit.selectAll()
    qtbot.keyClicks(field.edit, "31-02-1990")
    file.overview.try_save()
    assert "geen datum" in file.overview.problem_at("born_on")
    assert session.participants.get(person.id).born_on is None


def test_a_two_digit_birth_year_lies_in_the_past(qtbot, file, session, person):
    qtbot.keyClicks(file.overview.born_on.edit, "070460")
    file.overview.try_save()
    assert session.participants.get(person.id).born_on == date(1960, 4, 7)


def test_a_reader_sees_no_log_no_development_and_nothing_restricted(qtbot, session, desk, person):
    file = opened(qtbot, signed_in_as(session, AccountRole.READER), desk, person)
    assert tabs(file) == ["Overzicht", "Plaatsingen", "Aanwezigheid"]
    assert not file.overview.save_button.isVisible()
    shown = set(file.overview.record().__slots__) & set(file.overview.fields)
    assert shown == {"first_name", "prefix", "last_name", "starts_on", "ended_on"}


def test_the_usual_purpose_follows_the_legal_role_until_it_is_written(file, session, person):
    partner = a_partner(session)
    file.open_section("agreements")
    trajectories = file.section("agreements").trajectories
    trajectories.add()
    form = trajectories.dialog.form
    form.partner.value = partner.id
    form.legal_role.combo.setCurrentIndex(1)
    first = form.purpose.value
    form.legal_role.combo.setCurrentIndex(3)
    assert first
    assert form.purpose.value not in ("", first)
    form.purpose.edit.setPlainText("Eigen doel")
    form.legal_role.combo.setCurrentIndex(1)
    assert form.purpose.value == "Eigen doel"
    form.try_save()
    (kept,) = session.trajectories.of(person.id)
    assert (kept.partner_id, kept.purpose) == (partner.id, "Eigen doel")


def test_a_trajectory_without_a_partner_is_refused_beside_the_field(file):
    file.open_section("agreements")
    trajectories = file.section("agreements").trajectories
    trajectories.add()
    form = trajectories.dialog.form
    form.try_save()
    assert form.problem_at("partner_id") == "Kies iets uit de lijst."
    form.discard()
    trajectories.dialog.reject()


def test_a_second_fixed_supervisor_at_the_same_time_is_refused(file, session, person):
    fixed_from(session, person, a_supervisor(session))
    other = a_supervisor(session, "Mia", "Vos")
    file.open_section("agreements")
    fixed = file.section("agreements").fixed
    fixed.add()
    form = fixed.dialog.form
    form.supervisor.value = other.id
    form.try_save()
    assert "al een vaste begeleider" in form.problem_at("starts_on")
    form.discard()
    fixed.dialog.reject()


def test_a_goal_is_added_in_the_words_of_the_participant(file, session, person):
    file.open_section("development")
    goals = file.section("development").goals
    goals.add()
    goals.dialog.form.text.edit.setPlainText("Ik kom op tijd.")
    goals.dialog.form.try_save()
    (kept,) = session.goals.of(person.id)
    assert (kept.text, kept.status, kept.competence) == ("Ik kom op tijd.", GoalStatus.OPEN, "")


def test_growth_compares_only_scores_on_the_same_scale(file, session, person):
    def scored(day: date, value: int, scale: str = "ZELFST4") -> Score:
        new = session.goals.new_score(person.id)
        return replace(new, skill=skill_choices()[0][0], on=day, value=value, scale=scale)

    session.goals.save_scores(
        [
            scored(date(2026, 2, 1), 1),
            scored(date(2026, 5, 1), 5, "ZELFST5"),
            scored(date(2026, 9, 1), 3),
        ]
    )
    file.open_section("development")
    (growth,) = file.section("development").growth.model.rows
    assert growth.words == "met controle achteraf"
    assert growth.trend == "↑ vooruit"


def test_the_log_shows_the_whole_note_and_goes_to_the_form_for_a_new_one(
    qtbot, file, session, person, visits
):
    note = replace(
        session.entries.new(person.id), text="Ging goed.\nTweede regel", agreement="Door"
    )
    session.entries.write(note)
    file.open_section("log")
    log = file.section("log")
    assert "Tweede regel" in log.text.toPlainText()
    assert "Afgesproken: Door" in log.text.toPlainText()
    qtbot.mouseClick(log.write, Qt.MouseButton.LeftButton)
    assert visits.last == ("entries", f"new:{person.id}")


def test_attendance_is_counted_over_the_last_eight_weeks(file, session, person):
    for day, code in ((17, AttendanceCode.PRESENT), (18, AttendanceCode.SICK)):
        session.attendance.record(person.id, date(2026, 11, day), DayPart.MORNING, code)
    file.open_section("attendance")
    section = file.section("attendance")
    assert section.model.rowCount() == 8
    assert section.model.rows[1].letters(1) == "A ·"
    words = {one.text() for one in section.findChildren(QLabel)}
    assert {"Aanwezig: 1", "Ziek: 1"} <= words


def test_an_issued_paper_opens_exactly_as_it_was_issued(file, session, person):
    a_trajectory(session, person, LegalRole.REINTEGRATION)
    wish = ReportWish(
        participant_id=person.id,
        partner_id=None,
        starts_on=date(2026, 9, 1),
        ends_on=TODAY,
        included={},
    )
    issued = session.papers.issue(session.papers.progress_report(wish))
    file.open_section("papers")
    section = file.section("papers")
    section.open_paper(section.model.rows[0])
    assert section.dialog.preview.pdf == issued.content
    section.dialog.reject()


def test_the_restricted_part_is_closed_and_opening_it_is_recorded(qtbot, file, session, person):
    file.open_section("restricted")
    section = file.section("restricted")
    assert not section.is_open
    assert not reads(session, person)
    qtbot.mouseClick(section.open, Qt.MouseButton.LeftButton)
    assert section.is_open
    assert reads(session, person) == 1
    other = a_participant(session, "Mia", "Vos")
    file.show_record(other)
    assert not section.is_open


def reads(session, person: Participant) -> int:
    lines = session.history.of_participant(person.id)
    return sum(
        line.subject == "restricted_blocks" and JournalAction.READ.text in line.what
        for line in lines
    )


def test_a_group_that_may_not_be_recorded_is_not_offered(qtbot, file, session, person):
    a_trajectory(session, person, LegalRole.WMO_PROVIDER)
    file.open_section("restricted")
    section = file.section("restricted")
    qtbot.mouseClick(section.open, Qt.MouseButton.LeftButton)
    offered = {
        section.form.group.combo.itemText(at) for at in range(section.form.group.combo.count())
    }
    assert "Wmo-dagbesteding" in offered
    assert not {"Ex-gedetineerden", "Statushouders"} & offered


def test_where_no_group_may_be_recorded_it_is_said_why(qtbot, file):
    file.open_section("restricted")
    section = file.section("restricted")
    qtbot.mouseClick(section.open, Qt.MouseButton.LeftButton)
    assert "geen traject" in section.form.reason.text
    assert not section.form.group.isVisible()
    assert section.form.intensity.isVisible()


def test_a_supervisor_who_is_not_the_fixed_one_is_refused_kindly(qtbot, session, desk, person):
    jan = a_supervisor(session)
    mine = signed_in_as(session, AccountRole.SUPERVISOR, jan.id)
    a_placement(session, person.id, supervisor_id=jan.id)
    file = opened(qtbot, mine, desk, person)
    file.open_section("restricted")
    section = file.section("restricted")
    qtbot.mouseClick(section.open, Qt.MouseButton.LeftButton)
    assert not section.is_open
    assert "eigen deelnemers" in section.refusal.text


def test_the_placements_of_this_person_stand_in_the_file(file, session, person):
    a_placement(session, person.id, supervisor_id=a_supervisor(session).id)
    file.open_section("placements")
    (line,) = file.section("placements").placements.model.rows
    assert line.supervisor == "Jan Bos"


def test_a_placement_is_ended_with_an_outcome(file, session, person):
    a_placement(session, person.id, supervisor_id=a_supervisor(session).id)
    file.open_section("placements")
    section = file.section("placements")
    section.ask_end(section.placements.model.rows[0])
    form = section.dialog.form
    form.try_save()
    assert form.problem_at("outcome") == "Kies iets uit de lijst."
    form.fields["outcome"].value = Outcome.STAYS
    form.try_save()
    (line,) = session.placements.of(person.id)
    assert (line.placement.ended_on, line.placement.outcome) == (TODAY, Outcome.STAYS)


def test_the_history_says_in_words_what_changed(file, session, person):
    session.participants.change(replace(person, phone="06-12345678"))
    file.open_section("history")
    section = file.section("history")
    assert section.changes.toPlainText() == "Telefoon: 06-12345678"


def test_a_report_is_made_on_its_own_page(qtbot, file, person, visits):
    button = next(b for b in file._buttons if b.accessibleName() == "Rapport maken")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert visits.last == ("reports", person.id)
