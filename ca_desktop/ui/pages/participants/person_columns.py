"""The columns of the small lists about a person."""

from ca_desktop.domain.aids import Aid
from ca_desktop.domain.availability import Availability
from ca_desktop.domain.contacts import ContactPerson
from ca_desktop.domain.dates import format_date
from ca_desktop.domain.languages import LanguageSkills
from ca_desktop.i18n import N_, _
from ca_desktop.ui.forms.participant_choices import language_name
from ca_desktop.ui.kit.table_model import Column


def language_of(one: LanguageSkills) -> str:
    """The name of the language."""
    return language_name(one.language)


CONTACTS = (
    Column[ContactPerson](
        N_("Name"),
        text=lambda one: " · ".join(filter(None, (one.name, one.organisation))),
        stretch=True,
    ),
    Column[ContactPerson](N_("Who it is"), text=lambda one: one.role.text, room=420, width=200),
    Column[ContactPerson](N_("Phone"), text=lambda one: one.phone, width=130),
    Column[ContactPerson](
        N_("Emergency"), text=lambda one: _("yes") if one.in_emergency else "", width=86
    ),
)
LANGUAGES = (
    Column[LanguageSkills](N_("Language"), text=language_of, width=130),
    Column[LanguageSkills](
        N_("Level (ERK)"), text=lambda one: one.text or _("not known"), stretch=True
    ),
    Column[LanguageSkills](
        N_("Measured on"),
        text=lambda one: format_date(one.measured_on),
        sort_key=lambda one: one.measured_on,
        room=520,
        width=110,
    ),
)
AVAILABILITY = (
    Column[Availability](N_("Half-days"), text=lambda one: one.half_days.text, stretch=True),
    Column[Availability](
        N_("From"),
        text=lambda one: format_date(one.starts_on),
        sort_key=lambda one: one.starts_on,
        width=96,
    ),
    Column[Availability](
        N_("Until"),
        text=lambda one: format_date(one.ends_on),
        sort_key=lambda one: one.ends_on,
        width=96,
    ),
)
AIDS = (
    Column[Aid](N_("What it is"), text=lambda one: one.name, stretch=True),
    Column[Aid](N_("Helps with"), text=lambda one: one.helps_with, room=420, width=200),
    Column[Aid](
        N_("From"),
        text=lambda one: format_date(one.starts_on),
        sort_key=lambda one: one.starts_on,
        width=96,
    ),
    Column[Aid](
        N_("Until"),
        text=lambda one: format_date(one.ends_on),
        sort_key=lambda one: one.ends_on,
        room=520,
        width=96,
    ),
)
