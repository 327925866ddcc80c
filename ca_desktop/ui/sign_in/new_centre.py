"""A new centre: its name, its folder, and the first account, who is the coordinator."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from ca_desktop.domain.accounts import password_problems, password_rule, usual_sign_in_name
from ca_desktop.i18n import _
from ca_desktop.ui.kit.fields import PasswordField, TextField
from ca_desktop.ui.kit.form import Form
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.sign_in.card_window import Step, submit_on_enter


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCentreAnswers:
    """What was filled in. The password is never shown in a repr."""

    name: str
    place: str
    folder: Path
    full_name: str
    sign_in_name: str
    password: str

    def __repr__(self) -> str:
        return "NewCentreAnswers(…)"


class NewCentre(Step):
    """Emits `submitted(answers)`; `form.show_refusal(error)` shows what the service refuses.

    `folder_for(name)` proposes a folder that does not exist yet.
    """

    submitted = Signal(object)
    may_go_back = True

    def __init__(self, folder_for: Callable[[str], Path]) -> None:
        super().__init__()
        self._folder_for = folder_for
        self._own_folder = False
        self.form = Form(_("Make this centre"))
        self._fill_form()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(label(_("New centre"), "title"))
        column.addWidget(self.form, 1)
        self.form.be_flush()
        self.form.add_button(_("Go back"), self.back_asked.emit)
        self.form.save_button.setAutoDefault(True)
        self.form.save_asked.connect(self._submit)
        self.name.edit.textEdited.connect(self._propose)
        self.folder.edit.textEdited.connect(self._keep_folder)
        self.full_name.edit.editingFinished.connect(self._propose_short)
        self.setFocusProxy(self.name)
        submit_on_enter(self.form)

    def _fill_form(self) -> None:
        form = self.form
        self.name = form.add(
            "name",
            TextField(_("Name of the centre"), required=True, placeholder=_("Craft centre …")),
        )
        self.place = form.add("place", TextField(_("Town")))
        form.side_by_side(self.name, self.place)
        self.folder = form.add(
            "folder",
            TextField(
                _("Folder on this computer"),
                required=True,
                help=_("The data is kept here, encrypted. The proposal is fine for most centres."),
                longest=1000,
            ),
        )
        self._fill_account(form)
        self.folder.value = str(self._folder_for(""))
        form.mark_clean()

    def _fill_account(self, form: Form) -> None:
        form.section(
            _("Your account"),
            _("The first account is the coordinator and can make accounts for others."),
        )
        self.full_name = form.add("full_name", TextField(_("Your full name"), required=True))
        self.sign_in_name = form.add(
            "sign_in_name",
            TextField(
                _("Short name to sign in with"),
                required=True,
                help=_("This name can be read on this computer without a password. Keep it short."),
            ),
        )
        form.side_by_side(self.full_name, self.sign_in_name)
        self.password = form.add(
            "password",
            PasswordField(
                _("Password"),
                help=password_rule(),
            ),
        )
        self.repeated = form.add("repeated", PasswordField(_("The same password again")))
        form.side_by_side(self.password, self.repeated)

    def _propose(self, text: str) -> None:
        if not self._own_folder:
            self.folder.value = str(self._folder_for(text.strip()))

    def _keep_folder(self) -> None:
        self._own_folder = True

    def _propose_short(self) -> None:
        if not self.sign_in_name.value:
            self.sign_in_name.value = usual_sign_in_name(self.full_name.value)

    def _submit(self) -> None:
        if not self.form.check():
            return
        found = {
            problem.field: problem.message
            for problem in password_problems(
                self.password.value, self.repeated.value, self.sign_in_name.value
            )
        }
        if found:
            self.form.show_problems(found)
            return
        self.submitted.emit(
            NewCentreAnswers(
                name=self.name.value,
                place=self.place.value,
                folder=Path(self.folder.value).expanduser(),
                full_name=self.full_name.value,
                sign_in_name=self.sign_in_name.value,
                password=self.password.value,
            )
        )
