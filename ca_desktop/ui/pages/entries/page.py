"""The guidance log: a million notes in a list, one to read, write or add to."""

from collections.abc import Collection, Hashable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import cast
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from ca_desktop.domain.drafts import Draft
from ca_desktop.domain.entries import Entry, EntryFilter, EntryLine
from ca_desktop.domain.errors import NotFound
from ca_desktop.domain.exports import ExportKind
from ca_desktop.domain.permissions import Action
from ca_desktop.i18n import N_, _
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.entry import DRAFTS, blank_entry
from ca_desktop.ui.forms.export import export_actions
from ca_desktop.ui.forms.people import name_in
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.drafts import DraftOffer
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.filters import Filter
from ca_desktop.ui.kit.list_menu import ListAction
from ca_desktop.ui.kit.paged_list import PagedListPage
from ca_desktop.ui.kit.paged_model import PagedModel
from ca_desktop.ui.kit.table_model import TableRows
from ca_desktop.ui.pages.entries.columns import entry_columns
from ca_desktop.ui.pages.entries.detail import EntryDetail

_PERIODS = (
    (7, N_("Last 7 days")),
    (28, N_("Last 4 weeks")),
    (91, N_("Last 3 months")),
    (365, N_("Last 12 months")),
)


class EntriesPage(PagedListPage[EntryLine]):
    """`open_row`: an entry's id, "new", "new:<participant id>" or "draft:<key>"."""

    key = "entries"
    title = N_("Guidance log")
    topics = frozenset({"entries", "participants", "supervisors"})
    add_text = N_("Write a note")
    empty_text = N_("There are no notes yet. Write the first one: what did you see or hear?")
    choose_text = N_("Choose a note in the list.")
    list_share = 60

    def __init__(self, session: Session, desk: Desk) -> None:
        self._session = session
        self._may = desk.is_allowed(Action.WRITE_ENTRIES)
        self._last: EntryFilter | None = None  # nothing is read before somebody looks
        super().__init__(desk)
        self.table.minor_room = 960

    # -- what the kit asks ---------------------------------------------------------------------

    def may_add(self) -> bool:
        return self._may

    def list_actions(self) -> Sequence[ListAction]:
        return export_actions(self, self._session, ExportKind.ENTRIES)

    def filters(self) -> Sequence[Filter]:
        supervisors = self._session.supervisors
        return (
            Filter(
                key="supervisor",
                text=N_("Supervisor"),
                options=lambda: [(one.id, one.name.sorted_form) for one in supervisors.all()],
            ),
            Filter(key="open", text=N_("Open follow-up")),
            Filter(
                key="period",
                text=N_("Period"),
                options=lambda: [(days, _(words)) for days, words in _PERIODS],
            ),
        )

    def make_model(self) -> TableRows[EntryLine]:
        model = PagedModel(
            entry_columns(self._session.today),
            ids=self.fetch_ids,
            fetch=self.fetch_rows,
            id_of=self.id_of,
        )
        model.sorted_by = (0, Qt.SortOrder.DescendingOrder)
        return model

    def make_detail(self) -> EntryDetail:
        detail = self.reader = EntryDetail(self._session, self.desk)
        detail.written.connect(self._on_written_entry)
        detail.gone.connect(self._on_gone)
        detail.back_asked.connect(lambda: self.leave(self._to_note))
        self.offer = DraftOffer(
            self._session.drafts,
            DRAFTS,
            describe=self._describe,
            resume=lambda draft: self.leave(lambda: self._resume(draft)),
            open_key=lambda: detail.form.drafts.open_key if detail.is_writing else "",
        )
        return detail

    def id_of(self, row: EntryLine) -> Hashable:
        return row.row

    def fetch_ids(self, sort_name: str) -> Sequence[Hashable]:
        if self._last is None:
            return ()
        return self._session.entries.order(self._last)[::-1]

    def fetch_rows(self, ids: Sequence[Hashable]) -> Sequence[EntryLine]:
        return self._session.entries.lines(cast(Sequence[int], ids))

    def find_hits(self, search: str) -> Collection[Hashable] | None:
        return self._session.entries.matching(search)

    def load_rows(self, search: str) -> tuple[int, int]:
        if self.sender() is self.pane and self._chosen() != self._last:
            cast(PagedModel[EntryLine], self.model).forget()
        self._last = self._chosen()
        return super().load_rows(search)

    def blank(self) -> Entry:
        return blank_entry(self._session)

    # -- what others call ----------------------------------------------------------------------

    def refresh(self) -> None:
        super().refresh()
        self.offer.refresh()

    def open_row(self, row_id: Hashable) -> None:
        word, _colon, rest = str(row_id).partition(":")
        if word == "new":
            self.leave(lambda: self._write_new(rest))
        elif word == "draft":
            draft = self._session.drafts.get(rest)
            if draft is not None and not draft.is_withheld:
                self.leave(lambda: self._resume(draft))
        else:
            place = self._session.entries.row_of(UUID(word))
            if place is not None:
                super().open_row(place)

    # -- inside --------------------------------------------------------------------------------

    def _chosen(self) -> EntryFilter:
        days = self.filter("period")
        return EntryFilter(
            supervisor_id=self.filter("supervisor"),
            open_follow_up_only=bool(self.filter("open")),
            from_on=self._session.today() - timedelta(days=days) if days else None,
        )

    def _lay_out(self) -> None:
        super()._lay_out()
        column = cast(QVBoxLayout, self.layout())
        column.removeWidget(self.panes)
        column.addWidget(self.offer)
        column.addWidget(self.panes, 1)

    def _reload(self) -> None:
        if not self.reader.is_writing:
            super()._reload()

    def _write_new(self, participant: str) -> None:
        self._start_blank()
        if participant:
            try:
                entry = blank_entry(self._session, UUID(participant))
                self.reader.write(entry)
            except Exception as error:
                show_error(error, self)
                return
        self.reader.form.setFocus()

    def _to_note(self) -> None:
        """Back from the form: to the note it was about, or to nothing."""
        if self.reader.line is not None and self._shown_id == self.reader.line.row:
            self.reader.read(self.reader.line)
        else:
            self._shown_id = None
            self._right.setCurrentIndex(0)
        self.offer.refresh()

    def _on_gone(self) -> None:
        self._shown_id = None
        self._right.setCurrentIndex(0)
        self.refresh()
        self.panes.show_list()
        self.table.setFocus()

    def _on_written_entry(self, entry: Entry) -> None:
        place = self._session.entries.row_of(entry.id)
        self._shown_id = place
        self.refresh()
        if place is not None:
            line = self._session.entries.lines([place])[0]
            self.reader.read(line)
            self._select_quietly(place)

    def _describe(self, draft: Draft) -> str:
        name = name_in(self._session, draft)
        if not name:
            return _("You were busy with a note")
        return _("You were busy with a note about {name}", name=name)

    def _resume(self, draft: Draft) -> None:
        """Over the kept note while it may be edited, else over a new one of the same id."""
        self._start_blank()
        try:
            self.reader.write(self._base_of(draft))
        except Exception as error:
            show_error(error, self)
            return
        self.reader.form.drafts.restore(draft)
        if self.reader.form.person.value is not None:
            self.reader.form.setFocusProxy(self.reader.form.text)
        self.reader.form.go_on()
        self.offer.refresh()

    def _base_of(self, draft: Draft) -> Entry:
        entries, wanted = self._session.entries, UUID(draft.key.removeprefix(DRAFTS))
        first = draft.values.get("adds_to_id", "")
        try:
            kept = entries.get(wanted)
        except NotFound:
            base = self.blank()
            if first:
                with suppress(NotFound):  # the note it added to was removed: it stands by itself
                    base = entries.add_to(UUID(first))
            return replace(base, id=wanted)
        return kept if entries.is_open(kept) else entries.add_to(kept.id)
