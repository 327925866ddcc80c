"""The form of a participant: name, birth date, contact, language, referrer, period, agreements."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from ca_desktop.domain.dates import DateKind
from ca_desktop.domain.participants import SHEET_LANGUAGES, Participant, problems
from ca_desktop.domain.permissions import Action, may
from ca_desktop.i18n import _
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.choices import partner_choices
from ca_desktop.ui.forms.participant_choices import agreement_choices
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.drafts import DraftKeeper
from ca_desktop.ui.kit.fields import (
    ChoiceField,
    DateField,
    LinesField,
    MultiChoiceField,
    TagsField,
    TextField,
)
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.kit.record_form import RecordForm


class ParticipantForm(RecordForm[Participant]):
    """Everything the centre needs to know of somebody: no diagnosis, no offence, no origin.

    Whoever may not see the file has only the name and the period.
    """

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self.problems = problems
        self._session = session
        self._first_contact: list[QWidget] = []
        self._sees_file = may(session.actor.role, Action.SEE_FILE)
        self._add_name()
        if self._sees_file:
            self._add_birth_date(desk)
            self._add_contact()
            self._add_referrer()
        self._add_period(desk)
        if self._sees_file:
            self._add_agreements()
            self._add_tags()
        self.drafts = DraftKeeper(
            self,
            session.drafts,
            self._draft_key,
            desk.saves,
            more=self._draft_facts,
            is_new=lambda: self.shown is None or not self.shown.number,
        )

    def show_record(self, record: Participant) -> None:
        """Show this participant; the partners are read again first."""
        if self._sees_file:
            self.referrer_partner.reload()
        super().show_record(record)
        self._show_first_contact(record)
        self.drafts.bring_back()

    def _show_first_contact(self, record: Participant) -> None:
        """A contact person of before there was a list stays here until it is emptied."""
        known = record.contact_name or record.contact_relation or record.contact_phone
        for one in self._first_contact:
            one.setVisible(bool(known))

    def _draft_key(self) -> str:
        return f"participant:{self.shown.id}" if self.shown else ""

    def _draft_facts(self) -> Mapping[str, str]:
        return {"participant_id": str(self.shown.id)} if self.shown else {}

    def _add_name(self) -> None:
        self.section(_("Name"))
        self.first_name = self.add("first_name", TextField(_("First name or call name")))
        self.prefix = self.add("prefix", TextField(_("Prefix"), help=_("Such as: van der, de, el")))
        self.last_name = self.add("last_name", TextField(_("Last name")))
        for field in (self.first_name, self.last_name):
            field.say_mark(_("(one of the two names is required)"))

    def _add_birth_date(self, desk: Desk) -> None:
        self.born_on = self.add(
            "born_on",
            DateField(
                _("Date of birth"),
                help=_(
                    "Only asked because of the rules for people under 18. You may leave it empty."
                ),
                kind=DateKind.BIRTH,
                today=desk.today,
            ),
        )

    def _add_contact(self) -> None:
        self.section(_("Contact"))
        self.add("phone", TextField(_("Phone")))
        self.add("email", TextField(_("Email")))
        self.add("address", TextField(_("Street and number")))
        self.add("postcode", TextField(_("Postcode"), placeholder="1234 AB"))
        self.add("place", TextField(_("Town")))
        self.language = self.add(
            "language",
            ChoiceField(
                _("Language for cards and reports"),
                [(code, _(name)) for code, name in SHEET_LANGUAGES.items()],
                required=True,
                help=_("In which language somebody reads best. This says nothing about origin."),
            ),
        )
        heading = label(_("First contact person"), "heading")
        why = _("Other contact persons stand under “Person”. Empty these fields to use only those.")
        words = label(why, "help")
        self.place(heading)
        self.place(words)
        self._first_contact += [
            heading,
            words,
            self.add("contact_name", TextField(_("Name of the contact person"))),
            self.add(
                "contact_relation", TextField(_("Relation"), help=_("Such as: mother, mentor"))
            ),
            self.add("contact_phone", TextField(_("Phone of the contact person"))),
        ]

    def _add_referrer(self) -> None:
        self.section(_("Referred by"))
        self.referrer_partner = self.add(
            "referrer_partner_id",
            ChoiceField(
                _("Partner who referred"),
                lambda: partner_choices(self._session),
                none_text=_("– no partner –"),
            ),
        )
        self.add("referrer", TextField(_("Name of the referrer, or another organisation")))

    def _add_period(self, desk: Desk) -> None:
        self.section(_("At the centre"))
        self.starts_on = self.add(
            "starts_on", DateField(_("Starts on"), required=True, today=desk.today)
        )
        self.ended_on = self.add(
            "ended_on",
            DateField(
                _("Ended on"),
                help=_("Empty, or an agreed day to come. You close a file with “Change status”."),
                today=desk.today,
            ),
        )

    def _add_agreements(self) -> None:
        self.section(_("Workplace agreements"))
        self.add(
            "agreement_codes",
            MultiChoiceField(
                _("What helps at work"),
                agreement_choices(),
                help=_("Choose what was agreed. What helps, never why."),
            ),
        )
        self.agreements = self.add(
            "workplace_agreements",
            LinesField(
                _("Other workplace agreements"),
                help=_(
                    "One per line. No diagnosis, no offence, no medication; do write: "
                    "“a break after 45 minutes”."
                ),
                watched=True,
            ),
        )

    def _add_tags(self) -> None:
        self.add(
            "tags",
            TagsField(
                _("Tags"),
                self._session.participants.tags,
                help=_("Own words to find people by, with a comma between. Nothing about health."),
            ),
        )
