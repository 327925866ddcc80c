"""Builds the progress report through the privacy lens: only what this recipient may have."""

from dataclasses import replace
from datetime import date

from ca_desktop.domain import progress_numbers as numbers
from ca_desktop.domain.dates import Period
from ca_desktop.domain.errors import RuleBroken
from ca_desktop.domain.letterhead import letterhead
from ca_desktop.domain.paper_names import days_in_title, paper_file_name
from ca_desktop.domain.privacy import DataElement, Lens, RecipientKind, require_person
from ca_desktop.domain.progress_attendance import attendance_summary
from ca_desktop.domain.progress_lines import (
    Agreed,
    GoalLine,
    ProgressReport,
    RoleWorked,
    Signers,
)
from ca_desktop.domain.progress_people import number_of, person_of, recipient_of
from ca_desktop.domain.progress_source import (
    ProgressSource,
    addressed_trajectories,
    recipient_kind,
)
from ca_desktop.domain.report_scope import limited, scope_of
from ca_desktop.domain.trajectories import LegalRole, Trajectory
from ca_desktop.i18n import Translate, _, translator

__all__ = ["ProgressReport", "ProgressSource", "build_progress_report", "recipient_kind"]


def build_progress_report(
    view: Lens, source: ProgressSource, period: Period, language: str
) -> ProgressReport:
    """The report of a closed period.

    RuleBroken for a wrong period; UserError when the lens leaves no name, or when the partner has
    no trajectory for this person in this period.
    """
    starts_on, ends_on = _closed(period)
    require_person(view)
    if ends_on > source.made_on:
        raise RuleBroken(
            _("This period is not over yet. Choose an end date up to and including today.")
        )
    trajectories = addressed_trajectories(source, period)
    scope = scope_of(trajectories, source.partner.id if source.partner else None, period)
    source = limited(source, scope)
    t = translator(language)
    number = number_of(view, source, trajectories)
    roles = _legal_roles(view, trajectories)
    kind, between = t("Progress report"), t("to")
    head = ProgressReport(
        letterhead=letterhead(source.centre),
        language=language,
        title=f"{kind} {days_in_title(starts_on, ends_on, between)} · {number}",
        file_name=paper_file_name(t("progress report"), starts_on, ends_on, number, until=between),
        number=number,
        recipient=recipient_of(view, source),
        person=person_of(view, source, trajectories),
        starts_on=starts_on,
        ends_on=ends_on,
        covered=scope.days if scope.days != (period,) else (),
        made_on=source.made_on,
        author=source.author,
        legal_roles=roles,
        legal_basis=_legal_basis(view, source, roles, t),
        signers=_signers(source),
        included=tuple(view.included.items()),
    )
    return _with_contents(head, view, source, period, trajectories)


def _with_contents(
    head: ProgressReport,
    view: Lens,
    source: ProgressSource,
    period: Period,
    trajectories: tuple[Trajectory, ...],
) -> ProgressReport:
    entries, names = source.entries, source.supervisor_names
    agreed_here = source.participant.workplace_agreements
    next_step = _text(source, "next_step")
    days = head.covered or (period,)
    scored = _score_period(view, trajectories, period)
    return replace(
        head,
        agreed=_agreed(view, source, trajectories),
        roles=_roles(view, source, period),
        attendance=attendance_summary(
            view, source.attendance, source.placements, days, source.pauses
        ),
        workplace_agreements=agreed_here if view.shows(DataElement.WORKPLACE_AGREEMENTS) else None,
        goals=_goals(view, source, period),
        scores=numbers.score_table(view, source.scores, scored, source),
        guidance=numbers.guidance_summary(view, entries, period, _text(source, "text")),
        agreements=numbers.agreements(view, entries, period, names),
        incidents=numbers.incidents(view, entries, period, names),
        notes=numbers.notes(view, entries, period, names),
        next_step=next_step if view.shows(DataElement.NEXT_STEP_ADVICE) else None,
    )


