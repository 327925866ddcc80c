"""In-, door- en uitstroom: numbers of a period, who is behind each, and who has no next step."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.dates import Period
from ca_desktop.domain.flow import Figure, FlowFigures, cell_text
from ca_desktop.domain.flow_measures import AFTER, DRAWN, FlowBy, Measure
from ca_desktop.i18n import _
from ca_desktop.services.flow import FlowPerson, Gap
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.drawing import DrawingView
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.marks import Notice, label
from ca_desktop.ui.kit.theme import theme
from ca_desktop.ui.pages.reports.figures_behind import BehindPanel, GapsPanel
from ca_desktop.ui.pages.reports.figures_choice import FiguresChoice
from ca_desktop.ui.pages.reports.figures_paper import FiguresPaper
from ca_desktop.ui.pages.reports.figures_table import NumbersTable

ROOM_FOR_TWO = 1000
DRAWING_WIDTH = 460  # in the points of the drawing: on the screen it is scaled to the room
TOPICS = frozenset({"aftercare", "participants", "placements", "stage_changes", "trajectories"})


class Made(NamedTuple):
    """The figures with their drawing, and who has no next step."""

    figures: FlowFigures
    drawing: bytes
    gaps: Sequence[Gap]


class FiguresView(QWidget):
    """It counts when somebody looks, in the worker, and again after a change of the choice."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session, self._desk = session, desk
        self.figures: FlowFigures | None = None
        self.dialog: FiguresPaper | None = None
        self._is_stale = True
        self.choice = FiguresChoice(desk)
        self.notice = Notice()
        self.hint = label("", "help")
        self.table = NumbersTable(_("Figures"))
        self.drawing = DrawingView(_("Started, moved on and left"))
        self.outcomes = NumbersTable(_("How people left"))
        self.outcome_heading = label(_("How people left"), "heading")
        self.gaps = GapsPanel(desk)
        self.meanings = label("", "help")
        self.behind = BehindPanel(desk)
        self._lay_out()
        self.choice.changed.connect(self.refresh)
        self.choice.paper.clicked.connect(lambda: self.open_paper())
        for table in (self.table, self.outcomes):
            table.asked.connect(self.show_behind)
        desk.changes.on(TOPICS, self, self._on_written)

    def refresh(self) -> None:
        """Count again."""
        period, by = self.choice.period(), self.choice.split()
        self.choice.paper.setEnabled(period is not None)
        if period is None:
            return
        self._is_stale = False
        self._desk.jobs.run(
            lambda _progress: self._make(period, by),
            then=self._show,
            failed=lambda error: show_error(error, self),
            owner=self,
            label=_("Counting"),
        )

    def show_behind(self, key: str | None, measure: Measure, outcome: str | None) -> None:
        """The people whom this number counts."""
        if self.figures is None:
            return
        shown = self.figures
        figure = Figure(period=shown.period, by=shown.by, measure=measure, key=key, outcome=outcome)
        line = next(one for one in shown.lines if one.key == key)
        names = {one.code: one.name for one in shown.outcomes}
        part = line.name if outcome is None else names.get(outcome, "")

        def show(people: Sequence[FlowPerson]) -> None:
            if self.figures == shown:
                self.behind.show()
                self.behind.show_people(f"{measure.text}: {part} ({len(people)})", people)

        self._desk.jobs.run(
            lambda _progress: self._session.flow.rows_behind(figure),
            then=show,
            failed=lambda error: show_error(error, self),
            owner=self,
            label=_("Looking up who it counts"),
        )

    def open_paper(self) -> None:
        """The paper of what is chosen here."""
        period = self.choice.period()
        if period is not None:
            by = self.choice.split()
            self.dialog = FiguresPaper(self.window(), self._session, self._desk, period, by)
            self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.dialog.open()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the people stand under the numbers."""
        super().resizeEvent(event)
        wide = self.width() >= theme().px(ROOM_FOR_TWO)
        side = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        self._splitter.setOrientation(side)

    # -- inside --------------------------------------------------------------------------------

    def _on_written(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    def _make(self, period: Period, by: FlowBy) -> Made:
        figures = self._session.flow.figures(period, by)
        drawing = self._session.flow_papers.drawing(figures, DRAWING_WIDTH)
        return Made(figures, drawing, self._session.flow.without_next_step())

    def _show(self, made: Made) -> None:
        figures = made.figures
        self.gaps.show_gaps(made.gaps)
        if (figures.period, figures.by) != (self.choice.period(), self.choice.split()):
            return  # something else was chosen meanwhile
        self.figures = figures
        named = figures.by is not FlowBy.GROUP
        self.table.show_figures(figures, figures.by.text, with_rows=named)
        self.outcomes.show_outcomes(figures, with_rows=named)
        for part in (self.outcomes, self.outcome_heading):
            part.setVisible(bool(figures.outcomes))
        self.drawing.show_svg(made.drawing, _words(figures))
        self.drawing.setVisible(figures.is_drawn)
        self.meanings.setText(_meanings(figures))
        self.notice.say(_held_back() if figures.holds_back else "", "")
        self.hint.setText(
            _("Choose a number with a click or Enter to see who it counts.")
            if named
            else _("Of target groups you see numbers only.")
        )
        self.behind.hide()

    def _lay_out(self) -> None:
        body = QWidget()
        body.setObjectName("form-body")
        inner = QVBoxLayout(body)
        inner.setContentsMargins(16, 8, 16, 16)
        inner.setSpacing(10)
        inner.addWidget(self.choice)
        inner.addWidget(self.hint)
        inner.addWidget(self.notice)
        inner.addWidget(self.table)
        for part in (self.drawing, self.outcome_heading, self.outcomes, self.gaps):
            inner.addWidget(part)
        inner.addWidget(label(_("What is counted"), "heading"))
        inner.addWidget(self.meanings)
        inner.addStretch(1)
        area = QScrollArea()
        area.setWidget(body)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(area)
        self._splitter.addWidget(self.behind)
        self._splitter.setSizes([1900, 1000])
        self.behind.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 16, 8)
        column.addWidget(self._splitter)
        self.setFocusProxy(self.table)


def _held_back() -> str:
    return _(
        "Not shown: fewer than {least} people, or a number from which that could be worked out.",
        least=load_catalogue().flow_term("smallest_group"),
    )


def _meanings(figures: FlowFigures) -> str:
    lines = [_("Each figure is a number of people. Each person stands under one part.")]
    lines += [f"{one.text}: {one.meaning}" for one in figures.measures if one not in AFTER]
    if Measure.AFTER_3 in figures.measures:
        after = _("After 3, 6 and 12 months")
        lines.append(f"{after}: {Measure.AFTER_3.meaning}")
    return "\n".join(lines)


def _words(figures: FlowFigures) -> str:
    return "; ".join(
        f"{line.name}: " + ", ".join(f"{m.text} {cell_text(line.cells[m], _)}" for m in DRAWN)
        for line in figures.lines[1:]
    )
