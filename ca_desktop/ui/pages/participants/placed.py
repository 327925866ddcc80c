"""The placements of one participant: in which role, when, under whom, how it ended."""

from typing import Any

from PySide6.QtWidgets import QPushButton

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.permissions import Action, may
from ca_desktop.domain.placements import Placement, PlacementLine
from ca_desktop.i18n import N_, _
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.ending import Ending, EndingForm
from ca_desktop.ui.forms.people import NOBODY
from ca_desktop.ui.forms.placement import PlacementForm, blank_placement
from ca_desktop.ui.forms.placing import ask_roles
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.icons import icon
from ca_desktop.ui.kit.record_dialog import RecordDialog
from ca_desktop.ui.kit.sub_list import SubList
from ca_desktop.ui.kit.table import RowAction
from ca_desktop.ui.kit.table_model import Column
from ca_desktop.ui.pages.participants.stack import Parts
from ca_desktop.ui.pages.participants.waits_for import WaitsFor


class PlacedSection(Parts):
    """A small list of placements; ending one is filling in the last day and the outcome."""

    def __init__(self, session: Session, desk: Desk) -> None:
        self._session, self._desk = session, desk
        self._person_id = NOBODY
        self.dialog: RecordDialog | None = None
        self.placements = self._make_list()
        self.match = QPushButton(icon("lightbulb"), " " + _("Which role suits?"))
        self.match.clicked.connect(self.ask_roles)
        self.match.setVisible(may(session.actor.role, Action.PLACE))
        self.waiting = WaitsFor(session, desk)
        super().__init__([self.match, self.placements, self.waiting])

    def show_record(self, record: Participant) -> None:
        """Show the placements of this person."""
        self._person_id, self._name = record.id, record.name.full
        super().show_record(record)

    def ask_roles(self) -> None:
        """A shortlist of roles with reasons, and from there to a placement."""
        self.matching = ask_roles(self, self._session, self._desk, self._person_id, self._name)

    def _columns(self) -> tuple[Column[PlacementLine], ...]:
        return (
            Column[PlacementLine](N_("Role"), text=lambda line: line.role, stretch=True),
            Column[PlacementLine](
                N_("Half-days"),
                text=lambda line: line.placement.half_days.text,
                room=560,
                width=260,
            ),
            Column[PlacementLine](
                N_("Supervisor"), text=lambda line: line.supervisor, room=740, width=130
            ),
            Column[PlacementLine](
                N_("From"),
                text=lambda line: format_date(line.placement.starts_on),
                sort_key=lambda line: line.placement.starts_on,
                room=840,
                width=96,
            ),
            Column[PlacementLine](
                N_("Review or end"),
                text=self._until,
                sort_key=lambda line: line.placement.ended_on or line.placement.review_on,
                icon=lambda line: "triangle-alert" if self._is_late(line) else "",
                width=182,
            ),
        )

    def _is_late(self, line: PlacementLine) -> bool:
        return line.placement.is_review_overdue(self._session.today())

    def _until(self, line: PlacementLine) -> str:
        placement = line.placement
        if placement.ended_on is not None:
            day = format_date(placement.ended_on)
            if placement.outcome is None:
                return _("ended {date}", date=day)
            return _("ended {date}: {outcome}", date=day, outcome=placement.outcome.text)
        day = format_date(placement.review_on)
        return _("{date} overdue", date=day) if self._is_late(line) else day

    def _make_list(self) -> SubList[PlacementLine]:
        service = self._session.placements
        change = may(self._session.actor.role, Action.PLACE)
        return SubList[PlacementLine](
            self._desk,
            _("Placements"),
            self._columns(),
            fetch=self._rows,
            load=lambda line: service.get(line.id),
            make_form=lambda: self._form(change),
            save=self._save,
            blank=(lambda: blank_placement(self._session, self._person_id)) if change else None,
            remove=(lambda line: service.remove(line.id)) if change else None,
            add_text=_("Add placement"),
            edit_title=_("Placement"),
            empty_text=_("There is no placement yet."),
            name_of=lambda line: _("The placement in {role}", role=line.role),
            topics=frozenset({"placements"}),
            snug=True,
            more=self._end_action() if change else (),
        )

    def _end_action(self) -> tuple[RowAction, ...]:
        return (
            RowAction(
                text=N_("End placement …"),
                do=lambda lines: self.ask_end(lines[0]),
                icon="door-open",
                fits=lambda lines: len(lines) == 1 and lines[0].placement.ended_on is None,
            ),
        )

    def ask_end(self, line: PlacementLine) -> None:
        """Ask the last day and the outcome, then end this placement."""
        ending = Ending(placement_id=line.id, ended_on=self._session.today())
        self.dialog = RecordDialog.edit(
            self.window(),
            _("End placement"),
            EndingForm(self._desk.today),
            ending,
            self._end,
            self._desk.saves,
        )

    def _end(self, ending: Ending) -> Placement:
        if ending.placement_id is None or ending.outcome is None or ending.ended_on is None:
            raise RuntimeError("the form requires these")
        return self._session.placements.end(ending.placement_id, ending.outcome, ending.ended_on)

    def _form(self, change: bool) -> PlacementForm:
        self._placing = PlacementForm(self._session, self._desk)
        self._placing.set_read_only(not change)
        return self._placing

    def _save(self, placement: Placement) -> Any:
        return self._placing.keep(placement)

    def _rows(self) -> list[PlacementLine]:
        if self._person_id == NOBODY:
            return []
        return list(self._session.placements.of(self._person_id))
