"""Reports: chosen, previewed as they print, issued and kept; and who gets none."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from ca_desktop.domain.accounts import AccountRole
from ca_desktop.domain.entries import Visibility
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.partners import Partner, PartnerKind
from ca_desktop.domain.trajectories import LegalRole
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.question import Question
from ca_desktop.ui.pages.reports.page import ReportsPage
from ca_desktop.ui.pages.reports.progress import PREVIEW, SUMMARY, ProgressView


def a_partner(session: Session, name: str, kind: PartnerKind = PartnerKind.MUNICIPALITY) -> Partner:
    return session.partners.save(replace(session.partners.new(), name=name, kind=kind))


def a_person(session: Session, name: str = "Noor") -> Participant:
    blank = session.participants.new()
    return session.participants.take_in(
        replace(blank, first_name=name, last_name="Visser", starts_on=date(2026, 3, 1))
    )


def a_trajectory(session: Session, person: Participant, partner: Partner, start: date) -> None:
    new = session.trajectories.new(person.id, partner.id, LegalRole.REINTEGRATION)
    session.trajectories.save(replace(new, starts_on=start))


@pytest.fixture
def noor(session: Session) -> Participant:
    return a_person(session)


@pytest.fixture
def gemeente(session: Session, noor: Participant) -> Partner:
    made = a_partner(session, "Gemeente Apeldoorn")
    a_trajectory(session, noor, made, date(2026, 5, 4))
    return made


@pytest.fixture
def page(qtbot, session: Session, desk: Desk) -> ReportsPage:
    made = ReportsPage(session, desk)
    qtbot.addWidget(made)
    made.resize(1160, 680)
    made.show()
    return made


@pytest.fixture
def report(page: ReportsPage, noor: Participant, gemeente: Partner) -> ProgressView:
    page.open_row(noor.id)
    assert page.progress is not None
    return page.progress


def preview(qtbot, report: ProgressView) -> None:
    report.make_preview()
    qtbot.waitUntil(lambda: not report._desk.jobs.busy)


def recipients(report: ProgressView) -> list[str]:
    combo = report.choice.recipient.combo
    return [combo.itemText(row) for row in range(1, combo.count())]


def test_only_partners_with_a_trajectory_and_the_participant_are_offered(session, report) -> None:
    a_partner(session, "Gemeente Deventer")
    report.choice._on_period()
    assert recipients(report) == ["Gemeente Apeldoorn (gemeente)", "De deelnemer zelf"]


def test_without_a_trajectory_it_says_why_and_leads_to_the_trajectories(
    session, page, visits
) -> None:
    person = a_person(session, "Bram")
    page.open_row(person.id)
    choice = page.progress.choice
    assert "traject" in choice.nobody.text
    assert recipients(page.progress) == ["De deelnemer zelf"]
    choice.to_trajectory.click()
    assert visits.last == ("participants", person.id)


def test_a_partner_whose_trajectory_ended_before_the_period_is_not_offered(
    session, noor, gemeente, report
) -> None:
    (running,) = session.trajectories.of(noor.id)
    session.trajectories.save(replace(running, ends_on=date(2026, 6, 1)))
    report.choice.quick[0].click()
    assert recipients(report) == ["De deelnemer zelf"]


def test_the_quick_choices_give_periods_up_to_today(report) -> None:
    months, year, trajectory = report.choice.quick
    months.click()
    assert report.choice.period().starts_on == date(2026, 8, 24)
    year.click()
    assert report.choice.period().starts_on == date(2026, 8, 1)
    trajectory.click()
    assert report.choice.period().starts_on == date(2026, 5, 4)
    assert report.choice.period().ends_on == date(2026, 11, 24)


def test_a_period_that_ends_before_it_starts_says_so_beside_the_field(report) -> None:
    report.choice.ends_on.value = date(2026, 1, 1)
    report.choice._on_period()
    assert "eindigt voordat" in report.choice.ends_on.problem
    assert report.choice.wish() is None


def test_a_tick_needs_a_reason_beside_it(qtbot, report) -> None:
    tick = report.choice.ticks.ticks[0]
    tick.check.box.click()
    report.renew.click()
    assert "reden" in tick.reason.problem
    assert not report.pane.save_button.isEnabled()
    tick.reason.edit.setText("gevraagd op 3-11")
    preview(qtbot, report)
    assert report.pane.save_button.isEnabled()


def test_what_is_previewed_is_what_is_saved_and_kept(
    qtbot, tmp_path: Path, session, noor, report
) -> None:
    preview(qtbot, report)
    file = tmp_path / "rapport.pdf"
    report.pane.save_to(file)
    (kept,) = session.papers.issued_about(noor.id)
    assert file.read_bytes() == kept.content == report.pane.preview.pdf
    assert str(file) in report.pane.notice.text


def test_after_a_change_the_old_preview_cannot_be_issued(qtbot, report) -> None:
    preview(qtbot, report)
    assert report.pane.save_button.isEnabled()
    report.choice.quick[1].click()
    assert not report.pane.save_button.isEnabled()


def test_the_preview_follows_after_a_pause(qtbot, report) -> None:
    qtbot.waitUntil(lambda: bool(report.pane.preview.pdf), timeout=10_000)


def test_an_employer_without_a_written_wish_gets_no_report(
    qtbot, session, noor, gemeente, page
) -> None:
    employer = a_partner(session, "Bakkerij Smit", PartnerKind.EMPLOYER)
    a_trajectory(session, noor, employer, date(2026, 5, 4))
    page.open_row(noor.id)
    report = page.progress
    report.choice.recipient.value = employer.id
    report.choice.recipient.changed.emit()
    preview(qtbot, report)
    assert "werkgever" in report.pane.notice.text
    assert not report.pane.save_button.isEnabled()


def test_the_summary_stands_beside_its_notes_and_says_on_what_it_rests(
    session, noor, report
) -> None:
    for text, shown in (("Ging goed", Visibility.REPORT), ("Onder ons", Visibility.INTERNAL)):
        entry = replace(session.entries.new(noor.id), text=text, visibility=shown)
        session.entries.write(entry)
    report.steps.setCurrentIndex(SUMMARY)
    assert report.summary.notes.texts == ["Ging goed"]
    assert "1 van 2 notities; 1 intern" in report.summary.counts.text()


def test_what_is_typed_in_the_summary_survives_a_crash(qtbot, session, desk, noor, report) -> None:
    report.summary.form.text.edit.setPlainText("Noor leerde lassen.")
    report.summary.form.keeper.keep_now()
    again = ReportsPage(session, desk)
    qtbot.addWidget(again)
    again.open_row(noor.id)
    form = again.progress.summary.form
    assert form.text.value == "Noor leerde lassen."
    assert form.is_dirty
    assert "nog niet bewaard" in form.notice.text


def test_issuing_saves_the_summary_that_is_on_the_paper(
    qtbot, tmp_path: Path, session, report
) -> None:
    report.summary.form.text.edit.setPlainText("Noor leerde lassen.")
    preview(qtbot, report)
    report.pane.save_to(tmp_path / "rapport.pdf")
    assert session.papers.summary(report.choice.wish()).text == "Noor leerde lassen."
    assert not report.summary.form.is_dirty
    assert not session.drafts.all()


def test_what_was_issued_stays_said_until_the_text_changes(qtbot, tmp_path, report) -> None:
    report.summary.load(report.choice.wish())
    report.summary.form.text.edit.insertPlainText("Goed bezig.")
    preview(qtbot, report)
    qtbot.waitUntil(lambda: report._paper is not None)
    report.pane.save_button.setFocus()
    report.pane.save_to(tmp_path / "rapport.pdf")
    assert "Uitgegeven" in report.pane.notice.text
    qtbot.waitUntil(lambda: not report._pause.isActive(), timeout=5000)
    preview(qtbot, report)
    qtbot.waitUntil(report.pane.save_button.isEnabled)
    assert "Uitgegeven" in report.pane.notice.text
    assert report.pane.window().focusWidget() is report.pane.save_button
    report.summary.form.text.edit.insertPlainText(" Meer.")
    assert report.pane.notice.text == ""


def test_leaving_asks_about_an_unsaved_summary(qtbot, page, report) -> None:
    report.summary.form.text.edit.setPlainText("Nog niet klaar.")
    left: list[bool] = []
    page.leave(lambda: left.append(True))
    (question,) = page.findChildren(Question)
    assert not left
    question.buttons[0].click()
    assert left == [True]


def test_where_there_is_little_room_the_paper_is_a_step_of_its_own(qtbot, page, report) -> None:
    page.resize(800, 420)
    qtbot.waitUntil(lambda: report.steps.isTabVisible(PREVIEW))
    assert not report.pane.isVisible()
    report.steps.setCurrentIndex(PREVIEW)
    assert report.pane.isVisible()
    assert not report.left.isVisible()


def test_an_issued_paper_opens_again_exactly_as_it_was(
    qtbot, tmp_path: Path, session, noor, page, report
) -> None:
    preview(qtbot, report)
    report.pane.save_to(tmp_path / "een.pdf")
    page.tabs.setCurrentIndex(3)
    page.issued.table.selectRow(0)
    page.issued.pane.save_to(tmp_path / "twee.pdf")
    assert (tmp_path / "een.pdf").read_bytes() == (tmp_path / "twee.pdf").read_bytes()
    assert len(session.papers.issued_about(noor.id)) == 1


def test_a_factsheet_is_previewed_and_saved(qtbot, tmp_path: Path, page, desk) -> None:
    sheets = page.factsheets
    sheets.table.selectRow(0)
    sheets.make_preview()
    qtbot.waitUntil(lambda: bool(sheets.pane.preview.pdf), timeout=10_000)
    sheets.pane.save_to(tmp_path / "blad.pdf")
    assert (tmp_path / "blad.pdf").read_bytes().startswith(b"%PDF")


def test_a_paper_that_cannot_be_written_is_not_kept(
    qtbot, tmp_path: Path, session, noor, report
) -> None:
    preview(qtbot, report)
    report.pane.save_to(tmp_path / "bestaat-niet" / "rapport.pdf")
    assert session.papers.issued_about(noor.id) == []
    assert report.pane.findChildren(Question)


def test_a_reader_sees_factsheets_alone(qtbot, session, desk) -> None:
    actor = replace(session.actor, role=AccountRole.READER)
    reader = Session(replace(session.opened, actor=actor), today=session.today)
    made = ReportsPage(reader, desk)
    qtbot.addWidget(made)
    assert [made.tabs.tabText(i) for i in range(made.tabs.count())] == ["Functiebladen"]


def test_a_summary_for_another_period_is_another_text(report) -> None:
    report.summary.form.text.edit.setPlainText("Over drie maanden.")
    report.choice.quick[1].click()
    assert report.summary.form.text.value == ""
    report.choice.quick[0].click()
    assert report.summary.form.text.value == "Over drie maanden."


def test_a_report_without_a_summary_goes_out_only_when_somebody_says_so(qtbot, report) -> None:
    preview(qtbot, report)
    qtbot.mouseClick(report.pane.save_button, Qt.MouseButton.LeftButton)
    [question] = report.window().findChildren(Question)
    assert "zonder samenvatting" in question.windowTitle()
    qtbot.mouseClick(question.buttons[-1], Qt.MouseButton.LeftButton)
    assert report.steps.currentIndex() == SUMMARY
    assert report._session.papers.issued_about(report.choice.person()) == []
