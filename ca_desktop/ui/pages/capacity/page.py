"""Bezetting: guidance needed and available per supervisor and half-day, and what if."""

from datetime import date, timedelta
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ca_desktop.domain.dates import week_start
from ca_desktop.domain.errors import RuleBroken
from ca_desktop.i18n import N_, _
from ca_desktop.services.capacity import Behind, Comparison
from ca_desktop.services.capacity_week import NamedBoard
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Desk, Spot
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.section_stack import SectionStack
from ca_desktop.ui.pages.capacity.behind import BehindPanel
from ca_desktop.ui.pages.capacity.board import BoardPane, BoardPanes
from ca_desktop.ui.pages.capacity.model import BoardModel
from ca_desktop.ui.pages.capacity.week_bar import WeekBar
from ca_desktop.ui.pages.capacity.what_if import WhatIfForm, Wish
from ca_desktop.ui.pages.capacity.words import load_words, slot_words

TOPICS = frozenset(
    {
        "centre_settings",
        "participants",
        "placements",
        "restricted_blocks",
        "roles",
        "supervisor_absences",
        "supervisors",
    }
)


class CapacityPage(QWidget):
    """`open_row` takes a date to go to its week, or a supervisor's id to go to his row.

    The board is read by the worker: at 100 000 participants that takes longer than a blink.
    """

    title = N_("Capacity")

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("page")
        self._session, self.desk = session, desk
        self.monday = week_start(session.today())
        self._stale, self._asked = True, 0
        self._wish: Wish | None = None
        self._wanted_row: UUID | None = None
        self.model = BoardModel()
        self.bar = WeekBar()
        self.board = BoardPane(self.model, lambda: desk.navigate("supervisors", None))
        self.grid = self.board.grid
        self.behind = BehindPanel()
        self.what_if = WhatIfForm(session, desk)
        self._lay_out()
        self._connect()

    # -- what others call ----------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the week again, with what is thought of where something is."""
        self._stale = False
        self._asked += 1
        asked, monday, wish = self._asked, self.monday, self._wish
        service = self._session.capacity
        self.bar.show_week(monday)

        def read(_progress: object) -> NamedBoard | Comparison:
            return service.what_if(monday, wish.change) if wish else service.board(monday)

        self.desk.jobs.run(
            read,
            then=lambda found: self._show(found) if asked == self._asked else None,
            failed=self._on_failed,
            owner=self,
            label=_("Counting the guidance"),
        )

    def open_row(self, row_id: object) -> None:
        """Go to the week of a date, to the row of a supervisor, or to his row in the week of which
        a Spot names the Monday.
        """
        if isinstance(row_id, Spot) and isinstance(row_id.record_id, UUID):
            self._wanted_row = row_id.record_id
            self.go_to_week(date.fromisoformat(row_id.section))
        elif isinstance(row_id, date):
            self.go_to_week(row_id)
        elif isinstance(row_id, UUID):
            self._wanted_row = row_id
            self.refresh()

    def go_to_week(self, day: date) -> None:
        """Show the week of this day."""
        self.monday = week_start(day)
        self.refresh()

    def ask_what_if(self) -> None:
        """Open the panel to think of an absence or a placement."""
        self.what_if.reload()
        self._right.setCurrentWidget(self.what_if)
        self.panes.show_chosen()
        self.what_if.kind.take_focus()

    def back_to_now(self) -> None:
        """The board as it stands; what was thought of is let go."""
        self._wish = None
        self.what_if.clear()
        self.refresh()
        self.grid.setFocus()

    def show_people(self) -> None:
        """Who is behind the cell under the cursor."""
        index = self.grid.currentIndex()
        if not index.isValid() or not self.model.cell(index).has_people:
            return
        cell = self.model.cell(index)
        slot = cell.slot
        assert slot is not None
        self._say_cell()
        try:
            behind = self._session.capacity.people_behind(self.monday, slot, cell.supervisor_id)
        except Exception as error:
            show_error(error, self)
            return
        self._show_behind(behind)

    def showEvent(self, event: QShowEvent) -> None:
        """Reads only when somebody looks."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    # -- inside --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._right = SectionStack()
        self._right.addWidget(self.behind)
        self._right.addWidget(self.what_if)
        self.panes = BoardPanes(self.board, self._right)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(self.panes, 1)
        self.setFocusProxy(self.grid)

    def _connect(self) -> None:
        self.bar.week_asked.connect(self._step)
        self.bar.what_if_asked.connect(self.ask_what_if)
        self.bar.now_asked.connect(self.back_to_now)
        self.grid.current_moved.connect(self._on_moved)
        self.grid.opened.connect(self.show_people)
        self.behind.person_asked.connect(lambda key: self.desk.navigate("participants", key))
        self.what_if.asked.connect(self._compare)
        self.panes.went_back.connect(self.grid.setFocus)
        for keys, then in (
            ("Ctrl+Left", lambda: self._step(-1)),
            ("Ctrl+Right", lambda: self._step(1)),
            ("Ctrl+J", self.ask_what_if),
        ):
            short = QShortcut(QKeySequence(keys), self)
            short.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            short.activated.connect(then)
        self.desk.changes.on(TOPICS, self, self._on_written)

    def _compare(self, wish: Wish) -> None:
        """Count, in the week in which it begins."""
        self._wish = wish
        self.go_to_week(wish.change.starts_on)

    def _show(self, found: NamedBoard | Comparison) -> None:
        if isinstance(found, Comparison):
            named, changes = found.after, found.changes
            self.what_if.show_comparison(found)
        else:
            named, changes = found, ()
        here = self.grid.currentIndex()
        place = (here.row(), here.column()) if here.isValid() else self._start()
        self.model.show(named, changes)
        self.bar.now.setVisible(isinstance(found, Comparison))
        self.board.show_state(
            is_thought=isinstance(found, Comparison), is_complete=named.is_complete
        )
        self._put_cursor(*place)

    def _start(self) -> tuple[int, int]:
        """The first supervisor, today in the morning."""
        days = (self._session.today() - self.monday).days
        return 0, days * 2 if 0 <= days < 5 else 0

    def _put_cursor(self, row: int, column: int) -> None:
        if self._wanted_row is not None:
            row = max(0, self.model.row_of(self._wanted_row))
            self._wanted_row = None
        row = min(max(row, 0), self.model.rowCount() - 1)
        column = min(max(column, 0), self.model.columnCount() - 1)
        self.grid.setCurrentIndex(self.model.index(row, column))

    def _on_moved(self) -> None:
        if self._wish is None and self.panes.is_list_shown:
            self._right.setCurrentWidget(self.behind)
        self._say_cell()

    def _say_cell(self) -> None:
        index = self.grid.currentIndex()
        if not index.isValid():
            self.behind.show_cell("", "", None)
            return
        cell = self.model.cell(index)
        who = self.model.headerData(index.row(), Qt.Orientation.Vertical)
        when = slot_words(cell.slot) if cell.slot else _("the whole week")
        words = load_words(cell.load, self.model.terms)
        if cell.is_away:
            words = _("absent; {load}", load=words)
        self.behind.show_cell(_("{who}, {when}", who=who, when=when), words, self.model.state(cell))
        self.behind.help.setVisible(cell.has_people)

    def _show_behind(self, behind: Behind) -> None:
        self._right.setCurrentWidget(self.behind)
        self.panes.show_chosen()
        self.behind.show_people(behind)
        self.behind.take_focus()

    def _on_failed(self, error: Exception) -> None:
        if self._wish is not None and isinstance(error, RuleBroken):
            self._wish = None
            self.what_if.show_refusal(error)
        else:
            show_error(error, self)

    def _step(self, by: int) -> None:
        here = self.monday if by else self._session.today()
        self.go_to_week(here + timedelta(weeks=by))

    def _on_written(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True
