"""Which pages there are, in the order of the rail. The only place that knows them all."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from ca_desktop.domain.permissions import Action, may
from ca_desktop.domain.signals import Urgency
from ca_desktop.i18n import N_
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.rail import PageEntry
from ca_desktop.ui.pages.accreditations.page import AccreditationsPage
from ca_desktop.ui.pages.attendance.page import AttendancePage
from ca_desktop.ui.pages.capacity.page import CapacityPage
from ca_desktop.ui.pages.entries.page import EntriesPage
from ca_desktop.ui.pages.locations.page import LocationsPage
from ca_desktop.ui.pages.outlook.page import OutlookPage
from ca_desktop.ui.pages.participants.page import ParticipantsPage
from ca_desktop.ui.pages.partners.page import PartnersPage
from ca_desktop.ui.pages.placements.page import PlacementsPage
from ca_desktop.ui.pages.qualifications.page import QualificationsPage
from ca_desktop.ui.pages.reports.page import ReportsPage
from ca_desktop.ui.pages.roles.page import RolesPage
from ca_desktop.ui.pages.school_holidays.page import SchoolHolidaysPage
from ca_desktop.ui.pages.settings.page import SettingsPage
from ca_desktop.ui.pages.students.page import StudentsPage
from ca_desktop.ui.pages.supervisor_papers.page import SupervisorPapersPage
from ca_desktop.ui.pages.supervisors.page import SupervisorsPage
from ca_desktop.ui.pages.today.page import TodayPage


class Place(NamedTuple):
    """One page of the program: who may do `action` sees it (None: everybody).

    `beside` names the page of which it is a second tab.
    """

    key: str
    title: str
    icon: str
    keys: str
    action: Action | None
    make: Callable[[Session, Desk], QWidget]
    beside: str = ""


PLACES = (
    Place("today", N_("Today"), "home", "Ctrl+1", None, TodayPage),
    Place(
        "participants",
        N_("Participants"),
        "users",
        "Ctrl+2",
        Action.SEE_PARTICIPANTS,
        ParticipantsPage,
    ),
    Place(
        "placements", N_("Placements"), "briefcase", "Ctrl+3", Action.SEE_PLACEMENTS, PlacementsPage
    ),
    Place(
        "capacity",
        N_("Capacity"),
        "grid-3x3",
        "",
        Action.SEE_CAPACITY,
        CapacityPage,
        beside="placements",
    ),
    Place(
        "attendance",
        N_("Attendance"),
        "calendar-check",
        "Ctrl+4",
        Action.SEE_ATTENDANCE,
        AttendancePage,
    ),
    Place("entries", N_("Guidance log"), "notebook-pen", "Ctrl+5", Action.SEE_ENTRIES, EntriesPage),
    Place(
        "supervisors",
        N_("Supervisors"),
        "graduation-cap",
        "Ctrl+6",
        Action.SEE_CENTRE,
        SupervisorsPage,
    ),
    Place(
        "supervisor_papers",
        N_("Papers of supervisors"),
        "award",
        "",
        Action.PRINT_CENTRE_PAPERS,
        SupervisorPapersPage,
        beside="supervisors",
    ),
    Place("roles", N_("Roles"), "wrench", "Ctrl+7", Action.SEE_CENTRE, RolesPage),
    Place(
        "accreditations",
        N_("SBB accreditation"),
        "badge-check",
        "Ctrl+8",
        Action.SEE_CENTRE,
        AccreditationsPage,
    ),
    Place(
        "outlook",
        N_("What may start"),
        "clipboard-check",
        "",
        Action.SEE_CENTRE,
        OutlookPage,
        beside="accreditations",
    ),
    Place(
        "locations",
        N_("Locations"),
        "map-pin",
        "",
        Action.SEE_CENTRE,
        LocationsPage,
        beside="accreditations",
    ),
    Place(
        "qualifications",
        N_("Programmes"),
        "list",
        "",
        Action.SEE_CENTRE,
        QualificationsPage,
        beside="accreditations",
    ),
    Place(
        "school_holidays",
        N_("School holidays"),
        "calendar-days",
        "",
        Action.SEE_CENTRE,
        SchoolHolidaysPage,
        beside="accreditations",
    ),
    Place(
        "students",
        N_("Students"),
        "book-open",
        "",
        Action.SEE_FILE,
        StudentsPage,
        beside="accreditations",
    ),
    Place("partners", N_("Partners"), "handshake", "Ctrl+9", Action.SEE_CENTRE, PartnersPage),
    Place("reports", N_("Reports"), "file-text", "Ctrl+0", Action.PRINT_FACTSHEET, ReportsPage),
    Place("settings", N_("Management"), "settings", "Ctrl+,", None, SettingsPage),
)


def page_entries(session: Session, desk: Desk) -> tuple[PageEntry, ...]:
    """The pages that this account may open."""
    return tuple(
        PageEntry(
            key=place.key,
            title=place.title,
            icon=place.icon,
            make=partial(place.make, session, desk),
            keys=place.keys,
            count=(lambda: _urgent(session)) if place.key == "today" else None,
            beside=place.beside,
        )
        for place in PLACES
        if place.action is None or may(session.actor.role, place.action)
    )


def _urgent(session: Session) -> int:
    return sum(one.urgency is not Urgency.SOON for one in session.signals.all())
