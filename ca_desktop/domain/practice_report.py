"""The interim and the final bpv report: for the school, through the lens of the school.

The practice agreement is its ground: only its days, and what was recorded for this school or for
everybody.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from ca_desktop.domain import progress_numbers as numbers
from ca_desktop.domain.dates import Period
from ca_desktop.domain.errors import RuleBroken, UserError
from ca_desktop.domain.paper_heads import PaperHead, refuse_bsn
from ca_desktop.domain.paper_names import paper_file_name
from ca_desktop.domain.practice_agreements import PracticeAgreement
from ca_desktop.domain.practice_hours import progress, window_of
from ca_desktop.domain.practice_paper_source import (
    StudentSource,
    agreement_facts,
    electives,
    student_number,
    student_person,
)
from ca_desktop.domain.practice_report_lines import (
    KIND_WORDS,
    HoursDone,
    PracticeReport,
    PracticeReportKind,
    ProcessLine,
    VisitLine,
)
from ca_desktop.domain.practice_verdicts import ProcessProgress, progress_of
from ca_desktop.domain.privacy import DataElement, Lens, RecipientKind, lens, require_person
from ca_desktop.domain.progress_attendance import attendance_summary
from ca_desktop.domain.progress_lines import GoalLine
from ca_desktop.domain.progress_source import ProgressSource, recipient_kind
from ca_desktop.domain.report_scope import ReportScope, limited
from ca_desktop.domain.school_visits import SchoolVisit
from ca_desktop.i18n import _, translator


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeReportSource:
    """What a report is made from. `progress` holds everything since the first day, before the lens;
    `off` are the days without school, `process_names` those of SBB by code.
    """

    student: StudentSource
    agreement: PracticeAgreement
    progress: ProgressSource
    visits: tuple[SchoolVisit, ...] = ()
    process_names: Mapping[str, str] = field(default_factory=dict)
    off: Collection[date] = ()


def build_practice_report(
    source: PracticeReportSource, kind: PracticeReportKind, period: Period
) -> PracticeReport:
    """The report over the days of this period on which the agreement runs.

    RuleBroken for a wrong period; UserError when the agreement doesn't run in it, or when the
    partner of the agreement is no school.
    """
    school = source.student.schools.get(source.agreement.school_id)
    view = lens(recipient_kind(school))
    if view.recipient is not RecipientKind.SCHOOL:
        raise UserError(
            _(
                "{partner} is not a school, so it gets no bpv report. Choose the school in the "
                "practice agreement, or change what kind of partner it is.",
                partner=school.name if school else "",
            )
        )
    require_person(view)
    days = _days(source, period)
    mine = limited(source.progress, _scope(source, days))
    report = PracticeReport(
        head=_head(source, kind, days, view),
        kind=kind,
        person=student_person(view, source.student),
        facts=agreement_facts(source.student, source.agreement),
        electives=electives(source.student, source.agreement),
        hours=_hours(view, source, mine, days),
        attendance=attendance_summary(view, mine.attendance, mine.placements, (days,), mine.pauses),
        processes=_processes(view, source, days),
        goals=_goals(view, mine),
        scores=numbers.score_table(view, mine.scores, days, mine),
        visits=_visits(source, days),
        agreements=numbers.agreements(view, mine.entries, days, mine.supervisor_names),
    )
    _refuse_bsn(report)
    return report


def _days(source: PracticeReportSource, period: Period) -> Period:
    """The days of the period within the agreement, both ends included."""
    if period.ends_on is None:
        raise RuleBroken(_("Fill in until when the report runs."))
    if period.ends_on < period.starts_on:
        raise RuleBroken(_("The period ends before it starts. Check both dates."))
    if period.ends_on > source.student.maker.made_on:
        raise RuleBroken(
            _("This period is not over yet. Choose an end date up to and including today.")
        )
    runs = source.agreement.period
    if not runs.overlaps(period) or runs.ends_on is None:
        raise UserError(
            _("The practice agreement does not run in this period. Choose other dates.")
        )
    return Period(
        starts_on=max(period.starts_on, runs.starts_on), ends_on=min(period.ends_on, runs.ends_on)
    )


def _scope(source: PracticeReportSource, days: Period) -> ReportScope:
    """What is a matter of this school: its own trajectories, and what was for everybody."""
    own = {t.id for t in source.student.trajectories if t.partner_id == source.agreement.school_id}
    if source.agreement.trajectory_id is not None:
        own.add(source.agreement.trajectory_id)
    since = Period(starts_on=source.agreement.starts_on, ends_on=days.ends_on)
    return ReportScope(days=(days,), known_since=(since,), own=frozenset(own))


def _head(
    source: PracticeReportSource, kind: PracticeReportKind, days: Period, view: Lens
) -> PaperHead:
    maker = source.student.maker
    t = translator(maker.language)
    number = student_number(view, source.student, source.agreement.school_id)
    school = source.student.schools.get(source.agreement.school_id)
    words, last = t(KIND_WORDS[kind]), days.ends_on or days.starts_on
    return PaperHead(
        letterhead=maker.letterhead,
        language=maker.language,
        heading=words,
        title=f"{words} · {number}",
        file_name=paper_file_name(words.lower(), days.starts_on, last, number, until=t("to")),
        purpose=t("Progress of the work placement"),
        author=maker.author,
        made_on=maker.made_on,
        recipient=school.name if school else "",
        basis=t("The practice agreement with the school"),
        starts_on=days.starts_on,
        ends_on=last,
        is_about_a_person=True,
    )


def _hours(
    view: Lens, source: PracticeReportSource, mine: ProgressSource, days: Period
) -> HoursDone | None:
    if not view.shows(DataElement.ATTENDANCE):
        return None
    agreement, last = source.agreement, days.ends_on or days.starts_on
    in_period = sum(one.minutes for one in mine.attendance)
    window = window_of(agreement, last)
    if window is None:
        return HoursDone(in_period=in_period, agreed=agreement.hours * 60)
    counted = limited(source.progress, _scope(source, window)).attendance
    made = progress(
        agreement,
        last + timedelta(days=1),  # what is due on the last day itself counts
        sum(one.minutes for one in counted),
        off=source.off,
        sheets=[one for one in source.student.sheets if one.agreement_id == agreement.id],
    )
    return HoursDone(
        in_period=in_period,
        agreed=agreement.hours * 60,
        since=window.starts_on,
        made=made.counted if made else 0,
        elective=made.elective if made else 0,
        due=made.due if made else None,
    )


def _processes(
    view: Lens, source: PracticeReportSource, days: Period
) -> tuple[ProcessLine, ...] | None:
    """What was practised until the last day; what was agreed and not practised yet stands too."""
    if not view.shows(DataElement.WORK_PROCESSES):
        return None
    until = days.ends_on or days.starts_on
    works = [
        one
        for one in source.student.works
        if one.agreement_id == source.agreement.id and one.on <= until
    ]
    found = progress_of(works)
    lines = {one.code: _process(one, source.student) for one in found}
    for code in source.agreement.process_codes:
        lines.setdefault(code, _not_yet(code, source.process_names.get(code, "")))
    return tuple(lines[code] for code in sorted(lines))


def _process(one: ProcessProgress, student: StudentSource) -> ProcessLine:
    return ProcessLine(
        code=one.code,
        name=one.name,
        times=one.times,
        last_on=one.last_on,
        verdict=one.verdict,
        assessed_on=one.assessed.on if one.assessed else None,
        by=student.name_of(one.assessed_by),
    )


def _not_yet(code: str, name: str) -> ProcessLine:
    return ProcessLine(
        code=code, name=name, times=0, last_on=None, verdict=None, assessed_on=None, by=""
    )


def _goals(view: Lens, mine: ProgressSource) -> tuple[GoalLine, ...] | None:
    if not view.shows(DataElement.GOALS_AGREEMENTS):
        return None
    return tuple(
        GoalLine(text=g.text, reason="", status=g.status, set_on=g.set_on, due_on=g.due_on)
        for g in sorted(mine.goals, key=lambda goal: goal.set_on)
    )


def _visits(source: PracticeReportSource, days: Period) -> tuple[VisitLine, ...]:
    mine = [
        one
        for one in source.visits
        if one.agreement_id == source.agreement.id and one.is_done and days.includes(one.on)
    ]
    return tuple(
        VisitLine(on=one.on, kind=one.kind, school_person=one.school_person, agreed=one.agreed)
        for one in sorted(mine, key=lambda one: one.on)
    )


def _refuse_bsn(report: PracticeReport) -> None:
    texts: Iterable[str] = (
        *(one.agreed for one in report.visits),
        *(one.text for one in report.goals or ()),
        *(one.text for one in report.agreements or ()),
    )
    refuse_bsn(*texts)
