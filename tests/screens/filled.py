"""The file of a participant with every section filled, the closed part opened, and an intake."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Spot
from ca_desktop.ui.kit.saved_filters import SavedFilters
from ca_desktop.ui.main_window import MainWindow
from ca_desktop.ui.pages.participants.page import ParticipantsPage
from tests.screens import shortlists
from tests.screens.stage import Stage

SECTIONS = {  # number of somebody in whose file it is filled
    "person": "13",
    "agreements": "3",
    "placements": "6",
    "practice": "12",
    "development": "1",
    "log": "1",
    "attendance": "1",
    "documents": "4",
    "papers": "1",
    "history": "1",
}


def walk(stage: Stage, window: MainWindow, page: ParticipantsPage, session: Session) -> None:
    """Stage of the whole file and of taking somebody in."""
    for key, number in SECTIONS.items():
        _open(stage, window, session.participants.named(number).id, key)
        stage.keep(window, f"filled-{key}")
    for person_id, key in _who_left(session):
        _open(stage, window, person_id, key)
        stage.keep(window, f"filled-{key}")
    _documents(stage, window, page, session)
    _closed_part(stage, window, page, session)
    _trajectory(stage, window, page, session)
    _intake(stage, window, page)
    _filters(stage, page)
    shortlists.walk(stage, window, page, session)


def _open(stage: Stage, window: MainWindow, person_id: UUID, key: str) -> None:
    window.navigate("participants", Spot(person_id, key))
    stage.settle()


def _who_left(session: Session) -> Iterator[tuple[UUID, str]]:
    for number in range(1, 61):
        person = session.participants.named(str(number))
        called = [one.contact.done_on for one in session.aftercare.of(person.id)]
        if any(called) and not all(called):
            yield person.id, "aftercare"
            return


def _documents(stage: Stage, window: MainWindow, page: ParticipantsPage, session: Session) -> None:
    """A page and a text as they are looked at inside the program; one that has expired."""
    for number, name in (("4", "page"), ("6", "text")):
        _open(stage, window, session.participants.named(number).id, "documents")
        section: Any = page.detail.section("documents")
        section.table.selectRow(0)
        section.open.click()
        stage.keep_dialogs(f"filled-documents-{name}")
    _open(stage, window, session.participants.named("9").id, "documents")
    stage.keep(window, "filled-documents-expired")


def _closed_part(
    stage: Stage, window: MainWindow, page: ParticipantsPage, session: Session
) -> None:
    """Behind the door: with a number that is required, and one that has lost its ground."""
    for number, name in (("4", "open"), ("3", "lost-ground")):
        _open(stage, window, session.participants.named(number).id, "restricted")
        section: Any = page.detail.section("restricted")
        section.open.click()
        stage.settle(lambda section=section: section.is_open)
        stage.keep(window, f"filled-restricted-{name}")
        area = section.form.area.verticalScrollBar()
        area.setValue(area.maximum())
        stage.keep(window, f"filled-restricted-{name}-end")


def _trajectory(stage: Stage, window: MainWindow, page: ParticipantsPage, session: Session) -> None:
    """The form of a trajectory whose longest time is near, and of one that follows another."""
    for number in ("5", "2"):
        person = session.participants.named(number)
        newest = session.trajectories.of(person.id)[0]
        window.navigate("participants", Spot(person.id, "agreements", newest.id))
        stage.keep_dialogs(f"filled-trajectory-{number}")


def _intake(stage: Stage, window: MainWindow, page: ParticipantsPage) -> None:
    """Every step of the intake that was begun."""
    window.navigate("participants", "new")
    stage.settle()
    for step in range(len(page.intake.fields_by_step())):
        page.intake.go(step)
        stage.keep(window, f"intake-{step + 1}")
    page.intake.stop()
    stage.settle()


def _filters(stage: Stage, page: ParticipantsPage) -> None:
    """The menu of the filters that were kept."""
    page.panes.show_list()
    stage.settle()
    for saved in page.findChildren(SavedFilters):
        menu = saved.menu()
        menu.popup(saved.mapToGlobal(saved.rect().bottomLeft()))
        stage.keep(menu, "saved-filters")
        menu.hide()
