"""The numbers of a progress report: presence, scores, guidance, as far as the lens shows them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Protocol
from uuid import UUID

from ca_desktop.domain.attendance import Attendance, AttendanceCode
from ca_desktop.domain.dates import Period, iso_week
from ca_desktop.domain.entries import Entry, GuidanceForm, Visibility, summary_rests_on
from ca_desktop.domain.goals import Score
from ca_desktop.domain.privacy import DataElement, Lens, RecipientKind
from ca_desktop.domain.progress_lines import (
    AgreementLine,
    AttendanceSummary,
    FormCount,
    GuidanceSummary,
    NoteLine,
    ScorePoint,
    ScoreSeries,
    ScoreTable,
    WeekPresence,
)

REPORT_SCALE = "ZELFST4"
_NOT_EXPECTED = frozenset({AttendanceCode.SCHOOL, AttendanceCode.HOLIDAY})
_REPORTED = frozenset({AttendanceCode.EXCUSED, AttendanceCode.SICK, AttendanceCode.LEAVE})


class ScaleNames(Protocol):
    """The names of skills by key and the words of the scale's steps, in the paper's language."""

    @property
    def skill_names(self) -> Mapping[str, str]: ...

    @property
    def scale_words(self) -> tuple[str, ...]: ...


def attendance_summary(
    view: Lens, lines: Iterable[Attendance], period: Period
) -> AttendanceSummary | None:
    """Half-days present and absent. On school days and holidays nobody was expected here; what
    isn't filled in is counted apart: it says nothing about absence.
    """
    if not view.shows(DataElement.ATTENDANCE):
        return None
    inside = [one for one in lines if period.includes(one.on) and one.code not in _NOT_EXPECTED]
    known = [one for one in inside if one.code is not AttendanceCode.UNKNOWN]
    codes = Counter(one.code for one in known)
    present = codes[AttendanceCode.PRESENT]
    absent = len(known) - present
    reported = sum(codes[code] for code in _REPORTED)
    shows_reported = view.shows(DataElement.ABSENCE_REPORTED)
    return AttendanceSummary(
        recorded=len(known),
        present=present,
        absent=absent,
        unknown=len(inside) - len(known),
        minutes=sum(one.minutes for one in known),
        weeks=_weeks(known),
        reported=reported if shows_reported else None,
        unreported=absent - reported if shows_reported else None,
        sick=codes[AttendanceCode.SICK] if view.shows(DataElement.ABSENCE_SICK) else None,
        per_code=tuple(
            (c, codes[c]) for c in AttendanceCode if codes[c] and c is not AttendanceCode.PRESENT
        )
        if view.shows(DataElement.ABSENCE_REASON)
        else None,
    )


def _weeks(lines: Sequence[Attendance]) -> tuple[WeekPresence, ...]:
    recorded = Counter(iso_week(one.on) for one in lines)
    present = Counter(iso_week(one.on) for one in lines if one.code is AttendanceCode.PRESENT)
    return tuple(
        WeekPresence(week=week, recorded=recorded[week], present=present[week])
        for week in sorted(recorded)
    )


def score_table(
    view: Lens, scores: Iterable[Score], period: Period, names: ScaleNames
) -> ScoreTable | None:
    """The scores on the report's one scale, a series per skill; the last score of a day counts."""
    if not view.shows(DataElement.WORK_SKILL_SCORES):
        return None
    by_skill: dict[str, dict[date, int]] = defaultdict(dict)
    for score in scores:
        if score.scale == REPORT_SCALE and period.includes(score.on):
            by_skill[score.skill][score.on] = score.value
    order = [*names.skill_names, *sorted(by_skill.keys() - names.skill_names.keys())]
    return ScoreTable(
        words=names.scale_words,
        starts_on=period.starts_on,
        ends_on=period.ends_on or period.starts_on,
        series=tuple(
            ScoreSeries(
                skill=names.skill_names.get(skill, skill),
                points=tuple(
                    ScorePoint(on=on, value=value) for on, value in sorted(by_skill[skill].items())
                ),
            )
            for skill in order
            if skill in by_skill
        ),
    )


