"""A new account fills in what it can, and says beforehand what a password has to be."""

import pytest
from PySide6.QtWidgets import QLabel

from ca_desktop.ui.pages.settings.account_forms import NewAccountForm
from ca_desktop.ui.pages.settings.accounts import AccountsSection


@pytest.fixture
def form(qtbot, session) -> NewAccountForm:
    made = NewAccountForm(session)
    qtbot.addWidget(made)
    made.show_record(session.accounts.new())
    made.show()
    return made


def test_the_sign_in_name_follows_the_full_name(qtbot, form: NewAccountForm) -> None:
    qtbot.keyClicks(form.full_name.edit, "Karim El Amrani")
    assert form.sign_in_name.value == "karim"


def test_a_name_that_somebody_has_is_not_proposed(qtbot, form: NewAccountForm) -> None:
    qtbot.keyClicks(form.full_name.edit, "Petra Vos")
    assert form.sign_in_name.value == "petrav"


def test_a_sign_in_name_that_was_typed_stays(qtbot, form: NewAccountForm) -> None:
    qtbot.keyClicks(form.sign_in_name.edit, "kas")
    qtbot.keyClicks(form.full_name.edit, "Karim El Amrani")
    assert form.sign_in_name.value == "kas"


def test_the_rule_of_a_password_stands_beside_it_before_one_types(form: NewAccountForm) -> None:
    words = [label.text() for label in form.fields["password"].findChildren(QLabel)]
    assert any("10 tekens" in text for text in words)


def test_from_the_list_one_comes_to_the_password_of_ones_own(qtbot, session, desk, visits) -> None:
    section = AccountsSection(session, desk)
    qtbot.addWidget(section)
    section.refresh()
    section.table.selectRow(0)
    assert section.reset.text() == "Mijn wachtwoord wijzigen …"
    section.reset.click()
    assert section.dialog is None
    assert visits.places == [("settings", "password")]
