"""The way to a first accreditation: what the program knows, and what is ticked off by hand."""

from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ca_desktop.domain.accreditation_checklist import ChecklistLine
from ca_desktop.domain.accreditation_evidence import AccreditationCondition
from ca_desktop.domain.accreditations import TrainingCompany
from ca_desktop.domain.dates import format_date
from ca_desktop.domain.permissions import Action
from ca_desktop.i18n import _, current_language
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.action_lines import Card, Line
from ca_desktop.ui.kit.desk import Desk, Spot
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.pages.locations.conditions import TOPICS

_EVIDENCE = {
    "safe_workplace": AccreditationCondition.WORKPLACE,
    "listed": AccreditationCondition.LISTING,
}
_ACCREDITATION = {
    "accreditations": ("details", None),
    "processes": ("processes", None),
    "step": ("course", "new"),
    "students": ("students", None),
}


class ChecklistSection(QWidget):
    """One line per item; its button opens the place where it is done, or ticks it off."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session, self._desk = session, desk
        self._may_change = desk.is_allowed(Action.CHANGE_ACCREDITATIONS)
        self._company: TrainingCompany | None = None
        self.lines: dict[str, Line] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 8, 16, 16)
        self._column.setSpacing(8)
        desk.changes.on(
            {*TOPICS, "checklist_ticks", "accreditation_steps", "roles"}, self, self.refresh
        )

    def show_record(self, record: TrainingCompany) -> None:
        """Show the checklist of this location."""
        self._company = record
        self.refresh()

    def refresh(self) -> None:
        """Read again."""
        if self._company is None:
            return
        try:
            found = self._session.training_companies.checklist(self._company.id)
        except Exception as error:
            show_error(error, self)
            return
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        done = sum(one.is_done for one in found)
        title = _("{n} of {total} done", n=done, total=len(found))
        card = Card(title, "clipboard-check", "good" if done == len(found) else "")
        self.lines = {one.id: self._line(one) for one in found}
        card.put(self.lines.values())
        words = _(
            "The order is our own and has to be verified with SBB. What the program knows is "
            "ticked by itself."
        )
        self._column.addWidget(label(words, "help"))
        self._column.addWidget(card)
        self._column.addStretch(1)

    # -- inside ----------------------------------------------------------------------------------

    def _line(self, one: ChecklistLine) -> Line:
        language = current_language()
        told = one.item.help.in_(language)
        if one.done_on is not None:
            told = _("Ticked off on {day}.", day=format_date(one.done_on))
        icon = "circle-check" if one.is_done else "circle"
        if one.item.known:
            action = _("Open")
        else:
            action = _("Not done after all") if one.is_done else _("Tick off")
        line = Line(icon, one.item.name.in_(language), told, action, lambda: self._act(one))
        line.button.setVisible(one.item.known or self._may_change)
        return line

    def _act(self, one: ChecklistLine) -> None:
        if self._company is None:
            return
        if one.item.known:
            self._open(one, self._company.id)
        elif self._may_change:
            self._turn(one, self._company.id)

    def _turn(self, one: ChecklistLine, company_id: UUID) -> None:
        service = self._session.training_companies

        def turn() -> None:
            if one.is_done:
                service.untick(company_id, one.id)
            else:
                service.tick(company_id, one.id)

        self._desk.saves.run(
            turn,
            then=lambda _done: self.refresh(),
            failed=lambda error: show_error(error, self),
            owner=self,
        )

    def _open(self, one: ChecklistLine, company_id: UUID) -> None:
        place = one.item.place
        if place == "conditions":
            self._desk.navigate("locations", Spot(company_id, "conditions", _EVIDENCE.get(one.id)))
            return
        if place == "details":
            self._desk.navigate("locations", Spot(company_id, "details"))
            return
        lines = self._session.outlook.lines(company_id)
        trainer = next((line.facts.trainer for line in lines if line.facts.trainer), None)
        if place == "trainer" and trainer is not None:
            self._desk.navigate("supervisors", Spot(trainer.id, "certificates"))
        elif not lines:
            self._desk.navigate("accreditations", Spot("new", "details", company_id))
        else:
            section, child = _ACCREDITATION.get(place, ("details", None))
            child = None if one.is_done else child
            self._desk.navigate("accreditations", Spot(lines[0].id, section, child))
