"""What was filled in, read back before somebody is taken in."""

from typing import Any

from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from ca_desktop.domain.half_days import HalfDays
from ca_desktop.i18n import _
from ca_desktop.ui.kit.draft_values import as_text
from ca_desktop.ui.kit.fields import ChoiceField, Field, MultiChoiceField, RadioField
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.kit.theme import theme

Steps = list[tuple[str, list[Field[Any]]]]


class IntakeSummary(QWidget):
    """The filled-in fields under the titles of their steps."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self.text = ""

    def show_steps(self, steps: Steps) -> None:
        """Read everything again."""
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        lines = []
        for title, fields in steps:
            known = [(one.text, said) for one in fields if (said := words_of(one))]
            if fields:
                self._column.addWidget(_part(title, known))
                lines += [f"{name}: {said}" for name, said in known]
        self.text = "\n".join(lines)
        self.setAccessibleName(self.text)


def words_of(field: Field[Any]) -> str:
    """What stands in a field, as people read it; '' for nothing."""
    value = field.value
    if value is None or value in ("", (), False):
        return ""
    if isinstance(field, ChoiceField):
        return field.combo.currentText()
    if isinstance(field, RadioField):
        return next((button.text() for button in field.buttons if button.isChecked()), "")
    if isinstance(field, MultiChoiceField):
        rows = range(field.list.count())
        ticked = set(field.value)
        return "\n".join(
            field.list.item(row).text() for row in rows if field._values[row] in ticked
        )
    if isinstance(value, HalfDays):
        return value.text
    return _("yes") if value is True else as_text(field)


def _part(title: str, known: list[tuple[str, str]]) -> QWidget:
    holder = QWidget()
    form = QFormLayout(holder)
    form.setContentsMargins(0, 0, 0, 0)
    form.setHorizontalSpacing(16)
    form.setVerticalSpacing(4)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
    form.addRow(label(title, "label"))
    if not known:
        form.addRow(label(_("Nothing filled in."), "muted"))
    for name, said in known:
        left = label(name, "muted")
        left.setFixedWidth(theme().px(210))
        form.addRow(left, label(said))
    return holder
