"""The words of the catalogue around codes that the program knows: one frozen dataclass per list.

The names of the fields are the keys in `resources/catalogue/*.toml`.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ca_desktop.domain.catalogue_entries import Origin, Text
from ca_desktop.domain.school_holidays import SchoolRegion


class TermBasis(StrEnum):
    """Who says how long a certificate is valid."""

    LAW = "law"
    ISSUER = "issuer"
    CUSTOMARY = "customary"
    OWN = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateKind:
    """A certificate of supervisors; `seen_only` means: record that it was seen, keep no copy."""

    code: str
    name: Text
    note: Text
    seen_only: bool = False
    validity_years: int | None = None
    alert_days: int
    basis: TermBasis
    usual_for: tuple[str, ...]
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalRoleInfo:
    """A legal role of the centre, in the words that a report prints."""

    code: str
    name: Text
    basis: Text
    special_categories: str
    special_note: Text
    bsn: str
    bsn_note: Text
    purpose: Text
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerKindInfo:
    """A kind of partner; without `recipient` no report about a person goes to it."""

    code: str
    recipient: str = ""
    name: Text
    description: Text
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceCodeInfo:
    """A code of the attendance grid and the letter that fills a cell."""

    code: str
    letter: str
    counts_as_present: bool
    name: Text
    description: Text
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class AccreditationStateInfo:
    """A state of an SBB accreditation and the states that may follow."""

    code: str
    name: Text
    description: Text
    is_accredited: bool
    next: tuple[str, ...]
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowTerm:
    """A number behind the figures on in-, through- and outflow, such as the smallest group."""

    code: str
    number: int
    name: Text
    description: Text
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeInfo:
    """How a placement ends, and whether it counts as a result."""

    code: str
    is_positive: bool
    name: Text
    description: Text
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisorPaper:
    """A certificate or a kind of supervisor that guiding a group asks, in a task or in any.

    The group is a legal role, people under 18, a target group, or with none of these everybody.
    """

    code: str
    legal_role: str = ""
    minors: bool = False
    target_group: str = ""
    task: str = ""
    certificate: str = ""
    kind: str = ""
    required: bool
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class QualificationInfo:
    """An mbo qualification; `status` says whether somebody compared the code with SBB."""

    code: str
    dossier: str
    name: Text
    level: int
    roles: tuple[str, ...]
    routes: tuple[str, ...] = ("bol", "bbl")
    status: str
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkplaceAgreementInfo:
    """An agreement for the workplace to choose from; `conflicts_with` are demands of a role."""

    code: str
    name: Text
    conflicts_with: tuple[str, ...] = ()
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolHolidayInfo:
    """A school holiday of one region, both days included; without `checked_on` to be verified."""

    code: str
    region: SchoolRegion
    name: Text
    starts_on: date
    ends_on: date
    origin: Origin
