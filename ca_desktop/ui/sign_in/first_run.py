"""The first window: the centres of this computer, a new one, another one, the demo, a backup."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from ca_desktop.i18n import _
from ca_desktop.paths import data_folder
from ca_desktop.settings import KnownStore
from ca_desktop.ui.kit.button_words import as_typed
from ca_desktop.ui.kit.file_dialog import ask_file, ask_folder
from ca_desktop.ui.kit.icons import icon, icon_size
from ca_desktop.ui.kit.marks import Notice, label, rule
from ca_desktop.ui.sign_in.card_window import Step

BACKUP_ENDING = "cacentrum-kopie"


def is_store(folder: Path) -> bool:
    """Whether a centre stands in this folder now."""
    try:
        return (folder / "vault.json").is_file()
    except OSError:
        return False


class FirstRun(Step):
    """The centres that are known here, and four ways to begin.

    Paths come with the signals; the composer does the work.
    """

    new_asked = Signal()
    open_asked = Signal(Path)
    demo_asked = Signal()
    restore_asked = Signal(Path)

    def __init__(
        self,
        message: str = "",
        known: Sequence[KnownStore] = (),
        *,
        may_go_back: bool = False,
    ) -> None:
        super().__init__()
        self.may_go_back = may_go_back
        self.notice = Notice(message, "danger")
        self.new = self._choice("folder-plus", _("New centre"))
        self.open = self._choice("folder-open", _("Open an existing centre"))
        self.demo = self._choice("flask-conical", _("Look around in the demo centre"))
        self.restore = self._choice("archive-restore", _("Put back a backup"))
        self.known = [self._known(store) for store in known]
        self.back = QPushButton(_("Go back"))
        self.back.setVisible(may_go_back)
        self._lay_out()
        self.setFocusProxy(self.known[0] if self.known else self.new)
        self.back.clicked.connect(lambda: self.back_asked.emit())
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
        for button in self.known:
            column.addWidget(button)
        if self.known:
            column.addSpacing(8)
            column.addWidget(rule())
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
        column.addSpacing(8)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def _known(self, store: KnownStore) -> QPushButton:
        """A centre by its name. One that is gone stays: it may be on a stick."""
        path = Path(store.path)
        words = [store.name]
        if store.is_demo:
            words.append(_("demo"))
        if not is_store(path):
            words.append(_("not found now"))
        button = self._choice("flask-conical" if store.is_demo else "store", "  ·  ".join(words))
        button.setToolTip(store.path)
        button.clicked.connect(lambda: self.open_asked.emit(path))
        return button

    def _choice(self, name: str, text: str) -> QPushButton:
        button = QPushButton(icon(name), f"  {as_typed(text)}")
        button.setIconSize(icon_size(24))
        button.setProperty("role", "choice")
        button.setAutoDefault(True)
        return button

    def _choose_store(self) -> None:
        ask_folder(self, _("Choose the folder of the centre"), self.open_asked.emit, data_folder())

    def _choose_backup(self) -> None:
        kinds = _("Backups") + f" (*.{BACKUP_ENDING})"
        ask_file(self, _("Choose the backup"), kinds, self.restore_asked.emit)
