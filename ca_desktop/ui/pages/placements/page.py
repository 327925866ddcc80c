"""Placements: the list on the left, the form of the chosen one on the right."""

from collections.abc import Hashable, Sequence
from dataclasses import replace
from typing import cast
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout

from ca_desktop.domain.drafts import Draft
from ca_desktop.domain.errors import NotFound
from ca_desktop.domain.exports import ExportKind
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.placements import MOST_LINES, Placement, PlacementFilter, PlacementLine
from ca_desktop.i18n import N_, _
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.ending import Ending, EndingForm
from ca_desktop.ui.forms.export import export_actions
from ca_desktop.ui.forms.people import name_in
from ca_desktop.ui.forms.placement import DRAFTS, PlacementForm, blank_placement
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.drafts import DraftOffer
from ca_desktop.ui.kit.filters import Filter
from ca_desktop.ui.kit.list_detail import ListDetailPage
from ca_desktop.ui.kit.list_menu import ListAction
from ca_desktop.ui.kit.record_dialog import RecordDialog
from ca_desktop.ui.kit.removing import ask_remove
from ca_desktop.ui.kit.table import RowAction
from ca_desktop.ui.kit.table_model import RowsModel, TableRows
from ca_desktop.ui.pages.placements.columns import ENDED, placement_columns


