"""A file that is to be kept: chosen in a dialog, read at once, shown by its name."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ca_desktop.domain.errors import RuleBroken
from ca_desktop.i18n import _
from ca_desktop.ui.kit.fields.base import Field
from ca_desktop.ui.kit.file_dialog import ask_file
from ca_desktop.ui.kit.icons import icon
from ca_desktop.ui.kit.marks import label


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenFile:
    """The name of a file without its folder, and its bytes."""

    name: str = ""
    content: bytes = field(default=b"", repr=False)


class FileField(Field[ChosenFile]):
    """`read(path)` gives the bytes, or refuses with RuleBroken: what it says stands beside it."""

    def __init__(
        self,
        text: str,
        read: Callable[[Path], bytes],
        *,
        kinds: str,
        help: str = "",
        required: bool = False,
    ) -> None:
        super().__init__(text, help=help, required=required)
        self._read_file, self._kinds = read, kinds
        self._chosen = ChosenFile()
        self.name = label("", "", wrap=True)
        self.choose = QPushButton(icon("folder-open"), " " + _("Choose a file …"))
        self.choose.setAutoDefault(False)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.choose)
        row.addWidget(self.name, 1)
        self._build(holder)
        holder.setFocusProxy(self.choose)
        self.choose.setAccessibleName(text)
        self.choose.clicked.connect(lambda: self._ask())
        self._draw()

    def take_file(self, path: Path) -> None:
        """Use this file, or say why not."""
        try:
            content = self._read_file(path)
        except RuleBroken as refused:
            self.set_problem(refused.message)
            return
        self._chosen = ChosenFile(name=path.name, content=content)
        self._draw()
        self._touched()

    def is_empty(self) -> bool:
        return not self._chosen.content

    def _ask(self) -> None:
        ask_file(self, self.text, self._kinds, self.take_file)

    def _draw(self) -> None:
        self.name.setText(self._chosen.name or _("No file was chosen yet."))

    def _read(self) -> ChosenFile:
        return self._chosen

    def _show(self, value: ChosenFile) -> None:
        self._chosen = value
        self._draw()