def guidance_summary(
    view: Lens, entries: Iterable[Entry], period: Period, summary: str
) -> GuidanceSummary | None:
    """Contacts and minutes per form, and on how many notes the supervisor's summary rests.

    For whom incidents are not shown, they are counted as another contact.
    """
    if not view.shows(DataElement.GUIDANCE_COUNTS):
        return None
    inside = [entry for entry in entries if period.includes(entry.on)]
    internal = sum(entry.visibility is Visibility.INTERNAL for entry in inside)
    may_rest_on = summary_rests_on(for_participant=view.recipient is RecipientKind.PARTICIPANT)
    shows_incidents = view.shows(DataElement.INCIDENTS)
    contacts: Counter[GuidanceForm | None] = Counter()
    minutes: Counter[GuidanceForm | None] = Counter()
    for entry in inside:
        hidden = entry.form is GuidanceForm.INCIDENT and not shows_incidents
        form = None if hidden else entry.form
        contacts[form] += 1
        minutes[form] += entry.minutes
    return GuidanceSummary(
        forms=tuple(
            FormCount(form=form, contacts=contacts[form], minutes=minutes[form])
            for form in (*GuidanceForm, None)
            if contacts[form]
        ),
        contacts=len(inside),
        minutes=sum(minutes.values()),
        used=sum(entry.visibility in may_rest_on for entry in inside),
        total=len(inside),
        internal=internal,
        summary=summary if view.shows(DataElement.GUIDANCE_SUMMARY) else None,
    )


def agreements(
    view: Lens, entries: Iterable[Entry], period: Period
) -> tuple[AgreementLine, ...] | None:
    """What was agreed in contacts, from the entries that this recipient's report may use."""
    if not view.shows(DataElement.GOALS_AGREEMENTS):
        return None
    return tuple(
        AgreementLine(
            on=entry.on,
            text=entry.agreement,
            follow_up_on=entry.follow_up_on,
            is_done=entry.follow_up_done,
        )
        for entry in _usable(view, entries, period)
        if entry.agreement.strip()
    )


def notes(
    view: Lens, entries: Iterable[Entry], period: Period, supervisors: Mapping[UUID, str]
) -> tuple[NoteLine, ...] | None:
    """The notes as they were written; internal ones only for the participant who asked for them."""
    if not view.shows(DataElement.ENTRIES_RAW):
        return None
    return tuple(_note(entry, supervisors) for entry in _usable(view, entries, period))


def incidents(
    view: Lens, entries: Iterable[Entry], period: Period, supervisors: Mapping[UUID, str]
) -> tuple[NoteLine, ...] | None:
    """Incidents, where they don't already stand among the notes."""
    if not view.shows(DataElement.INCIDENTS) or view.shows(DataElement.ENTRIES_RAW):
        return None
    return tuple(
        _note(entry, supervisors)
        for entry in _usable(view, entries, period)
        if entry.form is GuidanceForm.INCIDENT
    )


def _usable(view: Lens, entries: Iterable[Entry], period: Period) -> list[Entry]:
    """Entries whose own words this recipient may read, oldest first."""
    allowed = {Visibility.REPORT}
    if view.recipient is RecipientKind.PARTICIPANT:
        allowed.add(Visibility.PARTICIPANT)
    if view.shows(DataElement.ENTRIES_INTERNAL):
        allowed.add(Visibility.INTERNAL)
    shows_incidents = view.shows(DataElement.INCIDENTS)
    usable = [
        entry
        for entry in entries
        if period.includes(entry.on)
        and entry.visibility in allowed
        and (shows_incidents or entry.form is not GuidanceForm.INCIDENT)
    ]
    return sorted(usable, key=lambda entry: (entry.on, entry.written_at))


def _note(entry: Entry, supervisors: Mapping[UUID, str]) -> NoteLine:
    return NoteLine(
        on=entry.on,
        form=entry.form,
        minutes=entry.minutes,
        supervisor=supervisors.get(entry.supervisor_id, "") if entry.supervisor_id else "",
        text=entry.text,
        agreement=entry.agreement,
        is_internal=entry.visibility is Visibility.INTERNAL,
    )