class PlacementsPage(ListDetailPage[PlacementLine]):
    """Add, change, end and remove placements; `open_row` takes a placement's id."""

    key = "placements"
    title = N_("Placements")
    topics = frozenset({"placements", "participants", "roles", "supervisors"})
    add_text = N_("Place somebody")
    new_title = N_("New placement")
    empty_text = N_("Nobody has been placed yet. Place the first participant in a role.")
    choose_text = N_("Choose a placement in the list.")
    list_share = 57

    def __init__(self, session: Session, desk: Desk) -> None:
        self._session = session
        self._may = desk.is_allowed(Action.PLACE)
        self.ending: RecordDialog | None = None
        super().__init__(desk)
        self.table.minor_room = 780

    def may_add(self) -> bool:
        return self._may

    # -- what the kit asks ---------------------------------------------------------------------

    def make_model(self) -> TableRows[PlacementLine]:
        return RowsModel(placement_columns(self._session.today), self.id_of)

    def list_actions(self) -> Sequence[ListAction]:
        return export_actions(self, self._session, ExportKind.PLACEMENTS, self._fitting)

    def _fitting(self) -> Sequence[UUID]:
        """All placements that fit, also those that the list leaves out."""
        search = self.pane.search.text().strip()
        return self._session.placements.order(search, self._chosen())

    def filters(self) -> Sequence[Filter]:
        roles, supervisors = self._session.roles, self._session.supervisors
        return (
            Filter(key="running", text=N_("Running now"), start=True),
            Filter(
                key="role",
                text=N_("Role"),
                options=lambda: [(line.id, line.name) for line in roles.lines()],
            ),
            Filter(
                key="supervisor",
                text=N_("Supervisor"),
                options=lambda: [(one.id, one.name.sorted_form) for one in supervisors.all()],
            ),
        )

    def row_actions(self) -> Sequence[RowAction]:
        if not self._may:
            return ()
        return (
            RowAction(
                text=N_("End placement …"),
                do=lambda rows: self.ask_end(rows[0].placement),
                icon="flag",
                keys="Ctrl+E",
                fits=lambda rows: len(rows) == 1 and rows[0].placement.ended_on is None,
            ),
            RowAction(
                text=N_("Remove …"),
                do=lambda rows: self.ask_remove(rows[0]),
                icon="trash-2",
                keys="Del",
                fits=lambda rows: len(rows) == 1,
            ),
        )

    def name_of(self, row: PlacementLine) -> str:
        return f"{row.participant.full} – {row.role}"

    def fetch(self, search: str) -> Sequence[PlacementLine]:
        return self._session.placements.lines(search, self._chosen())

    def load(self, row: PlacementLine) -> Placement:
        return row.placement

    def make_detail(self) -> PlacementForm:
        form = self.form = PlacementForm(self._session, self.desk)
        self.end_button = form.add_button(_("End …"), self._end_shown)
        form.set_read_only(not self._may)
        self.end_button.setVisible(self._may)
        self.offer = DraftOffer(
            self._session.drafts,
            DRAFTS,
            describe=self._describe,
            resume=lambda draft: self.leave(lambda: self._resume(draft)),
            open_key=lambda: form.drafts.open_key,
        )
        return form

    def blank(self) -> Placement:
        return blank_placement(self._session)

    def save(self, record: Placement) -> Placement:
        return self.form.keep(record)

    def refresh(self) -> None:
        super().refresh()
        self._say_cut()
        self.table.setColumnHidden(ENDED, bool(self.filter("running")))
        self.offer.refresh()

    def open_row(self, row_id: Hashable) -> None:
        """A placement by id, also one that has ended; or a "new" one."""
        is_key = isinstance(row_id, str) and row_id != "new"
        super().open_row(UUID(str(row_id)) if is_key else row_id)

    # -- what a person does --------------------------------------------------------------------

    def ask_end(self, placement: Placement) -> None:
        """A dialog with the last day and how it ended."""
        person = self._session.participants.get(placement.participant_id)
        form = EndingForm(self.desk.today)
        self.ending = RecordDialog.edit(
            self.window(),
            _("End the placement of {name}", name=person.name.full),
            form,
            Ending(placement_id=placement.id, ended_on=self.desk.today()),
            self._end,
            self.desk.saves,
        )
        self.ending.accepted.connect(self.refresh)

    def ask_remove(self, line: PlacementLine) -> None:
        """Ask, then remove: only for what was entered by mistake; otherwise it is ended."""
        ask_remove(
            self,
            self.desk,
            _("The placement of {name}", name=line.participant.full),
            lambda: self._session.placements.remove(line.id),
            self.refresh,
        )

    # -- inside --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        super()._lay_out()
        column = cast(QVBoxLayout, self.layout())
        column.removeWidget(self.panes)
        column.addWidget(self.offer)
        column.addWidget(self.panes, 1)

    def _chosen(self) -> PlacementFilter:
        return PlacementFilter(
            running_only=bool(self.filter("running")),
            role_id=self.filter("role"),
            supervisor_id=self.filter("supervisor"),
        )

    def _say_cut(self) -> None:
        """Where the list stops before the last placement, say so."""
        shown = self.model.rowCount()
        if shown == MOST_LINES:
            search = self.pane.search.text().strip()
            total = self._session.placements.count(search, self._chosen())
            if total > shown:
                self.pane.show_cut(shown, total)

    def _show(self, row: PlacementLine) -> None:
        super()._show(row)
        self.end_button.setVisible(self._may and row.placement.ended_on is None)

    def _start_blank(self) -> None:
        super()._start_blank()
        self.end_button.hide()

    def _end_shown(self) -> None:
        shown = self.form.shown
        if shown is not None:
            self.leave(lambda: self.ask_end(shown))

    def _end(self, ending: Ending) -> Placement:
        if ending.placement_id is None or ending.outcome is None or ending.ended_on is None:
            raise RuntimeError("the form requires these")
        return self._session.placements.end(ending.placement_id, ending.outcome, ending.ended_on)

    def _describe(self, draft: Draft) -> str:
        name = name_in(self._session, draft)
        if not name:
            return _("You were busy with a placement")
        return _("You were busy with a placement of {name}", name=name)

    def _resume(self, draft: Draft) -> None:
        """Over the kept placement, or over a new one of the same id."""
        if draft.is_withheld:
            return
        wanted = UUID(draft.key.removeprefix(DRAFTS))
        try:
            base = self._session.placements.get(wanted)
        except NotFound:
            base = replace(self.blank(), id=wanted)
        self._start_blank()
        self.form.show_record(base)
        self.form.drafts.restore(draft)
        self.form.explaining.restore(draft.values)
