"""Places of a role as one small grid: mornings and afternoons, free and taken."""

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ca_desktop.domain.half_days import SHORT_WEEKDAYS, WEEKDAYS, DayPart, HalfDay
from ca_desktop.domain.waiting import Places
from ca_desktop.i18n import _
from ca_desktop.ui.kit.marks import chip, label

_WORK_DAYS = 5


class PlacesTable(QWidget):
    """Says per half-day how many places are free; full and too full have an icon as well."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._grid: QWidget | None = None
        self.texts: dict[str, str] = {}

    def show_places(self, places: Places) -> None:
        """Show these places."""
        if self._grid is not None:
            self._grid.hide()
            self._grid.deleteLater()
        self._grid = self._make(places)
        self._column.addWidget(self._grid)

    def _make(self, places: Places) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        used = max((slot.weekday for slot in places.taken), default=0) + 1
        days = range(max(_WORK_DAYS, used))
        for row, part in enumerate(DayPart, start=1):
            grid.addWidget(label(part.text, "muted", wrap=False), row, 0)
        for day in days:
            head = label(_(SHORT_WEEKDAYS[day]), "muted", wrap=False)
            grid.addWidget(head, 0, day + 1)
            for row, part in enumerate(DayPart, start=1):
                grid.addWidget(self._cell(places, HalfDay(day, part)), row, day + 1)
        grid.setColumnStretch(len(days) + 1, 1)
        return holder

    def _cell(self, places: Places, slot: HalfDay) -> QWidget:
        free, taken = places.free(slot), places.taken.get(slot, 0)
        words = _("{n} free", n=free) if free > 0 else _("full")
        if free < 0:
            words = _("{n} too many", n=-free)
        self.texts[slot.code] = words
        made = chip(words, "" if free > 0 else "warning" if free == 0 else "danger")
        said = _(
            "{day} {part}: {taken} of {places} places taken",
            day=_(WEEKDAYS[slot.weekday]),
            part=slot.part.text,
            taken=taken,
            places=places.places,
        )
        made.setToolTip(said)
        made.setAccessibleName(said)
        return made
