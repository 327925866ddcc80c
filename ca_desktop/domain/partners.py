"""Partners: the municipality, school, care organisation, employer or funder that may receive a
paper.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID, uuid4

from ca_desktop.domain.errors import Problem
from ca_desktop.domain.folding import fold
from ca_desktop.domain.phones import phone_problem
from ca_desktop.domain.school_holidays import SchoolRegion
from ca_desktop.i18n import _

_EMAIL = re.compile(r"^[^@\s]+@[^@\s]+\.[^@\s]+$")
_BRIN = re.compile(r"^\d{2}[A-Z]{2}(\d{2})?$")
_POSTCODE = re.compile(r"^[1-9]\d{3}\s?[A-Za-z]{2}$")


class PartnerKind(StrEnum):
    """What kind of reader a partner is; the privacy lens looks only at this."""

    MUNICIPALITY = "municipality"
    SCHOOL = "school"
    CARE = "care"
    EMPLOYER = "employer"
    FUNDER = "funder"
    OTHER = "other"

    @property
    def text(self) -> str:
        return {
            PartnerKind.MUNICIPALITY: _("Municipality"),
            PartnerKind.SCHOOL: _("School"),
            PartnerKind.CARE: _("Care organisation"),
            PartnerKind.EMPLOYER: _("Employer"),
            PartnerKind.FUNDER: _("Funder"),
            PartnerKind.OTHER: _("Other"),
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """An organisation with which the centre works; `number` is what people type to find it.

    `region` says when a school has its holidays; `brin` is the number of a school at DUO.
    """

    id: UUID = field(default_factory=uuid4)
    number: int
    name: str
    kind: PartnerKind
    contact_name: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    postcode: str = ""
    place: str = ""
    remarks: str = ""
    region: SchoolRegion | None = None
    brin: str = ""
    is_active: bool = True

    @property
    def search_text(self) -> str:
        return fold(" ".join((str(self.number), self.name, self.contact_name, self.place)))


def email_problem(email: str, field_name: str = "email") -> Problem | None:
    """An e-mail address that can't be one, or None."""
    if email and not _EMAIL.match(email):
        return Problem(
            field_name, _("This e-mail address is not complete, for example naam@organisatie.nl.")
        )
    return None


def tidy_postcode(postcode: str) -> str:
    """'5038tc' as it is written: '5038 TC'; what is no postcode stays as it is."""
    close = "".join(postcode.split()).upper()
    return f"{close[:4]} {close[4:]}" if _POSTCODE.match(close) else postcode


def tidy_brin(brin: str) -> str:
    """'25lh 00' as DUO writes it: '25LH00'."""
    return "".join(brin.split()).upper()


def postcode_problem(postcode: str, field_name: str = "postcode") -> Problem | None:
    """A Dutch postcode is four digits and two letters."""
    if postcode and not _POSTCODE.match(postcode):
        return Problem(field_name, _("A postcode is four digits and two letters, such as 7311 AB."))
    return None


def problems(partner: Partner) -> Iterator[Problem]:
    """Everything a save of a partner refuses."""
    if not partner.name.strip():
        yield Problem("name", _("Fill in the name of the organisation."))
    if partner.brin and not _BRIN.match(partner.brin):
        yield Problem("brin", _("A BRIN is two digits and two letters, such as 25LH."))
    for problem in (
        phone_problem(partner.phone),
        email_problem(partner.email),
        postcode_problem(partner.postcode),
    ):
        if problem:
            yield problem
