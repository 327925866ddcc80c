"""The pages of the centre's own data fit on 1366×768 at 150 %: 850 px beside the rail."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from ca_desktop.app.pages import page_entries
from ca_desktop.domain.accreditations import AccreditationState
from ca_desktop.domain.supervisors import Certificate, SupervisorKind
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.file_view import FileView
from ca_desktop.ui.kit.list_detail import ListDetailPage
from ca_desktop.ui.main_window import MainWindow, Shell
from ca_desktop.ui.pages.accreditations.page import AccreditationsPage
from ca_desktop.ui.pages.participants.page import ParticipantsPage
from ca_desktop.ui.pages.partners.page import PartnersPage
from ca_desktop.ui.pages.roles.page import RolesPage
from ca_desktop.ui.pages.supervisors.page import SupervisorsPage
from ca_desktop.ui.pages.today.page import TodayPage
from tests.ui.people import a_participant

ROOM = 850
LOW = 430
Make = Callable[[Session, Desk], QWidget]


def fill(session: Session) -> None:
    partner = replace(session.partners.new(), name="Stichting Werk en Meedoen Noordoost-Veluwe")
    session.partners.save(partner)
    person = replace(session.supervisors.new(), first_name="Alexandra", last_name="Zonnenberg")
    person = session.supervisors.save(replace(person, kinds=tuple(SupervisorKind)))
    for kind in ("vog", "workplace_trainer"):
        session.supervisors.save_certificate(
            Certificate(
                supervisor_id=person.id,
                kind=kind,
                seen_on=date(2026, 1, 5),
                valid_until=date(2026, 12, 1),
            )
        )
    place = session.accreditations.save_company(
        replace(session.accreditations.new_company(), location="Wilmersdorf 12, Apeldoorn")
    )
    new = replace(session.accreditations.new(place.id), code="25250", level=1, trainer_id=person.id)
    new = replace(new, name="Assistent bouwen, wonen en onderhoud", since=date(2024, 1, 8))
    session.accreditations.save(replace(new, state=AccreditationState.REASSESSMENT_PLANNED))


@pytest.mark.parametrize(
    "make", [TodayPage, SupervisorsPage, RolesPage, PartnersPage, AccreditationsPage]
)
def test_nothing_pushes_the_window_wider_than_the_screen(qtbot, session, desk, make: Make):
    fill(session)
    page = make(session, desk)
    qtbot.addWidget(page)
    page.resize(ROOM, 430)
    with qtbot.waitExposed(page):
        page.show()
    if isinstance(page, ListDetailPage):
        page.table.selectRow(0)
        if isinstance(page.detail, FileView):
            for index in range(page.detail.tabs.count()):
                page.detail.tabs.setCurrentIndex(index)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    assert page.minimumSizeHint().width() <= ROOM
    assert page.width() == ROOM


def test_a_file_with_many_sections_pushes_nothing_below_the_screen(qtbot, session, desk):
    page = ParticipantsPage(session, desk)
    person = a_participant(session, "Anna")
    qtbot.addWidget(page)
    page.resize(ROOM, LOW)
    with qtbot.waitExposed(page):
        page.show()
    page.open_row(person.id)
    tabs = page.detail.tabs
    for index in range(tabs.count()):
        tabs.setCurrentIndex(index)
        QApplication.processEvents()
        assert page.minimumSizeHint().height() <= LOW, tabs.tabText(index)


@pytest.mark.parametrize(
    "key",
    ["participants", "capacity", "qualifications", "school_holidays", "settings", "reports"],
)
def test_a_page_is_as_tall_as_the_window_has_room_for(qtbot, session, desk, key: str) -> None:
    window = MainWindow(desk, page_entries(session, desk), Shell(centre="De Proef", user="Petra"))
    qtbot.addWidget(window)
    window.resize(911, 512)
    with qtbot.waitExposed(window):
        window.show()
    window.navigate(key)
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    page = window.pages.page(key)
    assert (window.width(), window.height()) == (911, 512)
    assert page.mapTo(window, page.rect().bottomRight()).y() <= 512
    assert page.mapTo(window, page.rect().bottomRight()).x() <= 911
