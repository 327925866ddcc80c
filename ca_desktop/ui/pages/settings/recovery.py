"""Herstelblad: a new sheet, on paper, and two of its groups typed back."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout

from ca_desktop.domain.errors import UserError
from ca_desktop.i18n import _, current_language
from ca_desktop.services.recovery_sheets import confirm_recovery, save_sheet
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.dialog_room import resize_within_screen
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.kit.preview import Preview
from ca_desktop.ui.kit.printing import print_pdf
from ca_desktop.ui.kit.question import Answer, ask
from ca_desktop.ui.kit.theme import theme
from ca_desktop.ui.pages.settings.section import Section
from ca_desktop.ui.sign_in.recovery_sheet import RecoverySheetStep


class RecoverySection(Section):
    """The groups stand here until two of them were typed back from paper."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session, self._desk = session, desk
        self.step: RecoverySheetStep | None = None
        self.why = self.explain(
            _(
                "With the recovery sheet you get back in when nobody knows a password any more. "
                "Make a new one when the sheet is lost or somebody saw it who should not have."
            )
        )
        self.state = label("", "label")
        self.column.addWidget(self.state)
        self.make = self.button(_("Make a new recovery sheet …"))
        self.column.addWidget(self.notice)
        self.column.addStretch(1)
        self.make.clicked.connect(lambda: self._warn())
        self.setFocusProxy(self.make)
        self.refresh()

    def refresh(self) -> None:
        """Say how it stands with the sheet that is in use."""
        if self._session.centre.get().recovery_confirmed:
            self.state.setText(_("The recovery sheet was checked."))
        else:
            self.state.setText(_("The recovery sheet was not checked yet."))

    @property
    def is_open(self) -> bool:
        """Whether a new sheet stands here that was not typed back yet."""
        return self.step is not None

    def leave(self, then: Callable[[], object]) -> None:
        """Ask when the new sheet was not checked yet, then go on."""
        if self.step is None:
            then()
            return

        def go() -> None:
            self._end()
            then()

        ask(
            self,
            _("Leave without checking the sheet?"),
            _(
                "The old sheet does not work any more, and these groups are not shown again. "
                "Without the sheet on paper you have to make a new one."
            ),
            Answer(text=_("Leave"), then=go, kind="danger"),
            Answer(text=_("Go back"), kind="primary"),
            icon="triangle-alert",
        )

    def make_sheet(self) -> None:
        """Make it in the worker and show its groups."""
        self.make.setEnabled(False)
        accounts = self._session.accounts
        self._desk.jobs.run(
            lambda _progress: accounts.new_recovery_code(),
            then=self._show,
            failed=self._refuse,
            owner=self,
            label=_("Making the recovery sheet"),
        )

    def _warn(self) -> None:
        ask(
            self,
            _("Make a new recovery sheet?"),
            _("The old sheet stops working at that moment. Have a printer or a pen ready."),
            Answer(text=_("Make a new sheet"), then=self.make_sheet, kind="danger"),
            Answer(text=_("Keep the old sheet"), kind="primary"),
            icon="triangle-alert",
        )

    def _show(self, groups: tuple[str, ...]) -> None:
        self.make.setEnabled(True)
        for widget in (self.why, self.state, self.make):
            widget.hide()
        self.notice.say("")
        self.step = RecoverySheetStep(
            groups,
            store=self._session.opened.store,
            print_sheet=lambda: self._preview(groups),
            save_sheet=lambda path: self._save(path, groups),
            may_postpone=False,
        )
        self.column.insertWidget(0, self.step)
        self.step.confirmed.connect(self._confirm)
        self.step.setFocus()

    def _confirm(self) -> None:
        def done(_none: None) -> None:
            self._end()
            self.notice.say(_("The new recovery sheet is checked. Lock it away."), "good")

        self._desk.saves.run(
            lambda: confirm_recovery(self._session.opened),
            then=done,
            failed=lambda error: show_error(error, self),
            owner=self,
        )

    def _end(self) -> None:
        if self.step is not None:
            self.step.hide()
            self.column.removeWidget(self.step)
            self.step.deleteLater()
            self.step = None
        for widget in (self.why, self.state, self.make):
            widget.show()
        self.refresh()

    def _refuse(self, error: Exception) -> None:
        self.make.setEnabled(True)
        show_error(error, self)

    def _pdf(self, groups: tuple[str, ...]) -> bytes:
        return self._session.papers.recovery_sheet(groups, current_language())

    def _save(self, path: Path, groups: tuple[str, ...]) -> None:
        try:
            save_sheet(self._pdf(groups), path)
        except UserError as error:
            show_error(error, self)

    def _preview(self, groups: tuple[str, ...]) -> None:
        pdf = self._pdf(groups)
        dialog = QDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(_("The recovery sheet"))
        preview = Preview()
        preview.save_button.hide()
        preview.show_pdf(pdf)

        def send(printer: str) -> None:
            self._desk.jobs.run(
                lambda _progress: print_pdf(pdf, printer, _("The recovery sheet")),
                then=lambda _done: None,
                owner=dialog,
                label=_("Printing"),
            )

        preview.print_asked.connect(send)
        QVBoxLayout(dialog).addWidget(preview)
        resize_within_screen(dialog, theme().px(720), theme().px(600))
        dialog.open()
