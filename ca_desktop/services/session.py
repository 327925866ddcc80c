"""Everything one signed-in account can do, put together by hand on an open store."""

from collections.abc import Callable
from datetime import UTC, date, datetime

from ca_desktop.services.accounts import AccountService
from ca_desktop.services.accreditations import AccreditationService
from ca_desktop.services.aftercare import AftercareService
from ca_desktop.services.attendance import AttendanceService
from ca_desktop.services.backups import BackupService
from ca_desktop.services.centre import CentreService
from ca_desktop.services.drafts import DraftService
from ca_desktop.services.entries import EntryService
from ca_desktop.services.flow import FlowService
from ca_desktop.services.flow_papers import FlowPaperService
from ca_desktop.services.goals import GoalService
from ca_desktop.services.history import HistoryService
from ca_desktop.services.matches import MatchService
from ca_desktop.services.papers import PaperService
from ca_desktop.services.participants import ParticipantService
from ca_desktop.services.partners import PartnerService
from ca_desktop.services.placements import PlacementService
from ca_desktop.services.roles import RoleService
from ca_desktop.services.search import SearchService
from ca_desktop.services.service import Service
from ca_desktop.services.signals import SignalService
from ca_desktop.services.stores import OpenStore
from ca_desktop.services.supervisors import SupervisorService
from ca_desktop.services.target_groups import TargetGroupService
from ca_desktop.services.trajectories import TrajectoryService


class Session:
    """One account at work: its services share the store, the account and the clock."""

    def __init__(
        self,
        opened: OpenStore,
        today: Callable[[], date] = date.today,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.opened = opened
        self.actor = opened.actor
        self.today = today
        ground = (opened.database, opened.actor, today, now)
        self.participants = ParticipantService(*ground)
        self.target_groups = TargetGroupService(*ground)
        self.trajectories = TrajectoryService(*ground)
        self.placements = PlacementService(*ground)
        self.matches = MatchService(*ground)
        self.attendance = AttendanceService(*ground)
        self.entries = EntryService(*ground)
        self.goals = GoalService(*ground)
        self.supervisors = SupervisorService(*ground)
        self.roles = RoleService(*ground)
        self.accreditations = AccreditationService(*ground)
        self.partners = PartnerService(*ground)
        self.papers = PaperService(*ground)
        self.signals = SignalService(*ground)
        self.drafts = DraftService(*ground)
        self.history = HistoryService(*ground)
        self.centre = CentreService(*ground)
        self.accounts = AccountService(opened)
        self.backups = BackupService(opened, today)
        self._follow_through(opened, today, now)
        self.search = SearchService(
            opened.database,
            opened.actor,
            self.participants,
            self.roles,
            self.supervisors,
            self.partners,
            self.accreditations,
            self.entries,
        )

    def _follow_through(
        self, opened: OpenStore, today: Callable[[], date], now: Callable[[], datetime]
    ) -> None:
        """What is about people who come, move on and leave."""
        ground = (opened.database, opened.actor, today, now)
        self.flow = FlowService(*ground)
        self.flow_papers = FlowPaperService(*ground)
        self.aftercare = AftercareService(*ground)

    def services(self) -> tuple[Service, ...]:
        """Every service, for tests that walk them all."""
        return tuple(value for value in vars(self).values() if isinstance(value, Service))
