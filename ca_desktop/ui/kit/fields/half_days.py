"""The half-days of a week as a small grid of checks; the arrow keys walk through it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from ca_desktop.domain.half_days import SHORT_WEEKDAYS, WEEKDAYS, DayPart, HalfDay, HalfDays
from ca_desktop.i18n import N_, _
from ca_desktop.ui.kit.fields.base import Field
from ca_desktop.ui.kit.marks import label

FRAME_ROOM = (6, 4, 6, 4)  # inside the frame of a problem
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class HalfDaysField(Field[HalfDays]):
    """Which half-days of the week: `days` weekdays (5 or 7) by morning and afternoon."""

    _empty_text = N_("Tick at least one half-day.")

    def __init__(
        self,
        text: str,
        *,
        help: str = "",
        required: bool = False,
        days: int = 5,
    ) -> None:
        super().__init__(text, help=help, required=required)
        self._days = days
        self._boxes: dict[HalfDay, QCheckBox] = {}
        self._build(self._grid())
        self.control.setFocusProxy(next(iter(self._boxes.values())))

    def is_empty(self) -> bool:
        return not len(self._read())

    def eventFilter(self, box: QObject, event: QEvent) -> bool:
        """Arrow keys go to the neighbouring half-day."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and isinstance(box, QCheckBox):
                self._walk(box, *step)
                return True
        return super().eventFilter(box, event)

    def _grid(self) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(*FRAME_ROOM)
        grid.setHorizontalSpacing(2)
        grid.setVerticalSpacing(0)
        for row, part in enumerate(DayPart, start=1):
            grid.addWidget(label(part.text, "muted", wrap=False), row, 0)
        for weekday in range(self._days):
            day = label(_(SHORT_WEEKDAYS[weekday]), "muted", wrap=False)
            grid.addWidget(day, 0, weekday + 1, Qt.AlignmentFlag.AlignHCenter)
        for weekday in range(self._days):
            for row, part in enumerate(DayPart, start=1):
                grid.addWidget(self._box(weekday, part), row, weekday + 1)
        grid.setColumnStretch(self._days + 1, 1)
        return holder

    def _box(self, weekday: int, part: DayPart) -> QCheckBox:
        box = QCheckBox()
        box.setAccessibleName(f"{self.text}: {_(WEEKDAYS[weekday])} {part.text}")
        box.setToolTip(f"{_(WEEKDAYS[weekday])} {part.text}")
        if self._boxes:  # Tab stops once; the arrow keys do the rest
            box.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        box.installEventFilter(self)
        box.toggled.connect(self._touched)
        self._boxes[HalfDay(weekday, part)] = box
        return box

    def _walk(self, box: QCheckBox, right: int, down: int) -> None:
        here = next(slot for slot, one in self._boxes.items() if one is box)
        parts = list(DayPart)
        row = (parts.index(here.part) + down) % len(parts)
        there = HalfDay((here.weekday + right) % self._days, parts[row])
        self._boxes[there].setFocus(Qt.FocusReason.TabFocusReason)

    def _read(self) -> HalfDays:
        return HalfDays.from_iterable(s for s, box in self._boxes.items() if box.isChecked())

    def _show(self, value: HalfDays | None) -> None:
        for slot, box in self._boxes.items():
            box.setChecked(value is not None and slot in value)
