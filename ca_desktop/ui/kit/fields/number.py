"""A whole number or a number with a comma, typed, within bounds; empty is None."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ca_desktop.i18n import _
from ca_desktop.ui.kit.fields.base import Field
from ca_desktop.ui.kit.marks import label


class NumberField(Field[float | None]):
    """A number with `decimals` places (0 gives whole numbers, as int) and a unit behind it."""

    def __init__(
        self,
        text: str,
        *,
        help: str = "",
        required: bool = False,
        least: float = 0,
        most: float = 1_000_000,
        decimals: int = 0,
        unit: str = "",
    ) -> None:
        super().__init__(text, help=help, required=required)
        self._least, self._most, self._decimals = least, most, decimals
        self.edit = QLineEdit()
        self.edit.setMaxLength(12)
        self.edit.setMaximumWidth(self.edit.fontMetrics().horizontalAdvance("0") * 14)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.edit)
        if unit:
            row.addWidget(label(unit, "muted", wrap=False))
        row.addStretch(1)
        self._build(holder)
        self.edit.setAccessibleName(f"{text} ({unit})" if unit else text)
        holder.setFocusProxy(self.edit)
        self.edit.textEdited.connect(self._touched)
        self.edit.editingFinished.connect(self._complete)

    def own_problem(self) -> str | None:
        if not self.edit.text().strip():
            return _("Fill this in.") if self.required else None
        number = self._parsed()
        if number is None:
            return _("“{text}” is not a number.", text=self.edit.text().strip())
        if not self._least <= number <= self._most:
            return _(
                "Fill in a number from {least} to {most}.",
                least=self._written(self._least),
                most=self._written(self._most),
            )
        return None

    def _framed(self) -> QWidget:
        """The box to type in, not the row with the unit behind it."""
        return self.edit

    def set_problem(self, message: str | None) -> None:
        super().set_problem(message)
        self.edit.setAccessibleDescription(message or self._help)

    def _complete(self) -> None:
        problem = self.own_problem() if self.edit.text().strip() else None
        if problem:
            self.set_problem(problem)
        elif self._read() is not None:
            self.edit.setText(self._written(self._read()))

    def _parsed(self) -> float | None:
        typed = self.edit.text().strip().replace(",", ".")
        try:
            number = float(typed)
        except ValueError:
            return None
        if self._decimals == 0:
            return int(number) if number == int(number) else None
        return round(number, self._decimals)

    def _read(self) -> float | None:
        number = self._parsed()
        return number if number is not None and self._least <= number <= self._most else None

    def _show(self, value: float | None) -> None:
        self.edit.setText(self._written(value))

    def _written(self, number: float | None) -> str:
        if number is None:
            return ""
        if float(number).is_integer():
            return str(int(number))
        return f"{number:.{self._decimals}f}".replace(".", ",")

    def set_read_only(self, on: bool) -> None:
        self.edit.setReadOnly(on)
