"""Help for where you are (F1), offline: a text from resources/help, and the keys of the program."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from ca_desktop.i18n import N_, _, current_language
from ca_desktop.resources import resource
from ca_desktop.ui.kit.dialog_room import resize_within_screen
from ca_desktop.ui.kit.theme import theme

_KEYS = (
    ("Ctrl+K", N_("Search everything")),
    ("Ctrl+F", N_("Search in this list")),
    ("Ctrl+N", N_("New note")),
    ("Ctrl+Shift+N", N_("Add to this list")),
    ("Ctrl+S", N_("Save")),
    ("Ctrl+Z", N_("Undo the last change")),
    ("Ctrl+1 … Ctrl+0", N_("Go to a page")),
    ("Ctrl+,", N_("Management")),
    ("Ctrl+PgUp, Ctrl+PgDn", N_("Previous or next section of a file")),
    ("Ctrl++, Ctrl+-", N_("Larger or smaller")),
    ("Ctrl+L", N_("Lock")),
)


def help_text(page_key: str) -> str:
    """Markdown for this page: its own text where there is one, then the keys."""
    lines = [_page_text(page_key), "", "## " + _("Keys"), ""]
    lines += [f"- **{keys}** {_(text)}" for keys, text in _KEYS]
    return "\n".join(lines)


def show_help(parent: QWidget, page_key: str) -> QDialog:
    """Open the help of this page."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(_("Help"))
    text = QTextBrowser()
    text.setAccessibleName(_("Help"))
    text.setMarkdown(help_text(page_key))
    close = QPushButton(_("Close"))
    close.clicked.connect(dialog.accept)
    column = QVBoxLayout(dialog)
    column.addWidget(text)
    column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
    resize_within_screen(dialog, theme().px(560), theme().px(520))
    dialog.open()
    return dialog


def _page_text(page_key: str) -> str:
    for key in (page_key, "general"):
        try:
            file = resource("help", current_language(), f"{key}.md")
            return file.read_text(encoding="utf-8")
        except OSError:
            continue
    return "# " + _("Help")
