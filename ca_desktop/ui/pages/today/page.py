"""Vandaag, the home page: what was begun, what needs somebody, and what to press."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QDate, QLocale
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ca_desktop.domain.drafts import Draft
from ca_desktop.domain.participants import ParticipantFilter, ParticipantSort
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.signals import Signal, Urgency
from ca_desktop.i18n import _
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.action_lines import Card
from ca_desktop.ui.kit.desk import Desk, Spot
from ca_desktop.ui.kit.empty_state import EmptyState
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.flow import FlowLayout
from ca_desktop.ui.kit.icons import icon
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.kit.question import Answer, ask
from ca_desktop.ui.pages.today.begun import begun_card
from ca_desktop.ui.pages.today.first_steps import first_steps
from ca_desktop.ui.pages.today.lines import signal_card
from ca_desktop.ui.pages.today.topics import TOPICS


class Shown(NamedTuple):
    """Everything that stands on the page; the same twice means: leave it as it is."""

    day: date
    drafts: Sequence[Draft]
    signals: Sequence[Signal]
    is_new: bool
    has_supervisor: bool
    has_partner: bool
    whole: frozenset[Urgency]


class TodayPage(QWidget):
    """It reads when somebody looks, and again after every change while it is open."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("page")
        self._session, self._desk = session, desk
        self._shown: Shown | None = None
        self._whole: frozenset[Urgency] = frozenset()
        self.greeting = label(_("Hello {name}", name=session.actor.name.split()[0]), "title")
        self.day = label("", "muted")
        self.cards: list[QWidget] = []
        self.body = QWidget()
        self._column = QVBoxLayout(self.body)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(20)
        self._lay_out()
        desk.changes.on(TOPICS, self, self._on_written)

    def count(self) -> int:
        """How many signals are overdue or for this week."""
        return sum(s.urgency is not Urgency.SOON for s in self._session.signals.all())

    def refresh(self) -> None:
        """Read again; what has not changed stays where it is, with the keyboard in it."""
        try:
            fresh = self._read()
        except Exception as error:
            show_error(error, self)
            return
        if fresh != self._shown:
            self._shown = fresh
            self._build(fresh)

    def open_row(self, _row_id: object) -> None:
        """Other pages only come here to look."""
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    # -- inside --------------------------------------------------------------------------------

    def _on_written(self) -> None:
        if self.isVisible():
            self.refresh()

    def _read(self) -> Shown:
        session = self._session
        chosen = ParticipantFilter(active_only=False)
        return Shown(
            day=session.today(),
            drafts=session.drafts.all(),
            signals=session.signals.all(),
            is_new=not session.participants.order(ParticipantSort.NUMBER, chosen),
            has_supervisor=bool(session.supervisors.all(active_only=True)),
            has_partner=bool(session.partners.all()),
            whole=self._whole,
        )

    def _build(self, shown: Shown) -> None:
        day = QLocale().toString(QDate(shown.day.year, shown.day.month, shown.day.day), _DAY)
        self.day.setText(day[:1].upper() + day[1:])
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.cards = self._cards(shown)
        for card in self.cards:
            self._column.addWidget(card)
        self._column.addStretch(1)

    def _cards(self, shown: Shown) -> list[QWidget]:
        cards: list[QWidget] = []
        may_begin = self._desk.is_allowed(Action.TAKE_IN)
        if shown.is_new and may_begin:
            cards.append(
                first_steps(
                    self._desk.navigate,
                    has_supervisor=shown.has_supervisor,
                    has_partner=shown.has_partner,
                )
            )
        if shown.drafts:
            cards.append(
                begun_card(self._session, shown.drafts, self._desk.navigate, self._throw_away)
            )
        for urgency in Urgency:
            found = [s for s in shown.signals if s.urgency is urgency]
            if found:
                cards.append(self._signal_card(urgency, found, urgency in shown.whole))
        if not shown.signals and not (shown.is_new and may_begin):
            cards.append(EmptyState(_("Nothing is waiting for you now."), icon="circle-check"))
        return cards

    def _signal_card(self, urgency: Urgency, signals: list[Signal], whole: bool) -> Card:
        return signal_card(
            urgency,
            signals,
            lambda s: self._desk.navigate(s.page, _spot_of(s)),
            whole=whole,
            show_all=lambda: self._show_all(urgency),
        )

    def _show_all(self, urgency: Urgency) -> None:
        self._whole |= {urgency}
        self.refresh()

    def _throw_away(self, draft: Draft) -> None:
        """Ask, then drop it: there is no undo for what was never saved."""
        drafts = self._session.drafts
        ask(
            self,
            _("Throw this away?"),
            _("What was typed here and not saved is gone then. You can't undo this."),
            Answer(
                text=_("Throw away"),
                then=lambda: self._desk.saves.run(
                    lambda: drafts.drop(draft.key),
                    then=lambda _none: self.refresh(),
                    failed=lambda error: show_error(error, self),
                    owner=self,
                ),
                kind="danger",
            ),
            Answer(text=_("Keep"), kind="primary"),
        )

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("form-body")
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(4)
        column.addWidget(self.greeting)
        column.addWidget(self.day)
        column.addSpacing(8)
        column.addWidget(self._quick_buttons())
        column.addWidget(self.body, 1)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def _quick_buttons(self) -> QWidget:
        holder = QWidget()
        row = FlowLayout(holder)
        self.quick: dict[str, QPushButton] = {}
        for key, action, picture, words, page, where in (
            ("note", Action.WRITE_ENTRIES, "notebook-pen", _("Write a note"), "entries", "new"),
            ("person", Action.TAKE_IN, "user-plus", _("Take somebody in"), "participants", "new"),
            (
                "attendance",
                Action.SEE_ATTENDANCE,
                "calendar-check",
                _("Attendance"),
                "attendance",
                None,
            ),
        ):
            if not self._desk.is_allowed(action):
                continue
            button = QPushButton(icon(picture), f" {words}")
            button.setAccessibleName(words)
            button.clicked.connect(
                lambda _on=False, page=page, where=where: self._desk.navigate(page, where)
            )
            self.quick[key] = button
            row.addWidget(button)
        if "note" in self.quick:
            self.quick["note"].setToolTip("Ctrl+N")
        for first in list(self.quick.values())[:1]:
            self.setFocusProxy(first)
        return holder


def _spot_of(signal: Signal) -> object:
    """Where the signal is settled: a record, or a place inside its file."""
    if not signal.section:
        return signal.record_id
    return Spot(signal.record_id, signal.section, signal.child)


_DAY = "dddd d MMMM yyyy"
