"""Signals for Vandaag: what needs attention, from what is already in the store."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ca_desktop.db.queries import signals as signal_queries
from ca_desktop.db.queries import waiting as waiting_queries
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.accounts import AccountRole
from ca_desktop.domain.dates import format_date
from ca_desktop.domain.half_days import HalfDays
from ca_desktop.domain.permissions import Action, may
from ca_desktop.domain.signals import Signal, SignalKind, Urgency, urgency_of
from ca_desktop.domain.waiting import WaitingLine, who_can_come
from ca_desktop.i18n import _, current_language
from ca_desktop.services.centre_signals import centre_signals
from ca_desktop.services.file_signals import file_signals
from ca_desktop.services.flow_signals import aftercare_due, fell_in_a_gap, files_to_close
from ca_desktop.services.practice_signals import practice_signals
from ca_desktop.services.service import Service, allowed
from ca_desktop.services.supervisor_signals import supervisor_signals

_ORDER = tuple(Urgency)


class SignalService(Service):
    """What a user can see on Vandaag."""

    @allowed(Action.SEE_SIGNALS)
    def all(self) -> Sequence[Signal]:
        """Every signal within reach: overdue first, then on date, then on name."""
        with self._database.read() as uow:
            found = [
                *self._reviews(uow),
                *self._follow_ups(uow),
                *self._without_supervisor(uow),
                *self._free_places(uow),
                *self._trajectories(uow),
                *file_signals(uow, self._reach, self._actor.role),
                *practice_signals(uow, self._reach, self._actor.role),
                *supervisor_signals(uow, self._reach, self._actor, self._today()),
                *centre_signals(uow, self._actor.role, self._today()),
                *self._flow(uow),
            ]
        return sorted(
            found,
            key=lambda s: (_ORDER.index(s.urgency), s.due_on or self._today(), s.who),
        )

    def _more(self, found: signal_queries.Found, kind: SignalKind, page: str) -> Iterator[Signal]:
        """What stands behind the first rows is said, beside the last of them."""
        if not found.more:
            return
        due_on = found.rows[-1].due_on
        yield Signal(
            kind=kind,
            urgency=urgency_of(due_on, self._today()) or Urgency.SOON,
            who=(
                _("And {n} more", n=found.more)
                if found.is_counted
                else _("And more than {n} others", n=found.more)
            ),
            what=_("Only the first {n} of this kind stand here.", n=len(found.rows)),
            action=_("Open the list"),
            page=page,
            record_id=None,
            due_on=due_on,
        )

    def _person_signal(
        self, row: signal_queries.PersonRow, kind: SignalKind, what: str, action: str, page: str
    ) -> Iterator[Signal]:
        urgency = urgency_of(row.due_on, self._today())
        if urgency is not None:
            yield Signal(
                kind=kind,
                urgency=urgency,
                who=row.name.full,
                what=what,
                action=action,
                page=page,
                record_id=row.record_id,
                due_on=row.due_on,
                participant_id=row.participant_id,
            )

    def _reviews(self, uow: UnitOfWork) -> Iterator[Signal]:
        reach = self._reach(Action.SEE_SIGNALS)
        found = signal_queries.reviews(uow, reach, current_language())
        yield from self._more(found, SignalKind.REVIEW, "placements")
        for row in found.rows:
            what = _("Review of {role} on {day}", role=row.detail, day=format_date(row.due_on))
            places = may(self._actor.role, Action.PLACE)
            action = _("Review placement") if places else _("Open placement")
            yield from self._person_signal(row, SignalKind.REVIEW, what, action, "placements")

    def _follow_ups(self, uow: UnitOfWork) -> Iterator[Signal]:
        if self._actor.role is AccountRole.READER:
            return
        found = signal_queries.follow_ups(uow, self._reach(Action.SEE_SIGNALS))
        yield from self._more(found, SignalKind.FOLLOW_UP, "entries")
        for row in found.rows:
            what = _("Come back to it on {day}", day=format_date(row.due_on))
            what = f"{what}: {row.detail}" if row.detail else what
            action = _("Open note")
            yield from self._person_signal(row, SignalKind.FOLLOW_UP, what, action, "entries")

    def _without_supervisor(self, uow: UnitOfWork) -> Iterator[Signal]:
        if not may(self._actor.role, Action.SEE_FILE):
            return
        found = signal_queries.without_supervisor(uow, self._reach(Action.SEE_SIGNALS))
        yield from self._more(found, SignalKind.NO_SUPERVISOR, "participants")
        chooses = may(self._actor.role, Action.TAKE_IN)
        for row in found.rows:
            yield Signal(
                kind=SignalKind.NO_SUPERVISOR,
                urgency=Urgency.THIS_WEEK,
                who=row.name.full,
                what=_("Has no fixed supervisor"),
                action=_("Choose supervisor") if chooses else _("Open file"),
                page="participants",
                record_id=row.participant_id,
                due_on=None,
                participant_id=row.participant_id,
                section="agreements",
                child="new" if chooses else None,
            )

    def _free_places(self, uow: UnitOfWork) -> Iterator[Signal]:
        """A place goes to who waits longest, also to somebody out of reach; the signal is only
        for who is within reach.
        """
        lines = waiting_queries.lines(uow, self._reach(Action.SEE_SIGNALS), current_language())
        mine = {line.id: line for line in lines}
        if not mine:
            return
        every = waiting_queries.open_lines(uow)
        places = waiting_queries.places(uow, self._today(), {one.role_id for one in every})
        for waiting, half_days in who_can_come(every, places):
            if waiting.id in mine:
                yield self._free_place(mine[waiting.id], half_days)

    def _free_place(self, line: WaitingLine, half_days: HalfDays) -> Signal:
        what = _(
            "Waits for {role} since {day}; there is a place on {half_days}",
            role=line.role,
            day=format_date(line.waiting.since_on),
            half_days=half_days.text,
        )
        may_place = may(self._actor.role, Action.PLACE)
        return Signal(
            kind=SignalKind.PLACE_FREE,
            urgency=Urgency.THIS_WEEK,
            who=line.participant.full,
            what=what,
            action=_("Place …") if may_place else _("See waiting list"),
            page="roles",
            record_id=line.id,
            due_on=None,
            participant_id=line.waiting.participant_id,
        )

    def _trajectories(self, uow: UnitOfWork) -> Iterator[Signal]:
        if not may(self._actor.role, Action.SEE_FILE):
            return
        found = signal_queries.ending_trajectories(uow, self._reach(Action.SEE_SIGNALS))
        yield from self._more(found, SignalKind.TRAJECTORY_ENDS, "participants")
        for row in found.rows:
            what = _(
                "Trajectory with {partner} ends on {day}",
                partner=row.detail,
                day=format_date(row.due_on),
            )
            action = _("Open trajectory")
            for signal in self._person_signal(
                row, SignalKind.TRAJECTORY_ENDS, what, action, "participants"
            ):
                yield replace(
                    signal,
                    record_id=row.participant_id,
                    section="agreements",
                    child=row.record_id,
                )

    def _flow(self, uow: UnitOfWork) -> Iterator[Signal]:
        if may(self._actor.role, Action.KEEP_AFTERCARE):
            yield from aftercare_due(uow, self._reach(Action.KEEP_AFTERCARE))
        if may(self._actor.role, Action.SEE_FLOW):
            yield from fell_in_a_gap(uow, self._reach(Action.SEE_FLOW))
        if may(self._actor.role, Action.TAKE_IN):
            yield from files_to_close(uow, self._reach(Action.TAKE_IN))
