"""Looks at running text before it is saved, and warns once beside the field.

What to look for is not the kit's business: the program installs a watcher once,
`install_watcher(watcher)`. A field with `watched` is looked at by its RecordForm.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from ca_desktop.i18n import _
from ca_desktop.ui.kit.fields.base import Field
from ca_desktop.ui.kit.flow import FlowLayout
from ca_desktop.ui.kit.marks import Picture, label


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something in a text: the word as it stands there, why it is found, what to write instead."""

    word: str
    why: str
    instead: str


Watcher = Callable[[str], Sequence[Finding]]


_watcher: Watcher | None = None


def install_watcher(watcher: Watcher | None) -> None:
    """Let every watched field be looked at by this watcher from now on; None: by nobody."""
    global _watcher
    _watcher = watcher


class WatchNotice(QFrame):
    """What was found in one field, with two answers: adapt the text, or keep it as it is."""

    def __init__(
        self,
        findings: Sequence[Finding],
        adapt: Callable[[], object],
        keep: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self.words = "\n".join(_paragraphs(findings))
        self.setAccessibleName(self.words)
        self.adapt = QPushButton(_("Adapt the text"))
        self.adapt.setProperty("role", "primary")
        self.adapt.setAutoDefault(True)
        self.adapt.clicked.connect(lambda: adapt())
        self.keep = QPushButton(_("Keep it anyway"))
        self.keep.setAutoDefault(False)
        self.keep.clicked.connect(lambda: keep())
        texts = QVBoxLayout()
        texts.addWidget(label(self.words))
        buttons = FlowLayout(spacing=8)
        buttons.addWidget(self.adapt)
        buttons.addWidget(self.keep)
        texts.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(Picture("triangle-alert", "warning", 18), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)


class FormWatch:
    """What one form warned of: which words somebody chose to keep, and the notices that stand."""

    def __init__(self) -> None:
        self._kept: dict[str, set[str]] = {}
        self.notices: dict[str, WatchNotice] = {}

    def begin(self) -> None:
        """Another record is shown: nothing was answered yet."""
        self._kept.clear()
        self.clear()

    def clear(self) -> None:
        """Take the notices away."""
        for notice in self.notices.values():
            notice.hide()
            notice.deleteLater()
        self.notices.clear()

    def holds_back(
        self,
        fields: dict[str, Field[Any]],
        saved: dict[str, Any],
        go_on: Callable[[], object],
    ) -> bool:
        """Whether a save has to wait for an answer; the notices stand beside their fields then.

        Words that stood in the saved text before, or that somebody kept, are not asked again.
        """
        self.clear()
        for name, field in fields.items():
            found = self._new(name, field, saved)
            if found:
                self._show(name, field, found, go_on)
        if not self.notices:
            return False
        self.first.adapt.setFocus()
        return True

    @property
    def first(self) -> WatchNotice:
        """The notice that is to be answered first."""
        return next(iter(self.notices.values()))

    def _new(self, name: str, field: Field[Any], saved: dict[str, Any]) -> list[Finding]:
        if not field.watched or not field.isEnabled():
            return []
        known = {one.word.casefold() for one in look_at(_as_text(saved.get(name)))}
        known |= self._kept.get(name, set())
        return [one for one in look_at(_as_text(field.value)) if one.word.casefold() not in known]

    def _show(
        self,
        name: str,
        field: Field[Any],
        found: Sequence[Finding],
        go_on: Callable[[], object],
    ) -> None:
        def adapt() -> None:
            self._take_away(name)
            field.take_focus()

        def keep() -> None:
            self._kept.setdefault(name, set()).update(one.word.casefold() for one in found)
            self._take_away(name)
            if not self.notices:
                go_on()

        notice = WatchNotice(found, adapt, keep)
        self.notices[name] = notice
        layout = field.layout()
        if layout is not None:
            layout.addWidget(notice)
            notice.show()

    def _take_away(self, name: str) -> None:
        notice = self.notices.pop(name)
        notice.hide()
        notice.deleteLater()


def look_at(text: str) -> Sequence[Finding]:
    """What the installed watcher finds; nothing when there is none."""
    return _watcher(text) if _watcher is not None and text else ()


def _paragraphs(findings: Sequence[Finding]) -> list[str]:
    """The words with one reason together: 'a', 'b': why. What to write instead."""
    by_reason: dict[tuple[str, str], list[str]] = {}
    for one in findings:
        by_reason.setdefault((one.why, one.instead), []).append(f"‘{one.word}’")
    return [f"{', '.join(words)}: {why} {instead}" for (why, instead), words in by_reason.items()]


def _as_text(value: Any) -> str:
    return "\n".join(map(str, value)) if isinstance(value, tuple) else str(value or "")
