"""What may be included for this recipient: a tick each, and the reason that goes with it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ca_desktop.domain.privacy import DataElement, RecipientKind, Rule, rule
from ca_desktop.i18n import _
from ca_desktop.ui.kit.fields import CheckField, TextField
from ca_desktop.ui.kit.marks import label


class Tick(QWidget):
    """One element: the check, and under it the reason once it is ticked."""

    changed = Signal()

    def __init__(self, element: DataElement, recipient: RecipientKind) -> None:
        super().__init__()
        self.element = element
        self.check = CheckField(element.text)
        self.reason = TextField(_reason_words(element, recipient), required=True)
        self.reason.edit.setAccessibleName(f"{element.text}: {self.reason.text}")
        self.reason.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.check)
        inner = QVBoxLayout()
        inner.setContentsMargins(28, 0, 0, 4)
        inner.addWidget(self.reason)
        column.addLayout(inner)
        self.check.changed.connect(self._toggle)
        self.reason.changed.connect(self.changed)
        self.reason.edit.editingFinished.connect(self.mend)

    def include(self, reason: str) -> None:
        """Tick it with this reason, without saying that somebody changed it."""
        self.check.value = True
        self.reason.value = reason
        self.reason.show()

    def mend(self) -> bool:
        """Say beside the field what is missing; True when nothing is."""
        problem = self.reason.own_problem() if self.check.value else None
        self.reason.set_problem(problem and _("Give a reason: it stands on the paper."))
        return not problem

    def _toggle(self) -> None:
        self.reason.setVisible(self.check.value)
        self.reason.set_problem(None)
        if self.check.value:
            self.reason.take_focus()
        self.changed.emit()


class Ticks(QWidget):
    """The elements on offer. What is ticked stays when another recipient offers it as well."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.ticks: list[Tick] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._nothing = label("", "muted")
        self._column.addWidget(self._nothing)

    def offer(
        self, elements: Sequence[DataElement], recipient: RecipientKind, nothing: str = ""
    ) -> None:
        """Offer these elements; `nothing` is what stands there when there are none."""
        self._nothing.setText(nothing or _("For this recipient there is nothing to add."))
        kept = {tick.element: tick.reason.value for tick in self.ticks if tick.check.value}
        for tick in self.ticks:
            self._column.removeWidget(tick)
            tick.hide()
            tick.deleteLater()
        self.ticks = [Tick(element, recipient) for element in elements]
        for tick in self.ticks:
            self._column.addWidget(tick)
            if tick.element in kept:
                tick.include(kept[tick.element])
            tick.changed.connect(self.changed)
        self._nothing.setVisible(not self.ticks)

    def included(self) -> Mapping[DataElement, str]:
        """What is ticked, with its reason."""
        return {tick.element: tick.reason.value for tick in self.ticks if tick.check.value}

    def mend(self) -> bool:
        """Whether every tick has its reason; what is missing is said beside the field."""
        mended = [tick.mend() for tick in self.ticks]
        return all(mended)


def _reason_words(element: DataElement, recipient: RecipientKind) -> str:
    if rule(element, recipient) is Rule.WRITTEN_WISH:
        return _("When did the participant ask for this in writing?")
    return _("Why is this needed?")
