"""What a save of a location as a training company refuses, and what is only a hint."""

import re
from collections.abc import Iterator

from ca_desktop.domain.accreditations import TrainingCompany
from ca_desktop.domain.errors import Problem
from ca_desktop.domain.partners import email_problem
from ca_desktop.domain.phones import phone_problem
from ca_desktop.i18n import _

_COMPANY_ID = re.compile(r"^\d{9}$")
_KVK = re.compile(r"^\d{8}$")


def company_id_warning(company_id: str) -> str | None:
    """A hint, never a refusal: the official format was not found in writing."""
    if company_id and not _COMPANY_ID.match(company_id):
        return _("A leerbedrijf-ID usually has nine digits. Check it in MijnSBB.")
    return None


def training_company_problems(company: TrainingCompany) -> Iterator[Problem]:
    """Everything a save of a training company refuses."""
    if not company.location.strip():
        yield Problem("location", _("Name the location, for example the street or the town."))
    if len(company.company_id) > 20:
        yield Problem("company_id", _("A leerbedrijf-ID has at most 20 characters."))
    if company.kvk_number and not _KVK.match(company.kvk_number):
        yield Problem("kvk_number", _("A Chamber of Commerce number has eight digits."))
    for found in (
        phone_problem(company.adviser_phone, "adviser_phone"),
        email_problem(company.adviser_email, "adviser_email"),
    ):
        if found:
            yield found