def _signers(source: ProgressSource) -> Signers:
    return Signers(
        participant=source.participant.name.full,
        supervisor=source.supervisor,
        coordinator=source.coordinator,
    )


def _closed(period: Period) -> tuple[date, date]:
    if period.ends_on is None:
        raise RuleBroken(_("Fill in until when the report runs."))
    if period.ends_on < period.starts_on:
        raise RuleBroken(_("The period ends before it starts. Check both dates."))
    return period.starts_on, period.ends_on


def _legal_roles(view: Lens, trajectories: tuple[Trajectory, ...]) -> tuple[LegalRole, ...]:
    if not view.shows(DataElement.LEGAL_BASIS):
        return ()
    return tuple(dict.fromkeys(one.legal_role for one in trajectories))


def _legal_basis(
    view: Lens, source: ProgressSource, roles: tuple[LegalRole, ...], t: Translate
) -> tuple[str, ...]:
    """On what ground the recipient gets this: the trajectories', or the person's own wish."""
    if view.recipient is RecipientKind.EMPLOYER:
        return (t("At the written request of the participant"),)
    return tuple(words for role in roles if (words := source.basis_words.get(role, "")))


def _agreed(
    view: Lens, source: ProgressSource, trajectories: tuple[Trajectory, ...]
) -> tuple[Agreed, ...] | None:
    if not view.shows(DataElement.TRAJECTORY):
        return None
    own = {source.partner.id: source.partner.name} if source.partner else {}
    names = {**source.partner_names, **own}
    return tuple(
        Agreed(
            partner=names.get(one.partner_id, ""),
            purpose=one.purpose or source.purpose_words.get(one.legal_role, ""),
            goal=one.goal,
            goal_text=one.goal_text,
            starts_on=one.starts_on,
            ends_on=one.ends_on,
            half_days_per_week=one.half_days_per_week,
        )
        for one in trajectories
    )


def _roles(view: Lens, source: ProgressSource, period: Period) -> tuple[RoleWorked, ...] | None:
    if not view.shows(DataElement.PLACEMENTS):
        return None
    worked = [one for one in source.placements if one.period.overlaps(period)]
    return tuple(
        RoleWorked(
            role=source.role_names.get(one.role_id, ""),
            supervisor=source.supervisor_names.get(one.supervisor_id, "")
            if one.supervisor_id
            else "",
            starts_on=one.starts_on,
            ended_on=one.ended_on,
            half_days=one.half_days,
        )
        for one in sorted(worked, key=lambda placement: placement.starts_on)
    )


def _goals(view: Lens, source: ProgressSource, period: Period) -> tuple[GoalLine, ...] | None:
    """Goals worked on in the period; the reason behind a goal stays between person and centre."""
    if not view.shows(DataElement.GOALS_AGREEMENTS):
        return None
    worked = [
        goal
        for goal in source.goals
        if Period(starts_on=goal.set_on, ends_on=goal.closed_on).overlaps(period)
    ]
    is_own = view.recipient is RecipientKind.PARTICIPANT
    return tuple(
        GoalLine(
            text=goal.text,
            reason=goal.reason if is_own else "",
            status=goal.status,
            set_on=goal.set_on,
            due_on=goal.due_on,
        )
        for goal in sorted(worked, key=lambda goal: goal.set_on)
    )


def _score_period(view: Lens, trajectories: tuple[Trajectory, ...], period: Period) -> Period:
    """Scores are shown since the start of the trajectory, where the recipient knows that start."""
    if not view.shows(DataElement.TRAJECTORY):
        return period
    first = min((one.starts_on for one in trajectories), default=period.starts_on)
    return Period(starts_on=min(first, period.starts_on), ends_on=period.ends_on)


def _text(source: ProgressSource, field_name: str) -> str:
    """A text of the summary, without white space at its ends."""
    return str(getattr(source.summary, field_name)).strip() if source.summary else ""
