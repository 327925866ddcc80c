"""The small form that strikes a note: only why it does not count."""

from ca_desktop.domain.entries import Striking
from ca_desktop.i18n import _
from ca_desktop.ui.kit.fields import RunningTextField
from ca_desktop.ui.kit.record_form import RecordForm


class StrikingForm(RecordForm[Striking]):
    """Asks the reason, which stays in the history."""

    def __init__(self) -> None:
        super().__init__(_("Strike note"))
        self.add(
            "reason",
            RunningTextField(
                _("Why does this note not count?"),
                required=True,
                lines=3,
                help=_(
                    "Such as: it is about somebody else. The note goes out of the log and the "
                    "reports. Its text and this reason stay in the history."
                ),
            ),
        )
