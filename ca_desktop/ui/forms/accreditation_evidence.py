"""The form of evidence for a condition of SBB, or of a contact with SBB or a school."""

from collections.abc import Callable
from datetime import date

from ca_desktop.domain.accreditation_evidence import AccreditationCondition, AccreditationEvidence
from ca_desktop.i18n import N_, _
from ca_desktop.ui.kit.fields import DateField, RunningTextField, TextField
from ca_desktop.ui.kit.record_form import RecordForm

EXAMPLES = {
    AccreditationCondition.WORKPLACE: N_(
        "For example: risk inventory (RI&E) of this year, safety instruction signed, PPE issued."
    ),
    AccreditationCondition.LEARNING_PLACE: N_(
        "For example: work processes gone through with the adviser."
    ),
    AccreditationCondition.TRAINER: N_("For example: agreement on hours with the trainer."),
    AccreditationCondition.COOPERATION: N_("What was talked about, and what was agreed."),
    AccreditationCondition.LISTING: N_("For example: consent to be listed, given in MijnSBB."),
}


class EvidenceForm(RecordForm[AccreditationEvidence]):
    """Fields are named like the attributes; with whom is asked of a contact alone."""

    def __init__(self, condition: AccreditationCondition, today: Callable[[], date]) -> None:
        super().__init__()
        self.add("on", DateField(_("On"), required=True, today=today))
        if condition is AccreditationCondition.COOPERATION:
            self.add(
                "with_whom",
                TextField(_("With whom"), help=_("The adviser of SBB, or somebody of a school.")),
            )
        self.add(
            "text",
            RunningTextField(
                _("What shows it"),
                required=True,
                lines=3,
                watched=False,
                help=_(EXAMPLES[condition]),
            ),
        )
        self.add(
            "valid_until",
            DateField(_("Valid until"), today=today, help=_("Leave empty if it does not expire.")),
        )
