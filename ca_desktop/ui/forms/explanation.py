"""Why a placement fits or not, in lines: what does not fit first, with its reason and record."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ca_desktop.domain.conditions import Condition, ConditionKind, Record, Verdict, count
from ca_desktop.i18n import _, ngettext
from ca_desktop.ui.kit.desk import Spot
from ca_desktop.ui.kit.fields import RunningTextField
from ca_desktop.ui.kit.marks import Picture, label

_ICONS = {
    Verdict.FITS: ("circle-check", "good"),
    Verdict.UNKNOWN: ("circle-help", "muted"),
    Verdict.DOES_NOT_FIT: ("triangle-alert", "warning"),
}
_STOPPED = ("circle-x", "danger")
_BY_LAW = frozenset({ConditionKind.MINOR, ConditionKind.LONGEST_TIME})
_ORDER = (Verdict.DOES_NOT_FIT, Verdict.UNKNOWN, Verdict.FITS)


def spot_of(record: Record) -> object:
    """Where a record stands, for `desk.navigate`."""
    if not record.section:
        return record.record_id
    return Spot(record.record_id, record.section, record.child)


def verdict_counts(conditions: Iterable[Condition]) -> str:
    """'1 past niet, 3 weten we niet, 8 past': never one number."""
    found = tuple(conditions)
    numbers = {verdict: count(found, verdict) for verdict in _ORDER}
    return ", ".join(f"{number} {verdict.text}" for verdict, number in numbers.items() if number)


class ConditionLine(QWidget):
    """One condition. A press on its link emits `asked`; `reason` is there where one is needed."""

    asked = Signal(object)

    def __init__(self, condition: Condition, *, asks: bool) -> None:
        super().__init__()
        self.condition = condition
        self.reason: RunningTextField | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(8)
        icon = _STOPPED if condition.stops else _ICONS[condition.verdict]
        row.addWidget(Picture(*icon, 18), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        title = f"{condition.kind.text}: {self._verdict()}"
        words.addWidget(label(title, "label"))
        words.addWidget(label(condition.reason))
        words.addLayout(self._source())
        if asks and condition.asks_reason:
            self.reason = RunningTextField(_("Why all the same?"), lines=2, required=True)
            words.addWidget(self.reason)
        row.addLayout(words, 1)
        self.setAccessibleName(f"{title}. {condition.reason}")

    def _verdict(self) -> str:
        condition = self.condition
        if not condition.stops:
            return condition.verdict.text
        by_law = condition.kind in _BY_LAW
        return _("not allowed by law") if by_law else _("not possible")

    def _source(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(self.condition.source, "help"), 1)
        if self.condition.record is not None:
            self.link = QPushButton(_("Look at it"))
            self.link.setProperty("role", "link")
            self.link.setAutoDefault(False)
            self.link.setAccessibleName(_("Look at: {what}", what=self.condition.source))
            self.link.clicked.connect(lambda: self.asked.emit(self.condition.record))
            row.addWidget(self.link, 0, Qt.AlignmentFlag.AlignTop)
        return row


class ExplanationList(QWidget):
    """`show_conditions` shows them; `reasons()` gives what was written, by code of the condition.

    What was typed stays when the conditions are shown again. `asked(Record)` for a way to a record.
    """

    asked = Signal(object)
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[ConditionLine] = []
        self._typed: dict[str, str] = {}
        self._shows_all = False
        self._conditions: tuple[Condition, ...] = ()
        self._asks = False
        self.counts = label("", "label")
        self.more = QPushButton()
        self.more.setProperty("role", "link")
        self.more.setAutoDefault(False)
        self.more.clicked.connect(self._toggle)
        self._body = QVBoxLayout()
        self._body.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.counts)
        column.addLayout(self._body)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.clear()

    def clear(self, words: str = "") -> None:
        """Show nothing, but what is needed first."""
        self._conditions = ()
        self._empty()
        self.counts.setText(words)
        self.more.hide()

    def show_conditions(self, conditions: Iterable[Condition], *, asks: bool = True) -> None:
        """Show these; with `asks` there is room for a reason where one is needed."""
        self._conditions, self._asks = tuple(conditions), asks
        self.counts.setText(verdict_counts(self._conditions))
        self._draw()

    def reasons(self) -> dict[str, str]:
        """What was written, by code of the condition, also for what no longer needs it."""
        for line in self.lines:
            if line.reason is not None:
                self._typed[line.condition.code] = line.reason.value
        return {code: text for code, text in self._typed.items() if text.strip()}

    def remember(self, reasons: Mapping[str, str]) -> None:
        """Put back reasons that were typed before."""
        self._typed = dict(reasons)
        self._draw()

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Messages beside the conditions that they are about; the keyboard goes to the first."""
        for line in self.lines:
            if line.reason is not None:
                line.reason.set_problem(problems.get(line.condition.code))
        first = next((ln for ln in self.lines if ln.condition.code in problems), None)
        if first is not None and first.reason is not None:
            first.reason.take_focus()

    # -- inside --------------------------------------------------------------------------------

    def _draw(self) -> None:
        self.reasons()
        self._empty()
        fits = count(self._conditions, Verdict.FITS)
        for verdict in _ORDER:
            if verdict is Verdict.FITS and not self._shows_all:
                continue
            for condition in self._conditions:
                if condition.verdict is verdict:
                    self._add(condition)
        words = ngettext("Show what fits ({n})", "Show what fits ({n})", fits)
        self.more.setText(_("Hide what fits") if self._shows_all else words)
        self.more.setVisible(bool(fits))

    def _add(self, condition: Condition) -> None:
        line = ConditionLine(condition, asks=self._asks)
        line.asked.connect(self.asked)
        if line.reason is not None:
            line.reason.value = self._typed.get(condition.code, "")
            line.reason.changed.connect(self.changed)
        self.lines.append(line)
        self._body.addWidget(line)

    def _toggle(self) -> None:
        self._shows_all = not self._shows_all
        self._draw()

    def _empty(self) -> None:
        self.lines = []
        while (item := self._body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
