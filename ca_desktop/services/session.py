"""Everything one signed-in account can do, put together by hand on an open store."""

from collections.abc import Callable
from datetime import UTC, date, datetime

from ca_desktop.db.database import Database
from ca_desktop.domain.accounts import Actor
from ca_desktop.services.absences import AbsenceService
from ca_desktop.services.accounts import AccountService
from ca_desktop.services.accreditation_steps import AccreditationStepService
from ca_desktop.services.accreditations import AccreditationService
from ca_desktop.services.aftercare import AftercareService
from ca_desktop.services.aids import AidService
from ca_desktop.services.attendance import AttendanceService
from ca_desktop.services.availability import AvailabilityService
from ca_desktop.services.backups import BackupService
from ca_desktop.services.capacity import CapacityService
from ca_desktop.services.centre import CentreService
from ca_desktop.services.centre_papers import CentrePaperService
from ca_desktop.services.citizen_numbers import CitizenNumberService
from ca_desktop.services.contacts import ContactService
from ca_desktop.services.documents import DocumentService
from ca_desktop.services.drafts import DraftService
from ca_desktop.services.entries import EntryService
from ca_desktop.services.exports import ExportService
from ca_desktop.services.file_links import FileLinkService
from ca_desktop.services.filters import FilterService
from ca_desktop.services.flow import FlowService
from ca_desktop.services.flow_papers import FlowPaperService
from ca_desktop.services.goals import GoalService
from ca_desktop.services.guided_weeks import GuidedWeekService
from ca_desktop.services.hand_over_points import HandOverService
from ca_desktop.services.history import HistoryService
from ca_desktop.services.imports import ImportService
from ca_desktop.services.intake import IntakeService
from ca_desktop.services.languages import LanguageService
from ca_desktop.services.machines import MachineService
from ca_desktop.services.matches import MatchService
from ca_desktop.services.outlook import OutlookService
from ca_desktop.services.papers import PaperService
from ca_desktop.services.participants import ParticipantService
from ca_desktop.services.partners import PartnerService
from ca_desktop.services.placements import PlacementService
from ca_desktop.services.practice_agreements import PracticeAgreementService
from ca_desktop.services.practice_hours import PracticeHoursService
from ca_desktop.services.practice_papers import PracticePaperService
from ca_desktop.services.practice_sheets import PracticeSheetService
from ca_desktop.services.practised_work import PractisedWorkService
from ca_desktop.services.qualification_import import QualificationImportService
from ca_desktop.services.qualifications import QualificationService
from ca_desktop.services.reliance import RelianceService
from ca_desktop.services.roles import RoleService
from ca_desktop.services.school_holidays import SchoolHolidayService
from ca_desktop.services.school_visits import SchoolVisitService
from ca_desktop.services.search import SearchService
from ca_desktop.services.service import Service
from ca_desktop.services.settings import CentreSettingService
from ca_desktop.services.signals import SignalService
from ca_desktop.services.stages import StageService
from ca_desktop.services.stores import OpenStore
from ca_desktop.services.students import StudentService
from ca_desktop.services.substitutes import SubstituteService
from ca_desktop.services.supervisor_paper_rules import SupervisorPaperRuleService
from ca_desktop.services.supervisor_papers import SupervisorPaperService
from ca_desktop.services.supervisors import SupervisorService
from ca_desktop.services.target_groups import TargetGroupService
from ca_desktop.services.training_companies import TrainingCompanyService
from ca_desktop.services.trajectories import TrajectoryService
from ca_desktop.services.waiting import WaitingService
from ca_desktop.services.work_processes import WorkProcessService

