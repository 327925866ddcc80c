"""The step of the recovery sheet, with its paper: printed or previewed, saved only after a
warning.
"""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ca_desktop.domain.errors import UserError
from ca_desktop.i18n import _, current_language
from ca_desktop.services.papers import PaperService
from ca_desktop.services.recovery_sheets import save_sheet
from ca_desktop.services.stores import OpenStore
from ca_desktop.ui.kit.dialog_room import resize_within_screen
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.preview import Preview
from ca_desktop.ui.kit.printing import print_pdf
from ca_desktop.ui.kit.theme import theme
from ca_desktop.ui.sign_in.recovery_sheet import RecoverySheetStep


def recovery_step(opened: OpenStore, groups: tuple[str, ...], parent: QWidget) -> RecoverySheetStep:
    """Show the groups of a new sheet and ask two of them back; postponed once at most."""

    def sheet() -> bytes:
        papers = PaperService(opened.database, opened.actor)
        return papers.recovery_sheet(groups, current_language())

    def save(path: Path) -> None:
        try:
            save_sheet(sheet(), path)
        except UserError as error:
            show_error(error, parent)

    return RecoverySheetStep(
        groups,
        store=opened.store,
        print_sheet=lambda: _show(sheet(), parent),
        save_sheet=save,
        may_postpone=not opened.centre().recovery_postponed,
    )


def _show(pdf: bytes, parent: QWidget) -> None:
    dialog = QDialog(parent)
    dialog.setWindowTitle(_("The recovery sheet"))
    preview = Preview()
    preview.save_button.hide()
    preview.show_pdf(pdf)

    def send(printer: str) -> None:
        try:
            print_pdf(pdf, printer, _("The recovery sheet"))
        except UserError as error:
            show_error(error, dialog)

    preview.print_asked.connect(send)
    QVBoxLayout(dialog).addWidget(preview)
    resize_within_screen(dialog, theme().px(720), theme().px(600))
    dialog.open()
