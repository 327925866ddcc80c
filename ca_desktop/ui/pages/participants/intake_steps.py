"""The steps of an intake and their fields: who, contact and language, availability, why here."""

from typing import Any

from ca_desktop.domain.contacts import ContactRole
from ca_desktop.domain.dates import DateKind
from ca_desktop.domain.participants import SHEET_LANGUAGES
from ca_desktop.domain.stages import Stage
from ca_desktop.i18n import _
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.choices import partner_choices
from ca_desktop.ui.forms.participant_choices import agreement_choices, level_choices
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.fields import (
    CheckField,
    ChoiceField,
    DateField,
    HalfDaysField,
    LinesField,
    MultiChoiceField,
    RadioField,
    TagsField,
    TextField,
)
from ca_desktop.ui.kit.step_form import StepForm


def add_steps(form: StepForm[Any], session: Session, desk: Desk) -> None:
    """Everything that is asked, in the order of the conversation."""
    _who(form, desk)
    _contact(form)
    _agreed(form, session)
    _why(form, session, desk)


def _who(form: StepForm[Any], desk: Desk) -> None:
    form.step(_("Who"), _("A first name or a last name is enough to begin with."))
    form.add("first_name", TextField(_("First name or call name")))
    form.add("prefix", TextField(_("Prefix"), help=_("Such as: van der, de, el")))
    form.add("last_name", TextField(_("Last name")))
    born_on = DateField(
        _("Date of birth"),
        help=_("Only asked because of the rules for people under 18. You may leave it empty."),
        kind=DateKind.BIRTH,
        today=desk.today,
    )
    form.add("born_on", born_on)


def _contact(form: StepForm[Any]) -> None:
    form.step(_("Contact and language"))
    form.add("phone", TextField(_("Phone")))
    form.add("email", TextField(_("Email")))
    form.add("address", TextField(_("Street and number")))
    form.add("postcode", TextField(_("Postcode"), placeholder="1234 AB"))
    form.add("place", TextField(_("Town")))
    reads = ChoiceField(
        _("Language for cards and reports"),
        [(code, _(name)) for code, name in SHEET_LANGUAGES.items()],
        required=True,
        help=_("In which language somebody reads best. This says nothing about origin."),
    )
    form.add("language", reads)
    dutch = ChoiceField(
        _("Dutch, listening and talking"),
        level_choices(),
        none_text=_("– not known yet –"),
        help=_("An estimate will do. More levels go in the file later."),
    )
    form.add("dutch", dutch)
    form.section(_("Contact person"), _("Whom to call when something happens."))
    form.add("contact_name", TextField(_("Name of the contact person")))
    roles = [(role, role.text) for role in ContactRole]
    form.add("contact_role", ChoiceField(_("What this person is to the participant"), roles))
    form.add("contact_phone", TextField(_("Phone of the contact person")))
    form.add("contact_emergency", CheckField(_("May be called in an emergency")))


def _agreed(form: StepForm[Any], session: Session) -> None:
    form.step(_("Availability and agreements"))
    form.add(
        "half_days",
        HalfDaysField(_("When somebody can come"), help=_("From the start of the file.")),
    )
    form.add(
        "agreement_codes",
        MultiChoiceField(
            _("What helps at work"),
            agreement_choices(),
            help=_("Choose what was agreed. What helps, never why."),
        ),
    )
    form.add(
        "workplace_agreements",
        LinesField(
            _("Other workplace agreements"),
            help=_("One per line. No diagnosis, no offence, no medication."),
            lines=3,
        ),
    )
    form.add("tags", TagsField(_("Tags"), session.participants.tags))


def _why(form: StepForm[Any], session: Session, desk: Desk) -> None:
    form.step(_("Why here"))
    stages = (
        (Stage.SIGNED_UP, _("Signed up"), _("We know each other, nothing was agreed yet.")),
        (Stage.WAITING, _("On the waiting list"), _("Somebody may come when there is a place.")),
        (Stage.ACTIVE, _("Active"), _("Somebody takes part from the start date.")),
    )
    form.add("stage", RadioField(_("Where the file stands"), stages, required=True))
    partner = ChoiceField(
        _("Partner who referred"),
        lambda: partner_choices(session),
        none_text=_("– no partner –"),
    )
    form.add("referrer_partner_id", partner)
    form.add("referrer", TextField(_("Name of the referrer, or another organisation")))
    form.add("starts_on", DateField(_("Starts on"), required=True, today=desk.today))
