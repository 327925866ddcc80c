"""Dit programma: which version it is, where the data lives, and under which licence."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout

from ca_desktop import __version__, paths
from ca_desktop.i18n import _
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.pages.settings.section import Section


class AboutSection(Section):
    """Facts under small headings; they can be copied."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.facts: list[QLabel] = []
        self._fact(_("Version"), f"CA Desktop {__version__}")
        self._fact(
            _("Language, colours and size"),
            _("You choose these in the menu View. They hold for this computer."),
        )
        self._fact(_("The data of this centre stands in"), str(session.opened.store))
        self._fact(_("Settings of this computer stand in"), str(paths.config_folder()))
        self._fact(
            _("Network"),
            _("The program never connects to anything. All data stays on this computer."),
        )
        self._fact(
            _("Licence"),
            _(
                "European Union Public Licence (EUPL) 1.2. You may use, study, change and share "
                "the program. The full text comes with the program, in the file LICENSE."
            ),
        )
        self.column.addStretch(1)

    def _fact(self, heading: str, text: str) -> None:
        pair = QVBoxLayout()
        pair.setSpacing(2)
        pair.addWidget(label(heading, "label"))
        words = label(text)
        words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        pair.addWidget(words)
        self.column.addLayout(pair)
        self.facts.append(words)
