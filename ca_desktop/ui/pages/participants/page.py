"""The list of participants, at any size, with the file of one person beside it."""

from collections.abc import Callable, Collection, Hashable, Sequence
from typing import cast
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ca_desktop.domain.exports import ExportKind
from ca_desktop.domain.participants import (
    Participant,
    ParticipantFilter,
    ParticipantLine,
    ParticipantSort,
)
from ca_desktop.domain.permissions import Action, may
from ca_desktop.i18n import N_, _
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.export import export_actions
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.filters import Filter
from ca_desktop.ui.kit.list_menu import ListAction
from ca_desktop.ui.kit.paged_list import PagedListPage
from ca_desktop.ui.kit.paged_model import PagedModel
from ca_desktop.ui.kit.question import Answer, ask
from ca_desktop.ui.kit.record_dialog import RecordDialog
from ca_desktop.ui.kit.table import RowAction
from ca_desktop.ui.kit.table_model import TableRows
from ca_desktop.ui.pages.participants.chips import OneOfTwo, chosen_by, participant_chips
from ca_desktop.ui.pages.participants.columns import participant_columns
from ca_desktop.ui.pages.participants.file import ParticipantFile
from ca_desktop.ui.pages.participants.intake import DRAFTS, KEY, IntakeForm
from ca_desktop.ui.pages.participants.links import ask_link
from ca_desktop.ui.pages.participants.reading import reading_actions

BY_NAME = 1


