"""Wat mag starten: every accreditation in one of four groups, with its reason and one action."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ca_desktop.domain.accreditation_outlook import (
    OutlookGroup,
    OutlookPlace,
    accredited_words,
)
from ca_desktop.domain.permissions import Action
from ca_desktop.i18n import N_, _
from ca_desktop.services.outlook import OutlookLine
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.cover_words import share_words
from ca_desktop.ui.kit.action_lines import Card, Line
from ca_desktop.ui.kit.desk import Desk, Spot
from ca_desktop.ui.kit.empty_state import EmptyState
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.fields import ChoiceField
from ca_desktop.ui.kit.marks import Tone, label
from ca_desktop.ui.kit.theme import theme

TOPICS = (
    "accreditation_steps",
    "accreditations",
    "centre_settings",
    "certificates",
    "practice_agreements",
    "roles",
    "supervisors",
    "training_companies",
    "work_processes",
)
_LOOKS: dict[OutlookGroup, tuple[str, Tone]] = {
    OutlookGroup.READY: ("circle-check", "good"),
    OutlookGroup.ATTENTION: ("triangle-alert", "warning"),
    OutlookGroup.UNDERWAY: ("clock", ""),
    OutlookGroup.CLOSED: ("circle-x", ""),
}
_SECTIONS = {
    OutlookPlace.COURSE: ("course", None),
    OutlookPlace.STEP: ("course", "new"),
    OutlookPlace.TRAINER: ("details", None),
    OutlookPlace.DETAILS: ("details", None),
    OutlookPlace.PROCESSES: ("processes", None),
}


class OutlookPage(QWidget):
    """It reads when somebody looks, and after every change while it is open."""

    title = N_("What may start")

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("page")
        self._session, self._desk = session, desk
        self._may_change = desk.is_allowed(Action.CHANGE_ACCREDITATIONS)
        self.counts = label("", "muted")
        self.location: ChoiceField[UUID] = ChoiceField(
            _("Location"), self._locations, none_text=_("all locations")
        )
        self.location.setMaximumWidth(theme().px(360))
        self.location.changed.connect(self.refresh)
        self.cards: list[QWidget] = []
        self.body = QWidget()
        self._column = QVBoxLayout(self.body)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(20)
        self._lay_out()
        desk.changes.on(TOPICS, self, self._on_written)

    def refresh(self) -> None:
        """Read again."""
        try:
            self.location.reload()
            self.location.setVisible(len(self._locations()) > 1)
            lines = self._session.outlook.lines(self.location.value)
        except Exception as error:
            show_error(error, self)
            return
        self._build(lines)

    def open_row(self, _row_id: object) -> None:
        """Other pages only come here to look."""
        self.refresh()

    def go(self, line: OutlookLine) -> None:
        """To the very place where the first reason is settled."""
        place = line.outlook.first.place if self._may_change else OutlookPlace.DETAILS
        if place is OutlookPlace.PAPERS and line.facts.trainer is not None:
            self._desk.navigate("supervisors", Spot(line.facts.trainer.id, "certificates"))
            return
        section, child = _SECTIONS.get(place, ("details", None))
        self._desk.navigate("accreditations", Spot(line.id, section, child))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    # -- inside ----------------------------------------------------------------------------------

    def _on_written(self) -> None:
        if self.isVisible():
            self.refresh()

    def _locations(self) -> list[tuple[UUID, str]]:
        return [(one.id, one.location) for one in self._session.accreditations.companies()]

    def _build(self, lines: Sequence[OutlookLine]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.cards = []
        for group in _LOOKS:
            found = [one for one in lines if one.outlook.group is group]
            if found:
                self.cards.append(self._card(group, found))
        if not lines:
            words = _("No accreditation is known yet.")
            self.cards.append(
                EmptyState(
                    words,
                    _("To the accreditations"),
                    lambda: self._desk.navigate("accreditations", None),
                    icon="badge-check",
                )
            )
        for card in self.cards:
            self._column.addWidget(card)
        self._column.addStretch(1)
        may = {OutlookGroup.READY, OutlookGroup.ATTENTION}
        count = sum(one.outlook.group in may for one in lines)
        self.counts.setText(
            _("For {n} of {total} programmes a student may start today.", n=count, total=len(lines))
        )
        self.counts.setVisible(bool(lines))

    def _card(self, group: OutlookGroup, lines: Sequence[OutlookLine]) -> Card:
        icon, tone = _LOOKS[group]
        card = Card(f"{group.text} ({len(lines)})", icon, tone)
        card.put(self._line(icon, one) for one in lines)
        return card

    def _line(self, icon: str, line: OutlookLine) -> Line:
        one = line.facts.accreditation
        who = _("{name} ({code}, level {level})", name=one.name, code=one.code, level=one.level)
        told = [reason.text for reason in line.outlook.reasons]
        if line.outlook.group is OutlookGroup.ATTENTION:
            told.append(accredited_words(line.facts))
        cover: Any = line.picture.cover if line.picture else None
        if one.state.is_accredited and cover is not None:
            share = _("Work processes here: {share}", share=share_words(cover))
            if line.picture and line.picture.roles:
                share += " · " + ", ".join(line.picture.roles)
            told.append(share)
        if len(self._locations()) > 1:
            told.append(line.location)
        action = line.outlook.first.place.text if self._may_change else _("Open accreditation")
        return Line(icon, who, "\n".join(told), action, lambda: self.go(line))

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("form-body")
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(4)
        column.addWidget(label(_("What may start"), "title"))
        column.addWidget(self.counts)
        column.addWidget(self.location)
        column.addWidget(self.body, 1)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
