"""Every page of the window: its list, each section of its file, its forms and its dialogs."""

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtWidgets import QPushButton, QTabBar, QWidget

from ca_desktop.app.pages import PLACES
from ca_desktop.app.workplace import Workplace
from ca_desktop.services.stores import OpenStore, StoreDoor
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.file_view import FileView
from ca_desktop.ui.kit.help_dialog import show_help
from ca_desktop.ui.kit.list_detail import ListDetailPage
from ca_desktop.ui.kit.question import ask_unsaved
from ca_desktop.ui.kit.sub_list import SubList
from ca_desktop.ui.kit.table import Table
from ca_desktop.ui.main_window import MainWindow
from ca_desktop.ui.pages.capacity.page import CapacityPage
from ca_desktop.ui.pages.participants.page import ParticipantsPage
from tests.screens import capacity, filled, registers
from tests.screens.stage import Access, Stage

Shown = tuple[str, QWidget]


def walk(stage: Stage, access: Access) -> None:
    """Sign in and open everything there is to open."""
    opened: OpenStore = StoreDoor.at(access.store).sign_in(access.name, access.password)
    workplace = Workplace(
        stage.app, stage.jobs, opened, lambda _theme, _zoom: None, lambda _language: None
    )
    window = workplace.window
    window.resize(stage.size)
    workplace.show()
    for place in PLACES:
        stage.scene = place.key
        window.navigate(place.key)
        if place.key == "reports":  # a report is about somebody
            window.navigate(place.key, workplace.session.participants.named("1").id)
            reports: Any = window.pages.page(place.key)
            stage.settle(lambda: bool(reports.progress.pane.preview.pdf))  # noqa: B023 - now
            reports.papers.make_preview()
            stage.settle(lambda: bool(reports.papers.pane.preview.pdf))  # noqa: B023 - now
        stage.settle()
        page = window.pages.page(place.key)
        _page(stage, window, page)
        if isinstance(page, ParticipantsPage):
            filled.walk(stage, window, page, workplace.session)
        elif isinstance(page, ListDetailPage):
            registers.walk(stage, window, page, workplace.session)
    stage.scene = "window"
    _around_the_pages(stage, window)
    workplace._lock_now()  # what Ctrl+L does
    stage.settle()
    assert workplace._lock.card is not None
    stage.keep(workplace._lock.card, "locked")
    workplace._lock.card.closed.disconnect()
    workplace._lock.card.hide()
    window.hide()
    workplace._shut()
    stage.settle()


def _page(stage: Stage, window: MainWindow, page: QWidget) -> None:
    stage.keep(window, "")
    if isinstance(page, CapacityPage):
        capacity.walk(stage, window, page)
    elif isinstance(page, ListDetailPage):
        _list_page(stage, window, page)
    else:
        _tabs(stage, window, page)


def _list_page(stage: Stage, window: MainWindow, page: ListDetailPage[Any]) -> None:
    detail: Any = page.detail
    if page.model.rowCount():
        page.table.selectRow(0)
        _actions(stage, page.table)
        page.table.opened.emit(page.table.current_row())  # Enter
        stage.keep(window, "first")
        if isinstance(detail, FileView):
            for index in range(detail.tabs.count()):
                _section(stage, window, detail, index)
        else:
            _inside(stage, window, detail, "first")
    page.panes.show_list()
    page.pane.search.setText("zzzz")
    stage.keep(window, "nothing-found")
    page.pane.clear_search()
    if page.may_add():
        page.add()
        stage.settle()
        if any(stage.dialogs()):
            stage.keep_dialogs("add")
            return
        stage.keep(window, "add")
        detail.try_save()
        stage.keep(window, "add-refused")
        stage.keep_dialogs("add-refused-dialog")
        detail.discard()


def _section(stage: Stage, window: MainWindow, file: FileView[Any], index: int) -> None:
    file.tabs.setCurrentIndex(index)
    name = file.tabs.tabText(index).casefold().replace(" ", "-")
    stage.keep(window, f"section-{name}")
    section = file._stack.currentWidget()
    assert section is not None
    _inside(stage, window, section, f"section-{name}")


def _tabs(stage: Stage, window: MainWindow, page: QWidget) -> None:
    bars = [bar for bar in page.findChildren(QTabBar) if bar.isVisible() and bar.count() > 1]
    for bar in bars:
        for index in range(bar.count()):
            bar.setCurrentIndex(index)
            name = bar.tabText(index).casefold().replace(" ", "-")
            stage.keep(window, name)
            _inside(stage, window, page, name)
        bar.setCurrentIndex(0)
    if not bars:
        _inside(stage, window, page, "")


def _inside(stage: Stage, window: MainWindow, part: QWidget, name: str) -> None:
    """The dialogs that a part of a page opens: by its lists, and by buttons that end with …"""
    for sub in _visible(part, SubList):
        if sub.model.rowCount():
            sub.table.selectRow(0)
            sub.edit(sub.table.current_row())
            stage.keep_dialogs(f"{name}-change")
        if sub._blank is not None:
            sub.add()
            stage.settle()
            _refuse(stage)
            stage.keep_dialogs(f"{name}-add")
        _actions(stage, sub.table, skip=3)
    seen = {"Bladeren"}
    for button in _visible(part, QPushButton):
        words = button.text().strip()
        if words.endswith("…") and button.isEnabled() and words not in seen:
            seen.add(words)
            button.click()
            stage.keep_dialogs(f"{name}-{words.rstrip(' …').casefold().replace(' ', '-')}")


def _refuse(stage: Stage) -> None:
    """Press the button of an empty form, so that the picture shows what it says."""
    for dialog in stage.dialogs():
        form = getattr(dialog, "form", None)
        if form is not None:
            form.save_button.click()


def _actions(stage: Stage, table: Table, skip: int = 0) -> None:
    """What right click offers on the selected line, where it asks something first."""
    for action, row_action in table._actions[: len(table._actions) - skip]:
        words = action.text().strip()
        if words.endswith("…") and row_action.fits(table.selected_rows()):
            row_action.do(table.selected_rows())
            stage.keep_dialogs(f"action-{words.rstrip(' …').casefold().replace(' ', '-')}")


def _visible(part: QWidget, kind: type[Any]) -> Iterator[Any]:
    if isinstance(part, kind):
        yield part
    yield from [child for child in part.findChildren(kind) if child.isVisible()]


def _around_the_pages(stage: Stage, window: MainWindow) -> None:
    """What belongs to no page: search, undo, help, questions, errors, the menu."""
    window.navigate("today")
    window.top.search.setFocus()
    window.top.search.setText("an")
    window.top.search.look()
    stage.keep(window, "search")
    window.top.search.clear()
    window.top.search.popup.hide()
    opens: dict[str, Callable[[], object]] = {
        "undo": window.ask_undo,
        "help": lambda: show_help(window, "participants"),
        "unsaved": lambda: ask_unsaved(window, lambda: None, lambda: None),
        "crash": lambda: show_error(ZeroDivisionError("deling door nul"), window),
    }
    for name, open_it in opens.items():
        open_it()
        stage.keep_dialogs(name)
    for number, action in enumerate(window.menuBar().actions(), 1):
        menu: Any = action.menu()
        if menu is not None:
            menu.popup(window.mapToGlobal(window.rect().topLeft()))
            stage.keep(menu, f"menu-{number}")
            menu.hide()
