"""A placement that explains itself: both shortlists, and the form with each condition."""

from typing import Any

from PySide6.QtWidgets import QScrollBar

from ca_desktop.domain.half_days import HalfDays
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.matching import MatchDialog
from ca_desktop.ui.kit.desk import Spot
from ca_desktop.ui.kit.record_dialog import RecordDialog
from ca_desktop.ui.main_window import MainWindow
from ca_desktop.ui.pages.participants.page import ParticipantsPage
from tests.screens.stage import Stage


def walk(stage: Stage, window: MainWindow, page: ParticipantsPage, session: Session) -> None:
    """Which role suits somebody, who suits a role, and the form that follows."""
    person = session.participants.named("13")
    window.navigate("participants", Spot(person.id, "placements"))
    stage.settle()
    section: Any = page.detail.section("placements")
    section.match.click()
    _shortlist(stage, "placement-roles")
    role = session.roles.named("sorteren")
    window.navigate("roles", role.id)
    stage.settle()
    roles: Any = window.pages.page("roles")
    roles.detail.ask_people()
    _shortlist(stage, "placement-people")
    window.navigate("participants", person.id)
    stage.settle()


def _shortlist(stage: Stage, name: str) -> None:
    """The dialog, then the form on the first one that may be placed, from top to end."""
    stage.settle()
    dialog = next(one for one in stage.dialogs() if isinstance(one, MatchDialog))
    dialog.half_days.value = HalfDays.of("0m", "2m")
    dialog.read()
    stage.keep(dialog, name)
    dialog.place_button.click()
    stage.settle()
    form = next((one.form for one in stage.dialogs() if isinstance(one, RecordDialog)), None)
    if form is None:
        stage.keep_dialogs(f"{name}-nobody")
        return
    bar: QScrollBar = form.area.verticalScrollBar()
    for part in (1, 2, 3):
        bar.setValue(bar.maximum() * part // 3)
        stage.keep(form.window(), f"{name}-explained-{part}")
    stage.keep_dialogs(f"{name}-form")
