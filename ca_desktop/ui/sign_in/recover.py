"""Back in with the recovery sheet: the six groups, then a new password."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from ca_desktop.domain.accounts import password_problems, password_rule
from ca_desktop.domain.errors import UserError
from ca_desktop.i18n import _
from ca_desktop.ui.kit.fields import ChoiceField, PasswordField, TextField
from ca_desktop.ui.kit.form import Form
from ca_desktop.ui.kit.jobs import Jobs
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.sign_in.card_window import Step, submit_on_enter


class _PasswordStep(Step):
    """Asks a new password twice and runs work in the worker; `recovered(result)` after it."""

    recovered = Signal(object)
    may_go_back = True

    def __init__(self, title: str, help: str, jobs: Jobs, verb: str) -> None:
        super().__init__()
        self._jobs = jobs
        self.form = Form(verb)
        self.form.place(label(title, "title"))
        self.form.place(label(help, "help"))
        self.fill_form()
        self.password = self.form.add(
            "password", PasswordField(_("New password"), help=password_rule())
        )
        self.repeated = self.form.add("repeated", PasswordField(_("The same password again")))
        self.form.add_button(_("Go back"), self.back_asked.emit)
        self.form.save_button.setAutoDefault(True)
        self.form.save_asked.connect(self._submit)
        self.form.be_flush()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        self.setFocusProxy(next(iter(self.form.fields.values())))
        submit_on_enter(self.form)

    def fill_form(self) -> None:
        """Fields above the passwords."""

    def sign_in_name(self) -> str:
        """Whose password it becomes."""
        raise NotImplementedError

    def work(self) -> Any:
        """What runs in the worker with what was filled in; values are read before it starts."""
        raise NotImplementedError

    def _submit(self) -> None:
        if not self.form.check():
            return
        found = {
            problem.field: problem.message
            for problem in password_problems(
                self.password.value, self.repeated.value, self.sign_in_name()
            )
        }
        if found:
            self.form.show_problems(found)
            return
        work = self.work()
        self.busy(True)
        self._jobs.run(
            lambda _progress: work(),
            then=self._done,
            failed=self._refused,
            owner=self,
            label=_("Setting the new password"),
        )

    def _done(self, result: Any) -> None:
        self.busy(False)
        self.recovered.emit(result)

    def _refused(self, error: Exception) -> None:
        self.busy(False)
        self.form.show_refusal(error)


class Recover(_PasswordStep):
    """`recover(code, name, new_password)` opens with the sheet and sets the password."""

    def __init__(
        self, names: Sequence[str], recover: Callable[[str, str, str], Any], jobs: Jobs
    ) -> None:
        self._names, self._recover = names, recover
        super().__init__(
            _("Back in with the recovery sheet"),
            _("Type the six groups from the sheet; capitals and dashes do not matter."),
            jobs,
            _("Set the new password"),
        )

    def fill_form(self) -> None:
        self.code = self.form.add("code", TextField(_("The six groups"), required=True))
        self.name: ChoiceField[str] = ChoiceField(
            _("For which name"), [(n, n) for n in self._names], required=True
        )
        self.form.add("name", self.name)
        if len(self._names) == 1:
            self.name.value = self._names[0]

    def sign_in_name(self) -> str:
        return self.name.value or ""

    def work(self) -> Any:
        code, name, password = self.code.value, self.sign_in_name(), self.password.value
        return lambda: self._recover(code, name, password)

    def _refused(self, error: Exception) -> None:
        """What the groups are refused for stands beside them; a store that is broken on top."""
        if type(error) is UserError:
            self.busy(False)
            self.form.show_problems({"code": error.message})
        else:
            super()._refused(error)


class NewPassword(_PasswordStep):
    """After a reset by the coordinator: `change(new_password)` sets one's own password."""

    def __init__(self, name: str, change: Callable[[str], Any], jobs: Jobs) -> None:
        self._name, self._change = name, change
        super().__init__(
            _("Choose your own password"),
            _("The coordinator gave you a password for once. Choose one that only you know."),
            jobs,
            _("Set the new password"),
        )

    def sign_in_name(self) -> str:
        return self._name

    def work(self) -> Any:
        password = self.password.value
        return lambda: self._change(password)
