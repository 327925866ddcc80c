"""The summary of one report (person, recipient, period), and the notes it rests on."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from ca_desktop.db.queries import papers as paper_queries
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.entries import Entry, Visibility
from ca_desktop.domain.errors import UserError
from ca_desktop.domain.papers import ReportSummary
from ca_desktop.domain.privacy import Lens
from ca_desktop.domain.progress_numbers import stands_beside
from ca_desktop.domain.report_scope import scope_of
from ca_desktop.domain.trajectories import Trajectory
from ca_desktop.i18n import _
from ca_desktop.services.paper_terms import NoteCounts, ReportWish


def find_summary(uow: UnitOfWork, wish: ReportWish | ReportSummary) -> ReportSummary | None:
    """The summary that was written for this person, recipient and period."""
    return uow.of(ReportSummary).find(
        participant_id=wish.participant_id,
        partner_id=wish.partner_id,
        starts_on=wish.starts_on,
        ends_on=wish.ends_on,
    )


def summary_to_keep(
    uow: UnitOfWork, summary: ReportSummary, author: UUID, now: datetime
) -> ReportSummary:
    """The summary as it is kept: one for each report, by its true author.

    UserError when it was written for another report.
    """
    before = uow.of(ReportSummary).find(id=summary.id)
    if before is not None:
        refuse_other_report(before, summary)
    standing = find_summary(uow, summary) or summary
    return replace(summary, id=standing.id, written_by=author, written_at=now)


def refuse_other_report(summary: ReportSummary, wanted: ReportWish | ReportSummary) -> None:
    """UserError when this summary is not about this person, recipient and period."""
    if _report(summary) != _report(wanted):
        raise UserError(
            _("This summary belongs to another report. Open the report again and go on there.")
        )


def notes_beside(uow: UnitOfWork, wish: ReportWish, view: Lens) -> Sequence[Entry]:
    """The notes that a summary for this recipient may rest on, oldest first."""
    return [entry for entry in _notes(uow, wish) if stands_beside(entry, view)]


def count_notes(uow: UnitOfWork, wish: ReportWish, view: Lens) -> NoteCounts:
    """How many notes there are in this period, and how many of them stand beside the summary."""
    found = _notes(uow, wish)
    own = 0 if wish.partner_id is None else _count(found, Visibility.PARTICIPANT)
    return NoteCounts(
        total=len(found),
        used=sum(stands_beside(entry, view) for entry in found),
        internal=_count(found, Visibility.INTERNAL),
        own=own,
    )


def _count(entries: Iterable[Entry], visibility: Visibility) -> int:
    return sum(entry.visibility is visibility for entry in entries)


def _notes(uow: UnitOfWork, wish: ReportWish) -> list[Entry]:
    """The notes of the report's own days and trajectories."""
    trajectories = uow.of(Trajectory).all(participant_id=wish.participant_id)
    scope = scope_of(trajectories, wish.partner_id, wish.period)
    within = wish.participant_id, wish.starts_on, wish.ends_on
    return [one for one in paper_queries.entries_between(uow, *within) if scope.holds(one)]


def _report(one: ReportWish | ReportSummary) -> tuple[object, ...]:
    return one.participant_id, one.partner_id, one.starts_on, one.ends_on
