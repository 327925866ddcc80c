"""Who is behind a number, and who has no next step: people, and from there their file."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ca_desktop.domain.dates import format_date
from ca_desktop.i18n import N_, _
from ca_desktop.services.flow import FlowPerson, Gap
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.kit.table import RowAction, Table
from ca_desktop.ui.kit.table_model import Column, RowsModel
from ca_desktop.ui.kit.theme import theme


class BehindPanel(QWidget):
    """The people that a number counts; Enter opens the file."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.heading = label(_("Who is behind it"), "heading")
        self.hint = label("", "muted")
        self.model: RowsModel[FlowPerson] = RowsModel(
            (
                Column[FlowPerson](
                    N_("Name"),
                    text=lambda one: one.name.full,
                    sort_key=lambda one: one.name.sort_key,
                    stretch=True,
                ),
                Column[FlowPerson](
                    N_("Day"),
                    text=lambda one: format_date(one.on),
                    sort_key=lambda one: one.on,
                    width=92,
                ),
                Column[FlowPerson](N_("What"), text=lambda one: one.what, room=380, width=150),
            )
        )
        self.table = Table(self.model, _("Who is behind it"))
        self.table.set_actions([_to_file(desk)])
        self.table.opened.connect(lambda one: desk.navigate("participants", one.participant_id))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.heading)
        column.addWidget(self.hint)
        column.addWidget(self.table, 1)

    def show_people(self, words: str, people: Sequence[FlowPerson]) -> None:
        """Show these people under what the number is about, with the keyboard on the first."""
        self.heading.setText(words)
        self.hint.setText(_("Enter opens the file."))
        self.model.set_rows(people)
        if people:
            self.table.selectRow(0)
            self.table.setFocus()


class GapsPanel(QWidget):
    """Who ends or stopped without a next step; Enter opens the file."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.heading = label("", "heading")
        self.model: RowsModel[Gap] = RowsModel(
            (
                Column[Gap](
                    N_("Name"),
                    text=lambda gap: gap.name.full,
                    sort_key=lambda gap: gap.name.sort_key,
                    stretch=True,
                ),
                Column[Gap](
                    N_("Day"),
                    text=lambda gap: format_date(gap.on),
                    sort_key=lambda gap: gap.on,
                    width=100,
                ),
                Column[Gap](N_("What is going on"), text=lambda gap: gap.reason.text, width=290),
            )
        )
        self.model.sorted_by = (1, self.model.sorted_by[1])
        self.table = Table(self.model, _("Without a next step"))
        self.table.set_actions([_to_file(desk)])
        self.table.opened.connect(lambda gap: desk.navigate("participants", gap.participant_id))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.heading)
        column.addWidget(label(_("Call them before they drop into a gap."), "help"))
        column.addWidget(self.table)

    def show_gaps(self, gaps: Sequence[Gap]) -> None:
        """Show these people; the whole panel goes where there is nobody."""
        self.heading.setText(_("Without a next step ({n})", n=len(gaps)))
        self.model.set_rows(gaps)
        row = self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(row * (min(len(gaps), 8) + 1) + theme().px(14))
        self.setVisible(bool(gaps))


def _to_file(desk: Desk) -> RowAction:
    return RowAction(
        text=N_("Open file"),
        do=lambda rows: desk.navigate("participants", rows[0].participant_id),
        icon="user",
    )
