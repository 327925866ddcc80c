"""The window on a large centre: unlocking, typing in a list, opening files and pages, saving."""

import statistics
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ca_desktop.app.pages import PLACES
from ca_desktop.app.program import warm_up
from ca_desktop.app.workplace import Workplace
from ca_desktop.db.engine import open_file
from ca_desktop.services.stores import OpenStore, StoreDoor
from ca_desktop.ui.kit.jobs import Jobs
from ca_desktop.ui.kit.theme import Theme
from tests.benchmarks.measure import Measured, Painted, median_ms, median_of, seconds, wait_for
from tests.benchmarks.stores import DAY, DemoStore

NAMES = ("jansen", "fatima", "vries", "bakker", "mohamed")
BUILDS = 3
WORDS = ("afspraak", "werktempo", "winkel", "gereedschap")


class Window:
    """The workplace on a store, with what the measures ask of it."""

    def __init__(self, app: QApplication, demo: DemoStore) -> None:
        self.app, self.jobs, self.demo = app, Jobs(app), demo
        warm_up()
        door = StoreDoor.at(demo.store)
        check = median_ms(lambda: door.check_password(demo.name, demo.password), 3)
        start = time.perf_counter()
        self.opened: OpenStore = door.sign_in(demo.name, demo.password)
        self.workplace = Workplace(
            app, self.jobs, self.opened, _nothing, _nothing, today=lambda: DAY
        )
        self.window = self.workplace.window
        self.window.resize(1366, 768)
        self.window.show()
        self.go("participants")
        self.unlock = Measured(
            key="unlock_to_first_list", value=1000 * (time.perf_counter() - start), floor=check
        )
        self.repaint = median_ms(self.window.repaint, 9)

    def go(self, page: str) -> Any:
        """Open a page and wait until it is painted."""
        shown = self.window.pages.page(page)
        paint = Painted(shown)
        self.window.navigate(page)
        wait_for(paint, self.jobs)
        return shown

    def close(self) -> None:
        self.window.hide()
        self.workplace._shut()
        self.jobs.close()


@contextmanager
def opened_window(app: QApplication, demo: DemoStore) -> Iterator[Window]:
    """The workplace on this centre, closed afterwards."""
    Theme.install(app)
    window = Window(app, demo)
    try:
        yield window
    finally:
        window.close()


def measures(window: Window, times: int) -> Iterator[Measured]:
    """What everybody waits for on every day."""
    yield window.unlock
    yield _search(window, "participants", NAMES, "keystroke_participants")
    yield _open_files(window, times)
    yield _search(window, "entries", WORDS, "keystroke_entries")
    yield _save(window, times)
    for place in PLACES:
        yield _page(window, place.key)


def _search(window: Window, page: str, words: Sequence[str], key: str) -> Measured:
    """Every letter of every word, from the key to the painted list; beside the bare query."""
    shown = window.go(page)
    box, paint = shown.pane.search, Painted(shown.pane)
    box.setFocus()

    def press(letter: str) -> None:
        QTest.keyClicks(box, letter)
        wait_for(paint, window.jobs)

    taken: list[float] = []
    for word in words:
        taken.extend(seconds(lambda one=letter: press(one)) for letter in word)
        box.clear()
        window.app.processEvents()
    taken.sort()
    return Measured(
        key=key, value=1000 * taken[len(taken) // 2], floor=_bare_search(window, page, words)
    )


def _bare_search(window: Window, table: str, words: Sequence[str]) -> float:
    """The same letters as bare queries of the full-text index, by the driver alone."""
    file = open_file(window.demo.store / "store.db", window.opened.data_key)

    def ask(typed: str) -> None:
        kind, sought = ("words", f'"{typed}"') if len(typed) > 2 else ("starts", f'"{typed}"*')
        index = f"{table}_{kind}"
        file.execute(f"SELECT rowid FROM {index} WHERE {index} MATCH ?", (sought,)).fetchall()

    typed = [word[:length] for word in words for length in range(1, len(word) + 1)]
    try:
        for one in typed:
            ask(one)
        return median_of([lambda one=one: ask(one) for one in typed])
    finally:
        file.close()


def _open_files(window: Window, times: int) -> Measured:
    """Going down the list: from the arrow to the painted file, beside painting the window."""
    page = window.go("participants")
    page.table.selectRow(0)
    paint = Painted(page.detail)

    def down() -> None:
        QTest.keyClick(page.table, Qt.Key.Key_Down)
        wait_for(paint, window.jobs)

    return Measured(key="open_file", value=median_ms(down, times), floor=window.repaint)


def _page(window: Window, page: str) -> Measured:
    """From the choice of a page to the painted page, newly built; beside painting the window."""
    taken = statistics.median(_newly_built(window, page) for _time in range(BUILDS))
    return Measured(key=f"page_{page}", value=1000 * taken, floor=window.repaint)


def _newly_built(window: Window, page: str) -> float:
    window.go("partners" if page != "partners" else "supervisors")
    made = window.window.pages.made.pop(page, None)
    if made is not None:
        window.window.pages.removeWidget(made)
    return seconds(lambda: window.go(page))


def _save(window: Window, times: int) -> Measured:
    """One change of one placement, beside one insert and commit by the driver alone."""
    session = window.workplace.session
    line = session.placements.lines()[0]
    texts = iter(range(1_000_000))

    def save() -> None:
        placement = session.placements.get(line.placement.id)
        session.placements.save(replace(placement, remarks=f"Meting {next(texts)}"))

    return Measured(key="save_placement", value=median_ms(save, times), floor=_bare_save(window))


def _bare_save(window: Window) -> float:
    place = window.demo.folder / "bare.db"
    place.unlink(missing_ok=True)
    file = open_file(place, window.opened.data_key, create=True)
    file.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, words TEXT)")

    def insert() -> None:
        file.execute("BEGIN IMMEDIATE")
        file.execute("INSERT INTO t (words) VALUES (?)", ("Meting",))
        file.execute("COMMIT")

    try:
        return median_ms(insert, 31)
    finally:
        file.close()


def _nothing(*_what: object) -> None:
    """The settings of this computer stay as they are."""
