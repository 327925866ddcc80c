"""From a line on Vandaag to the very record: the demo centre in a window, one line of each kind."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ca_desktop.app.workplace import Workplace
from ca_desktop.domain.signals import Signal, SignalKind
from ca_desktop.services.demo import DemoAccess, create_demo
from ca_desktop.services.stores import StoreDoor
from ca_desktop.ui.kit.action_lines import Line
from ca_desktop.ui.kit.jobs import Jobs
from ca_desktop.ui.kit.theme import Theme
from ca_desktop.ui.pages.today.page import TodayPage
from tests.conftest import TODAY
from tests.stores import cheap_keys


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, DemoAccess]:
    store: Path = tmp_path_factory.mktemp("demo") / "centre"
    with cheap_keys():
        return store, create_demo(store, 60, today=TODAY)


@pytest.fixture
def workplace(
    qapp: QApplication, tmp_path: Path, demo: tuple[Path, DemoAccess]
) -> Iterator[Workplace]:
    """The window of the demo centre, on a copy of its own, open on Vandaag."""
    store, access = demo
    shutil.copytree(store, tmp_path / "centre")
    opened = StoreDoor.at(tmp_path / "centre").sign_in(access.sign_in_name, access.password)
    Theme.install(qapp)
    jobs = Jobs()
    made = Workplace(qapp, jobs, opened, lambda _t, _z: None, lambda _l: None, today=lambda: TODAY)
    made.show()
    yield made
    jobs.close()
    made._shut()


def press(workplace: Workplace, kind: SignalKind) -> tuple[Signal, Any]:
    """Press the button of the first line of this kind; the signal, and the page it led to."""
    today = workplace.window.pages.page("today")
    assert isinstance(today, TodayPage)
    for urgency in {one.urgency for one in workplace.session.signals.all()}:
        today._show_all(urgency)
    signal = next(one for one in workplace.session.signals.all() if one.kind is kind)
    lines = [line for card in today.cards for line in card.findChildren(Line)]
    name = f"{signal.who}: {signal.what}"
    next(line for line in lines if line.accessibleName() == name).button.click()
    page = workplace.window.pages.page(signal.page)
    assert page.isVisible()
    return signal, page


@pytest.mark.parametrize(
    "kind", [SignalKind.EVALUATION, SignalKind.LONGEST_TIME, SignalKind.TRAJECTORY_ENDS]
)
def test_a_signal_about_a_trajectory_opens_that_trajectory(
    workplace: Workplace, kind: SignalKind
) -> None:
    signal, page = press(workplace, kind)
    assert page.detail.shown.id == signal.participant_id
    form = page.detail.section("agreements").trajectories.dialog.form
    assert form.isVisible()
    assert form.shown.id == signal.child
    assert signal.due_on in (form.shown.evaluation_on, form.shown.ends_on, form._term().ends_by)


def test_a_signal_about_a_document_points_at_that_document(workplace: Workplace) -> None:
    signal, page = press(workplace, SignalKind.DOCUMENT)
    section = page.detail.section("documents")
    assert section.isVisible()
    assert section.table.hasFocus()
    line = section.table.current_row()
    assert (line.id, line.participant_id) == (signal.child, signal.participant_id)
    assert line.title in signal.what


def test_a_signal_about_a_bsn_stops_at_the_closed_door(qtbot: QtBot, workplace: Workplace) -> None:
    signal, page = press(workplace, SignalKind.CITIZEN_NUMBER)
    section = page.detail.section("restricted")
    assert section.isVisible()
    assert not section.is_open
    assert section.open.hasFocus()
    section.open.click()
    qtbot.waitUntil(lambda: section.is_open)
    assert section.form.shown.participant_id == signal.participant_id


def test_a_signal_about_aftercare_opens_that_contact(workplace: Workplace) -> None:
    signal, page = press(workplace, SignalKind.AFTERCARE)
    line = page.aftercare.table.current_row()
    assert signal.record_id == f"aftercare:{line.contact.id}"
    form = page.aftercare.dialog.form
    assert form.isVisible()
    assert form.shown.id == line.contact.id


def test_a_signal_about_an_open_account_points_at_that_account(workplace: Workplace) -> None:
    signal, page = press(workplace, SignalKind.OPEN_ACCOUNT)
    section = page.section("accounts")
    assert section.isVisible()
    account = section.table.current_row()
    assert (account.id, account.full_name) == (signal.child, signal.who)
    assert section.close_account.isEnabled()
    workplace.session.accounts.change(replace(account, is_active=False))
    assert signal.kind not in {one.kind for one in workplace.session.signals.all()}


def test_a_signal_about_a_certificate_opens_that_certificate(workplace: Workplace) -> None:
    signal, page = press(workplace, SignalKind.CERTIFICATE)
    dialog = page.detail.section("certificates").list.dialog
    assert dialog.form.shown.id == signal.child


@pytest.mark.parametrize("kind", [SignalKind.REVIEW, SignalKind.FOLLOW_UP])
def test_a_signal_about_a_placement_or_note_shows_it(
    workplace: Workplace, kind: SignalKind
) -> None:
    signal, page = press(workplace, kind)
    assert page.table.current_row().id == signal.record_id


@pytest.mark.parametrize("kind", list(SignalKind))
def test_every_kind_of_signal_leads_to_its_page(workplace: Workplace, kind: SignalKind) -> None:
    signal, _page = press(workplace, kind)
    assert workplace.window.pages.here == signal.page
