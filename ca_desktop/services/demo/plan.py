"""The demo centre as batches of domain objects; the same seed and day give the same centre."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ca_desktop.domain.aftercare import Aftercare
from ca_desktop.domain.attendance import Attendance
from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.entries import Entry
from ca_desktop.domain.goals import Goal, Score
from ca_desktop.domain.guided_weeks import GuidedWeek
from ca_desktop.domain.papers import ReportSummary
from ca_desktop.domain.participants import FixedSupervisor, Participant
from ca_desktop.domain.placements import Placement, fullest_half_day
from ca_desktop.domain.practice_agreements import PracticeAgreement
from ca_desktop.domain.practice_sheets import PracticeSheet
from ca_desktop.domain.practised_work import PractisedWork
from ca_desktop.domain.school_visits import SchoolVisit
from ca_desktop.domain.stages import StageChange
from ca_desktop.domain.target_groups import RestrictedBlock
from ca_desktop.domain.trajectories import Trajectory
from ca_desktop.services.demo.accounts import colleague_who_left, saved_filters
from ca_desktop.services.demo.capacity import absences, waiting, with_half_days
from ca_desktop.services.demo.chance import Chance
from ca_desktop.services.demo.dossier import with_dossier
from ca_desktop.services.demo.files import FILLED, NOT_BEGUN, Files
from ca_desktop.services.demo.flow import Leaving
from ca_desktop.services.demo.growth import Growth
from ca_desktop.services.demo.lives import Life, Lives
from ca_desktop.services.demo.notes import Log
from ca_desktop.services.demo.people import people
from ca_desktop.services.demo.person import Person
from ca_desktop.services.demo.presence import attendance
from ca_desktop.services.demo.register import Register
from ca_desktop.services.demo.registers import registers
from ca_desktop.services.demo.students import Students, with_schools
from ca_desktop.services.demo.summaries import Summaries
from ca_desktop.services.demo.supervisors import hand_over, paper_rules, with_team
from ca_desktop.services.demo.texts import demo_texts
from ca_desktop.services.demo.world import World, build_world

BATCH = 10_000
FULL_UP_TO = 500
OVERFULL_ROLE = "repareren"
_ORDER = (
    Participant,
    FixedSupervisor,
    RestrictedBlock,
    Trajectory,
    Placement,
    Goal,
    Score,
    Attendance,
    Entry,
    ReportSummary,
    StageChange,
    Aftercare,
    PracticeAgreement,
    PracticeSheet,
    PractisedWork,
    SchoolVisit,
    GuidedWeek,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """How much is written about one person."""

    fewest_notes: int
    most_notes: int
    goals: int
    skills: tuple[int, int]
    score_moments: int
    weeks: int | None
    half_days: int | None

    @property
    def is_whole(self) -> bool:
        """Whether attendance goes back to everybody's first day."""
        return self.weeks is None


FULL = Volume(
    fewest_notes=12,
    most_notes=40,
    goals=4,
    skills=(5, 7),
    score_moments=14,
    weeks=None,
    half_days=None,
)
# A large centre is there to measure with. Two years of attendance would be 300 lines for each
# person, thirty million in all: hours instead of minutes. So everybody has their last four
# half-days, and the ten notes fall on half-days that were agreed.
LEAN = Volume(
    fewest_notes=10, most_notes=10, goals=2, skills=(2, 2), score_moments=1, weeks=2, half_days=4
)


def demo_centre(seed: int, participants: int, today: date) -> Iterator[list[object]]:
    """Batches of at most 10 000 objects; an object comes after everything it refers to.

    The first batch holds the centre, its coordinator's account, supervisors, partners and roles.
    Up to 500 participants get full files; more get a lean file of ten notes each.
    """
    chance, texts, catalogue = Chance(seed), demo_texts(), load_catalogue()
    team = max(len(texts.centre["supervisors"]), participants // 50)
    bare = build_world(chance, texts, catalogue, today, team)
    world = with_team(with_schools(with_half_days(bare)))
    world, dossier = with_dossier(seed, world)
    lives = Lives(chance, texts, catalogue, world)
    drawn = people(chance, texts, participants)
    if participants > FULL_UP_TO:
        yield from _batches(world.with_places(dict.fromkeys(world.roles, 500)).objects())
        all_lives = []
        volume, lived = LEAN, (lives.of(person) for person in drawn)
    else:
        all_lives = [lives.of(person) for person in drawn]
        yield world.with_places(_places(world, all_lives)).objects()
        volume, lived = FULL, (life for life in all_lives)
    growth = Growth(chance, texts, today)
    log = Log(chance, texts, lives, world.account.id, today)
    summaries = Summaries(chance, texts, world, today)
    leaving = Leaving(seed, today)
    files = _files(chance, lived, growth, log, summaries, lives, volume, today, leaving)
    students = Students(world, filled=FILLED)
    whole = Files(texts, world, whole=volume is FULL).filled(files)
    yield from _batches(students.with_practice(whole))
    yield [
        *dossier,
        *students.processes(),
        *absences(chance, world, today),
        *waiting(chance, world, all_lives, today),
        *colleague_who_left(world, today),
        *saved_filters(world),
        *registers(seed, today),
        *paper_rules(world),
        *hand_over(world),
    ]


def _files(
    chance: Chance,
    lived: Iterable[Life],
    growth: Growth,
    log: Log,
    summaries: Summaries,
    lives: Lives,
    volume: Volume,
    today: date,
    leaving: Leaving,
) -> Iterator[list[object]]:
    for life in lived:
        current = life.placements[-1]
        skills = chance.randint(*volume.skills)
        role = lives.role_of(current)
        lines = attendance(chance, life, today, volume.weeks, volume.half_days)
        register = Register(lines, whole=volume.is_whole)
        scores = growth.scores(
            life, register, skills, volume.score_moments, current.supervisor_id, role
        )
        yield [
            life.participant,
            *life.fixed,
            *([life.block] if life.block else []),
            *life.trajectories,
            *life.placements,
            *growth.goals(life, volume.goals),
            *scores,
            *lines,
            *log.entries(life, register, _notes(chance, life.person, volume)),
            *(summaries.of(life, register) if volume.is_whole else ()),
            *leaving.of(life),
        ]


def _notes(chance: Chance, person: Person, volume: Volume) -> int:
    months = person.ends_after or person.months
    wanted = round(months * chance.uniform(1.5, 2.2)) + 4
    return max(volume.fewest_notes, min(volume.most_notes, wanted))


def _places(world: World, lives: list[Life]) -> dict[str, int]:
    """Places that fit the people who are there now, but for one role that is one too full."""
    places = {}
    begun = [life for life in lives if life.person.number not in NOT_BEGUN]
    for key, role in world.roles.items():
        here = [p for life in begun for p in life.placements if p.role_id == role.id]
        fullest = fullest_half_day(here, world.today)
        places[key] = max(1, fullest - 1) if key == OVERFULL_ROLE else max(role.places, fullest)
    return places


def _batches(files: Iterable[object]) -> Iterator[list[object]]:
    batch: list[object] = []
    for file in files:
        things = file if isinstance(file, list) else [file]
        if len(batch) + len(things) > BATCH:
            yield _sorted(batch)
            batch = []
        batch.extend(things)
    if batch:
        yield _sorted(batch)


def _sorted(batch: list[object]) -> list[object]:
    """The same kind together, so that it can be written together; who is referred to first, and
    what only refers to people at the end.
    """
    order = {kind: index for index, kind in enumerate(_ORDER)}
    return sorted(batch, key=lambda thing: order.get(type(thing), len(order)))
