"""Accounts: who may sign in. Only a coordinator sees this section."""

from collections.abc import Callable, Hashable
from dataclasses import replace

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ca_desktop.domain.accounts import Account
from ca_desktop.i18n import N_, _
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.flow import FlowLayout
from ca_desktop.ui.kit.icons import icon
from ca_desktop.ui.kit.marks import Notice, label
from ca_desktop.ui.kit.question import Answer, ask
from ca_desktop.ui.kit.record_dialog import RecordDialog
from ca_desktop.ui.kit.table import RowAction, Table
from ca_desktop.ui.kit.table_model import Column, RowsModel
from ca_desktop.ui.pages.settings.account_forms import (
    AccountForm,
    NewAccountForm,
    ReopenForm,
    ResetForm,
)


class AccountsSection(QWidget):
    """The list, and what can be done with the chosen account."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session, self._desk = session, desk
        self.dialog: RecordDialog | None = None
        self.notice = Notice("", "good")
        self.model: RowsModel[Account] = RowsModel(
            (
                Column[Account](N_("Name"), text=lambda a: a.full_name, stretch=True),
                Column[Account](N_("Sign-in name"), text=lambda a: a.sign_in_name, width=140),
                Column[Account](N_("Kind of account"), text=lambda a: a.role.text, width=150),
                Column[Account](N_("State"), text=_state, width=190, minor=True),
            )
        )
        self.table = Table(self.model, _("Accounts"))
        self.new = QPushButton(icon("user-plus", "accent_ink"), " " + _("New account …"))
        self.new.setProperty("role", "primary")
        self.change = QPushButton(_("Change …"))
        self.reset = QPushButton(_("New first password …"))
        self.close_account = QPushButton(_("Close account …"))
        self.close_account.setProperty("role", "danger")
        self._lay_out()
        self._connect()
        desk.changes.on({"accounts"}, self, self.refresh)

    def refresh(self) -> None:
        """Read again."""
        self.model.set_rows(self._session.accounts.all())
        self._on_row()

    def open_child(self, child: Hashable) -> None:
        """Point at this account; closing it is asked with its button."""
        self.refresh()
        self.table.select_id(child)
        self.table.setFocus()

    def _connect(self) -> None:
        self.new.clicked.connect(lambda: self._make())
        self.change.clicked.connect(lambda: self._with_row(self._change))
        self.reset.clicked.connect(lambda: self._with_row(self._reset))
        self.close_account.clicked.connect(lambda: self._with_row(self._close_or_open))
        self.table.opened.connect(self._change)
        self.table.current_changed.connect(lambda _row: self._on_row())
        self.table.set_actions(
            [
                RowAction(text=N_("Change …"), do=lambda rows: self._change(rows[0])),
                RowAction(text=N_("New first password …"), do=lambda rows: self._reset(rows[0])),
            ]
        )

    def _on_row(self) -> None:
        account = self.table.current_row()
        self.change.setEnabled(account is not None)
        self.reset.setEnabled(account is not None and account.is_active)
        mine = account is not None and self._is_mine(account)
        self.reset.setText(_("Change my password …") if mine else _("New first password …"))
        self.close_account.setEnabled(account is not None and not mine)
        closed = account is not None and not account.is_active
        self.close_account.setText(_("Open account again …") if closed else _("Close account …"))

    def _with_row(self, do: Callable[[Account], object]) -> None:
        account = self.table.current_row()
        if account is not None:
            do(account)

    def _make(self) -> None:
        form = NewAccountForm(self._session)
        blank = self._session.accounts.new()
        self._open(_("New account"), form, blank, form.make_account, _("The account is made."))

    def _change(self, account: Account) -> None:
        form = AccountForm(self._session)
        self._open(_("Change account"), form, account, self._session.accounts.change, _("Saved."))

    def _is_mine(self, account: Account) -> bool:
        return account.id == self._session.actor.account_id

    def _reset(self, account: Account) -> None:
        if self._is_mine(account):
            self._desk.navigate("settings", "password")
            return
        form = ResetForm(self._session)
        title = _("New first password for {name}", name=account.full_name)
        self._open(title, form, account, form.reset, _("The new password is set."))

    def _reopen(self, account: Account) -> None:
        form = ReopenForm(self._session)
        title = _("Open the account of {name} again", name=account.full_name)
        self._open(title, form, account, form.reopen, _("The account is open again."))

    def _open(
        self,
        title: str,
        form: AccountForm | ResetForm | ReopenForm,
        account: Account,
        save: Callable[[Account], object],
        said: str,
    ) -> None:
        self.notice.say("")
        self.dialog = RecordDialog.edit(self.window(), title, form, account, save, self._desk.saves)
        self.dialog.accepted.connect(self.refresh)
        self.dialog.accepted.connect(lambda: self.notice.say(said, "good"))

    def _close_or_open(self, account: Account) -> None:
        if not account.is_active:
            self._reopen(account)
            return
        closed = replace(account, is_active=False)
        ask(
            self,
            _("Close this account?"),
            _(
                "{name} can't sign in any more. What they wrote stays. You can open it again.",
                name=account.full_name,
            ),
            Answer(
                text=_("Close account"),
                then=lambda: self._keep(closed, _("The account is closed.")),
                kind="danger",
            ),
            Answer(text=_("Keep"), kind="primary"),
        )

    def _keep(self, account: Account, said: str) -> None:
        def done(_account: Account) -> None:
            self.refresh()
            self.notice.say(said, "good")

        self._desk.saves.run(
            lambda: self._session.accounts.change(account),
            then=done,
            failed=lambda error: show_error(error, self),
            owner=self,
        )

    def _lay_out(self) -> None:
        holder = QWidget()
        row = FlowLayout(holder)
        for button in (self.new, self.change, self.reset, self.close_account):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(8)
        column.addWidget(label(_("Everybody signs in with an account of their own."), "help"))
        column.addWidget(self.table, 1)
        column.addWidget(self.notice)
        column.addWidget(holder)


def _state(account: Account) -> str:
    if not account.is_active:
        return _("closed")
    return _("has a first password") if account.must_change_password else _("open")