class ParticipantsPage(PagedListPage[ParticipantLine]):
    """Everybody within reach. A line's key is its row number; other pages know people by id."""

    key = "participants"
    title = N_("Participants")
    topics = frozenset({"participants", "placements", "fixed_supervisors", "trajectories"})
    add_text = N_("Take somebody in")
    empty_text = N_("Add the first participant.")
    choose_text = N_("Choose a participant in the list to open the file.")
    list_share = 38

    def __init__(self, session: Session, desk: Desk) -> None:
        self._session = session
        self._among: tuple[ParticipantFilter, frozenset[Hashable]] | None = None
        self.dialog: RecordDialog | None = None
        self._may_take_in = may(session.actor.role, Action.TAKE_IN)
        super().__init__(desk)
        self.intake = IntakeForm(session, desk)
        self.intake.saved.connect(self._show_kept)
        self.intake.stopped.connect(self._leave_intake)
        self.intake.open_asked.connect(self._look_at)
        self._right.addWidget(self.intake)
        self._chips = OneOfTwo(self.pane.filters)

    # -- what the kit asks -----------------------------------------------------------------------

    def make_model(self) -> TableRows[ParticipantLine]:
        sees_file = may(self._session.actor.role, Action.SEE_FILE)
        columns = participant_columns(self._session.today, sees_file=sees_file)
        model = PagedModel(columns, ids=self.fetch_ids, fetch=self.fetch_rows, id_of=self.id_of)
        model.sorted_by = (BY_NAME, Qt.SortOrder.AscendingOrder)
        return model

    def make_detail(self) -> ParticipantFile:
        file = self._file = ParticipantFile(self._session, self.desk)
        file.kept.connect(self._show_kept)
        return file

    def list_actions(self) -> Sequence[ListAction]:
        return (
            *reading_actions(self, self._session),
            *export_actions(self, self._session, ExportKind.PARTICIPANTS),
        )

    def filters(self) -> Sequence[Filter]:
        return participant_chips(self._session)

    def row_actions(self) -> Sequence[RowAction]:
        open_file = RowAction(
            text=N_("Open the file"), do=lambda rows: self.open_row(rows[0].row), icon="folder-open"
        )
        if not self._may_take_in:
            return (open_file,)
        remove = RowAction(
            text=N_("Remove …"),
            do=lambda rows: self._ask_remove(rows[0]),
            icon="trash-2",
            keys="Del",
            fits=lambda rows: len(rows) == 1,
        )
        link = RowAction(
            text=N_("Link with another file …"),
            do=lambda rows: self._ask_link(rows[0]),
            icon="link",
            fits=lambda rows: len(rows) == 1,
        )
        return (open_file, link, remove)

    def may_add(self) -> bool:
        return self._may_take_in

    def id_of(self, row: ParticipantLine) -> Hashable:
        return row.row

    def fetch_ids(self, sort_name: str) -> Sequence[Hashable]:
        return self._session.participants.order(ParticipantSort(sort_name), ParticipantFilter())

    def fetch_rows(self, ids: Sequence[Hashable]) -> Sequence[ParticipantLine]:
        return self._session.participants.lines(cast(Sequence[int], ids))

    def find_hits(self, search: str) -> Collection[Hashable] | None:
        hits = self._session.participants.matching(search)
        chosen = self._chosen_rows()
        if hits is None or chosen is None:
            return chosen if hits is None else hits
        return chosen & hits

    def load_rows(self, search: str) -> tuple[int, int]:
        if self.sender() is not self.pane:
            self._among = None
        return super().load_rows(search)

    def load(self, row: ParticipantLine) -> Participant:
        return self._session.participants.get(row.id)

    def refresh(self) -> None:
        """Read again; an empty centre says what to do first, also with a chip on."""
        super().refresh()
        if not cast(PagedModel[ParticipantLine], self.model).total:
            self.pane.show_first_step()

    def leave(self, then: Callable[[], object]) -> None:
        """An intake needs no question: what was typed is kept and offered again."""
        if self._is_intake_open:
            self.intake.drafts.keep_now()
            then()
        else:
            super().leave(then)

    # -- what others call ------------------------------------------------------------------------

    def open_row(self, row_id: Hashable) -> None:
        """Show this person: by id (another page) or by row number; or go on with an intake, by the
        key of its draft.
        """
        if isinstance(row_id, str) and row_id.startswith(DRAFTS):
            key = row_id
            self.leave(lambda: self._start_blank(key))
            return
        if not isinstance(row_id, UUID):
            super().open_row(row_id)
            return
        try:
            line = self._session.participants.line(row_id)
        except Exception as error:
            show_error(error, self)
            return
        super().open_row(line.row)

    # -- inside ----------------------------------------------------------------------------------

    def _chosen_rows(self) -> frozenset[Hashable] | None:
        """The row numbers that fit the chips, kept while somebody types; None for everybody."""
        if not self.pane.filters.active:
            return None
        chosen = chosen_by(self.pane.filters.values)
        if self._among is None or self._among[0] != chosen:
            self._among = (chosen, self._session.participants.fitting(chosen))
        return self._among[1]

    @property
    def _is_intake_open(self) -> bool:
        return self._right.currentWidget() is self.intake

    def _start_blank(self, key: str = KEY) -> None:
        self._select_quietly(None)
        self._shown_id, self._adding = None, True
        try:
            self._right.setCurrentWidget(self.intake)
            self.panes.show_chosen()
            self.intake.start(key)
        except Exception as error:
            show_error(error, self)

    def _leave_intake(self) -> None:
        self._adding = False
        self._turn_to(0)
        self.panes.show_list()

    def _turn_to(self, index: int) -> None:
        """Leave the intake; the list, which gets the keyboard then, opens no file by itself."""
        self.table.blockSignals(True)
        self._right.setCurrentIndex(index)
        (self.table if index == 0 else cast(QWidget, self.detail)).setFocus()
        self.table.blockSignals(False)

    def _look_at(self, participant_id: UUID) -> None:
        self.intake.drafts.keep_now()
        self.open_row(participant_id)

    def _ask_link(self, line: ParticipantLine) -> None:
        self.dialog = ask_link(self._session, self.desk, self.window(), line.id)

    def _show_kept(self, person: Participant) -> None:
        row = self._session.participants.line(person.id).row
        self._shown_id, self._adding = row, False
        self._file.show_kept(person)
        self._turn_to(1)
        self.table.blockSignals(True)  # the list would open whom it stood on before
        self.refresh()
        if self.model.row_of(row) < 0:  # a chip leaves out who waits
            self.pane.clear_search()
        self._select_quietly(row)

    def _ask_remove(self, line: ParticipantLine) -> None:
        ask(
            self,
            _("Remove this participant?"),
            _(
                "{name} will be removed. This is only possible while nothing is attached: no "
                "trajectory, placement or note. You can undo this with Ctrl+Z.",
                name=line.name.full,
            ),
            Answer(text=_("Remove"), then=lambda: self._remove(line), kind="danger"),
            Answer(text=_("Keep"), kind="primary"),
        )

    def _remove(self, line: ParticipantLine) -> None:
        self.desk.saves.run(
            lambda: self._session.participants.remove(line.id),
            then=lambda _done: self._after_remove(),
            failed=lambda error: show_error(error, self),
            owner=self,
        )

    def _after_remove(self) -> None:
        self._shown_id = None
        self._right.setCurrentIndex(0)
        self.refresh()
