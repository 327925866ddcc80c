"""Papers about supervisors: the sheet of one, and the overview of everybody's certificates.

Of a certificate of conduct (VOG) only that it was seen. The people somebody guides are a number.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ca_desktop.domain.half_days import HalfDays
from ca_desktop.domain.paper_heads import PaperHead, PaperMaker
from ca_desktop.domain.paper_names import plain_file_name
from ca_desktop.domain.supervisors import (
    Certificate,
    CertificateStatus,
    SlotMinutes,
    Supervisor,
    SupervisorKind,
)
from ca_desktop.i18n import N_, translator

SHEET_PURPOSE = N_("Who guides here, in how many hours and with which papers")
OVERVIEW_PURPOSE = N_("Which papers the supervisors have, and which are missing or expire")


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """A certificate with the name of its kind and where it stands on the day of printing;
    `is_required`: a rule asks it of this supervisor.
    """

    name: str
    status: CertificateStatus
    issued_on: date | None = None
    seen_on: date | None = None
    valid_until: date | None = None
    renewal_on: date | None = None
    is_required: bool = False

    @property
    def is_gap(self) -> bool:
        """Required, but no longer valid."""
        return self.is_required and self.status is CertificateStatus.EXPIRED


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperGapLine:
    """A paper that a rule asks and that isn't there. Never why: that may tell of who is guided."""

    name: str
    is_required: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisorPapers:
    """One supervisor with the papers that are there and those that are missing."""

    supervisor: Supervisor
    papers: tuple[PaperLine, ...]
    gaps: tuple[PaperGapLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisorSheet:
    """Everything on the sheet of one supervisor."""

    head: PaperHead
    name: str
    number: int
    kinds: tuple[SupervisorKind, ...]
    employer: str
    starts_on: date
    ended_on: date | None
    weekly_minutes: int
    half_days: HalfDays
    slot_minutes: tuple[SlotMinutes, ...]
    crafts: tuple[str, ...]
    languages: tuple[str, ...]
    deputy: str
    people: int
    trains_for: tuple[str, ...]
    papers: tuple[PaperLine, ...]
    gaps: tuple[PaperGapLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisorSource:
    """What the sheet is made from; `people` is how many this supervisor guides now."""

    maker: PaperMaker
    papers: SupervisorPapers
    employer: str = ""
    languages: tuple[str, ...] = ()
    deputy: str = ""
    people: int = 0
    trains_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateOverview:
    """Everything on the overview: each supervisor with what is there and what is missing."""

    head: PaperHead
    lines: tuple[SupervisorPapers, ...]

    @property
    def gaps(self) -> int:
        """How many required papers are missing or expired in all."""
        missing = sum(gap.is_required for line in self.lines for gap in line.gaps)
        return missing + sum(paper.is_gap for line in self.lines for paper in line.papers)


def paper_line(
    certificate: Certificate, name: str, status: CertificateStatus, *, is_required: bool
) -> PaperLine:
    """A certificate as it prints."""
    return PaperLine(
        name=name,
        status=status,
        is_required=is_required,
        issued_on=certificate.issued_on,
        seen_on=certificate.seen_on,
        valid_until=certificate.valid_until,
        renewal_on=certificate.renewal_on,
    )


def build_supervisor_sheet(source: SupervisorSource) -> SupervisorSheet:
    """The sheet of one supervisor."""
    one, maker = source.papers.supervisor, source.maker
    t = translator(maker.language)
    kind, name = t("Supervisor sheet"), one.name.full
    return SupervisorSheet(
        head=PaperHead(
            letterhead=maker.letterhead,
            language=maker.language,
            heading=name,
            title=f"{kind} {name}",
            file_name=plain_file_name(kind, name),
            purpose=t(SHEET_PURPOSE),
            author=maker.author,
            made_on=maker.made_on,
        ),
        name=name,
        number=one.number,
        kinds=one.kinds,
        employer=source.employer or one.employer,
        starts_on=one.starts_on,
        ended_on=one.ended_on,
        weekly_minutes=one.weekly_minutes,
        half_days=one.half_days,
        slot_minutes=one.slot_minutes,
        crafts=one.crafts,
        languages=source.languages,
        deputy=source.deputy,
        people=source.people,
        trains_for=source.trains_for,
        papers=_worst_first(source.papers.papers),
        gaps=source.papers.gaps,
    )


def build_certificate_overview(
    maker: PaperMaker, lines: Iterable[SupervisorPapers]
) -> CertificateOverview:
    """The overview of these supervisors, on last name."""
    t = translator(maker.language)
    kind = t("Certificate overview")
    return CertificateOverview(
        head=PaperHead(
            letterhead=maker.letterhead,
            language=maker.language,
            heading=kind,
            title=kind,
            file_name=plain_file_name(kind, f"{maker.made_on:%Y-%m-%d}"),
            purpose=t(OVERVIEW_PURPOSE),
            author=maker.author,
            made_on=maker.made_on,
        ),
        lines=tuple(
            SupervisorPapers(
                supervisor=one.supervisor, papers=_worst_first(one.papers), gaps=one.gaps
            )
            for one in sorted(lines, key=lambda one: one.supervisor.name.sort_key)
        ),
    )


def _worst_first(papers: Iterable[PaperLine]) -> tuple[PaperLine, ...]:
    """What has expired first, then what expires soon; within that on name."""
    order = (CertificateStatus.EXPIRED, CertificateStatus.EXPIRING, CertificateStatus.VALID)
    return tuple(sorted(papers, key=lambda one: (order.index(one.status), one.name)))
