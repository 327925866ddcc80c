"""The interim and the final bpv report as they go to paper: only what a school may have."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ca_desktop.domain.paper_heads import PaperHead
from ca_desktop.domain.practice_paper_source import AgreementFacts, ElectiveLine
from ca_desktop.domain.practised_work import WorkVerdict
from ca_desktop.domain.progress_lines import (
    AgreementLine,
    AttendanceSummary,
    GoalLine,
    ReportPerson,
    ScoreTable,
)
from ca_desktop.domain.school_visits import VisitKind
from ca_desktop.i18n import N_, _


class PracticeReportKind(StrEnum):
    """Halfway, or at the end."""

    INTERIM = "interim"
    FINAL = "final"

    @property
    def text(self) -> str:
        return _(KIND_WORDS[self])


KIND_WORDS = {
    PracticeReportKind.INTERIM: N_("Interim bpv report"),
    PracticeReportKind.FINAL: N_("Final bpv report"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessLine:
    """One work process: how often it was practised and what the latest assessment says."""

    code: str
    name: str
    times: int
    last_on: date | None
    verdict: WorkVerdict | None
    assessed_on: date | None
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitLine:
    """A contact with the school, with what was agreed; never what else was written of it."""

    on: date
    kind: VisitKind
    school_person: str
    agreed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursDone:
    """Minutes present against what was agreed. In the bbl `made` and `due` count from the start of
    the school year (`since`), without the hours of an elective; otherwise from the first day. None
    where no hours were agreed.
    """

    in_period: int
    agreed: int
    since: date | None = None
    made: int = 0
    elective: int = 0
    due: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeReport:
    """Everything on the paper. None: not for this reader."""

    head: PaperHead
    kind: PracticeReportKind
    person: ReportPerson
    facts: AgreementFacts
    electives: tuple[ElectiveLine, ...]
    hours: HoursDone | None
    attendance: AttendanceSummary | None
    processes: tuple[ProcessLine, ...] | None
    goals: tuple[GoalLine, ...] | None
    scores: ScoreTable | None
    visits: tuple[VisitLine, ...]
    agreements: tuple[AgreementLine, ...] | None
