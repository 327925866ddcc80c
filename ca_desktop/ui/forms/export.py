"""Saving a list as Excel or CSV: what leaves, a plain warning, which form, and where to."""

from collections.abc import Callable, Hashable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ca_desktop.domain.exports import ExportKind, ExportWish
from ca_desktop.domain.permissions import Action
from ca_desktop.i18n import N_, _, ngettext
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.fields import RadioField
from ca_desktop.ui.kit.file_dialog import ask_save
from ca_desktop.ui.kit.list_detail import ListDetailPage
from ca_desktop.ui.kit.list_menu import ListAction
from ca_desktop.ui.kit.marks import Notice, label
from ca_desktop.ui.kit.question import tell
from ca_desktop.ui.kit.theme import theme

SAVE_AS_FILE = N_("Save as Excel or CSV …")


class ExportDialog(QDialog):
    """Asks in which form; `write_to(path)` does it in the worker."""

    def __init__(self, parent: QWidget, session: Session, desk: Desk, wish: ExportWish) -> None:
        super().__init__(parent)
        self._session, self._desk, self._wish = session, desk, wish
        self._page = parent
        self.setWindowTitle(_("Save “{list}” as a file", list=wish.kind.text))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form: RadioField[str] = RadioField(
            _("Form"),
            [
                ("xlsx", _("Excel (.xlsx)"), _("To read, sort and print.")),
                ("csv", _("CSV (.csv)"), _("For another program. Opens in Excel too.")),
            ],
        )
        self.form.value = "xlsx"
        self.warning = Notice()
        if wish.kind.is_about_people:
            self.warning.say(
                _(
                    "This file is not encrypted: whoever has it can read it. Keep it in a safe "
                    "place, do not mail it, and remove it when you are done. It is written in the "
                    "journal that you made it."
                )
            )
        self._lay_out()

    def _lay_out(self) -> None:
        self.save = QPushButton(_("Choose where to save …"))
        self.save.setProperty("role", "primary")
        self.save.setDefault(True)
        self.save.clicked.connect(self._choose)
        back = QPushButton(_("Go back"))
        back.setAutoDefault(False)
        back.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(back)
        row.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(label(self._what(), "heading"))
        column.addWidget(self.form)
        column.addWidget(self.warning)
        column.addStretch(1)
        column.addLayout(row)
        self.setMinimumWidth(theme().px(480))

    def write_to(self, path: Path) -> None:
        """Write the list there; says how many rows when it is done."""
        parent = self._page
        exports, wish = self._session.exports, self._wish
        self._desk.jobs.run(
            lambda progress: exports.write(wish, path, progress.step),
            then=lambda rows: _tell_done(parent, path, rows),
            failed=lambda error: show_error(error, parent),
            owner=parent,
            label=_("Saving the list"),
        )
        self.accept()

    def _what(self) -> str:
        rows = len(self._wish.keys or ())
        words = ngettext("{n} row", "{n} rows", rows)
        if self._wish.words:
            return _("{rows} – {filter}", rows=words, filter=self._wish.words)
        return words

    def _choose(self) -> None:
        ending = self.form.value or "xlsx"
        name = self._session.exports.proposed_name(self._wish.kind, ending)
        ask_save(self, self.windowTitle(), name, ending, self.write_to)


def _tell_done(parent: QWidget, path: Path, rows: int) -> None:
    words = ngettext("{n} row is in {path}.", "{n} rows are in {path}.", rows, path=path)
    tell(parent, _("The list is saved"), words, icon="circle-check")


def export_actions(
    page: ListDetailPage[Any],
    session: Session,
    kind: ExportKind,
    keys: Callable[[], Sequence[Hashable]] | None = None,
) -> tuple[ListAction, ...]:
    """What the menu of a list offers to whoever may take lists out. `keys` are the rows that fit,
    where the list shows less than that.
    """
    if not page.desk.is_allowed(Action.EXPORT_LISTS):
        return ()

    def show() -> None:
        shown = keys() if keys else page.model.shown_ids()
        wish = ExportWish(kind=kind, keys=tuple(shown), words=page.pane.words)
        ExportDialog(page.window(), session, page.desk, wish).open()

    return (ListAction(text=SAVE_AS_FILE, do=show, icon="download"),)
