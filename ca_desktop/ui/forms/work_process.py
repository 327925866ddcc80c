"""The forms of work processes: one by one, and many at once as pasted lines."""

from ca_desktop.domain.work_processes import WorkProcess, code_warning
from ca_desktop.i18n import _
from ca_desktop.services.session import Session
from ca_desktop.services.work_processes import PastedProcesses
from ca_desktop.ui.forms.choices import role_choices
from ca_desktop.ui.kit.fields import (
    CheckField,
    LinesField,
    MultiChoiceField,
    RunningTextField,
    TextField,
)
from ca_desktop.ui.kit.marks import Notice
from ca_desktop.ui.kit.record_form import RecordForm


class WorkProcessForm(RecordForm[WorkProcess]):
    """Fields are named like the attributes of WorkProcess; an odd number is a hint only."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.code = self.add(
            "code", TextField(_("Number"), required=True, longest=20, placeholder="B1-K1-W1")
        )
        self.hint = Notice()
        self.place(self.hint)
        self.add("name", TextField(_("Work process"), required=True))
        self.add(
            "task_name",
            TextField(_("Core task"), help=_("The name counts for all of this core task.")),
        )
        self.add("is_feasible", CheckField(_("Can be practised here")))
        self.add(
            "role_ids",
            MultiChoiceField(_("Roles that cover it"), lambda: role_choices(session), rows=5),
        )
        self.add("cards", LinesField(_("Work instruction cards that cover it"), lines=2))
        self.code.changed.connect(self._say_hint)

    def show_record(self, record: WorkProcess) -> None:
        super().show_record(record)
        self._say_hint()

    def _say_hint(self) -> None:
        self.hint.say(code_warning(self.code.value) or "")


class PasteForm(RecordForm[PastedProcesses]):
    """Lines out of a qualification file."""

    def __init__(self) -> None:
        super().__init__(_("Add work processes"))
        self.add(
            "text",
            RunningTextField(
                _("One per line"),
                lines=12,
                required=True,
                watched=False,
                placeholder="B1-K1 …\nB1-K1-W1 …",
                help=_(
                    "Copy them from the qualification file. A line with only B1-K1 names the core "
                    "task. What stands here already keeps its tick and its roles."
                ),
            ),
        )
