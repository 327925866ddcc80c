"""A date as people type it: 7-4-26, 070426, vandaag, +2w; shown in full when the field is left."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QLineEdit

from ca_desktop.domain.dates import DateKind, format_date, parse_date
from ca_desktop.domain.errors import RuleBroken
from ca_desktop.i18n import _
from ca_desktop.ui.kit.fields.base import Field
from ca_desktop.ui.kit.icons import icon


class DateField(Field[date | None]):
    """A date or nothing. `kind` says how a two-digit year is read (a birth date or a plan)."""

    def __init__(
        self,
        text: str,
        *,
        help: str = "",
        required: bool = False,
        kind: DateKind = DateKind.PLAN,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(text, help=help, required=required)
        self._kind = kind
        self._today = today
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(_("dd-mm-yyyy"))
        self.edit.setMaxLength(20)
        self.edit.addAction(icon("calendar", "muted"), QLineEdit.ActionPosition.TrailingPosition)
        self.edit.setToolTip(_("Type a date such as 7-4-26, 070426, “today” or +2w."))
        self._build(self.edit)
        self.edit.setMaximumWidth(self.edit.fontMetrics().horizontalAdvance("0") * 24)
        self.edit.textEdited.connect(self._touched)
        self.edit.editingFinished.connect(self._complete)

    def own_problem(self) -> str | None:
        try:
            day = self._parsed()
        except RuleBroken as problem:
            return problem.message
        return _("Fill this in.") if day is None and self.required else None

    def _parsed(self) -> date | None:
        return parse_date(self.edit.text(), today=self._today(), kind=self._kind)

    def _complete(self) -> None:
        """Write the date in full, or say what is wrong with it."""
        try:
            self.edit.setText(format_date(self._parsed()))
        except RuleBroken as problem:
            self.set_problem(problem.message)
        else:
            if self.edit.text():
                self.set_problem(None)

    def _read(self) -> date | None:
        try:
            return self._parsed()
        except RuleBroken:
            return None

    def _show(self, value: date | None) -> None:
        self.edit.setText(format_date(value))

    def set_read_only(self, on: bool) -> None:
        self.edit.setReadOnly(on)