Ground = tuple[Database, Actor, Callable[[], date], Callable[[], datetime]]


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
        self._open_files(ground)
        self._open_supervisors(ground)
        self.placements = PlacementService(*ground)
        self.matches = MatchService(*ground)
        self.waiting = WaitingService(*ground)
        self.attendance = AttendanceService(*ground)
        self.entries = EntryService(*ground)
        self.goals = GoalService(*ground)
        self.machines = MachineService(*ground)
        self.roles = RoleService(*ground)
        self.qualifications = QualificationService(*ground)
        self.qualification_import = QualificationImportService(*ground)
        self.school_holidays = SchoolHolidayService(*ground)
        self._open_dossier(ground)
        self.partners = PartnerService(*ground)
        self._open_papers(ground)
        self.signals = SignalService(*ground)
        self.drafts = DraftService(*ground)
        self.history = HistoryService(*ground)
        self.centre = CentreService(*ground)
        self.settings = CentreSettingService(*ground)
        self.accounts = AccountService(opened)
        self.backups = BackupService(opened, today)
        self._follow_through(ground)
        self._open_practice(ground)
        self.search = self._search()
        self.filters, self.imports = FilterService(*ground), ImportService(*ground)
        self.exports = ExportService(self)

    def services(self) -> tuple[Service, ...]:
        """Every service, for tests that walk them all."""
        return tuple(value for value in vars(self).values() if isinstance(value, Service))

    def _search(self) -> SearchService:
        """The search over everything; it asks the other services."""
        return SearchService(
            self.opened.database,
            self.opened.actor,
            self.participants,
            self.roles,
            self.supervisors,
            self.partners,
            self.accreditations,
            self.entries,
        )

    def _open_files(self, ground: Ground) -> None:
        """What belongs to the file of one participant."""
        self.participants = ParticipantService(*ground)
        self.target_groups = TargetGroupService(*ground)
        self.citizen_numbers = CitizenNumberService(*ground)
        self.documents = DocumentService(*ground)
        self.trajectories = TrajectoryService(*ground)
        self.intake = IntakeService(*ground)
        self.stages = StageService(*ground)
        self.contacts = ContactService(*ground)
        self.languages = LanguageService(*ground)
        self.availability = AvailabilityService(*ground)
        self.aids = AidService(*ground)
        self.file_links = FileLinkService(*ground)

    def _open_dossier(self, ground: Ground) -> None:
        """What the centre keeps for SBB."""
        self.accreditations = AccreditationService(*ground)
        self.accreditation_steps = AccreditationStepService(*ground)
        self.work_processes = WorkProcessService(*ground)
        self.outlook = OutlookService(*ground)
        self.training_companies = TrainingCompanyService(*ground)

    def _open_supervisors(self, ground: Ground) -> None:
        """What is about who guides."""
        self.supervisors = SupervisorService(*ground)
        self.supervisor_papers = SupervisorPaperService(*ground)
        self.supervisor_paper_rules = SupervisorPaperRuleService(*ground)
        self.absences = AbsenceService(*ground)
        self.capacity = CapacityService(*ground)
        self.reliance = RelianceService(*ground)
        self.substitutes = SubstituteService(*ground)
        self.hand_over = HandOverService(*ground)

    def _open_papers(self, ground: Ground) -> None:
        """What leaves the house on paper: about people, about students, about the centre."""
        self.papers = PaperService(*ground)
        self.practice_papers = PracticePaperService(*ground)
        self.centre_papers = CentrePaperService(*ground)

    def _follow_through(self, ground: Ground) -> None:
        """What is about people who come, move on and leave."""
        self.flow = FlowService(*ground)
        self.flow_papers = FlowPaperService(*ground)
        self.aftercare = AftercareService(*ground)

    def _open_practice(self, ground: Ground) -> None:
        """What is about students and their practice."""
        self.practice_agreements = PracticeAgreementService(*ground)
        self.students = StudentService(*ground)
        self.practice_hours = PracticeHoursService(*ground)
        self.practice_sheets = PracticeSheetService(*ground)
        self.practised_work = PractisedWorkService(*ground)
        self.school_visits = SchoolVisitService(*ground)
        self.guided_weeks = GuidedWeekService(*ground)
