"""A small table of child records inside a file: certificates, goals, placements of one person.

Insert adds, Enter edits, Delete asks and removes; the same by buttons and right click.
"""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ca_desktop.i18n import N_, _
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.icons import icon
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.kit.question import Answer, ask
from ca_desktop.ui.kit.record_dialog import RecordDialog
from ca_desktop.ui.kit.record_form import RecordForm
from ca_desktop.ui.kit.table import RowAction, Table
from ca_desktop.ui.kit.table_model import Column, RowsModel

R = TypeVar("R")


class SubList(QWidget, Generic[R]):
    """Child records of one record.

    `fetch()` gives them, `make_form()` a fresh RecordForm, `blank()` a new record, `save(record)`
    and `remove(record)` go to the service; without `remove` or `blank` that button is not there.
    `load(row)` gives the record to edit where a row is only a line. A `snug` list takes no more
    room than its lines: for several lists under each other.
    """

    def __init__(
        self,
        desk: Desk,
        title: str,
        columns: Sequence[Column[R]],
        *,
        fetch: Callable[[], Sequence[R]],
        make_form: Callable[[], RecordForm[Any]],
        save: Callable[[Any], object],
        blank: Callable[[], Any] | None = None,
        remove: Callable[[Any], object] | None = None,
        load: Callable[[R], Any] = lambda row: row,
        add_text: str = "",
        edit_title: str = "",
        empty_text: str = "",
        name_of: Callable[[R], str] = lambda _row: "",
        id_of: Callable[[R], Hashable] = lambda row: row.id,  # type: ignore[attr-defined] # by habit
        topics: frozenset[str] = frozenset(),
        more: Sequence[RowAction] = (),
        snug: bool = False,
    ) -> None:
        super().__init__()
        self._desk, self._fetch, self._make_form, self._save = desk, fetch, make_form, save
        self._blank, self._remove, self._load, self._name_of = blank, remove, load, name_of
        self._add_text = add_text or _("Add")
        self._snug = snug
        self._edit_title = edit_title or _("Change")
        self.model: RowsModel[R] = RowsModel(columns, id_of)
        self.table = Table(self.model, title)
        self.dialog: RecordDialog | None = None
        self.more_button: QPushButton | None = None
        self.table.set_actions([*more, *self._own_actions()])
        self.table.opened.connect(self.edit)
        self._stack = QStackedWidget()
        self._lay_out(title, empty_text)
        if topics:
            desk.changes.on(topics, self, self.refresh)

    def refresh(self) -> None:
        """Read again."""
        try:
            rows = self._fetch()
        except Exception as error:
            show_error(error, self)
            return
        self.model.set_rows(rows)
        if self.more_button is not None:
            self.more_button.setVisible(bool(rows))  # it is about a line
        self._stack.setCurrentIndex(0 if rows else 1)
        line = self.table.verticalHeader().defaultSectionSize()
        self.table.setMinimumHeight(line * min(len(rows), 6) + 48)
        if self._snug:
            self._stack.setFixedHeight(line * min(len(rows), 6) + 48 if rows else line)

    def show_record(self, _record: Any) -> None:
        """So that a SubList can be a section of a file by itself."""
        self.refresh()

    def add(self) -> None:
        """A dialog with a new record."""
        if self._blank is not None:
            self._open(self._add_text, self._blank())

    def edit(self, row: R) -> None:
        """A dialog on this record."""
        try:
            record = self._load(row)
        except Exception as error:
            show_error(error, self)
            return
        self._open(self._edit_title, record)

    def open_child(self, child: Hashable) -> bool:
        """Open this record (or a "new" one) where it may be changed, else point at its line;
        whether it is there.
        """
        if child == "new":
            self.add()
            return self._blank is not None
        if not self.table.select_id(child):
            return False
        self.table.setFocus()
        row = self.table.current_row()
        if self._blank is not None and row is not None:
            self.edit(row)
        return True

    def begin(self, title: str, record: Any) -> None:
        """A dialog with a new record that came about in another way than by `blank`."""
        self._open(title, record)

    def add_row_button(self, text: str, picture: str, then: Callable[[R], object]) -> None:
        """A further button in the head, for the row that is chosen (the first where none is)."""

        def go() -> None:
            if self.table.current_row() is None:
                self.table.selectRow(0)
            row = self.table.current_row()
            if row is not None:
                then(row)

        button = QPushButton(icon(picture), f" {text}")
        button.setAutoDefault(False)
        button.clicked.connect(lambda: go())
        self._head.insertWidget(2, button)
        self.more_button = button

    def ask_remove(self, row: R) -> None:
        """Ask, then remove."""
        name = self._name_of(row) or _("This line")
        ask(
            self,
            _("Remove this?"),
            _("{name} will be removed. You can undo this with Ctrl+Z.", name=name),
            Answer(text=_("Remove"), then=lambda: self._do_remove(row), kind="danger"),
            Answer(text=_("Keep"), kind="primary"),
        )

    def _open(self, title: str, record: Any) -> None:
        self.dialog = RecordDialog.edit(
            self.window(), title, self._make_form(), record, self._save, self._desk.saves
        )
        self.dialog.accepted.connect(self.refresh)

    def _do_remove(self, row: R) -> None:
        if self._remove is None:
            return
        remove = self._remove
        self._desk.saves.run(
            lambda: remove(row),
            then=lambda _done: self.refresh(),
            failed=lambda error: show_error(error, self),
            owner=self,
        )

    def _own_actions(self) -> list[RowAction]:
        actions = []
        if self._blank is not None:
            actions.append(
                RowAction(
                    text=N_("Add …"),
                    do=lambda _rows: self.add(),
                    icon="plus",
                    keys="Ins",
                    fits=lambda _rows: True,
                )
            )
        actions.append(
            RowAction(text=N_("Change …"), do=lambda rows: self.edit(rows[0]), icon="pencil")
        )
        if self._remove is not None:
            actions.append(
                RowAction(
                    text=N_("Remove …"),
                    do=lambda rows: self.ask_remove(rows[0]),
                    icon="trash-2",
                    keys="Del",
                )
            )
        return actions

    def _lay_out(self, title: str, empty_text: str) -> None:
        head = self._head = QHBoxLayout()
        head.addWidget(label(title, "heading", wrap=False))
        head.addStretch(1)
        if self._blank is not None:
            self.add_button = QPushButton(icon("plus"), f" {self._add_text}")
            self.add_button.setAutoDefault(False)
            self.add_button.clicked.connect(lambda: self.add())
            head.addWidget(self.add_button)
        self._stack.addWidget(self.table)
        self._stack.addWidget(label(empty_text or _("There is nothing here yet."), "muted"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self._stack)
