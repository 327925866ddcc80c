"""Signals out of files: an evaluation that is due, a longest time that is near, an old document."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from uuid import UUID

from ca_desktop.db.queries import file_dates
from ca_desktop.db.queries.signals import MOST_ROWS, PersonRow
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.accounts import AccountRole
from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.dates import format_date
from ca_desktop.domain.permissions import Action, Reach, may
from ca_desktop.domain.signals import (
    TERM_SOON_DAYS,
    Signal,
    SignalKind,
    Urgency,
    others,
    urgency_of,
)
from ca_desktop.domain.trajectories import LegalForm
from ca_desktop.domain.trajectory_terms import term_of
from ca_desktop.i18n import _, current_language

Reaches = Callable[[Action], Reach]


def file_signals(uow: UnitOfWork, reach: Reaches, role: AccountRole) -> Iterator[Signal]:
    """Those that this account may see, about people within its reach."""
    if may(role, Action.SEE_FILE):
        yield from _evaluations(uow, reach(Action.SEE_FILE))
        yield from _terms(uow, reach(Action.SEE_FILE))
    if may(role, Action.SEE_DOCUMENTS):
        yield from _documents(uow, reach)
    if may(role, Action.CHANGE_CITIZEN_NUMBER):
        for row in file_dates.numbers_without_ground(uow, reach(Action.CHANGE_CITIZEN_NUMBER)).rows:
            what = _("The BSN is no longer required. Remove it in the restricted part.")
            yield from _signal(SignalKind.CITIZEN_NUMBER, Urgency.THIS_WEEK, row, what)


def _spot(kind: SignalKind, row: PersonRow) -> tuple[str, str, UUID | None]:
    """The words on the button, and the section and record of the file that it opens."""
    if kind is SignalKind.DOCUMENT:
        return _("Open document"), "documents", row.record_id
    if kind is SignalKind.CITIZEN_NUMBER:  # the door stays closed until somebody opens it
        return _("Open restricted part"), "restricted", None
    return _("Open trajectory"), "agreements", row.record_id


def _evaluations(uow: UnitOfWork, reach: Reach) -> Iterator[Signal]:
    for row in file_dates.evaluations(uow, reach).rows:
        day = format_date(row.due_on)
        what = _("Evaluation with {partner} on {day}", partner=row.detail, day=day)
        urgency = urgency_of(row.due_on, reach.today)
        yield from _signal(SignalKind.EVALUATION, urgency, row, what)


def _documents(uow: UnitOfWork, reach: Reaches) -> Iterator[Signal]:
    seen = reach(Action.SEE_DOCUMENTS)
    for row in file_dates.expiring_documents(uow, seen, reach(Action.SEE_RESTRICTED)).rows:
        day = format_date(row.due_on)
        what = _("Document “{title}” valid until {day}", title=row.detail, day=day)
        urgency = urgency_of(row.due_on, seen.today)
        yield from _signal(SignalKind.DOCUMENT, urgency, row, what)


def _terms(uow: UnitOfWork, reach: Reach) -> Iterator[Signal]:
    found = sorted(_every_term(uow, reach), key=lambda one: one.due_on or reach.today)
    yield from found[:MOST_ROWS]
    if len(found) > MOST_ROWS:
        day = found[MOST_ROWS].due_on or reach.today
        yield others(SignalKind.LONGEST_TIME, day, reach.today, "participants", MOST_ROWS)


def _every_term(uow: UnitOfWork, reach: Reach) -> Iterator[Signal]:
    """Eight weeks before the longest time ends, unless the agreed end lies before it."""
    catalogue, language = load_catalogue(), current_language()
    months = {LegalForm(f.code): f.max_months for f in catalogue.legal_forms if f.max_months}
    soon = reach.today + timedelta(days=TERM_SOON_DAYS)
    found = file_dates.near_their_longest_time(uow, reach, months, soon)
    of_person = file_dates.times_in_forms(uow, list({one.participant_id for one, _n, _b in found}))
    for one, name, born_on in found:
        term = term_of(one, of_person[one.participant_id], born_on, catalogue)
        last = term.ends_by
        if term.extended_until and one.ends_on and last and one.ends_on > last:
            last = term.extended_until  # the extension was agreed on
        if last is None or (one.ends_on is not None and one.ends_on < last):
            continue
        form = catalogue.legal_form(one.legal_form or "").name.in_(language)
        what = _("{form} may last until {day} at most", form=form, day=format_date(last))
        row = PersonRow(
            participant_id=one.participant_id,
            name=name,
            record_id=one.id,
            due_on=last,
            detail="",
        )
        urgency = urgency_of(last, reach.today, TERM_SOON_DAYS)
        yield from _signal(SignalKind.LONGEST_TIME, urgency, row, what)


def _signal(
    kind: SignalKind, urgency: Urgency | None, row: PersonRow, what: str
) -> Iterator[Signal]:
    if urgency is not None:
        action, section, child = _spot(kind, row)
        yield Signal(
            kind=kind,
            urgency=urgency,
            who=row.name.full,
            what=what,
            action=action,
            page="participants",
            record_id=row.participant_id,
            due_on=row.due_on,
            participant_id=row.participant_id,
            section=section,
            child=child,
        )
