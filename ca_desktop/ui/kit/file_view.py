"""A file: a calm header and sections as tabs, each made when it is first looked at.

    class ParticipantFile(FileView[Participant]):
        def __init__(self, ...):
            super().__init__()
            self.add_section("overview", N_("Overview"), lambda: OverviewSection(...))

        def header(self, record): ...   # FileHeader(name, facts, actions)

It is a Detail: a ListDetailPage takes it as it is.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Generic, TypeVar, cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ca_desktop.i18n import _
from ca_desktop.ui.kit.flow import FlowLayout, least_size
from ca_desktop.ui.kit.leaving import leave
from ca_desktop.ui.kit.marks import Tone, chip, label
from ca_desktop.ui.kit.section_stack import SectionArea, SectionStack
from ca_desktop.ui.kit.section_tabs import SectionTabs
from ca_desktop.ui.kit.sub_list import SubList
from ca_desktop.ui.kit.theme import theme

R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact of the header line: 'Begeleider: Jan', with a tone where it needs attention."""

    text: str
    tone: Tone = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileHeader:
    """What stands on top of a file."""

    title: str
    facts: Sequence[Fact] = ()


LEAST_NAME = 140  # px: Qt would want a wrapped label to be wider, and push the buttons out


@dataclass(frozen=True, slots=True)
class _Section:
    key: str
    make: Callable[[], QWidget]


class FileView(QWidget, Generic[R]):
    """Sections may be any widget with `show_record(record)`; a `Holder` (leaving.py), such as a
    RecordForm, is asked about before the file or the section is left."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: R | None = None
        self._specs: list[_Section] = []
        self._made: dict[int, QWidget] = {}
        self._fresh: set[int] = set()
        self._here = -1
        self.name = label("", "title")
        self.name.setMinimumWidth(theme().px(LEAST_NAME))
        self._facts = QWidget()
        self._fact_row = FlowLayout(self._facts)
        self.buttons = QHBoxLayout()
        self._actions: list[QWidget] = []
        self.tabs = SectionTabs()
        self.tabs.setAccessibleName(_("Sections"))
        self._stack = SectionStack()
        self._lay_out()
        self.tabs.currentChanged.connect(self._on_tab)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            short = QShortcut(QKeySequence(keys), self)
            short.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            short.activated.connect(lambda by=step: self.walk(by))

    def showEvent(self, event: QShowEvent) -> None:
        """In its window now: only there Qt keeps an order in which Tab goes."""
        super().showEvent(event)
        for one, following in pairwise([*self._actions, self.tabs]):
            QWidget.setTabOrder(one, following)

    def minimumSizeHint(self) -> QSize:
        """Qt's own."""
        return least_size(self, super().minimumSizeHint())

    def header(self, record: R) -> FileHeader:
        """What stands on top for this record."""
        raise NotImplementedError

    def add_section(self, key: str, text: str, make: Callable[[], QWidget]) -> None:
        """A tab; `text` is an N_() text, `make()` is called when it is first shown."""
        self._specs.append(_Section(key, make))
        self._stack.addWidget(QWidget())
        self.tabs.addTab(_(text))

    def add_action(self, button: QWidget) -> None:
        """Put a button at the right of the header; Tab goes on from there to the sections."""
        self.buttons.addWidget(button)
        self._actions.append(button)

    def show_only_first(self, only: bool) -> None:
        """Of somebody new there is only the first section; the others come once it is saved."""
        for index in range(1, self.tabs.count()):
            self.tabs.setTabVisible(index, not only)

    def open_section(self, key: str) -> None:
        """Go to a section."""
        self.tabs.setCurrentIndex([spec.key for spec in self._specs].index(key))

    def open_spot(self, key: str, child: Hashable = None) -> None:
        """Go to a section and to a child record in it; what this account has not, is left out."""
        if key not in [spec.key for spec in self._specs]:
            return
        self.open_section(key)
        section: Any = self.section(key)
        if child is not None and hasattr(section, "open_child"):
            section.open_child(child)
        else:
            section.setFocus()

    def walk(self, by: int) -> None:
        """To the next section, or the one before; round at the ends."""
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % max(1, self.tabs.count()))

    def section(self, key: str) -> QWidget:
        """The widget of a section, made now if it was not there yet."""
        return self._widget([spec.key for spec in self._specs].index(key))

    # -- Detail ---------------------------------------------------------------------------------

    @property
    def is_dirty(self) -> bool:
        """Whether any section has unsaved changes."""
        return self._dirty() is not None

    def show_record(self, record: R) -> None:
        """Show this file, in the section that was open."""
        self.shown = record
        header = self.header(record)
        self.name.setText(header.title)
        self._show_facts(header.facts)
        self._fresh.clear()
        self._here = max(0, self.tabs.currentIndex())
        self._bring(self._here)

    def try_save(self, then: Callable[[], object] = lambda: None) -> None:
        """Save the section with unsaved changes."""
        section = self._dirty()
        if section is None:
            then()
        else:
            section.try_save(then)

    def discard(self) -> None:
        """Put back what was saved last."""
        section = self._dirty()
        if section is not None:
            section.discard()

    def wait_for_save(self, then: Callable[[], object]) -> bool:
        """Whether a save is under way in a section; `then` comes after it."""
        section = self._dirty()
        return section is not None and section.wait_for_save(then)

    # -- inside ---------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.addWidget(self.name, 1)
        first.addLayout(self.buttons)
        head = QVBoxLayout()
        head.setContentsMargins(16, 12, 16, 0)
        head.setSpacing(4)
        head.addLayout(first)
        head.addWidget(self._facts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(self.tabs)
        column.addLayout(row)
        column.addWidget(SectionArea(self._stack), 1)
        self.setFocusProxy(self.tabs)

    def _show_facts(self, facts: Sequence[Fact]) -> None:
        while (item := self._fact_row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for fact in facts:
            self._fact_row.addWidget(chip(fact.text, fact.tone))
        self._facts.setVisible(bool(facts))

    def _dirty(self) -> Any:
        return next((w for w in self._made.values() if getattr(w, "is_dirty", False)), None)

    def _on_tab(self, index: int) -> None:
        if self.shown is None or index == self._here or index < 0:
            return
        section = self._dirty()
        if section is None:
            self._bring(index)
            return
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(self._here)
        self.tabs.blockSignals(False)
        leave(self, section, lambda: self.tabs.setCurrentIndex(index))

    def _bring(self, index: int) -> None:
        if index >= len(self._specs):
            return
        self._here = index
        widget = self._widget(index)
        if index not in self._fresh:
            cast(Any, widget).show_record(self.shown)
            self._fresh.add(index)
        self._stack.setCurrentIndex(index)

    def _widget(self, index: int) -> QWidget:
        if index not in self._made:
            widget = self._specs[index].make()
            if isinstance(widget, SubList):
                widget.setContentsMargins(16, 8, 16, 8)
            self._made[index] = widget
            old = self._stack.widget(index)
            self._stack.insertWidget(index, widget)
            if old is not None:
                self._stack.removeWidget(old)
                old.deleteLater()
        return self._made[index]
