"""The numbers of a progress report: scores and guidance, as far as the lens shows them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Protocol
from uuid import UUID

from ca_desktop.domain.dates import Period
from ca_desktop.domain.entries import Entry, GuidanceForm, Visibility, summary_rests_on
from ca_desktop.domain.goals import Score
from ca_desktop.domain.privacy import DataElement, Lens, RecipientKind
from ca_desktop.domain.progress_lines import (
    AgreementLine,
    FormCount,
    GuidanceSummary,
    NoteLine,
    ScorePoint,
    ScoreSeries,
    ScoreTable,
)

REPORT_SCALE = "ZELFST4"


class ScaleNames(Protocol):
    """The names of skills by key and the words of the scale's steps, in the paper's language."""

    @property
    def skill_names(self) -> Mapping[str, str]: ...

    @property
    def scale_words(self) -> tuple[str, ...]: ...


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

    For whom incidents are not shown, they are counted as another contact, and so is a visit of a
    school on the paper of any other partner: it tells that there is a school. How many notes
    there are in all is only told to the participant.
    """
    if not view.shows(DataElement.GUIDANCE_COUNTS):
        return None
    inside = [entry for entry in entries if period.includes(entry.on)]
    hidden = _hidden_forms(view)
    contacts: Counter[GuidanceForm | None] = Counter()
    minutes: Counter[GuidanceForm | None] = Counter()
    for entry in inside:
        form = None if entry.form in hidden else entry.form
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
        used=sum(stands_beside(entry, view) for entry in inside),
        total=len(inside) if view.recipient is RecipientKind.PARTICIPANT else None,
        summary=summary if view.shows(DataElement.GUIDANCE_SUMMARY) else None,
    )


def stands_beside(entry: Entry, view: Lens) -> bool:
    """Whether a summary for this recipient may rest on the note: by its visibility, and on an
    incident only where incidents are shown.
    """
    for_participant = view.recipient is RecipientKind.PARTICIPANT
    is_shown = entry.form is not GuidanceForm.INCIDENT or view.shows(DataElement.INCIDENTS)
    return is_shown and entry.visibility in summary_rests_on(for_participant=for_participant)


def _hidden_forms(view: Lens) -> frozenset[GuidanceForm]:
    """The forms of contact that tell this recipient something he may not know."""
    school = view.recipient in (RecipientKind.PARTICIPANT, RecipientKind.SCHOOL)
    incidents = view.shows(DataElement.INCIDENTS)
    return frozenset(
        ({GuidanceForm.INCIDENT} if not incidents else set())
        | ({GuidanceForm.SCHOOL_VISIT} if not school else set())
    )


def agreements(
    view: Lens, entries: Iterable[Entry], period: Period, supervisors: Mapping[UUID, str]
) -> tuple[AgreementLine, ...] | None:
    """What was agreed in contacts, from the entries that this recipient's report may use."""
    if not view.shows(DataElement.GOALS_AGREEMENTS):
        return None
    return tuple(
        AgreementLine(
            on=entry.on,
            form=None if entry.form in _hidden_forms(view) else entry.form,
            supervisor=_supervisor(entry, supervisors),
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


def _supervisor(entry: Entry, supervisors: Mapping[UUID, str]) -> str:
    return supervisors.get(entry.supervisor_id, "") if entry.supervisor_id else ""


def _note(entry: Entry, supervisors: Mapping[UUID, str]) -> NoteLine:
    return NoteLine(
        on=entry.on,
        form=entry.form,
        minutes=entry.minutes,
        supervisor=_supervisor(entry, supervisors),
        text=entry.text,
        agreement=entry.agreement,
        is_internal=entry.visibility is Visibility.INTERNAL,
    )
