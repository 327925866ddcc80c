"""Contact persons of a participant: whom to call, and for what."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID, uuid4

from ca_desktop.domain.errors import Problem
from ca_desktop.domain.partners import email_problem
from ca_desktop.domain.phones import phone_problem
from ca_desktop.i18n import _


class ContactRole(StrEnum):
    """What a contact person is to the participant. No role that tells of health or an offence."""

    FAMILY = "family"
    REPRESENTATIVE = "representative"
    CASE_MANAGER = "case_manager"
    SCHOOL = "school"
    CARE = "care"
    JOB_COACH = "job_coach"
    LANGUAGE = "language"
    OTHER = "other"

    @property
    def text(self) -> str:
        return {
            ContactRole.FAMILY: _("Family or friend"),
            ContactRole.REPRESENTATIVE: _("Legal representative"),
            ContactRole.CASE_MANAGER: _("Case manager of municipality or UWV"),
            ContactRole.SCHOOL: _("School"),
            ContactRole.CARE: _("Support organisation"),
            ContactRole.JOB_COACH: _("Job coach"),
            ContactRole.LANGUAGE: _("Language school or volunteer"),
            ContactRole.OTHER: _("Somebody else"),
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPerson:
    """Somebody to call about a participant; `in_emergency` only when the participant said so."""

    id: UUID = field(default_factory=uuid4)
    participant_id: UUID
    role: ContactRole
    name: str
    organisation: str = ""
    phone: str = ""
    email: str = ""
    in_emergency: bool = False


def problems(contact: ContactPerson) -> Iterator[Problem]:
    """Everything a save of a contact person refuses."""
    if not contact.name.strip() and not contact.organisation.strip():
        yield Problem("name", _("Fill in a name or an organisation."))
    for problem in (phone_problem(contact.phone), email_problem(contact.email)):
        if problem:
            yield problem
    if contact.in_emergency and not contact.phone.strip():
        yield Problem("phone", _("Somebody to call in an emergency needs a phone number."))
