"""The capacity board beside what the other pages show by themselves: people behind, what if."""

from ca_desktop.domain.half_days import HalfDays
from ca_desktop.ui.main_window import MainWindow
from ca_desktop.ui.pages.capacity.page import CapacityPage
from ca_desktop.ui.pages.capacity.what_if import Kind
from tests.screens.stage import Stage


def walk(stage: Stage, window: MainWindow, page: CapacityPage) -> None:
    """A cell opened, an absence thought of, a placement thought of, and back."""
    stage.settle()
    page.grid.setCurrentIndex(page.model.index(1, 2))
    page.show_people()
    stage.keep(window, "people")
    page.ask_what_if()
    form = page.what_if
    stage.keep(window, "what-if")
    form.save_button.click()
    stage.keep(window, "what-if-refused")
    form.away.combo.setCurrentIndex(2)
    form.save_button.click()
    stage.keep(window, "what-if-absence")
    form.kind.value = Kind.PLACEMENT
    form.kind.changed.emit()
    form.role.combo.setCurrentIndex(3)
    form.half_days.value = HalfDays.of("1m", "3m")
    form.save_button.click()
    stage.keep(window, "what-if-placement")
    page.panes.show_list()
    stage.keep(window, "what-if-board")
    page.back_to_now()
    stage.settle()
