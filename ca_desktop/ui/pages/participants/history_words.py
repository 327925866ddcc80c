"""Fields and values of the journal in words: labels instead of names of columns, names of people,
roles and partners instead of keys."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date

from ca_desktop.domain.aftercare import AftercareResult
from ca_desktop.domain.attendance import AttendanceCode
from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.catalogue_lookup import known
from ca_desktop.domain.contacts import ContactRole
from ca_desktop.domain.dates import format_date
from ca_desktop.domain.documents import DocumentKind
from ca_desktop.domain.entries import GuidanceForm, Visibility
from ca_desktop.domain.goals import GoalStatus
from ca_desktop.domain.half_days import DayPart, HalfDays
from ca_desktop.domain.languages import SKILLS, LanguageLevel
from ca_desktop.domain.participants import SHEET_LANGUAGES
from ca_desktop.domain.placements import Outcome
from ca_desktop.domain.stages import Stage
from ca_desktop.domain.target_groups import RegisterState
from ca_desktop.domain.trajectories import LegalForm, LegalRole, TrajectoryGoal
from ca_desktop.domain.workplace_agreements import agreement_text
from ca_desktop.i18n import N_, _, current_language
from ca_desktop.services.history import HistoryLine
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.participant_choices import language_name
from ca_desktop.ui.pages.participants.growth import skill_name

_LABELS = {
    "number": N_("Number"),
    "first_name": N_("First name or call name"),
    "prefix": N_("Prefix"),
    "last_name": N_("Last name"),
    "born_on": N_("Date of birth"),
    "phone": N_("Phone"),
    "email": N_("Email"),
    "address": N_("Street and number"),
    "postcode": N_("Postcode"),
    "place": N_("Town"),
    "language": N_("Language for cards and reports"),
    "contact_name": N_("Name of the contact person"),
    "contact_relation": N_("Relation"),
    "contact_phone": N_("Phone of the contact person"),
    "referrer": N_("Name of the referrer, or another organisation"),
    "referrer_partner_id": N_("Partner who referred"),
    "workplace_agreements": N_("Workplace agreements"),
    "starts_on": N_("Starts on"),
    "ended_on": N_("Ended on"),
    "ends_on": N_("Ends on"),
    "partner_id": N_("Partner"),
    "legal_role": N_("Our legal role"),
    "partner_number": N_("Number at the partner"),
    "purpose": N_("Purpose of the recording"),
    "goal": N_("Goal"),
    "goal_text": N_("Goal in own words"),
    "half_days_per_week": N_("Agreed half-days per week"),
    "role_id": N_("Role"),
    "supervisor_id": N_("Supervisor"),
    "half_days": N_("Half-days"),
    "review_on": N_("Review on"),
    "outcome": N_("Outcome"),
    "remarks": N_("Remarks"),
    "on": N_("Date"),
    "part": N_("Part of the day"),
    "code": N_("Attendance"),
    "minutes": N_("Minutes"),
    "form": N_("Form"),
    "text": N_("Text"),
    "agreement": N_("Agreed"),
    "follow_up_on": N_("Follow-up on"),
    "follow_up_done": N_("Follow-up done"),
    "visibility": N_("Who reads it"),
    "reason": N_("Why this goal"),
    "competence": N_("Belongs to competence"),
    "set_on": N_("Set on"),
    "due_on": N_("To be reached by"),
    "status": N_("Where it stands"),
    "closed_on": N_("Since"),
    "skill": N_("Work skill"),
    "value": N_("How it goes"),
    "own_value": N_("How the participant sees it"),
    "evidence": N_("What you saw"),
    "strike_reason": N_("Reason why the note does not count"),
    "recipient": N_("For whom"),
    "basis": N_("Legal basis"),
    "file_name": N_("File"),
    "since_on": N_("Waits since"),
    "next_step": N_("Next step"),
    "legal_form": N_("Legal form"),
    "evaluation_on": N_("Evaluation on"),
    "decision_number": N_("Number of the agreement"),
    "minutes_per_week": N_("Agreed minutes per week"),
    "register": N_("Doelgroepregister"),
    "register_checked_on": N_("Looked up on"),
    "kind": N_("Kind"),
    "title": N_("Title"),
    "expires_on": N_("Valid until"),
    "keep_reason": N_("Reason to keep it"),
    "agreement_codes": N_("What helps at work"),
    "tags": N_("Tags"),
    "stage": N_("Status"),
    "before": N_("Status before"),
    "after": N_("New status"),
    "role": N_("What this person is to the participant"),
    "name": N_("Name"),
    "organisation": N_("Organisation"),
    "in_emergency": N_("May be called in an emergency"),
    "listening": N_("Listening"),
    "reading": N_("Reading"),
    "conversation": N_("Conversation"),
    "speaking": N_("Speaking"),
    "writing": N_("Writing"),
    "measured_on": N_("Measured on"),
    "source": N_("How it is known"),
    "helps_with": N_("Helps with"),
    "provided_by": N_("Who gave it or looks after it"),
    "linked_on": N_("Linked on"),
    "months": N_("Months after leaving"),
    "done_on": N_("Contact was on"),
    "result": N_("What the contact told"),
    "machine": N_("Machine"),
    "given_on": N_("Authorised on"),
    "signed_by": N_("Signed by"),
    "valid_until": N_("Valid until"),
    "finding": N_("What did not fit"),
}
_LABELS_OF = {  # where a field is called otherwise than in another record
    ("stage_changes", "reason"): N_("Reason"),
    ("file_links", "reason"): N_("Reason"),
    ("overrules", "reason"): N_("Reason"),
    ("language_skills", "language"): N_("Language"),
    ("aids", "name"): N_("What it is"),
    ("aftercare", "due_on"): N_("Contact due on"),
}
_CODES: dict[str, Callable[[str], str]] = {
    "spoken": language_name,
    "language": lambda code: _(SHEET_LANGUAGES.get(code, code)),
    "legal_role": lambda code: LegalRole(code).text,
    "legal_form": lambda code: LegalForm(code).text,
    "register": lambda code: RegisterState(code).text,
    "kind": lambda code: DocumentKind(code).text,
    "goal": lambda code: TrajectoryGoal(code).text,
    "outcome": lambda code: Outcome(code).text,
    "part": lambda code: DayPart(code).text,
    "code": lambda code: AttendanceCode(code).text,
    "form": lambda code: GuidanceForm(code).text,
    "visibility": lambda code: Visibility(code).text,
    "status": lambda code: GoalStatus(code).text,
    "skill": skill_name,
    "half_days": lambda codes: HalfDays.of(*re.findall(r"[0-6][ma]", codes)).text,
    "workplace_agreements": lambda lines: "; ".join(re.findall(r'"([^"]+)"', lines)),
    "agreement_codes": lambda codes: "; ".join(
        agreement_text(code, current_language()) for code in re.findall(r'"([^"]+)"', codes)
    ),
    "machine": lambda code: machine_name(code),
    "tags": lambda words: ", ".join(json.loads(words)),
    "stage": lambda code: Stage(code).text,
    "before": lambda code: Stage(code).text,
    "after": lambda code: Stage(code).text,
    "role": lambda code: ContactRole(code).text,
    "result": lambda code: AftercareResult(code).text,
    **dict.fromkeys(SKILLS, lambda code: LanguageLevel(code).text),
    "in_emergency": lambda value: _("yes") if value in ("true", "1", "True") else _("no"),
    "follow_up_done": lambda value: _("yes") if value in ("true", "1") else _("no"),
}
SUBJECTS = {
    "participants": N_("Participant"),
    "fixed_supervisors": N_("Fixed supervisor"),
    "restricted_blocks": N_("Restricted part"),
    "trajectories": N_("Trajectory"),
    "placements": N_("Placement"),
    "attendance": N_("Attendance"),
    "entries": N_("Note"),
    "goals": N_("Goal"),
    "scores": N_("Score"),
    "contact_persons": N_("Contact person"),
    "language_skills": N_("Language"),
    "availabilities": N_("Availability"),
    "aids": N_("Aid"),
    "stage_changes": N_("Status"),
    "file_links": N_("Link with another file"),
    "waiting_list": N_("Waiting list"),
    "aftercare": N_("Contact after leaving"),
    "report_summaries": N_("Summary of a report"),
    "issued_papers": N_("Issued paper"),
    "documents": N_("Document"),
    "citizen_numbers": N_("Citizen service number (BSN)"),
    "machine_authorisations": N_("Machine authorisation"),
    "overrules": N_("Placed all the same"),
}
_SPOKEN = ("language_skills", "language")  # any language, not only those of the papers
_PEOPLE_AND_PLACES = ("supervisor_id", "role_id", "partner_id", "referrer_partner_id", "signed_by")


def machine_name(code: str) -> str:
    """What a machine of the catalogue is called; the code itself where it is not known."""
    found = known(load_catalogue().machines, code)
    return found.name.in_(current_language()) if found else code


def subject_name(line: HistoryLine) -> str:
    """What kind of record a line is about, in words."""
    return _(SUBJECTS.get(line.subject, ""))


class HistoryWords:
    """Knows the labels of fields and, after `learn()`, the names behind keys."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._names: dict[str, str] = {}

    def learn(self) -> None:
        """Read the names of supervisors, roles and partners again."""
        named = [
            *((one.id, one.name.full) for one in self._session.supervisors.all()),
            *((line.id, line.name) for line in self._session.roles.lines()),
            *((one.id, one.name) for one in self._session.partners.all()),
        ]
        self._names = {key.hex: name for key, name in named}

    def changes(self, line: HistoryLine) -> Iterator[tuple[str, str, str]]:
        """Label, before and after of every field that people know; keys and bytes are left out."""
        for name, before, after in line.changes:
            if name in _LABELS and (before or after):
                text = _LABELS_OF.get((line.subject, name), _LABELS[name])
                about = "spoken" if (line.subject, name) == _SPOKEN else name
                was, now = self._said(about, before), self._said(about, after)
                if was or now:
                    yield _(text), was, now

    def _said(self, name: str, value: str) -> str:
        if not value:
            return ""
        if name in _PEOPLE_AND_PLACES:
            return self._names.get(value.replace("-", ""), _("somebody who was removed"))
        if name.endswith(("_on", "_until")) or name == "on":
            with suppress(ValueError):
                return format_date(date.fromisoformat(value))
        if name in _CODES:
            with suppress(ValueError, KeyError):
                return _CODES[name](value)
        return value
