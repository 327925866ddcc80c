"""The form of one partner: whose reader it is, and how to reach it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ca_desktop.domain.partners import Partner, PartnerKind, problems, tidy_brin
from ca_desktop.domain.school_holidays import SchoolRegion
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
        self.kind: ChoiceField[PartnerKind] = self.add(
            "kind",
            ChoiceField(
                _("Kind"),
                [(kind, kind.text) for kind in PartnerKind],
                required=True,
                help=_("The kind decides what may stand in a report for this partner."),
            ),
        )
        self._add_school()
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
        self.kind.changed.connect(self._show_school)

    def fill(self, values: Mapping[str, Any]) -> None:
        """Show these values; what only a school has, only for a school."""
        super().fill(values)
        self._show_school()

    def to_record(self, record: Partner, values: Mapping[str, Any]) -> Partner:
        """What is no school has no region and no BRIN."""
        made = super().to_record(record, values)
        if made.kind is not PartnerKind.SCHOOL:
            return replace(made, region=None, brin="")
        return replace(made, brin=tidy_brin(made.brin))

    def _add_school(self) -> None:
        self.region: ChoiceField[SchoolRegion] = self.add(
            "region",
            ChoiceField(
                _("Holiday region"),
                [(region, region.text) for region in SchoolRegion],
                none_text=_("not chosen"),
                help=_(
                    "Then the program knows when this school has holidays: the hours and weeks of "
                    "its students count without them."
                ),
            ),
        )
        self.brin = self.add(
            "brin",
            TextField(
                _("BRIN"),
                placeholder="25LH",
                longest=8,
                help=_("The number of the school at DUO. It stands on the practice agreement."),
            ),
        )

    def _show_school(self) -> None:
        is_school = self.kind.value is PartnerKind.SCHOOL
        for field in (self.region, self.brin):
            field.setVisible(is_school)
