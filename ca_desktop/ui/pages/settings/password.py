"""Mijn wachtwoord: the password of the account at work."""

from ca_desktop.domain.accounts import password_rule
from ca_desktop.i18n import _
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.fields import PasswordField
from ca_desktop.ui.kit.form import Form
from ca_desktop.ui.kit.theme import theme
from ca_desktop.ui.pages.settings.section import WIDEST


class PasswordSection(Form):
    """The old password, and the new one twice."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__(_("Change my password"))
        self._session, self._desk = session, desk
        self.body.setMaximumWidth(theme().px(WIDEST))
        self.add("old", PasswordField(_("Password now")))
        self.add(
            "password",
            PasswordField(
                _("New password"),
                help=password_rule(),
            ),
        )
        self.add("repeated", PasswordField(_("New password again")))
        self.save_asked.connect(self.change_password)

    def change_password(self) -> None:
        """Change it in the worker: looking at a password takes a while, on purpose."""
        if not self.check():
            return
        typed = self.values()
        accounts = self._session.accounts
        self.setEnabled(False)
        self._desk.jobs.run(
            lambda _progress: accounts.change_own_password(
                typed["old"], typed["password"], typed["repeated"]
            ),
            then=lambda _none: self._done(),
            failed=self._refused,
            owner=self,
            label=_("Changing the password"),
        )

    def _done(self) -> None:
        self.setEnabled(True)
        self.fill(dict.fromkeys(self.fields, ""))
        self.notice.say(_("Your password is changed. Use the new one from now on."), "good")

    def _refused(self, error: Exception) -> None:
        self.setEnabled(True)
        self.show_refusal(error)
