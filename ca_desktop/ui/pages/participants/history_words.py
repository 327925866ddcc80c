"""Fields and values of the journal in words: labels instead of names of columns, names of people,
roles and partners instead of keys."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date

from ca_desktop.domain.accreditation_checklist import checklist_items
from ca_desktop.domain.accreditation_evidence import AccreditationCondition
from ca_desktop.domain.accreditations import AccreditationState
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
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.domain.participants import SHEET_LANGUAGES
from ca_desktop.domain.placements import Outcome
from ca_desktop.domain.practice_agreements import AgreementParty, PracticePhase
from ca_desktop.domain.practised_work import WorkVerdict
from ca_desktop.domain.school_visits import VisitKind
from ca_desktop.domain.stages import Stage
from ca_desktop.domain.supervisors import SupervisorKind
from ca_desktop.domain.target_groups import RegisterState
from ca_desktop.domain.trajectories import LegalForm, LegalRole, TrajectoryGoal
from ca_desktop.domain.workplace_agreements import agreement_text
from ca_desktop.i18n import _, current_language
from ca_desktop.services.history import HistoryLine
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.participant_choices import language_name
from ca_desktop.ui.pages.participants.growth import skill_name
from ca_desktop.ui.pages.participants.history_labels import LABELS, LABELS_OF, SUBJECTS


def checklist_name(code: str) -> str:
    """What an item of the checklist for SBB is called; the code itself where it is not known."""
    found = known(checklist_items(), code)
    return found.name.in_(current_language()) if found else code


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
    "learning_path": lambda code: LearningPath(code).text,
    "phase": lambda code: PracticePhase(code).text,
    "verdict": lambda code: WorkVerdict(code).text,
    "process_codes": lambda codes: ", ".join(json.loads(codes)),
    "state": lambda code: AccreditationState(code).text,
    "equivalents": lambda codes: ", ".join(json.loads(codes)),
    "cards": lambda titles: "; ".join(json.loads(titles)),
    "learning_paths": lambda codes: ", ".join(
        LearningPath(code).text for code in json.loads(codes)
    ),
    "is_feasible": lambda value: _("yes") if value in ("true", "1", "True") else _("no"),
    "condition": lambda code: AccreditationCondition(code).text,
    "item": checklist_name,
    "yearly_hours": lambda hours: " + ".join(map(str, json.loads(hours))),
    "is_done": lambda value: _("yes") if value in ("true", "1", "True") else _("no"),
    "follow_up_done": lambda value: _("yes") if value in ("true", "1") else _("no"),
}
_CODES_OF: dict[tuple[str, str], Callable[[str], str]] = {  # the same, of one kind of record
    ("school_visits", "kind"): lambda code: VisitKind(code).text,
    ("supervisor_paper_rules", "kind"): lambda code: SupervisorKind(code).text,
    ("accreditations", "code"): str,
    ("qualifications", "code"): str,
    ("school_holidays", "code"): str,
    ("supervisor_paper_rules", "code"): str,
    ("work_processes", "code"): str,
    ("practised_work", "code"): str,
    ("practised_work", "result"): str,
    ("practice_agreements", "code"): str,
    ("practice_agreements", "signed_by"): lambda codes: ", ".join(
        AgreementParty(code).text for code in json.loads(codes)
    ),
}
_SPOKEN = ("language_skills", "language")  # any language, not only those of the papers
_PEOPLE_AND_PLACES = (
    "supervisor_id",
    "role_id",
    "partner_id",
    "referrer_partner_id",
    "signed_by",
    "school_id",
    "trainer_id",
    "training_company_id",
)


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
        """Read the names of supervisors, roles, partners and locations again."""
        named = [
            *((one.id, one.name.full) for one in self._session.supervisors.all()),
            *((line.id, line.name) for line in self._session.roles.lines()),
            *((one.id, one.name) for one in self._session.partners.all()),
            *((one.id, one.location) for one in self._session.accreditations.companies()),
        ]
        self._names = {key.hex: name for key, name in named}

    def changes(self, line: HistoryLine) -> Iterator[tuple[str, str, str]]:
        """Label, before and after of every field that people know; keys and bytes are left out."""
        for name, before, after in line.changes:
            if name in LABELS and (before or after):
                text = LABELS_OF.get((line.subject, name), LABELS[name])
                about = (line.subject, name)
                was, now = self._said(about, before), self._said(about, after)
                if was or now:
                    yield _(text), was, now

    def _said(self, about: tuple[str, str], value: str) -> str:
        if not value:
            return ""
        name = "spoken" if about == _SPOKEN else about[1]
        if about in _CODES_OF:
            with suppress(ValueError):
                return _CODES_OF[about](value)
        if name in _PEOPLE_AND_PLACES:
            return self._names.get(value.replace("-", ""), _("somebody who was removed"))
        if name.endswith(("_on", "_until")) or name in ("on", "monday", "since"):
            with suppress(ValueError):
                return format_date(date.fromisoformat(value))
        if name in _CODES:
            with suppress(ValueError, KeyError):
                return _CODES[name](value)
        return value
