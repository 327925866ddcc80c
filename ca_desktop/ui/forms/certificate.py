"""The form of one certificate: its kind says how long it is valid and what may be kept."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.catalogue_lookup import known
from ca_desktop.domain.dates import add_months
from ca_desktop.domain.supervisors import Certificate
from ca_desktop.i18n import _, current_language
from ca_desktop.ui.kit.fields import ChoiceField, DateField, TextField
from ca_desktop.ui.kit.marks import Notice
from ca_desktop.ui.kit.record_form import RecordForm


class CertificateForm(RecordForm[Certificate]):
    """Proposes `valid_until` from the term of the kind until somebody types another date."""

    def __init__(self, today: Callable[[], date] = date.today) -> None:
        super().__init__()
        kinds = load_catalogue().certificates
        language = current_language()
        self._proposed: date | None = None
        self.kind: ChoiceField[str] = self.add(
            "kind",
            ChoiceField(_("Kind"), [(k.code, k.name.in_(language)) for k in kinds], required=True),
        )
        self.note = Notice()
        self.place(self.note)
        self.add(
            "description",
            TextField(_("Description"), help=_("Only when the kind does not say enough.")),
        )
        self.issued_on = self.add("issued_on", DateField(_("Issued on"), today=today))
        self.seen_on = self.add(
            "seen_on",
            DateField(_("Seen on"), today=today, help=_("The day on which you saw the paper.")),
        )
        self.valid_until = self.add(
            "valid_until",
            DateField(
                _("Valid until"),
                today=today,
                help=_("Proposed from the kind. Leave empty when it does not expire."),
            ),
        )
        self.kind.changed.connect(self._say_note)
        for field in (self.kind, self.issued_on, self.seen_on):
            field.changed.connect(self._propose)
        self.setFocusProxy(self.kind)

    def fill(self, values: Mapping[str, Any]) -> None:
        super().fill(values)
        self._proposed = None
        self._say_note()

    def _say_note(self) -> None:
        kind = known(load_catalogue().certificates, self.kind.value or "")
        note = kind.note if kind else None
        self.note.say(note.in_(current_language()) if note else "", "")

    def _propose(self) -> None:
        """Issued (or else seen) plus the usual years, while nobody typed a date himself."""
        if self.valid_until.value != self._proposed:
            return
        kind = known(load_catalogue().certificates, self.kind.value or "")
        basis = self.issued_on.value or self.seen_on.value
        years = kind.validity_years if kind else None
        self._proposed = add_months(basis, 12 * years) if years and basis else None
        self.valid_until.value = self._proposed
