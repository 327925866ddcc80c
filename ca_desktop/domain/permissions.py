"""Who may do what: one table of role × action × scope. The window hides by it, the services refuse
by it.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from ca_desktop.domain.accounts import AccountRole


class Scope(StrEnum):
    """Over whom an action reaches. OWN: fixed supervisor, or a running placement; FIXED: the former
    only. For aftercare OWN means: those who left with whom this supervisor keeps contact.
    """

    ALL = "all"
    OWN = "own"
    FIXED = "fixed"
    NONE = "none"


class Action(StrEnum):
    """Everything that a service method can be.

    SEE_PARTICIPANTS gives who is here, since when and in which role; SEE_FILE also birth date,
    contact, workplace agreements, fixed supervisors and trajectories. PRINT_CENTRE_PAPERS is for
    papers about the centre itself: accreditation, supervisors and their certificates.
    """

    SEE_PARTICIPANTS = "see_participants"
    SEE_FILE = "see_file"
    CHANGE_PARTICIPANTS = "change_participants"
    TAKE_IN = "take_in"
    SEE_RESTRICTED = "see_restricted"
    CHANGE_RESTRICTED = "change_restricted"
    SEE_PLACEMENTS = "see_placements"
    PLACE = "place"
    SEE_ENTRIES = "see_entries"
    WRITE_ENTRIES = "write_entries"
    STRIKE_ENTRIES = "strike_entries"
    SEE_DEVELOPMENT = "see_development"
    CHANGE_DEVELOPMENT = "change_development"
    SEE_ATTENDANCE = "see_attendance"
    RECORD_ATTENDANCE = "record_attendance"
    PRINT_REPORT = "print_report"
    SEE_CENTRE = "see_centre"
    CHANGE_SUPERVISORS = "change_supervisors"
    CHANGE_ROLES = "change_roles"
    CHANGE_ACCREDITATIONS = "change_accreditations"
    CHANGE_PARTNERS = "change_partners"
    PRINT_FACTSHEET = "print_factsheet"
    PRINT_CENTRE_PAPERS = "print_centre_papers"
    SEE_DOCUMENTS = "see_documents"
    KEEP_DOCUMENTS = "keep_documents"
    SEE_CITIZEN_NUMBER = "see_citizen_number"
    CHANGE_CITIZEN_NUMBER = "change_citizen_number"
    SEE_CAPACITY = "see_capacity"
    SEE_FLOW = "see_flow"
    KEEP_AFTERCARE = "keep_aftercare"
    IMPORT_LISTS = "import_lists"
    EXPORT_LISTS = "export_lists"
    KEEP_FILTERS = "keep_filters"
    SEE_SIGNALS = "see_signals"
    SEE_HISTORY = "see_history"
    UNDO = "undo"
    KEEP_DRAFTS = "keep_drafts"
    CHANGE_OWN_PASSWORD = "change_own_password"
    MANAGE_ACCOUNTS = "manage_accounts"
    MANAGE_CENTRE = "manage_centre"
    BACK_UP = "back_up"
    CHECK_STORE = "check_store"


_SUPERVISOR = {
    Action.SEE_PARTICIPANTS: Scope.OWN,
    Action.SEE_FILE: Scope.OWN,
    Action.CHANGE_PARTICIPANTS: Scope.OWN,
    Action.SEE_RESTRICTED: Scope.FIXED,
    Action.CHANGE_RESTRICTED: Scope.FIXED,
    Action.SEE_PLACEMENTS: Scope.OWN,
    Action.SEE_ENTRIES: Scope.OWN,
    Action.WRITE_ENTRIES: Scope.OWN,
    Action.SEE_DEVELOPMENT: Scope.OWN,
    Action.CHANGE_DEVELOPMENT: Scope.OWN,
    Action.SEE_ATTENDANCE: Scope.OWN,
    Action.RECORD_ATTENDANCE: Scope.OWN,
    Action.PRINT_REPORT: Scope.OWN,
    Action.SEE_CENTRE: Scope.ALL,
    Action.PRINT_FACTSHEET: Scope.ALL,
    Action.PRINT_CENTRE_PAPERS: Scope.ALL,
    Action.SEE_DOCUMENTS: Scope.OWN,
    Action.KEEP_DOCUMENTS: Scope.OWN,
    Action.SEE_CAPACITY: Scope.ALL,
    Action.KEEP_AFTERCARE: Scope.OWN,
    Action.EXPORT_LISTS: Scope.OWN,
    Action.KEEP_FILTERS: Scope.ALL,
    Action.SEE_SIGNALS: Scope.OWN,
    Action.SEE_HISTORY: Scope.OWN,
    Action.UNDO: Scope.OWN,
    Action.KEEP_DRAFTS: Scope.ALL,
    Action.CHANGE_OWN_PASSWORD: Scope.ALL,
    Action.BACK_UP: Scope.ALL,
}

_READER = {
    Action.SEE_PARTICIPANTS: Scope.ALL,
    Action.SEE_PLACEMENTS: Scope.ALL,
    Action.SEE_ATTENDANCE: Scope.ALL,
    Action.SEE_CENTRE: Scope.ALL,
    Action.PRINT_FACTSHEET: Scope.ALL,
    Action.KEEP_FILTERS: Scope.ALL,
    Action.SEE_SIGNALS: Scope.ALL,
    Action.KEEP_DRAFTS: Scope.ALL,
    Action.CHANGE_OWN_PASSWORD: Scope.ALL,
}

PERMISSIONS: dict[AccountRole, dict[Action, Scope]] = {
    AccountRole.COORDINATOR: dict.fromkeys(Action, Scope.ALL),
    AccountRole.SUPERVISOR: _SUPERVISOR,
    AccountRole.READER: _READER,
}


def scope_of(role: AccountRole, action: Action) -> Scope:
    """How far this role's right reaches; NONE where it has no right."""
    return PERMISSIONS[role].get(action, Scope.NONE)


def may(role: AccountRole, action: Action) -> bool:
    """Whether this role may do this at all, for anybody."""
    return scope_of(role, action) is not Scope.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Over whom one account's action reaches on one day; every read and write of a person asks
    it. Without `sees_file` nothing of the file is shown or searched, whoever is within reach. With
    `by_aftercare` OWN means: this supervisor keeps contact after they left.
    """

    scope: Scope
    supervisor_id: UUID | None
    today: date
    sees_file: bool = True
    by_aftercare: bool = False
