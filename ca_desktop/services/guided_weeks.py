"""Weeks of which somebody confirms that a student was guided, where no note says so."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from ca_desktop.domain.dates import iso_week, week_start
from ca_desktop.domain.errors import Problem, refuse
from ca_desktop.domain.guided_weeks import GuidedWeek
from ca_desktop.domain.permissions import Action
from ca_desktop.i18n import N_, _
from ca_desktop.services.practice_agreements import trainer_in
from ca_desktop.services.service import Service, allowed


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidedLine:
    """A guided week with the name of the supervisor."""

    guided: GuidedWeek
    supervisor: str

    @property
    def id(self) -> UUID:
        return self.guided.id


class GuidedWeekService(Service):
    """What a user can do with guided weeks."""

    @allowed(Action.SEE_ENTRIES)
    def of(self, participant_id: UUID) -> Sequence[GuidedLine]:
        """The confirmed weeks of one participant, newest first."""
        with self._database.read() as uow:
            self._require(uow, Action.SEE_ENTRIES, participant_id)
            found = uow.of(GuidedWeek).all(participant_id=participant_id, order_by="-monday")
            return [
                GuidedLine(guided=one, supervisor=trainer_in(uow, one.supervisor_id))
                for one in found
            ]

    @allowed(Action.WRITE_ENTRIES)
    def new(self, participant_id: UUID, monday: date | None = None) -> GuidedWeek:
        """A week to confirm: the last whole one where none is named."""
        day = monday or self._today() - timedelta(weeks=1)
        return GuidedWeek(
            participant_id=participant_id,
            monday=week_start(day),
            supervisor_id=self._actor.supervisor_id or UUID(int=0),
        )

    @allowed(Action.WRITE_ENTRIES)
    def save(self, guided: GuidedWeek) -> GuidedWeek:
        """Confirm a week that has begun, by any of its days; once per week."""
        guided = replace(guided, monday=week_start(guided.monday))
        with self._database.write(self._actor, N_("Confirm guided week")) as uow:
            self._require_record(uow, Action.WRITE_ENTRIES, guided)
            if guided.monday > self._today():
                refuse([Problem("monday", _("This week is still to come."))])
            other = uow.of(GuidedWeek).find(
                participant_id=guided.participant_id, monday=guided.monday
            )
            if other is not None and other.id != guided.id:
                week = iso_week(guided.monday)
                refuse([Problem("monday", _("Week {week} was confirmed already.", week=week))])
            uow.save(guided)
        return guided

    @allowed(Action.WRITE_ENTRIES)
    def remove(self, guided_id: UUID) -> None:
        """Take back a confirmation that was a mistake."""
        with self._database.write(self._actor, N_("Take back guided week")) as uow:
            guided = uow.of(GuidedWeek).get(guided_id)
            self._require(uow, Action.WRITE_ENTRIES, guided.participant_id)
            uow.remove(guided)
