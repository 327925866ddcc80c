"""The factsheets of roles: choose a role, look at the paper, let it go."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLineEdit, QSplitter, QVBoxLayout, QWidget

from ca_desktop.domain.errors import UserError
from ca_desktop.domain.papers import IssuedPaper
from ca_desktop.i18n import N_, _, current_language
from ca_desktop.services.papers import Paper
from ca_desktop.services.roles import RoleLine
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.fields import ChoiceField
from ca_desktop.ui.kit.table import Table
from ca_desktop.ui.kit.table_model import Column, RowsModel
from ca_desktop.ui.kit.theme import theme
from ca_desktop.ui.pages.reports.choice import LANGUAGE_NAMES
from ca_desktop.ui.pages.reports.paper_pane import PaperPane

PAUSE_MS = 200


class FactsheetsView(QWidget):
    """The roles at the left, the factsheet of the chosen one at the right."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session, self._desk = session, desk
        self._paper: Paper | None = None
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Search role"))
        self.search.setAccessibleName(_("Search role"))
        self.language: ChoiceField[str] = ChoiceField(_("Language of the paper"), LANGUAGE_NAMES)
        self.language.value = current_language()
        self.model: RowsModel[RoleLine] = RowsModel(
            (
                Column[RoleLine](
                    N_("No."),
                    text=lambda one: str(one.role.number),
                    sort_key=lambda one: one.role.number,
                    width=52,
                ),
                Column[RoleLine](N_("Role"), text=lambda one: one.name, stretch=True),
            )
        )
        self.table = Table(self.model, _("Roles"))
        self.pane = PaperPane(
            desk,
            _("Choose a role to see its factsheet."),
            self._issue,
            _("The program keeps the exact paper."),
        )
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._lay_out()
        self.search.textChanged.connect(lambda _text: self.refresh())
        self.language.changed.connect(self._soon)
        self.table.current_changed.connect(lambda _row: self._soon())
        self._pause.timeout.connect(self.make_preview)
        desk.changes.on({"roles", "role_profiles"}, self, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Read the roles again."""
        self.model.set_rows(self._session.roles.lines(self.search.text(), active_only=True))

    def make_preview(self) -> None:
        """Make the factsheet of the chosen role."""
        self._pause.stop()
        self._paper = None
        row: RoleLine | None = self.table.current_row()
        if row is None:
            self.pane.clear()
            return
        role_id, language = row.id, self.language.value or current_language()
        self._desk.jobs.run(
            lambda _progress: self._session.papers.factsheet(role_id, language),
            then=lambda paper: self._show(role_id, paper),
            failed=self._refuse,
            owner=self,
            label=_("Making the factsheet"),
        )

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is made for nobody."""
        super().hideEvent(event)
        self._pause.stop()

    def _soon(self) -> None:
        self.pane.wait()
        if self.isVisible():
            self._pause.start()

    def _show(self, role_id: UUID, paper: Paper) -> None:
        row = self.table.current_row()
        if row is not None and row.id == role_id and not self._pause.isActive():
            self._paper = paper
            self.pane.show_paper(paper.content, paper.file_name)

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.pane.refuse(error.message)
        else:
            show_error(error, self)

    def _issue(self, path: Path | None) -> IssuedPaper | None:
        return self._session.papers.issue(self._paper, path) if self._paper else None

    def _lay_out(self) -> None:
        left = QWidget()
        left.setMinimumWidth(theme().px(250))
        inner = QVBoxLayout(left)
        inner.setContentsMargins(16, 8, 8, 12)
        inner.setSpacing(8)
        inner.addWidget(self.search)
        inner.addWidget(self.table, 1)
        inner.addWidget(self.language)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self.pane)
        splitter.setSizes([1000, 1900])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(splitter)
