"""The very first window: a new centre, an existing one, the demo, or a backup."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from ca_desktop.i18n import _
from ca_desktop.ui.kit.file_dialog import ask_file, ask_folder
from ca_desktop.ui.kit.icons import icon, icon_size
from ca_desktop.ui.kit.marks import Notice, label
from ca_desktop.ui.sign_in.card_window import Step

BACKUP_ENDING = "cacentrum-kopie"


class FirstRun(Step):
    """Four ways to begin. Paths come with the signals; the composer does the work."""

    new_asked = Signal()
    open_asked = Signal(Path)
    demo_asked = Signal()
    restore_asked = Signal(Path)

    def __init__(self, message: str = "") -> None:
        super().__init__()
        self.notice = Notice(message, "danger")
        self.new = self._choice("folder-plus", _("New centre"))
        self.open = self._choice("folder-open", _("Open an existing centre"))
        self.demo = self._choice("flask-conical", _("Look around in the demo centre"))
        self.restore = self._choice("archive-restore", _("Put back a backup"))
        self._lay_out()
        self.setFocusProxy(self.new)
        self.new.clicked.connect(lambda: self.new_asked.emit())
        self.demo.clicked.connect(lambda: self.demo_asked.emit())
        self.open.clicked.connect(self._choose_store)
        self.restore.clicked.connect(self._choose_backup)

    def show_message(self, text: str) -> None:
        """Say why opening did not work."""
        self.notice.say(text, "danger")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(_("Welcome"), "title"))
        column.addWidget(
            label(
                _("Everything stays on this computer, encrypted. Nothing needs the internet."),
                "help",
            )
        )
        column.addWidget(self.notice)
        for button, words in (
            (self.new, _("Takes about five minutes.")),
            (self.open, _("From a folder on this computer or a stick.")),
            (self.demo, _("With fictional people, to try everything out.")),
            (self.restore, _("From a file that ends in .{ending}.", ending=BACKUP_ENDING)),
        ):
            column.addSpacing(4)
            column.addWidget(button)
            column.addWidget(label(words, "help"))
            button.setAccessibleDescription(words)
        column.addStretch(1)

    def _choice(self, name: str, text: str) -> QPushButton:
        button = QPushButton(icon(name), f"  {text}")
        button.setIconSize(icon_size(24))
        button.setProperty("role", "choice")
        button.setAutoDefault(True)
        return button

    def _choose_store(self) -> None:
        ask_folder(self, _("Choose the folder of the centre"), self.open_asked.emit)

    def _choose_backup(self) -> None:
        kinds = _("Backups") + f" (*.{BACKUP_ENDING})"
        ask_file(self, _("Choose the backup"), kinds, self.restore_asked.emit)
