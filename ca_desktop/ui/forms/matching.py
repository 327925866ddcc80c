"""A shortlist with reasons: which roles suit this person, or which people suit this role.

Three groups by what does not fit, in the order of names within each. Nobody is placed by it.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ca_desktop.domain.conditions import MatchGroup, Record
from ca_desktop.domain.half_days import HalfDays
from ca_desktop.i18n import _
from ca_desktop.services.matches import MOST_PEOPLE, Match
from ca_desktop.ui.forms.explanation import ExplanationList, spot_of, verdict_counts
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.dialog_room import resize_within_screen
from ca_desktop.ui.kit.fields import HalfDaysField, TextField
from ca_desktop.ui.kit.icons import icon
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.kit.theme import theme

_ICONS = {
    MatchGroup.NOTHING_AGAINST: "circle-check",
    MatchGroup.NEEDS_A_TALK: "triangle-alert",
    MatchGroup.NOT_POSSIBLE: "circle-x",
}
Ask = Callable[[HalfDays, str], Sequence[Match]]
_PAUSE_MS = 250  # after the last key, before the list is asked again


class MatchDialog(QDialog):
    """`ask(half_days, search)` gives the matches, `name_of(match)` how a line is called.
    `search_text` is what the field to search in is called; without, there is none.

    `chosen(match)` when somebody goes on to place.
    """

    chosen = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        title: str,
        ask: Ask,
        name_of: Callable[[Match], str],
        half_days: HalfDays,
        search_text: str = "",
    ) -> None:
        super().__init__(parent)
        self._ask, self._name_of, self._desk = ask, name_of, desk
        self.matches: list[Match | None] = []
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.half_days = HalfDaysField(_("On these half-days"), days=7)
        self.half_days.value = half_days
        self.search = TextField(search_text)
        self._has_search = bool(search_text)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE_MS)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.more = label("", "help")
        self.explanation = ExplanationList()
        self.place_button = QPushButton(_("Place here …"))
        self.place_button.setProperty("role", "primary")
        self.back = QPushButton(_("Go back"))
        for button in (self.place_button, self.back):
            button.setAutoDefault(False)  # Enter in the search places nobody
        self._lay_out()
        self._connect()
        self.read()
        self.list.setFocus()

    def read(self) -> None:
        """Ask again, for the half-days that stand there now."""
        matches = self._ask(self.half_days.value, self.search.value)
        self.more.setVisible(len(matches) >= MOST_PEOPLE)
        self.list.clear()
        self.matches = []
        for group in MatchGroup:
            among = [match for match in matches if match.group is group]
            if among:
                self._add_group(group)
            for match in among:
                self._add(group, match)
        first = next((row for row, match in enumerate(self.matches) if match), -1)
        self.list.setCurrentRow(first)
        self._show(first)

    def current(self) -> Match | None:
        """The match of the line on which the keyboard stands."""
        row = self.list.currentRow()
        return self.matches[row] if 0 <= row < len(self.matches) else None

    # -- inside --------------------------------------------------------------------------------

    def _add_group(self, group: MatchGroup) -> None:
        item = QListWidgetItem(group.text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = item.font()
        font.setBold(True)
        item.setFont(font)
        self.list.addItem(item)
        self.matches.append(None)

    def _add(self, group: MatchGroup, match: Match) -> None:
        days = match.asked.half_days.text
        waits = _("waits for it, on {half_days}", half_days=days) if match.is_waiting else ""
        name = ", ".join(part for part in (self._name_of(match), waits) if part)
        item = QListWidgetItem(icon(_ICONS[group]), f"{name}\n{verdict_counts(match.conditions)}")
        self.list.addItem(item)
        self.matches.append(match)

    def _show(self, _row: int) -> None:
        match = self.current()
        self.place_button.setEnabled(
            match is not None and match.group is not MatchGroup.NOT_POSSIBLE
        )
        if match is None:
            self.explanation.clear(_("Nobody was found.") if not any(self.matches) else "")
        else:
            self.explanation.show_conditions(match.conditions, asks=False)

    def _place(self) -> None:
        match = self.current()
        if match is not None and self.place_button.isEnabled():
            self.accept()
            self.chosen.emit(match)

    def _go(self, record: Record) -> None:
        self.accept()
        self._desk.navigate(record.page, spot_of(record))

    def _connect(self) -> None:
        self.half_days.changed.connect(self.read)
        self.search.changed.connect(self._soon.start)
        self._soon.timeout.connect(self.read)
        self.list.currentRowChanged.connect(self._show)
        self.list.itemActivated.connect(lambda _item: self._place())
        self.place_button.clicked.connect(self._place)
        self.back.clicked.connect(self.reject)
        self.explanation.asked.connect(self._go)

    def _lay_out(self) -> None:
        right = QWidget()
        right.setObjectName("form-body")
        column = QVBoxLayout(right)
        column.setContentsMargins(12, 4, 12, 4)
        column.addWidget(self.explanation)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(right)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.list)
        splitter.addWidget(area)
        splitter.setSizes([420, 560])
        buttons = QHBoxLayout()
        buttons.addWidget(self.place_button)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 16, 16, 12)
        outer.setSpacing(8)
        top = QHBoxLayout()
        top.setSpacing(24)
        top.addWidget(self.half_days)
        if self._has_search:
            top.addWidget(self.search, 1, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(top)
        outer.addWidget(label(_("A suggestion to talk about. You decide, together."), "help"))
        words = _(
            "Only the first {n} stand here. Type a name to find somebody else.", n=MOST_PEOPLE
        )
        self.more.setText(words)
        outer.addWidget(self.more)
        outer.addWidget(splitter, 1)
        outer.addLayout(buttons)
        resize_within_screen(self, theme().px(1040), theme().px(640))
