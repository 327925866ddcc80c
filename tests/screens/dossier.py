"""The dialogs of the SBB dossier: a step, pasted work processes, evidence."""

from typing import Any

from ca_desktop.domain.accreditation_evidence import AccreditationCondition
from ca_desktop.ui.kit.list_detail import ListDetailPage
from ca_desktop.ui.main_window import MainWindow
from ca_desktop.ui.pages.accreditations.page import AccreditationsPage
from ca_desktop.ui.pages.locations.page import LocationsPage
from tests.screens.stage import Stage


def walk(stage: Stage, window: MainWindow, page: ListDetailPage[Any]) -> None:
    """What only a press of a button shows."""
    if isinstance(page, AccreditationsPage):
        _accreditation(stage, window, page)
    elif isinstance(page, LocationsPage):
        _location(stage, window, page)


def _accreditation(stage: Stage, window: MainWindow, page: AccreditationsPage) -> None:
    window.navigate("accreditations", page.model.row_at(0).id)
    file = page.file
    file.take_step()
    course: Any = file.section("course")
    stage.settle()
    stage.keep(course.dialog, "step-dialog")
    course.dialog.step_aside()
    file.open_section("processes")
    processes: Any = file.section("processes")
    processes.ask_paste()
    stage.settle()
    stage.keep(processes.dialog, "paste-dialog")
    processes.dialog.step_aside()
    processes.add_one()
    stage.settle()
    stage.keep(processes.dialog, "process-dialog")
    processes.dialog.step_aside()


def _location(stage: Stage, window: MainWindow, page: LocationsPage) -> None:
    window.navigate("locations", page.model.row_at(0).id)
    page.file.open_section("conditions")
    conditions: Any = page.file.section("conditions")
    shown = conditions.lists[AccreditationCondition.COOPERATION]
    shown.add()
    stage.settle()
    stage.keep(shown.dialog, "contact-dialog")
    shown.dialog.step_aside()
