"""The few words of Qt's own dialogs that Qt's translation leaves in English."""

from PySide6.QtCore import QTranslator

from ca_desktop.i18n import N_, _

_LEFT_OUT = {
    "&Look in:": N_("&Look in:"),
    "Files of &type:": N_("Files of &type:"),
    "Folder": N_("Folder"),
    "Drive": N_("Drive"),
}
_WHERE = ("QFileDialog", "QAbstractFileIconProvider")


class QtWords(QTranslator):
    """Installed beside Qt's own translation; knows only what that one leaves out."""

    def translate(
        self,
        context: str,
        source_text: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        """Our words for one of Qt's. None leaves it to Qt's own; '' would be shown as no words."""
        known = context in _WHERE and source_text in _LEFT_OUT
        return _(_LEFT_OUT[source_text]) if known else None

    def isEmpty(self) -> bool:
        """Qt passes over a translation that says it has nothing."""
        return False
