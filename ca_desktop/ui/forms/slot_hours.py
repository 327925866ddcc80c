"""Hours of work per half-day: a small grid to type in, empty where nobody knows them."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from ca_desktop.domain.half_days import SHORT_WEEKDAYS, WEEKDAYS, DayPart, HalfDay
from ca_desktop.domain.supervisors import MOST_SLOT_MINUTES, SlotMinutes
from ca_desktop.i18n import _
from ca_desktop.ui.kit.fields.base import Field
from ca_desktop.ui.kit.fields.half_days import FRAME_ROOM
from ca_desktop.ui.kit.marks import label

DAYS = 7


class SlotHoursField(Field[tuple[SlotMinutes, ...]]):
    """The hours in each half-day, typed as 3 or 3,5; Tab stops once, the arrows walk on."""

    def __init__(self, text: str, *, help: str = "") -> None:
        super().__init__(text, help=help)
        self._edits: dict[HalfDay, QLineEdit] = {}
        self._build(self._grid())
        self.control.setFocusProxy(next(iter(self._edits.values())))

    def own_problem(self) -> str | None:
        """What was typed and is no number of hours."""
        for slot, edit in self._edits.items():
            if _minutes(edit.text()) is None:
                return _(
                    "Fill in the hours of {day} {part} as a number up to {most}, such as 3 or 3,5.",
                    day=_(WEEKDAYS[slot.weekday]),
                    part=slot.part.text,
                    most=MOST_SLOT_MINUTES // 60,
                )
        return None

    def holds_unread_text(self) -> bool:
        """Whether something is typed that is no value."""
        return self.own_problem() is not None

    def set_read_only(self, on: bool) -> None:
        for edit in self._edits.values():
            edit.setReadOnly(on)

    def edit_of(self, code: str) -> QLineEdit:
        """Where the hours of a half-day are typed: '0m' is Monday morning."""
        return self._edits[HalfDay.from_code(code)]

    def eventFilter(self, edit: QObject, event: QEvent) -> bool:
        """Up and down, and left and right at the edge of the text, go to the neighbour."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and isinstance(edit, QLineEdit)
            and self._walk(edit, Qt.Key(event.key()))
        ):
            return True
        return super().eventFilter(edit, event)

    def _grid(self) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(*FRAME_ROOM)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(4)
        for row, part in enumerate(DayPart, start=1):
            grid.addWidget(label(part.text, "muted", wrap=False), row, 0)
        for weekday in range(DAYS):
            day = label(_(SHORT_WEEKDAYS[weekday]), "muted", wrap=False)
            grid.addWidget(day, 0, weekday + 1, Qt.AlignmentFlag.AlignHCenter)
            for row, part in enumerate(DayPart, start=1):
                grid.addWidget(self._edit(weekday, part), row, weekday + 1)
        grid.setColumnStretch(DAYS + 1, 1)
        return holder

    def _edit(self, weekday: int, part: DayPart) -> QLineEdit:
        edit = QLineEdit()
        edit.setMaxLength(4)
        edit.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        edit.setFixedWidth(edit.fontMetrics().horizontalAdvance("0") * 4 + 16)
        words = f"{self.text}: {_(WEEKDAYS[weekday])} {part.text}"
        edit.setAccessibleName(words)
        edit.setToolTip(words)
        if self._edits:
            edit.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        edit.installEventFilter(self)
        edit.textEdited.connect(self._touched)
        self._edits[HalfDay(weekday, part)] = edit
        return edit

    def _walk(self, edit: QLineEdit, key: Qt.Key) -> bool:
        at, end = edit.cursorPosition(), len(edit.text())
        step = {Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, 1)}.get(key)
        if key is Qt.Key.Key_Left and at == 0:
            step = (-1, 0)
        elif key is Qt.Key.Key_Right and at == end:
            step = (1, 0)
        if step is None:
            return False
        here = next(slot for slot, one in self._edits.items() if one is edit)
        parts = list(DayPart)
        part = parts[(parts.index(here.part) + step[1]) % len(parts)]
        there = self._edits[HalfDay((here.weekday + step[0]) % DAYS, part)]
        there.setFocus(Qt.FocusReason.TabFocusReason)
        there.selectAll()
        return True

    def _read(self) -> tuple[SlotMinutes, ...]:
        return tuple(
            SlotMinutes(slot=slot.code, minutes=minutes)
            for slot, edit in self._edits.items()
            if (minutes := _minutes(edit.text()))
        )

    def _show(self, value: tuple[SlotMinutes, ...]) -> None:
        minutes = {one.slot: one.minutes for one in value or ()}
        for slot, edit in self._edits.items():
            edit.setText(hours_text(minutes.get(slot.code, 0)))


def hours_text(minutes: int) -> str:
    """'3,5'; nothing for no hours."""
    return f"{minutes / 60:.4g}".replace(".", ",") if minutes else ""


def _minutes(typed: str) -> int | None:
    """Whole minutes, 0 for nothing; None for what is no number of hours."""
    try:
        minutes = round(float(typed.strip().replace(",", ".") or 0) * 60)
    except (ValueError, OverflowError):
        return None
    return minutes if 0 <= minutes <= MOST_SLOT_MINUTES else None
