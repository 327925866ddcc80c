"""Supervisors × papers as a Qt model: each cell a word and a date, an icon, and what it means."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.supervisor_papers import PaperCell
from ca_desktop.domain.supervisors import CertificateStatus
from ca_desktop.i18n import _
from ca_desktop.services.supervisor_papers import MatrixRow, PaperMatrix
from ca_desktop.ui.forms.certificate import STATUS_ICONS, STATUS_INKS
from ca_desktop.ui.kit.icons import icon
from ca_desktop.ui.kit.table_model import Index
from ca_desktop.ui.kit.theme import theme

_NO_PARENT = QModelIndex()
_EMPTY = PaperMatrix(rows=(), papers=())


class MatrixModel(QAbstractTableModel):
    """Shows a PaperMatrix, whole or only what has a gap."""

    def __init__(self) -> None:
        super().__init__()
        self._matrix = _EMPTY
        self._only_gaps = False
        self.rows: list[MatrixRow] = []
        self.papers: list[tuple[str, str]] = []

    def show(self, matrix: PaperMatrix, only_gaps: bool) -> None:
        """Show these supervisors and papers."""
        self.beginResetModel()
        self._matrix, self._only_gaps = matrix, only_gaps
        self.rows = [row for row in matrix.rows if row.gaps or not only_gaps]
        open_papers = {key for row in matrix.rows for key in row.gaps}
        self.papers = [one for one in matrix.papers if one[0] in open_papers or not only_gaps]
        self.endResetModel()

    def at(self, index: Index) -> tuple[MatrixRow, str]:
        """The supervisor and the key of the paper at this place."""
        return self.rows[index.row()], self.papers[index.column()][0]

    def cell(self, index: Index) -> PaperCell:
        """What stands at this place."""
        row, paper = self.at(index)
        return row.cell(paper)

    def row_of(self, supervisor_id: UUID) -> int:
        """In which row this supervisor stands, or -1."""
        return next((n for n, row in enumerate(self.rows) if row.id == supervisor_id), -1)

    def spoken(self, index: Index) -> str:
        """'Jan Bos, VOG: ontbreekt. verplicht: Wmo-aanbieder (bron)'."""
        row, paper = self.at(index)
        words = _(
            "{who}, {paper}: {status}",
            who=row.supervisor.name.full,
            paper=self.papers[index.column()][1],
            status=cell_words(row.cell(paper)).replace("\n", " "),
        )
        return "\n".join(filter(None, (words, row.why(paper))))

    # -- Qt's own questions ---------------------------------------------------------------------

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.papers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = self.cell(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_words(cell)
        if role == Qt.ItemDataRole.DecorationRole and cell.status in STATUS_ICONS:
            is_mild = cell.status is CertificateStatus.MISSING and not cell.is_required
            ink = "warning" if is_mild else STATUS_INKS[cell.status]
            return icon("triangle-alert" if is_mild else STATUS_ICONS[cell.status], ink)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self.spoken(index)
        if role == Qt.ItemDataRole.BackgroundRole and cell.is_gap and cell.is_required:
            return QColor(theme().tokens.danger_soft)
        if role == Qt.ItemDataRole.ForegroundRole and not cell.is_asked and not cell.certificate:
            return QColor(theme().tokens.muted)
        if role == Qt.ItemDataRole.FontRole and cell.is_gap and cell.is_required:
            font = QFont()
            font.setBold(True)
            return font
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if orientation is Qt.Orientation.Vertical:
            return self.rows[section].supervisor.name.sorted_form
        return self.papers[section][1]


def cell_words(cell: PaperCell) -> str:
    """Two lines: where it stands, and until when it counts or how much it is asked."""
    if cell.certificate is None and not cell.is_asked:
        return "–"
    below = ""
    if cell.certificate is not None and cell.certificate.valid_until is not None:
        below = format_date(cell.certificate.valid_until)
    elif cell.is_asked:
        below = _("required") if cell.is_required else _("recommended")
    return f"{cell.status.text}\n{below}" if below else cell.status.text
