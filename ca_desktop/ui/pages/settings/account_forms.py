"""The forms for accounts: a new one, a change, and a new first password."""

from ca_desktop.domain.accounts import Account, AccountRole, password_rule, usual_sign_in_name
from ca_desktop.i18n import _
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.fields import ChoiceField, PasswordField, TextField
from ca_desktop.ui.kit.record_form import RecordForm


class AccountForm(RecordForm[Account]):
    """Who signs in, as what, and which supervisor that is."""

    def __init__(self, session: Session, save_text: str = "") -> None:
        super().__init__(save_text)
        self.full_name = self.add("full_name", TextField(_("Full name"), required=True))
        self.sign_in_name = self.add(
            "sign_in_name",
            TextField(
                _("Sign-in name"), required=True, longest=20, help=_("Short, such as “petra”.")
            ),
        )
        self.add(
            "role",
            ChoiceField(_("Kind of account"), [(r, r.text) for r in AccountRole], required=True),
        )
        self.add(
            "supervisor_id",
            ChoiceField(
                _("Is this supervisor"),
                [(s.id, s.name.sorted_form) for s in session.supervisors.all(active_only=True)],
                none_text=_("nobody"),
                help=_("A supervisor's account sees only the participants of this supervisor."),
            ),
        )


class NewAccountForm(AccountForm):
    """With the first password, which the owner changes at the first sign-in."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, _("Make account"))
        _add_passwords(self)
        self._session = session
        self._taken = [one.sign_in_name for one in session.accounts.all()]
        self._proposed = ""
        self.full_name.changed.connect(self._propose_name)

    def _propose_name(self) -> None:
        """A sign-in name that is free, while nobody typed another."""
        if self.sign_in_name.value == self._proposed:
            self._proposed = usual_sign_in_name(self.full_name.value, self._taken)
            self.sign_in_name.value = self._proposed

    def make_account(self, account: Account) -> Account:
        """Make the account. RuleBroken names the fields."""
        typed = self.values()
        return self._session.accounts.create(account, typed["password"], typed["repeated"])


class ResetForm(RecordForm[Account]):
    """A new first password for somebody who forgot theirs."""

    def __init__(self, session: Session) -> None:
        super().__init__(_("Set this password"))
        _add_passwords(self)
        self._session = session

    def reset(self, account: Account) -> None:
        """Give the account this password. RuleBroken names the fields."""
        typed = self.values()
        self._session.accounts.reset(account.id, typed["password"], typed["repeated"])


class ReopenForm(RecordForm[Account]):
    """A first password for somebody whose account was closed: the old one went with it."""

    def __init__(self, session: Session) -> None:
        super().__init__(_("Open account again"))
        _add_passwords(self)
        self._session = session

    def reopen(self, account: Account) -> None:
        """Open the account with this password. RuleBroken names the fields."""
        typed = self.values()
        self._session.accounts.reopen(account.id, typed["password"], typed["repeated"])


def _add_passwords(form: RecordForm[Account]) -> None:
    form.add(
        "password",
        PasswordField(
            _("First password"),
            help=" ".join(
                (
                    password_rule(),
                    _("Tell it in person. At the first sign-in a password of one's own is asked."),
                )
            ),
        ),
    )
    form.add("repeated", PasswordField(_("The same password again")))
