"""Signing in, and the same card as the lock: a name, a password, and the way back in."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from ca_desktop.domain.errors import UserError
from ca_desktop.i18n import _
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.fields import ChoiceField, PasswordField
from ca_desktop.ui.kit.jobs import Jobs
from ca_desktop.ui.kit.marks import Notice, label
from ca_desktop.ui.sign_in.card_window import Step


class SignIn(Step):
    """`check(name, password)` runs in the worker (0.2 s on purpose), then `signed_in(result)`.

    A UserError from it (a wrong password) stands beside the password field. With `locked_name` it
    is the lock: only that name, and `leave_asked` to close the centre for somebody else.
    """

    signed_in = Signal(object)
    forgot_asked = Signal()
    leave_asked = Signal()

    def __init__(
        self,
        names: Sequence[str],
        check: Callable[[str, str], Any],
        jobs: Jobs,
        *,
        centre: str = "",
        is_demo: bool = False,
        last: str = "",
        locked_name: str = "",
        hint: str = "",
    ) -> None:
        super().__init__()
        self._check, self._jobs = check, jobs
        self._locked = locked_name
        shown = [locked_name] if locked_name else sorted(names, key=lambda n: (n != last, n))
        self.name: ChoiceField[str] = ChoiceField(_("Name"), [(n, n) for n in shown])
        self.name.value = shown[0] if shown else None
        self.name.set_read_only(bool(locked_name))
        self.password = PasswordField(_("Password"), required=False)
        self.go = QPushButton(_("Unlock") if locked_name else _("Sign in"))
        self.forgot = QPushButton(_("Password forgotten? Use the recovery sheet"))
        self.leave = QPushButton(_("Somebody else signs in") if locked_name else _("Other centre"))
        self._lay_out(centre, is_demo, hint)
        self.setFocusProxy(self.password.edit)
        self.password.edit.returnPressed.connect(self._submit)
        self.go.clicked.connect(self._submit)
        self.forgot.clicked.connect(lambda: self.forgot_asked.emit())
        self.leave.clicked.connect(lambda: self.leave_asked.emit())

    def show_wrong(self, message: str) -> None:
        """Say beside the password what is wrong; the password is selected to type over."""
        self.password.set_problem(message)
        self.password.edit.selectAll()
        self.password.take_focus()

    def _lay_out(self, centre: str, is_demo: bool, hint: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(12)
        if is_demo:
            band = label(_("DEMO – fictional people and data"))
            band.setObjectName("demo-band")
            column.addWidget(band)
        column.addWidget(label(centre or (_("Locked") if self._locked else _("Sign in")), "title"))
        if self._locked:
            column.addWidget(label(_("Locked. What you were typing is still there."), "help"))
        column.addWidget(Notice(hint))
        column.addWidget(self.name)
        column.addWidget(self.password)
        self.go.setProperty("role", "primary")
        column.addWidget(self.go)
        for button in (self.forgot, self.leave):
            button.setProperty("role", "link")
            button.setAutoDefault(False)
            column.addWidget(button)
        column.addStretch(1)

    def _submit(self) -> None:
        name, password = self.name.value, self.password.value
        if not name or not password:
            self.show_wrong(_("Type your password."))
            return
        self.password.set_problem(None)
        self.busy(True)
        self._jobs.run(
            lambda _progress: self._check(name, password),
            then=self._welcome,
            failed=self._refuse,
            owner=self,
            label=_("Opening the centre"),
        )

    def _welcome(self, result: Any) -> None:
        self.busy(False)
        self.password.value = ""
        self.signed_in.emit(result)

    def _refuse(self, error: Exception) -> None:
        self.busy(False)
        if isinstance(error, UserError):
            self.show_wrong(error.message)
        else:
            show_error(error, self)
