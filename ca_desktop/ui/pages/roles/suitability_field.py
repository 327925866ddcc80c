"""A field for how suitable a role usually is, per target group: a grade and a short condition."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.roles import Grade, Suitability
from ca_desktop.i18n import _, current_language
from ca_desktop.ui.kit.fields import Field
from ca_desktop.ui.kit.fields.choice import CalmComboBox
from ca_desktop.ui.kit.marks import label

GRADES = tuple(Grade)


class _Line:
    """The widgets of one group."""

    def __init__(self, code: str, name: str) -> None:
        self.code = code
        self.grade = CalmComboBox()
        self.grade.addItems([_("nothing said"), *(f"{g.symbol}  {g.text}" for g in GRADES)])
        self.grade.setAccessibleName(_("Suitability for {group}", group=name))
        self.note = QLineEdit()
        self.note.setAccessibleName(_("Condition for {group}", group=name))
        self.note.setPlaceholderText(_("Condition"))
        self.note.hide()
        self.grade.currentIndexChanged.connect(lambda index: self.note.setVisible(index > 0))

    def show(self, value: Suitability | None) -> None:
        """Fill both."""
        self.grade.setCurrentIndex(GRADES.index(value.grade) + 1 if value else 0)
        self.note.setText(value.note if value else "")
        self.note.setCursorPosition(0)

    def value(self) -> Suitability | None:
        """What stands here; None when no grade was chosen."""
        index = self.grade.currentIndex()
        if index <= 0:
            return None
        return Suitability(self.code, GRADES[index - 1], self.note.text().strip())


class SuitabilityField(Field[tuple[Suitability, ...]]):
    """Every target group of the catalogue; what a profile says of another group is kept."""

    def __init__(self, text: str, *, help: str = "") -> None:
        super().__init__(text, help=help)
        self._order: tuple[str, ...] = ()
        self._others: tuple[Suitability, ...] = ()
        self.lines: dict[str, _Line] = {}
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for group in load_catalogue().target_groups:
            name = group.name.in_(current_language())
            line = _Line(group.code, name)
            self.lines[group.code] = line
            for widget in (label(name), line.grade, line.note):
                column.addWidget(widget)
            column.addSpacing(6)
        self._build(holder)
        for line in self.lines.values():
            line.grade.currentIndexChanged.connect(self._touched)
            line.note.textEdited.connect(self._touched)

    def _read(self) -> tuple[Suitability, ...]:
        """In the order of the profile; groups that are new to it come last."""
        said = {code: one for code, line in self.lines.items() if (one := line.value())}
        said |= {one.group: one for one in self._others}
        known = [said.pop(code) for code in self._order if code in said]
        return (*known, *said.values())

    def _show(self, value: tuple[Suitability, ...]) -> None:
        by_group = {one.group: one for one in value}
        self._order = tuple(by_group)
        self._others = tuple(one for one in value if one.group not in self.lines)
        for code, line in self.lines.items():
            line.show(by_group.get(code))
