"""Beheer: a list of sections at the left; what an account may not do is not there."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ca_desktop.domain.permissions import Action, may
from ca_desktop.i18n import N_, _
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Desk, Spot
from ca_desktop.ui.kit.leaving import leave
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.kit.record_form import RecordForm
from ca_desktop.ui.kit.section_stack import SectionStack
from ca_desktop.ui.kit.theme import theme
from ca_desktop.ui.pages.settings.about import AboutSection
from ca_desktop.ui.pages.settings.accounts import AccountsSection
from ca_desktop.ui.pages.settings.centre import CentreSection
from ca_desktop.ui.pages.settings.guidance import GuidanceSection
from ca_desktop.ui.pages.settings.password import PasswordSection
from ca_desktop.ui.pages.settings.recovery import RecoverySection
from ca_desktop.ui.pages.settings.safety import BackupSection, CheckSection

Make = Callable[[Session, Desk], QWidget]

SECTIONS: tuple[tuple[str, str, Action | None, Make], ...] = (
    ("centre", N_("Centre"), Action.MANAGE_CENTRE, CentreSection),
    ("guidance", N_("Guidance and time"), Action.MANAGE_CENTRE, GuidanceSection),
    ("accounts", N_("Accounts"), Action.MANAGE_ACCOUNTS, AccountsSection),
    ("password", N_("My password"), Action.CHANGE_OWN_PASSWORD, PasswordSection),
    ("backup", N_("Backup"), Action.BACK_UP, BackupSection),
    ("check", N_("Check"), Action.CHECK_STORE, CheckSection),
    ("recovery", N_("Recovery sheet"), Action.MANAGE_CENTRE, RecoverySection),
    ("about", N_("This program"), None, lambda session, _desk: AboutSection(session)),
)


class SettingsPage(QWidget):
    """`open_row('backup')` opens a section by its key."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session, self._desk = session, desk
        self._specs = [
            spec for spec in SECTIONS if spec[2] is None or may(session.actor.role, spec[2])
        ]
        self.menu = QListWidget()
        self.menu.setAccessibleName(_("Sections of Management"))
        for _key, text, _action, _make in self._specs:
            item = QListWidgetItem(_(text))
            item.setSizeHint(QSize(0, theme().px(36)))
            self.menu.addItem(item)
        self._made: dict[str, QWidget] = {}
        self._here = ""
        self.heading = label("", "heading")
        self._stack = SectionStack()
        self._lay_out()
        self.menu.currentRowChanged.connect(self._on_row)
        self.setFocusProxy(self.menu)
        self.menu.setCurrentRow(0)

    @property
    def keys(self) -> list[str]:
        """The sections that this account has."""
        return [spec[0] for spec in self._specs]

    def section(self, key: str) -> Any:
        """The widget of a section, made now if it was not there yet."""
        if key not in self._made:
            make = next(spec[3] for spec in self._specs if spec[0] == key)
            self._made[key] = make(self._session, self._desk)
            self._stack.addWidget(self._made[key])
        return self._made[key]

    def open_row(self, row_id: object) -> None:
        """Open a section by its key, or a `Spot` in it; what this account has not, does nothing."""
        key = row_id.section if isinstance(row_id, Spot) else row_id
        if key in self.keys:
            self.menu.setCurrentRow(self.keys.index(str(key)))
            opened = self._made.get(self._here)
            if self._here == key and isinstance(opened, PasswordSection):
                opened.setFocus()  # three fields and nothing to look at first
            if isinstance(row_id, Spot) and hasattr(self.section(row_id.section), "open_child"):
                self.section(row_id.section).open_child(row_id.child)

    def leave(self, then: Callable[[], object]) -> None:
        """Ask about what is not saved or not checked here, then go on."""
        section: Any = self._made.get(self._here)
        if section is not None and hasattr(section, "leave"):
            section.leave(then)
        elif section is not None and isinstance(section, RecordForm):
            leave(self, section, then)
        else:
            then()

    def _on_row(self, row: int) -> None:
        key = self.keys[row]
        if key == self._here:
            return
        if self._here:
            self.menu.blockSignals(True)
            self.menu.setCurrentRow(self.keys.index(self._here))
            self.menu.blockSignals(False)
        self.leave(lambda: self._go(key))

    def _go(self, key: str) -> None:
        row = self.keys.index(key)
        self._here = key
        self.menu.blockSignals(True)
        self.menu.setCurrentRow(row)
        self.menu.blockSignals(False)
        self.heading.setText(_(self._specs[row][1]))
        section = self.section(key)
        if hasattr(section, "refresh"):
            section.refresh()
        self._stack.setCurrentWidget(section)

    def _lay_out(self) -> None:
        width = theme().px(48)
        width += max(self.menu.fontMetrics().horizontalAdvance(_(s[1])) for s in self._specs)
        self.menu.setFixedWidth(width)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(4)
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.addWidget(self.heading)
        right.addLayout(head)
        right.addWidget(self._stack, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.menu)
        row.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 0, 12)
        column.setSpacing(8)
        column.addWidget(label(_("Management"), "title", wrap=False))
        column.addLayout(row, 1)
