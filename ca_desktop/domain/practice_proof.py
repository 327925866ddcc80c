"""The praktijkleren proof: what RVO may see of one student and school year, nothing else.

Per ISO week minutes and numbers, never what a note says.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from ca_desktop.domain.attendance import Attendance
from ca_desktop.domain.dates import iso_week
from ca_desktop.domain.entries import Entry
from ca_desktop.domain.errors import UserError
from ca_desktop.domain.guided_weeks import GuidedWeek
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.domain.paper_heads import PaperHead
from ca_desktop.domain.paper_names import plain_file_name
from ca_desktop.domain.practice_agreements import AgreementParty, PracticeAgreement
from ca_desktop.domain.practice_paper_source import (
    AgreementFacts,
    StudentSource,
    agreement_facts,
    student_number,
    student_person,
)
from ca_desktop.domain.practice_proof_gaps import MissingProof, ProofFacts, missing_proof
from ca_desktop.domain.practice_subsidy import (
    ProofWeek,
    SubsidyScheme,
    SubsidyTerms,
    claimable,
    proof_weeks,
    scheme_for,
)
from ca_desktop.domain.practised_work import WorkVerdict
from ca_desktop.domain.privacy import DataElement, Lens, RecipientKind, lens, require_person
from ca_desktop.domain.progress_lines import ReportPerson
from ca_desktop.domain.school_years import SchoolYear
from ca_desktop.i18n import N_, _, translator

PURPOSE = N_("Proof of guided weeks, to apply for and account for the subsidy")
_Agreements = tuple[PracticeAgreement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofLine:
    """One ISO week as it prints."""

    week: str
    monday: date
    minutes: int
    contacts: int
    guided_by: tuple[str, ...]
    confirmed_by: str
    is_recorded: bool
    is_free: bool
    counts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofAssessment:
    """A work process that was assessed in this school year."""

    on: date
    code: str
    name: str
    verdict: WorkVerdict
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeProof:
    """Everything on the paper. `terms` say with which divisor and maximum `cents` were counted."""

    head: PaperHead
    person: ReportPerson
    year: SchoolYear
    agreements: tuple[AgreementFacts, ...]
    unsigned: tuple[AgreementParty, ...]
    lines: tuple[ProofLine, ...]
    claimable: int
    cents: int
    terms: SubsidyTerms
    scheme: SubsidyScheme
    assessments: tuple[ProofAssessment, ...]
    visits: int
    missing: tuple[MissingProof, ...]

    @property
    def minutes(self) -> int:
        """Present in all weeks together."""
        return sum(line.minutes for line in self.lines)

    @property
    def contacts(self) -> int:
        return sum(line.contacts for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofSource:
    """What a proof is made from; `entries` are those for this school or for everybody, `free` the
    weeks (by their Monday) in which the school had holidays all along, `under_age` the agreements
    that a parent or guardian has to sign too.
    """

    student: StudentSource
    year: SchoolYear
    terms: SubsidyTerms
    attendance: tuple[Attendance, ...] = ()
    entries: tuple[Entry, ...] = ()
    confirmed: tuple[GuidedWeek, ...] = ()
    visits: int = 0
    is_covered: bool | None = None
    under_age: frozenset[UUID] = frozenset()
    free: frozenset[date] = frozenset()


def build_practice_proof(source: ProofSource) -> PracticeProof:
    """The proof of one school year. UserError when no bbl agreement runs in it."""
    require_person(view := lens(RecipientKind.SUBSIDY))
    bbl, scheme = _bbl(source)
    weeks = _weeks(source, bbl) if _may_count(view) else ()
    unsigned = (party for one in bbl for party in one.unsigned(is_minor=one.id in source.under_age))
    return PracticeProof(
        head=_head(view, source, scheme),
        person=student_person(view, source.student),
        year=source.year,
        agreements=tuple(agreement_facts(source.student, one) for one in bbl),
        unsigned=tuple(dict.fromkeys(unsigned)),
        lines=tuple(_line(week, source) for week in weeks),
        claimable=claimable(weeks),
        cents=source.terms.cents(claimable(weeks)),
        terms=source.terms,
        scheme=scheme,
        assessments=_assessments(source, bbl) if view.shows(DataElement.WORK_PROCESSES) else (),
        visits=source.visits,
        missing=_missing(source, bbl, weeks),
    )


def _head(view: Lens, source: ProofSource, scheme: SubsidyScheme) -> PaperHead:
    maker, year = source.student.maker, source.year
    t = translator(maker.language)
    kind, number = t("Praktijkleren proof"), student_number(view, source.student, None)
    return PaperHead(
        letterhead=maker.letterhead,
        language=maker.language,
        heading=kind,
        title=f"{kind} {year.name} · {number}",
        file_name=plain_file_name(kind, f"{year.name} {number}"),
        purpose=t(PURPOSE),
        author=maker.author,
        made_on=maker.made_on,
        recipient=t("RVO, and our own administration"),
        basis=scheme.name.in_(maker.language),
        starts_on=year.starts_on,
        ends_on=year.ends_on,
        is_about_a_person=True,
    )


def is_bbl(agreement: PracticeAgreement) -> bool:
    """Whether this agreement belongs to the scheme: only the bbl does."""
    return agreement.learning_path is LearningPath.BBL


def _may_count(view: Lens) -> bool:
    return view.shows(DataElement.ATTENDANCE) and view.shows(DataElement.GUIDANCE_COUNTS)


def _bbl(source: ProofSource) -> tuple[_Agreements, SubsidyScheme]:
    found = source.student.agreements
    bbl = tuple(one for one in found if is_bbl(one))
    scheme = scheme_for(LearningPath.BBL)
    if bbl and scheme is not None:
        return bbl, scheme
    third = scheme_for(LearningPath.THIRD)
    if third and any(one.learning_path is LearningPath.THIRD for one in found):
        raise UserError(
            _(
                "In {year} this student follows the third learning path. That has a scheme of its "
                "own (“{scheme}”), with RVO's own forms; this proof is for the bbl.",
                year=source.year.name,
                scheme=third.name.in_(source.student.maker.language),
            )
        )
    raise UserError(
        _(
            "This student has no practice agreement in the bbl in {year}, so there is nothing to "
            "prove. Choose another school year or another student.",
            year=source.year.name,
        )
    )


def _weeks(source: ProofSource, bbl: _Agreements) -> tuple[ProofWeek, ...]:
    """Weeks that are still to come are no part of a proof."""
    days = [one.period for one in bbl]
    weeks = proof_weeks(source.year, days, source.attendance, source.entries, source.confirmed)
    return tuple(one for one in weeks if one.monday <= source.student.maker.made_on)


def _line(week: ProofWeek, source: ProofSource) -> ProofLine:
    student = source.student
    return ProofLine(
        week=iso_week(week.monday),
        monday=week.monday,
        minutes=week.minutes,
        contacts=week.contacts,
        guided_by=tuple(filter(None, map(student.name_of, week.guided_by))),
        confirmed_by=student.name_of(week.confirmed_by),
        is_recorded=week.is_recorded,
        is_free=week.monday in source.free,
        counts=week.counts,
    )


def _assessments(source: ProofSource, bbl: _Agreements) -> tuple[ProofAssessment, ...]:
    period, ours = source.year.period, {one.id for one in bbl}
    return tuple(
        ProofAssessment(
            on=one.on,
            code=one.code,
            name=one.name,
            verdict=one.verdict,
            by=source.student.name_of(one.supervisor_id),
        )
        for one in sorted(source.student.works, key=lambda one: (one.on, one.code))
        if one.verdict is not None and one.agreement_id in ours and period.includes(one.on)
    )


def _missing(
    source: ProofSource, bbl: _Agreements, weeks: tuple[ProofWeek, ...]
) -> tuple[MissingProof, ...]:
    companies = source.student.companies
    ids = [one.training_company_id for one in bbl]
    known = all(one is not None and one in companies and companies[one].company_id for one in ids)
    return missing_proof(
        ProofFacts(
            agreements=bbl,
            weeks=weeks,
            under_age=source.under_age,
            company_known=known,
            is_covered=source.is_covered,
            is_assessed=bool(_assessments(source, bbl)),
            today=source.student.maker.made_on,
            free=source.free,
        )
    )
