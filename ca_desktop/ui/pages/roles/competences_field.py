"""A field for the competences of a role: letter, level where it is a minimum, and what one sees."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.catalogue_entries import ScaleStep
from ca_desktop.domain.roles import RoleCompetence
from ca_desktop.i18n import _, current_language
from ca_desktop.ui.kit.fields import Field
from ca_desktop.ui.kit.fields.choice import CalmComboBox
from ca_desktop.ui.kit.icons import icon


def _step(step: ScaleStep, language: str) -> str:
    return f"{step.value}  {step.label.in_(language)}"


class _Line(QWidget):
    """One competence: what it is, its level where it is a minimum, and what one sees."""

    def __init__(self, field: "CompetencesField", competence: RoleCompetence) -> None:
        super().__init__()
        language, catalogue = current_language(), load_catalogue()
        self._letters = [c.letter for c in catalogue.competences]
        self.letter = CalmComboBox()
        self.letter.addItems([f"{c.letter}  {c.name.in_(language)}" for c in catalogue.competences])
        if competence.competence not in self._letters:
            self._letters.append(competence.competence)
            self.letter.addItem(competence.competence)
        self.letter.setCurrentIndex(self._letters.index(competence.competence))
        self.letter.setAccessibleName(_("Competence"))
        self.level = CalmComboBox()
        self.level.addItems(
            [_("no level"), *(_step(s, language) for s in catalogue.default_scale.steps)]
        )
        self.level.setCurrentIndex(min(competence.level, self.level.count() - 1))
        self.level.setAccessibleName(_("Level"))
        self.level.setVisible(field.with_levels)
        self.words = QLineEdit(competence.text)
        self.words.setCursorPosition(0)
        self.words.setAccessibleName(_("What you can see"))
        self.away = QToolButton()
        self.away.setIcon(icon("x"))
        self.away.setAccessibleName(_("Remove competence {letter}", letter=competence.competence))
        self.away.setToolTip(_("Remove"))
        self._lay_out()
        self.letter.currentIndexChanged.connect(field.touch)
        self.level.currentIndexChanged.connect(field.touch)
        self.words.textEdited.connect(field.touch)
        self.away.clicked.connect(lambda: field.drop(self))

    def competence(self) -> RoleCompetence:
        """What stands here."""
        letter = self._letters[self.letter.currentIndex()]
        level = self.level.currentIndex() if self.level.isVisibleTo(self) else 0
        return RoleCompetence(letter, level, self.words.text().strip())

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.letter, 1)
        top.addWidget(self.away)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self.level)
        column.addWidget(self.words)


class CompetencesField(Field[tuple[RoleCompetence, ...]]):
    """Competences in the order of the paper; `with_levels` for those that are a minimum."""

    def __init__(self, text: str, *, with_levels: bool, help: str = "") -> None:
        super().__init__(text, help=help)
        self.with_levels = with_levels
        self.lines: list[_Line] = []
        holder = QWidget()
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        words = _("Add competence")
        self.more = QPushButton(icon("plus"), f" {words}")
        self.more.setAutoDefault(False)
        self._column.addWidget(self.more)
        self._build(holder)
        self.more.clicked.connect(self._add)

    def touch(self) -> None:
        """A line was changed by a person."""
        self._touched()

    def drop(self, line: _Line) -> None:
        """Take a line away."""
        self.lines.remove(line)
        line.hide()
        line.deleteLater()
        self.more.setFocus()
        self._touched()

    def _add(self) -> None:
        used = {line.competence().competence for line in self.lines}
        letters = [c.letter for c in load_catalogue().competences]
        free = next((letter for letter in letters if letter not in used), letters[0])
        self._put(RoleCompetence(free, 1 if self.with_levels else 0, ""))
        self.lines[-1].letter.setFocus()
        self._touched()

    def _put(self, competence: RoleCompetence) -> None:
        line = _Line(self, competence)
        self.lines.append(line)
        self._column.insertWidget(self._column.count() - 1, line)

    def _read(self) -> tuple[RoleCompetence, ...]:
        return tuple(line.competence() for line in self.lines)

    def _show(self, value: tuple[RoleCompetence, ...]) -> None:
        for line in self.lines:
            line.hide()
            line.deleteLater()
        self.lines = []
        for competence in value:
            self._put(competence)
