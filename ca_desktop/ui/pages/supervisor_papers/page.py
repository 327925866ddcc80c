"""Papieren: supervisors × papers with the gaps, renewals by month, and the rules."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from ca_desktop.i18n import N_, _
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Desk, Spot
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.kit.section_stack import SectionStack
from ca_desktop.ui.pages.supervisor_papers.matrix import MatrixView
from ca_desktop.ui.pages.supervisor_papers.renewals import RenewalsView
from ca_desktop.ui.pages.supervisor_papers.rules import RulesView

MATRIX, RENEWALS, RULES = "matrix", "renewals", "rules"


class SupervisorPapersPage(QWidget):
    """`open_row` takes a supervisor to go to his row, the name of a tab, or a Spot in one."""

    title = N_("Papers of supervisors")

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(_("Papers of supervisors"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self._stack = SectionStack()
        self._keys: list[str] = []
        self.matrix = MatrixView(session, desk)
        self.renewals = RenewalsView(session, desk)
        self.rules = RulesView(session, desk)
        self._add(MATRIX, _("Who has what"), self.matrix)
        self._add(RENEWALS, _("Renewals"), self.renewals)
        self._add(RULES, _("What is asked"), self.rules)
        self._lay_out()
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self.setFocusProxy(self.tabs)

    def open_row(self, row_id: object) -> None:
        """Show this supervisor among the others, or a tab with what was asked for in it."""
        if isinstance(row_id, UUID):
            self._go(MATRIX)
            self.matrix.show_supervisor(row_id)
        elif isinstance(row_id, str) and row_id in self._keys:
            self._go(row_id)
        elif isinstance(row_id, Spot) and row_id.section == RENEWALS:
            self._go(RENEWALS)
            self.renewals.open_child(row_id.child)

    def leave(self, then: Callable[[], object]) -> None:
        """Nothing is typed here outside a dialog."""
        then()

    def _go(self, key: str) -> None:
        self.tabs.setCurrentIndex(self._keys.index(key))

    def _add(self, key: str, words: str, view: QWidget) -> None:
        self._keys.append(key)
        self.tabs.addTab(words)
        self._stack.addWidget(view)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 0)
        head.setSpacing(24)
        head.addWidget(label(_("Papers of supervisors"), "title", wrap=False))
        head.addWidget(self.tabs)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
