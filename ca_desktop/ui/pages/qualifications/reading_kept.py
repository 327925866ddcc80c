"""What is in use and differs from a list that is read in: it stays as it is, and is shown apart."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ca_desktop.domain.qualification_rows import KeptCopy
from ca_desktop.i18n import N_, _
from ca_desktop.ui.kit.icons import icon
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.kit.table import RowAction, Table
from ca_desktop.ui.kit.table_model import Column, RowsModel


class KeptPane(QWidget):
    """Accreditations and agreements that say otherwise; `go` opens an accreditation."""

    columns = (
        Column[KeptCopy](N_("Code"), text=lambda one: one.code, width=70),
        Column[KeptCopy](N_("Where"), text=lambda one: one.where, width=260),
        Column[KeptCopy](
            N_("What differs: here → in the file"),
            text=lambda one: one.reason,
            tooltip=lambda one: one.reason,
            stretch=True,
        ),
    )

    def __init__(self, go: Callable[[UUID], object]) -> None:
        super().__init__()
        self._go = go
        self.model: RowsModel[KeptCopy] = RowsModel(self.columns)
        self.table = Table(self.model, _("In use, stays as it is"))
        self.table.set_actions(
            (
                RowAction(
                    text=N_("Open the accreditation"),
                    do=lambda rows: self._open(rows[0]),
                    icon="badge-check",
                    fits=lambda rows: len(rows) == 1 and rows[0].accreditation_id is not None,
                ),
            )
        )
        self.table.opened.connect(self._open)
        words = _("Open the accreditation")
        self.open = QPushButton(icon("badge-check"), f" {words}")
        self.open.setAutoDefault(False)
        self.open.clicked.connect(lambda: self._open(self.table.current_row()))
        self.table.current_changed.connect(self._look)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        about = _(
            "These are in use and keep what they have. Change an accreditation yourself where "
            "SBB's letter says so. Opening one closes this window; nothing is read in."
        )
        column.addWidget(label(about, "help"))
        column.addWidget(self.table, 1)
        column.addLayout(row)
        self.setFocusProxy(self.table)

    def show_rows(self, rows: Sequence[KeptCopy]) -> None:
        """Show these."""
        self.model.set_rows(rows)
        if rows:
            self.table.selectRow(0)
        self._look(self.table.current_row())

    def _look(self, row: KeptCopy | None) -> None:
        self.open.setEnabled(row is not None and row.accreditation_id is not None)

    def _open(self, row: KeptCopy | None) -> None:
        if row is not None and row.accreditation_id is not None:
            self._go(row.accreditation_id)
