"""Signals about who left: aftercare that is due, and who stopped without a next step."""

from collections.abc import Iterator
from datetime import date, timedelta

from ca_desktop.db.queries import aftercare as aftercare_queries
from ca_desktop.db.queries import gaps as gap_queries
from ca_desktop.db.queries.signals import MOST_ROWS
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.dates import format_date
from ca_desktop.domain.permissions import Reach
from ca_desktop.domain.signals import Signal, SignalKind, Urgency, others, urgency_of
from ca_desktop.i18n import _
from ca_desktop.services.flow import GapReason, people_in_gaps

DUE_DAYS = 6


def aftercare_due(uow: UnitOfWork, reach: Reach) -> Iterator[Signal]:
    """Contacts that are overdue or due this week; the button goes to where they are recorded."""
    until = reach.today + timedelta(days=DUE_DAYS)
    rows = aftercare_queries.contact_rows(uow, reach, due_by=until, most=MOST_ROWS + 1)
    for row in rows[:MOST_ROWS]:
        contact = row.contact
        yield Signal(
            kind=SignalKind.AFTERCARE,
            urgency=urgency_of(contact.due_on, reach.today) or Urgency.SOON,
            who=row.name.full,
            what=_("{contact}, on {day}", contact=contact.text, day=format_date(contact.due_on)),
            action=_("Record aftercare"),
            page="reports",
            record_id=f"aftercare:{contact.id}",
            due_on=contact.due_on,
        )
    if len(rows) > MOST_ROWS:
        yield others(
            SignalKind.AFTERCARE, rows[-1].contact.due_on, reach.today, "reports", MOST_ROWS
        )


def fell_in_a_gap(uow: UnitOfWork, reach: Reach) -> Iterator[Signal]:
    """Who lately stopped, or is about to leave, without a next step. A trajectory that ends has a
    signal of its own.
    """
    since = reach.today - timedelta(weeks=load_catalogue().flow_term("weeks_after"))
    found = people_in_gaps(uow, reach, since)
    for gap in found[:MOST_ROWS]:
        stopped = gap.reason is GapReason.STOPPED
        what = (
            _("Stopped on {day} without a next step", day=format_date(gap.on))
            if stopped
            else _("Leaves on {day} without a next step", day=format_date(gap.on))
        )
        yield Signal(
            kind=SignalKind.NO_NEXT_STEP,
            urgency=Urgency.THIS_WEEK if stopped else _before_it(gap.on, reach),
            who=gap.name.full,
            what=what,
            action=_("Open file"),
            page="participants",
            record_id=gap.participant_id,
            due_on=gap.on,
            participant_id=gap.participant_id,
        )
    if len(found) > MOST_ROWS:
        yield others(
            SignalKind.NO_NEXT_STEP, found[MOST_ROWS].on, reach.today, "reports", MOST_ROWS
        )


def files_to_close(uow: UnitOfWork, reach: Reach) -> Iterator[Signal]:
    """Whose planned last day has passed: closing the file tells how it ended."""
    found = gap_queries.past_last_day(uow, reach, MOST_ROWS + 1)
    for one in found[:MOST_ROWS]:
        yield Signal(
            kind=SignalKind.CLOSE_FILE,
            urgency=Urgency.OVERDUE,
            who=one.name.full,
            what=_("The last day was {day}. Close the file.", day=format_date(one.on)),
            action=_("Open file"),
            page="participants",
            record_id=one.participant_id,
            due_on=one.on,
            participant_id=one.participant_id,
        )
    if len(found) > MOST_ROWS:
        yield others(
            SignalKind.CLOSE_FILE, found[MOST_ROWS].on, reach.today, "participants", MOST_ROWS
        )


def _before_it(on: date, reach: Reach) -> Urgency:
    return urgency_of(on, reach.today) or Urgency.SOON
