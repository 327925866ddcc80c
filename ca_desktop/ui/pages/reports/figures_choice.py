"""What the figures are about: the period, and along which line they are split."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from ca_desktop.domain.dates import Period
from ca_desktop.domain.flow_measures import FlowBy
from ca_desktop.i18n import _
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.fields import ChoiceField, DateField
from ca_desktop.ui.kit.flow import FlowLayout
from ca_desktop.ui.kit.icons import icon
from ca_desktop.ui.kit.theme import theme
from ca_desktop.ui.pages.reports.periods import last_year, school_year, this_quarter, this_year


class FiguresChoice(QWidget):
    """Emits `changed` when something else is asked for."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.starts_on = DateField(_("From"), today=desk.today)
        self.ends_on = DateField(_("Up to and including"), today=desk.today)
        self.by: ChoiceField[FlowBy] = ChoiceField(
            _("Split by"), [(one, one.text) for one in FlowBy]
        )
        self.by.value = FlowBy.ROLE
        self.quick: list[QToolButton] = []
        self.paper = QPushButton(icon("file-text"), " " + _("Make a paper …"))
        self._use(this_year(desk.today()))
        self._lay_out()
        for day in (self.starts_on, self.ends_on):
            day.edit.editingFinished.connect(self._on_day)
        self.by.changed.connect(self.changed)

    def period(self) -> Period | None:
        """The closed period, or None while it is none."""
        starts_on, ends_on = self.starts_on.value, self.ends_on.value
        if starts_on is None or ends_on is None or ends_on < starts_on:
            return None
        return Period(starts_on=starts_on, ends_on=ends_on)

    def split(self) -> FlowBy:
        """Along which line."""
        return self.by.value or FlowBy.ROLE

    def _use(self, period: Period) -> None:
        self.starts_on.value, self.ends_on.value = period.starts_on, period.ends_on

    def _take(self, period: Period) -> None:
        self._use(period)
        self._on_day()

    def _on_day(self) -> None:
        starts_on, ends_on = self.starts_on.value, self.ends_on.value
        if starts_on and ends_on:
            wrong = ends_on < starts_on
            words = _("The period ends before it starts. Check both dates.")
            self.ends_on.set_problem(words if wrong else None)
        self.changed.emit()

    def _lay_out(self) -> None:
        fields = QHBoxLayout()
        fields.setSpacing(12)
        for field, wide in ((self.starts_on, 150), (self.ends_on, 150), (self.by, 190)):
            field.setFixedWidth(theme().px(wide))
            fields.addWidget(field)
        fields.addStretch(1)
        chips = QWidget()
        row = FlowLayout(chips)
        today = self._desk.today
        for words, period in (
            (_("this year"), this_year),
            (_("last year"), last_year),
            (_("this school year"), school_year),
            (_("this quarter"), this_quarter),
        ):
            button = QToolButton()
            button.setText(words)
            button.setProperty("role", "chip")
            button.clicked.connect(lambda _on=False, of=period: self._take(of(today())))
            row.addWidget(button)
            self.quick.append(button)
        row.addWidget(self.paper)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(fields)
        column.addWidget(chips)
