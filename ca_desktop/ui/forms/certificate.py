"""The form of one certificate: its kind says how long it is valid and what may be kept."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from ca_desktop.domain.catalogue import CertificateKind, load_catalogue
from ca_desktop.domain.catalogue_lookup import known
from ca_desktop.domain.dates import add_months
from ca_desktop.domain.supervisors import Certificate, CertificateStatus
from ca_desktop.i18n import _, current_language
from ca_desktop.ui.kit.fields import ChoiceField, DateField, TextField
from ca_desktop.ui.kit.marks import Notice
from ca_desktop.ui.kit.record_form import RecordForm

STATUS_ICONS = {
    CertificateStatus.VALID: "circle-check",
    CertificateStatus.EXPIRING: "triangle-alert",
    CertificateStatus.EXPIRED: "circle-alert",
    CertificateStatus.MISSING: "circle-alert",
}
STATUS_INKS = {
    CertificateStatus.VALID: "good",
    CertificateStatus.EXPIRING: "warning",
    CertificateStatus.EXPIRED: "danger",
    CertificateStatus.MISSING: "danger",
}
SEEN_ONLY_HIDES = ("description", "issued_on", "evidence", "renewal_note")


class CertificateForm(RecordForm[Certificate]):
    """Proposes `valid_until` from the term of the kind until somebody types another date.

    Of a kind that is only looked at, such as a VOG, there is nothing to fill in but the day.
    """

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
        self._add_paper(today)
        self._add_renewal(today)
        self.kind.changed.connect(self._fit)
        for field in (self.kind, self.issued_on, self.seen_on):
            field.changed.connect(self._propose)
        self.setFocusProxy(self.kind)

    def _add_paper(self, today: Callable[[], date]) -> None:
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
        self.add(
            "evidence",
            TextField(
                _("Where the paper is kept"),
                help=_("For example: staff folder in the office. The paper itself stays there."),
            ),
        )

    def _add_renewal(self, today: Callable[[], date]) -> None:
        self.section(_("Renewal"))
        self.renewal_on = self.add(
            "renewal_on",
            DateField(
                _("Planned on"),
                today=today,
                help=_(
                    "The day of the course or the renewal. Leave empty when nothing is planned."
                ),
            ),
        )
        self.add(
            "renewal_note",
            TextField(_("Where and with whom"), placeholder=_("for example the ROC")),
        )

    def fill(self, values: Mapping[str, Any]) -> None:
        super().fill(values)
        self._proposed = None
        self._fit()

    def plan_renewal(self) -> None:
        """Put the keyboard where a renewal is planned."""
        self.renewal_on.take_focus()
        self.area.ensureWidgetVisible(self.renewal_on)

    def to_record(self, record: Certificate, values: Mapping[str, Any]) -> Certificate:
        """Of what is only looked at, nothing else is kept, whatever was typed before."""
        kind = known(load_catalogue().certificates, values.get("kind") or "")
        if kind is not None and kind.seen_only:
            values = {**values, "description": "", "issued_on": None}
            values = {**values, "evidence": "", "renewal_note": ""}
        return super().to_record(record, values)

    def _kind(self) -> CertificateKind | None:
        return known(load_catalogue().certificates, self.kind.value or "")

    def _fit(self) -> None:
        kind = self._kind()
        self.note.say(kind.note.in_(current_language()) if kind else "", "")
        for name in SEEN_ONLY_HIDES:
            self.fields[name].setVisible(kind is None or not kind.seen_only)

    def _propose(self) -> None:
        """Issued (or else seen) plus the usual years, while nobody typed a date himself."""
        if self.valid_until.value != self._proposed:
            return
        kind = self._kind()
        shown = not self.issued_on.isHidden()
        basis = (self.issued_on.value if shown else None) or self.seen_on.value
        years = kind.validity_years if kind else None
        self._proposed = add_months(basis, 12 * years) if years and basis else None
        self.valid_until.value = self._proposed
