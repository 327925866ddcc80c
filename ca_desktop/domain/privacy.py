"""The privacy lens: which data element a recipient may have on paper, element × recipient.

A report's data object is built through the lens, so what a recipient may not have is not in the
object and can't leak from the paper, its metadata or its name.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from ca_desktop.domain.errors import Problem, RuleBroken, UserError
from ca_desktop.i18n import N_, _


class RecipientKind(StrEnum):
    """Who reads the paper."""

    PARTICIPANT = "participant"
    MUNICIPALITY = "municipality"
    SCHOOL = "school"
    CARE = "care"
    EMPLOYER = "employer"
    FUNDER = "funder"
    SUBSIDY = "subsidy"

    @property
    def text(self) -> str:
        return _(_RECIPIENT_WORDS[self])


class DataElement(StrEnum):
    """One kind of data about a person, as small as the rules need it."""

    NAME = "name"
    CENTRE_NUMBER = "centre_number"
    PARTNER_NUMBER = "partner_number"
    BSN = "bsn"
    BIRTH_DATE = "birth_date"
    ADDRESS = "address"
    CONTACT = "contact"
    TARGET_GROUP = "target_group"
    DIAGNOSIS = "diagnosis"
    CRIMINAL_PAST = "criminal_past"
    LEGAL_BASIS = "legal_basis"
    TRAJECTORY = "trajectory"
    PLACEMENTS = "placements"
    ATTENDANCE = "attendance"
    ABSENCE_REPORTED = "absence_reported"
    ABSENCE_SICK = "absence_sick"
    ABSENCE_REASON = "absence_reason"
    WORKPLACE_AGREEMENTS = "workplace_agreements"
    WORK_SKILL_SCORES = "work_skill_scores"
    WORK_PROCESSES = "work_processes"
    PARTICIPATION_LADDER = "participation_ladder"
    SELF_SUFFICIENCY = "self_sufficiency"
    WAGE_VALUE = "wage_value"
    GOALS_AGREEMENTS = "goals_agreements"
    GUIDANCE_COUNTS = "guidance_counts"
    GUIDANCE_SUMMARY = "guidance_summary"
    ENTRIES_RAW = "entries_raw"
    ENTRIES_INTERNAL = "entries_internal"
    INCIDENTS = "incidents"
    NEXT_STEP_ADVICE = "next_step_advice"
    PHOTO = "photo"

    @property
    def text(self) -> str:
        return _(ELEMENT_WORDS[self])


class Rule(StrEnum):
    """What the table says about one element for one recipient."""

    ALWAYS = "always"
    ON_REQUEST = "on_request"
    WRITTEN_WISH = "written_wish"
    COUNT = "count"
    AGGREGATED = "aggregated"
    NEVER = "never"

    @property
    def may_be_ticked(self) -> bool:
        return self in (Rule.ON_REQUEST, Rule.WRITTEN_WISH)


_LETTERS = {
    "Y": Rule.ALWAYS,
    "O": Rule.ON_REQUEST,
    "W": Rule.WRITTEN_WISH,
    "C": Rule.COUNT,
    "A": Rule.AGGREGATED,
    "N": Rule.NEVER,
}

# Columns: participant · municipality · school · care · employer · funder · subsidy giver (RVO).
# C and A: only as a number over people, never on a paper about one person.
_TABLE = {
    DataElement.NAME: "YYYYWCY",
    DataElement.CENTRE_NUMBER: "YYYYYNY",
    DataElement.PARTNER_NUMBER: "YYYYNNN",
    DataElement.BSN: "NNNNNNN",  # only in messages, never on a report
    DataElement.BIRTH_DATE: "YOOONNN",
    DataElement.ADDRESS: "YOOONNN",
    DataElement.CONTACT: "YNNNNNN",
    DataElement.TARGET_GROUP: "YNNNNAN",
    DataElement.DIAGNOSIS: "NNNNNNN",  # not recorded
    DataElement.CRIMINAL_PAST: "NNNNNNN",  # not recorded
    DataElement.LEGAL_BASIS: "YYYYNNN",
    DataElement.TRAJECTORY: "YYYYNNN",
    DataElement.PLACEMENTS: "YYYYYAN",
    DataElement.ATTENDANCE: "YYYYNAY",
    DataElement.ABSENCE_REPORTED: "YYNNNNN",
    DataElement.ABSENCE_SICK: "YNNONNN",
    DataElement.ABSENCE_REASON: "YNNNNNN",
    DataElement.WORKPLACE_AGREEMENTS: "YOOYWNN",
    DataElement.WORK_SKILL_SCORES: "YYYYYAN",
    DataElement.WORK_PROCESSES: "YOYOYCY",
    DataElement.PARTICIPATION_LADDER: "YYNONAN",
    DataElement.SELF_SUFFICIENCY: "YONONNN",
    DataElement.WAGE_VALUE: "YONNONN",
    DataElement.GOALS_AGREEMENTS: "YYYYNNN",
    DataElement.GUIDANCE_COUNTS: "YYYYNAY",
    DataElement.GUIDANCE_SUMMARY: "YYYYNNN",
    DataElement.ENTRIES_RAW: "YNNONNN",
    DataElement.ENTRIES_INTERNAL: "ONNNNNN",
    DataElement.INCIDENTS: "YOOONNN",
    DataElement.NEXT_STEP_ADVICE: "YYOONAN",
    DataElement.PHOTO: "YNNNNNN",
}

_RECIPIENT_WORDS = {
    RecipientKind.PARTICIPANT: N_("Participant"),
    RecipientKind.MUNICIPALITY: N_("Municipality or other client"),
    RecipientKind.SCHOOL: N_("School"),
    RecipientKind.CARE: N_("Care organisation"),
    RecipientKind.EMPLOYER: N_("New employer"),
    RecipientKind.FUNDER: N_("Funder (social return)"),
    RecipientKind.SUBSIDY: N_("Subsidy giver (RVO)"),
}

ELEMENT_WORDS: Mapping[DataElement, str] = MappingProxyType(
    {
        DataElement.NAME: N_("Name"),
        DataElement.CENTRE_NUMBER: N_("Participant number of the centre"),
        DataElement.PARTNER_NUMBER: N_("Number at the partner"),
        DataElement.BSN: N_("Citizen service number (BSN)"),
        DataElement.BIRTH_DATE: N_("Date of birth"),
        DataElement.ADDRESS: N_("Address"),
        DataElement.CONTACT: N_("Phone and e-mail"),
        DataElement.TARGET_GROUP: N_("Target group"),
        DataElement.DIAGNOSIS: N_("Diagnosis or treatment"),
        DataElement.CRIMINAL_PAST: N_("Criminal past"),
        DataElement.LEGAL_BASIS: N_("Legal basis"),
        DataElement.TRAJECTORY: N_("What was agreed"),
        DataElement.PLACEMENTS: N_("Roles worked in"),
        DataElement.ATTENDANCE: N_("Attendance"),
        DataElement.ABSENCE_REPORTED: N_("Absence: reported or not"),
        DataElement.ABSENCE_SICK: N_("Absence: how often ill"),
        DataElement.ABSENCE_REASON: N_("Absence: the kind of absence"),
        DataElement.WORKPLACE_AGREEMENTS: N_("Workplace agreements"),
        DataElement.WORK_SKILL_SCORES: N_("Scores of work skills"),
        DataElement.WORK_PROCESSES: N_("Work processes and certificates"),
        DataElement.PARTICIPATION_LADDER: N_("Participation ladder"),
        DataElement.SELF_SUFFICIENCY: N_("Self-sufficiency matrix"),
        DataElement.WAGE_VALUE: N_("Wage value"),
        DataElement.GOALS_AGREEMENTS: N_("Goals and agreements"),
        DataElement.GUIDANCE_COUNTS: N_("Guidance: contacts and minutes"),
        DataElement.GUIDANCE_SUMMARY: N_("Guidance: summary of the supervisor"),
        DataElement.ENTRIES_RAW: N_("Notes of the guidance log"),
        DataElement.ENTRIES_INTERNAL: N_("Notes marked as internal"),
        DataElement.INCIDENTS: N_("Incidents"),
        DataElement.NEXT_STEP_ADVICE: N_("Advice on the next step"),
        DataElement.PHOTO: N_("Photo"),
    }
)


def rule(element: DataElement, recipient: RecipientKind) -> Rule:
    """What the table says; every pair has an answer."""
    return _LETTERS[_TABLE[element][list(RecipientKind).index(recipient)]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lens:
    """What one paper may show: the table for this recipient, and what was ticked and why."""

    recipient: RecipientKind
    included: Mapping[DataElement, str] = field(default_factory=dict)

    def shows(self, element: DataElement) -> bool:
        """Whether a paper about one person may hold this element."""
        found = rule(element, self.recipient)
        return found is Rule.ALWAYS or (found.may_be_ticked and element in self.included)

    def offer(self) -> tuple[DataElement, ...]:
        """The elements that may be ticked, each with a reason."""
        return tuple(e for e in DataElement if rule(e, self.recipient).may_be_ticked)


def lens(recipient: RecipientKind, included: Mapping[DataElement, str] | None = None) -> Lens:
    """The lens for this recipient. RuleBroken for a tick that is not allowed or has no reason."""
    reasons = {element: " ".join(reason.split()) for element, reason in (included or {}).items()}
    found = [
        problem
        for element, reason in reasons.items()
        if (problem := _tick_problem(element, recipient, reason)) is not None
    ]
    if found:
        raise RuleBroken(found)
    ticked = {e: r for e, r in reasons.items() if rule(e, recipient).may_be_ticked}
    return Lens(recipient=recipient, included=MappingProxyType(ticked))


def _tick_problem(element: DataElement, recipient: RecipientKind, reason: str) -> Problem | None:
    found = rule(element, recipient)
    words = {"element": element.text, "recipient": recipient.text.lower()}
    if found is Rule.ALWAYS:
        return None
    if not found.may_be_ticked:
        message = _("“{element}” may not be on a paper for: {recipient}. Leave it out.", **words)
        return Problem(element.value, message)
    if reason:
        return None
    if found is Rule.WRITTEN_WISH:
        message = _(
            "Give the reason: when did the participant ask in writing for “{element}”?", **words
        )
        return Problem(element.value, message)
    return Problem(element.value, _("Give a reason for including “{element}”.", **words))


def require_person(view: Lens) -> None:
    """Refuse a paper about a person that may not hold the name. UserError says what to do."""
    if view.shows(DataElement.NAME):
        return
    if DataElement.NAME in view.offer():
        raise UserError(
            _(
                "A new employer gets a report only when the participant asks for it. "
                "Include “Name” with the date of the written wish as reason "
                "(on the command line: --include name=REASON)."
            )
        )
    raise UserError(
        _(
            "A funder or another kind of partner gets no report about one person, only numbers "
            "about groups. Choose another recipient."
        )
    )
