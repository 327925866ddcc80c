"""The forms of what belongs to a person: contact persons, languages, availability, aids."""

from ca_desktop.domain.aids import Aid
from ca_desktop.domain.availability import Availability
from ca_desktop.domain.contacts import ContactPerson, ContactRole
from ca_desktop.domain.languages import LanguageSkills
from ca_desktop.i18n import _
from ca_desktop.ui.forms.participant_choices import language_choices, level_choices
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.fields import CheckField, ChoiceField, DateField, HalfDaysField, TextField
from ca_desktop.ui.kit.record_form import RecordForm


class ContactForm(RecordForm[ContactPerson]):
    """Whom to call, and for what."""

    def __init__(self) -> None:
        super().__init__()
        self.add("name", TextField(_("Name")))
        self.add(
            "role",
            ChoiceField(
                _("What this person is to the participant"),
                [(role, role.text) for role in ContactRole],
                required=True,
            ),
        )
        self.add("organisation", TextField(_("Organisation")))
        self.add("phone", TextField(_("Phone")))
        self.add("email", TextField(_("Email")))
        self.add(
            "in_emergency",
            CheckField(
                _("May be called in an emergency"),
                help=_("Only when the participant said so."),
            ),
        )


class LanguageForm(RecordForm[LanguageSkills]):
    """A level per skill, and who measured it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.add("language", ChoiceField(_("Language"), language_choices(), required=True))
        self.section(
            _("Level (ERK)"), _("From pre-A1 (the beginning) to C1. Leave empty what is not known.")
        )
        for skill, text in (
            ("listening", _("Listening")),
            ("reading", _("Reading")),
            ("conversation", _("Conversation")),
            ("speaking", _("Speaking")),
            ("writing", _("Writing")),
        ):
            self.add(skill, ChoiceField(text, level_choices(), none_text=_("– not known yet –")))
        self.add("measured_on", DateField(_("Measured on"), today=desk.today))
        self.add(
            "source",
            TextField(
                _("How it is known"), help=_("Such as: test at the language school, own estimate")
            ),
        )


class AvailabilityForm(RecordForm[Availability]):
    """On which half-days somebody can come, from when until when."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.add(
            "half_days",
            HalfDaysField(
                _("When somebody can come"),
                help=_("No reason needed for the other half-days."),
                days=7,
            ),
        )
        self.add("starts_on", DateField(_("From"), required=True, today=desk.today))
        self.add(
            "ends_on",
            DateField(_("Until"), help=_("Leave empty while it holds."), today=desk.today),
        )


class AidForm(RecordForm[Aid]):
    """What helps somebody work, and with what; never why."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.add(
            "name",
            TextField(
                _("What it is"),
                required=True,
                help=_("Such as: headset, step card, sit-stand stool, text to speech."),
            ),
        )
        self.add(
            "helps_with",
            TextField(_("Helps with"), help=_("With which work. Never why it is needed.")),
        )
        self.add("provided_by", TextField(_("Who gave it or looks after it")))
        self.add("starts_on", DateField(_("From"), required=True, today=desk.today))
        self.add("ends_on", DateField(_("Until"), today=desk.today))
