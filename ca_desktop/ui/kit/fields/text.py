"""Fields for text: one line, running text with drafts, a list of lines, a password."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy

from ca_desktop.i18n import _
from ca_desktop.ui.kit.fields.base import Field
from ca_desktop.ui.kit.icons import icon


class TextField(Field[str]):
    """One line of text; blanks at both ends are dropped."""

    def __init__(
        self,
        text: str,
        *,
        help: str = "",
        required: bool = False,
        placeholder: str = "",
        longest: int = 200,
    ) -> None:
        super().__init__(text, help=help, required=required)
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(placeholder)
        self.edit.setMaxLength(longest)
        self._build(self.edit)
        self.edit.textChanged.connect(self._touched)

    def _read(self) -> str:
        return self.edit.text().strip()

    def _show(self, value: str) -> None:
        self.edit.setText(value or "")
        self.edit.setCursorPosition(0)

    def set_read_only(self, on: bool) -> None:
        self.edit.setReadOnly(on)


class PasswordField(TextField):
    """A password with an eye to look at it. The value is not stripped."""

    def __init__(self, text: str, *, help: str = "", required: bool = True) -> None:
        super().__init__(text, help=help, required=required)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye = self.edit.addAction(icon("eye"), QLineEdit.ActionPosition.TrailingPosition)
        self._eye.setToolTip(_("Show the password"))
        self._eye.triggered.connect(self._look)

    def take_focus(self) -> None:
        """With all of it chosen: nobody can mend a password that he does not see."""
        super().take_focus()
        self.edit.selectAll()

    def _look(self) -> None:
        hidden = self.edit.echoMode() is QLineEdit.EchoMode.Password
        mode = QLineEdit.EchoMode
        self.edit.setEchoMode(mode.Normal if hidden else mode.Password)
        self._eye.setIcon(icon("eye-off" if hidden else "eye"))
        self._eye.setToolTip(_("Hide the password") if hidden else _("Show the password"))

    def _read(self) -> str:
        return self.edit.text()


class LinesEdit(QPlainTextEdit):
    """As tall as so many lines, in whatever size the letters are."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._height())

    def _height(self) -> int:
        return QFontMetrics(self.font()).lineSpacing() * self._lines + 16


class RunningTextField(Field[str]):
    """Several lines of running text. Its words are looked at before a save, unless it can't be
    about a person (`watched=False`).
    """

    def __init__(
        self,
        text: str,
        *,
        help: str = "",
        required: bool = False,
        lines: int = 6,
        placeholder: str = "",
        watched: bool = True,
    ) -> None:
        super().__init__(text, help=help, required=required)
        self.watched = watched
        self.edit = LinesEdit(lines)
        self.edit.setTabChangesFocus(True)
        self.edit.setPlaceholderText(placeholder)
        self._build(self.edit)
        self.edit.textChanged.connect(lambda: self._touched())

    def insert(self, text: str) -> None:
        """Put text (a sentence starter) at the cursor, as if typed."""
        self.edit.insertPlainText(text)
        self.edit.setFocus()

    def _read(self) -> str:
        return self.edit.toPlainText().strip()

    def _show(self, value: str) -> None:
        self.edit.setPlainText(value or "")

    def set_read_only(self, on: bool) -> None:
        self.edit.setReadOnly(on)


class LinesField(Field[tuple[str, ...]]):
    """A list of short texts, one per line; empty lines are dropped."""

    def __init__(
        self,
        text: str,
        *,
        help: str = "",
        required: bool = False,
        lines: int = 4,
        watched: bool = False,
    ) -> None:
        super().__init__(text, help=help or _("One per line."), required=required)
        self.watched = watched
        self.edit = LinesEdit(lines)
        self.edit.setTabChangesFocus(True)
        self._build(self.edit)
        self.edit.textChanged.connect(self._touched)

    def _read(self) -> tuple[str, ...]:
        return tuple(x.strip() for x in self.edit.toPlainText().splitlines() if x.strip())

    def _show(self, value: tuple[str, ...]) -> None:
        self.edit.setPlainText("\n".join(value or ()))

    def set_read_only(self, on: bool) -> None:
        self.edit.setReadOnly(on)
