"""The form of one partner: whose reader it is, and how to reach it."""

from ca_desktop.domain.partners import Partner, PartnerKind, problems
from ca_desktop.i18n import _
from ca_desktop.ui.kit.fields import CheckField, ChoiceField, RunningTextField, TextField
from ca_desktop.ui.kit.record_form import RecordForm


class PartnerForm(RecordForm[Partner]):
    """Fields are named like the attributes of Partner."""

    def __init__(self) -> None:
        super().__init__()
        self.problems = problems
        self.section(_("Organisation"))
        self.add("name", TextField(_("Name"), required=True))
        self.add(
            "kind",
            ChoiceField(
                _("Kind"),
                [(kind, kind.text) for kind in PartnerKind],
                required=True,
                help=_("The kind decides what may stand in a report for this partner."),
            ),
        )
        self.add("is_active", CheckField(_("We work together now")))
        self.section(_("Contact"))
        self.add("contact_name", TextField(_("Contact person")))
        self.add("phone", TextField(_("Phone"), longest=40))
        self.add("email", TextField(_("E-mail")))
        self.section(_("Address"))
        self.add("address", TextField(_("Street and number")))
        self.add("postcode", TextField(_("Postcode"), placeholder="7311 AB", longest=7))
        self.add("place", TextField(_("Town")))
        self.section(_("Remarks"))
        self.add("remarks", RunningTextField(_("Remarks"), lines=3))
