"""The form of one location as a training company: its leerbedrijf-ID and its adviser at SBB."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from ca_desktop.domain.accreditations import TrainingCompany
from ca_desktop.domain.training_companies import company_id_warning
from ca_desktop.i18n import _
from ca_desktop.ui.kit.fields import DateField, TextField
from ca_desktop.ui.kit.marks import Notice
from ca_desktop.ui.kit.record_form import RecordForm


class TrainingCompanyForm(RecordForm[TrainingCompany]):
    """Fields are named like the attributes; an odd leerbedrijf-ID is a hint, never a refusal."""

    def __init__(self, today: Callable[[], date] = date.today) -> None:
        super().__init__()
        self.add(
            "location",
            TextField(_("Location"), required=True, help=_("The street or the town.")),
        )
        self.company_id = self.add(
            "company_id",
            TextField(_("Leerbedrijf-ID"), longest=20, help=_("As it stands in MijnSBB.")),
        )
        self.hint = Notice()
        self.place(self.hint)
        self.add(
            "kvk_number",
            TextField(
                _("Chamber of Commerce number"),
                longest=8,
                help=_("Eight digits; SBB asks for it with an application."),
            ),
        )
        self.section(_("Adviser at SBB"))
        self.add("adviser_name", TextField(_("Name")))
        self.add("adviser_email", TextField(_("E-mail")))
        self.add("adviser_phone", TextField(_("Phone"), longest=40))
        self.section(_("MijnSBB"))
        self.add("last_checked_on", DateField(_("Last checked in MijnSBB on"), today=today))
        self.company_id.changed.connect(self._say_hint)
        self.setFocusProxy(self.fields["location"])

    def fill(self, values: Mapping[str, Any]) -> None:
        super().fill(values)
        self._say_hint()

    def _say_hint(self) -> None:
        self.hint.say(company_id_warning(self.company_id.value) or "")
