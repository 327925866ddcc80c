"""The list of qualifications: what to verify, what is in use, changed, checked and put back."""

from dataclasses import replace
from datetime import date

import pytest

from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.question import Question
from ca_desktop.ui.pages.qualifications.page import CHANGED, QualificationsPage
from tests.conftest import TODAY


@pytest.fixture
def page(qtbot, session, desk) -> QualificationsPage:
    made = QualificationsPage(session, desk)
    qtbot.addWidget(made)
    made.refresh()
    return made


def codes(page: QualificationsPage) -> list[str]:
    return [page.model.row_at(row).id for row in range(page.model.rowCount())]


def action(page: QualificationsPage, text: str):
    return next(spec for _action, spec in page.table._actions if spec.text.startswith(text))


def accredit(session: Session, code: str) -> None:
    company = session.accreditations.save_company(
        replace(session.accreditations.new_company(), location="Loods")
    )
    new = session.accreditations.new(company.id)
    session.accreditations.save(replace(new, code=code, name="Eigen naam", level=1))


def test_a_shipped_qualification_says_that_it_is_to_be_verified(page):
    page.open_row("25250")
    assert "Te verifiëren" in page.detail.note.text
    assert page.detail.code.value == "25250"
    page.detail.code.value = "25999"
    page.detail.try_save()
    assert "blijft zoals" in page.detail.problem_at("code")


def test_checked_today_takes_the_warning_away(page, session):
    page.open_row("25250")
    page.check_button.click()
    assert session.qualifications.known("25250").qualification.checked_on == TODAY
    assert page.detail.note.text == ""
    page.pane.filters.choose("to_verify", True)
    assert "25250" not in codes(page)


def test_codes_in_one_line_are_kept_as_equivalents(page, session):
    page.open_row("25250")
    form = page.detail
    form.fields["equivalents"].value = "25777; '25778 / 25779.0"
    form.fields["ends_on"].value = date(2028, 2, 29)
    form.try_save()
    kept = session.qualifications.known("25250").qualification
    assert kept.equivalents == ("25777", "25778", "25779")
    assert kept.learning_paths == (LearningPath.BOL, LearningPath.BBL)
    form.fields["equivalents"].value = "25777, hout"
    form.try_save()
    assert "vijf cijfers" in form.problem_at("equivalents")
    page.detail.discard()
    page.pane.filters.choose("kept", CHANGED)
    assert codes(page) == ["25250"]


def test_what_was_changed_is_put_back(qtbot, page, session):
    page.open_row("25250")
    page.detail.fields["name"].value = "Assistent bouw"
    page.detail.try_save()
    spec = action(page, "Put back")
    rows = [page.table.current_row()]
    assert spec.fits(rows)
    assert not action(page, "Remove").fits(rows)
    spec.do(rows)
    page.findChild(Question).buttons[0].click()
    assert session.qualifications.known("25250").qualification.name.startswith("Assistent bouwen")


def test_one_of_our_own_is_added_and_stays_chosen(page, session):
    page.add()
    form = page.detail
    for name, value in (("code", "25999"), ("name", "Vakman hergebruik"), ("level", 3)):
        form.fields[name].value = value
    form.try_save()
    assert page.table.current_row().id == "25999"
    assert session.qualifications.known("25999").is_own
    assert action(page, "Remove").fits([page.table.current_row()])


def test_what_is_in_use_keeps_its_own_copy(page, session):
    accredit(session, "25250")
    page.refresh()
    page.pane.filters.choose("in_use", True)
    assert codes(page) == ["25250"]
    page.open_row("25250")
    assert "1 erkenning" in page.detail.note.text
    page.detail.fields["name"].value = "Andere naam"
    page.detail.try_save()
    assert [line.accreditation.name for line in session.accreditations.lines()] == ["Eigen naam"]
