"""The demo centre is made: its sign-in name and password are shown once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from ca_desktop.i18n import _
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.sign_in.card_window import Step


class DemoReady(Step):
    """`go_on_asked` when it has been read."""

    go_on_asked = Signal()

    def __init__(self, sign_in_name: str, password: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(12)
        column.addWidget(label(_("The demo centre is ready"), "title"))
        column.addWidget(
            label(_("Write these down: the password is shown only now. The people are fictional."))
        )
        for words, value in ((_("Name"), sign_in_name), (_("Password"), password)):
            column.addWidget(label(words, "label"))
            shown = label(value, "code", wrap=False)
            shown.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            shown.setAccessibleName(f"{words}: {value}")
            column.addWidget(shown)
        go_on = QPushButton(_("Open the demo centre"))
        go_on.setProperty("role", "primary")
        go_on.setAutoDefault(True)
        go_on.clicked.connect(lambda: self.go_on_asked.emit())
        column.addWidget(go_on)
        column.addStretch(1)
        self.go_on = go_on
        self.setFocusProxy(go_on)
