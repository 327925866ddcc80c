"""Everything that the conditions of one placement rest on, gathered before they are asked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from ca_desktop.domain.availability import Availability
from ca_desktop.domain.goals import Goal, Score
from ca_desktop.domain.half_days import HalfDay, HalfDays
from ca_desktop.domain.languages import LanguageLevel, LanguageSkills
from ca_desktop.domain.machines import MachineAuthorisation
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.placements import Placement
from ca_desktop.domain.practice_agreements import AgreementParty, PracticeAgreement
from ca_desktop.domain.practice_cover import CodeCover
from ca_desktop.domain.roles import Role, RoleProfile
from ca_desktop.domain.supervisors import Supervisor
from ca_desktop.domain.trajectories import Trajectory
from ca_desktop.domain.trajectory_terms import Term

SUPERVISED = "machines_supervised"  # the agreement of the catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementFact:
    """An agreement of the catalogue that was made with this person, and the demands of work that
    it does not go with.
    """

    code: str
    text: str
    conflicts_with: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFact:
    """What the supervisor needs for this work, a kind or a certificate, and whether it holds.

    The certificate is the one that stands with the supervisor, expired or not.
    """

    name: str
    is_required: bool
    holds: bool
    source: str
    is_kind: bool = False
    certificate_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TermFact:
    """How long a trajectory may last, whether the law says so, and where that stands."""

    trajectory: Trajectory
    term: Term
    by_law: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeFact:
    """A practice agreement, its cover, who still has to sign, and which work processes of its
    accreditation can be practised in this role.
    """

    agreement: PracticeAgreement
    cover: CodeCover
    unsigned: tuple[AgreementParty, ...] = ()
    practised_here: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidanceFact:
    """Minutes of guidance in one half-day, with this placement in it."""

    slot: HalfDay
    needed: int
    available: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementFacts:
    """One person, one role, one period. The words are in the language of the reader.

    `skills_of` gives per competence letter the work skills that show it; `guidance` None: not
    counted, because there is no supervisor.
    """

    today: date
    placement: Placement
    participant: Participant
    role: Role
    profile: RoleProfile
    others: tuple[Placement, ...] = ()
    trajectories: tuple[Trajectory, ...] = ()
    terms: tuple[TermFact, ...] = ()
    practice: tuple[PracticeFact, ...] = ()
    availability: tuple[Availability, ...] = ()
    languages: tuple[LanguageSkills, ...] = ()
    scores: tuple[Score, ...] = ()
    goals: tuple[Goal, ...] = ()
    authorisations: tuple[MachineAuthorisation, ...] = ()
    agreements: tuple[AgreementFact, ...] = ()
    supervisor: Supervisor | None = None
    papers: tuple[PaperFact, ...] = ()
    guidance: tuple[GuidanceFact, ...] | None = None
    taken: Mapping[HalfDay, int] = field(default_factory=dict)
    accredited: Mapping[str, UUID] = field(default_factory=dict)
    competence_names: Mapping[str, str] = field(default_factory=dict)
    skills_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    skill_names: Mapping[str, str] = field(default_factory=dict)
    step_words: tuple[str, ...] = ()
    demand_names: Mapping[str, str] = field(default_factory=dict)
    machine_names: Mapping[str, str] = field(default_factory=dict)

    @property
    def half_days(self) -> HalfDays:
        """The half-days of the placement."""
        return self.placement.half_days

    @property
    def start(self) -> date:
        """The first day on which the conditions have to hold: today, or later."""
        return max(self.placement.starts_on, self.today)

    @property
    def person_id(self) -> UUID:
        """Whose file the records stand in."""
        return self.participant.id

    @property
    def dutch(self) -> LanguageSkills | None:
        """What is known of somebody's Dutch."""
        return next((one for one in self.languages if one.language == "nl"), None)

    @property
    def asked_language(self) -> LanguageLevel:
        """The level that the role asks for."""
        return LanguageLevel(self.role.language_level)
