"""Participants: taking somebody in, the file, the fixed supervisor, and the list at any size."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from ca_desktop.db.queries import participant_names
from ca_desktop.db.queries import participants as participant_queries
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain import last_days
from ca_desktop.domain.errors import NotFound, Problem, refuse
from ca_desktop.domain.participants import (
    FixedSupervisor,
    Participant,
    ParticipantFilter,
    ParticipantLine,
    ParticipantSort,
    fixed_supervisor_problems,
    problems,
)
from ca_desktop.domain.partners import tidy_postcode
from ca_desktop.domain.permissions import Action, Reach, may
from ca_desktop.domain.stages import StageChange
from ca_desktop.i18n import N_, _, current_language
from ca_desktop.services.service import Service, allowed


class ParticipantService(Service):
    """What a user can do with participants."""

    @allowed(Action.SEE_PARTICIPANTS)
    def order(self, sort: ParticipantSort, chosen: ParticipantFilter) -> Sequence[int]:
        """Row keys of everybody within reach and filter, in this order; for a list of any size.

        To filter on a partner, stage or tag is to look into the file.
        """
        reach = self._reach_of(chosen)
        with self._database.read() as uow:
            return participant_queries.order(uow, reach, sort, chosen)

    @allowed(Action.SEE_PARTICIPANTS)
    def fitting(self, chosen: ParticipantFilter) -> frozenset[int]:
        """Row keys of everybody within reach and filter."""
        reach = self._reach_of(chosen)
        with self._database.read() as uow:
            return participant_queries.fitting(uow, reach, chosen)

    def _reach_of(self, chosen: ParticipantFilter) -> Reach:
        if chosen.looks_into_the_file:
            self.demand(Action.SEE_FILE)
        return self._reach(Action.SEE_PARTICIPANTS)

    @allowed(Action.SEE_FILE)
    def tags(self) -> Sequence[str]:
        """The tags in use within reach, in the order of the alphabet."""
        reach = self._reach(Action.SEE_FILE)
        with self._database.read() as uow:
            return participant_queries.tags(uow, reach)

    @allowed(Action.SEE_PARTICIPANTS)
    def matching(self, search: str) -> frozenset[int] | None:
        """Row keys of those whose name, number or place holds all words; None for an empty
        search.
        """
        reach = self._reach(Action.SEE_PARTICIPANTS)
        with self._database.read() as uow:
            return participant_queries.matching(uow, reach, search)

    @allowed(Action.SEE_PARTICIPANTS)
    def lines(self, rows: Sequence[int]) -> Sequence[ParticipantLine]:
        """The list lines of these row keys, in the same order."""
        reach = self._reach(Action.SEE_PARTICIPANTS)
        with self._database.read() as uow:
            return participant_queries.lines(uow, reach, rows, current_language())

    @allowed(Action.SEE_PARTICIPANTS)
    def line(self, participant_id: UUID) -> ParticipantLine:
        """The list line of one participant; NotFound when gone, NotAllowed when out of reach."""
        reach = self._reach(Action.SEE_PARTICIPANTS)
        with self._database.read() as uow:
            self._require(uow, Action.SEE_PARTICIPANTS, participant_id)
            rows = participant_queries.row_of(uow, participant_id)
            found = participant_queries.lines(uow, reach, rows, current_language())
            if not found:
                raise NotFound(_("This participant is no longer there."))
        return found[0]

    @allowed(Action.SEE_PARTICIPANTS)
    def find(self, search: str, limit: int = 12) -> Sequence[ParticipantLine]:
        """The first lines that match, on name: for pickers and the global search."""
        reach = self._reach(Action.SEE_PARTICIPANTS)
        with self._database.read() as uow:
            hits = participant_queries.matching(uow, reach, search)
            if hits is None:
                return []
            rows = participant_queries.first_by_name(uow, hits, limit)
            return participant_queries.lines(uow, reach, rows, current_language())

    @allowed(Action.SEE_PARTICIPANTS)
    def get(self, participant_id: UUID) -> Participant:
        """The participant, with what this account may see of the file; NotFound when gone,
        NotAllowed when out of reach.
        """
        with self._database.read() as uow:
            self._require(uow, Action.SEE_PARTICIPANTS, participant_id)
            return self._shown(uow.of(Participant).get(participant_id))

    def _shown(self, person: Participant) -> Participant:
        return person if may(self._actor.role, Action.SEE_FILE) else person.without_file()

    @allowed(Action.SEE_PARTICIPANTS)
    def named(self, number_or_name: str) -> Participant:
        """By readable number or exactly this full name; NotFound gives the nearest names."""
        reach, language = self._reach(Action.SEE_PARTICIPANTS), current_language()
        with self._database.read() as uow:
            rows = participant_names.named(uow, reach, number_or_name)
            lines = participant_queries.lines(uow, reach, rows[:5], language)
            if len(rows) == 1:
                return self._shown(uow.of(Participant).get(lines[0].id))
            nearest = lines or participant_names.nearest(uow, reach, number_or_name, language)
        names = [f"{line.number} {line.name.full}" for line in nearest]
        if rows:
            raise NotFound(
                _(
                    "More than one participant is called “{name}”. Use the number.",
                    name=number_or_name,
                ),
                names,
            )
        raise NotFound(_("There is no participant “{name}”.", name=number_or_name), names)

    @allowed(Action.TAKE_IN)
    def new(self) -> Participant:
        """An empty participant who starts today; the number is given on saving."""
        return Participant(number=0, starts_on=self._today())

    @allowed(Action.TAKE_IN)
    def take_in(self, participant: Participant) -> Participant:
        """Keep a new participant and give the next number."""
        participant = replace(participant, postcode=tidy_postcode(participant.postcode))
        refuse([*problems(participant), *self._of_last_day(None, participant)])
        with self._database.write(self._actor, N_("Take in participant")) as uow:
            participant = uow.numbered(participant)
            uow.save(participant)
        return participant

    @allowed(Action.CHANGE_PARTICIPANTS)
    def change(self, participant: Participant) -> Participant:
        """Keep a changed participant. The stage stays as it is: StageService changes that. In a
        closed file a mended last day mends the step that closed it too.
        """
        participant = replace(participant, postcode=tidy_postcode(participant.postcode))
        refuse(problems(participant))
        with self._database.write(self._actor, N_("Change participant")) as uow:
            self._require(uow, Action.CHANGE_PARTICIPANTS, participant.id)
            before = uow.of(Participant).get(participant.id)
            refuse(self._of_last_day(before, participant))
            participant = replace(participant, stage=before.stage)
            if participant.ended_on != before.ended_on:
                _mend_closing(uow, participant)
            uow.save(participant)
        return participant

    def _of_last_day(self, before: Participant | None, after: Participant) -> list[Problem]:
        may_close = may(self._actor.role, Action.TAKE_IN)
        return list(last_days.problems(before, after, self._today(), may_close=may_close))

    @allowed(Action.TAKE_IN)
    def remove(self, participant_id: UUID) -> None:
        """Remove somebody who was entered by mistake: only while nothing is attached."""
        with self._database.write(self._actor, N_("Remove participant")) as uow:
            uow.remove(uow.of(Participant).get(participant_id))

    @allowed(Action.SEE_FILE)
    def fixed_supervisors(self, participant_id: UUID) -> Sequence[FixedSupervisor]:
        """Everyone who was or is fixed supervisor, newest first."""
        with self._database.read() as uow:
            self._require(uow, Action.SEE_FILE, participant_id)
            found = uow.of(FixedSupervisor).all(participant_id=participant_id)
        return sorted(found, key=lambda fixed: fixed.starts_on, reverse=True)

    @allowed(Action.TAKE_IN)
    def save_fixed_supervisor(self, fixed: FixedSupervisor) -> FixedSupervisor:
        """Say who is the fixed supervisor; this decides who may open the file."""
        with self._database.write(self._actor, N_("Set fixed supervisor")) as uow:
            others = tuple(uow.of(FixedSupervisor).all(participant_id=fixed.participant_id))
            refuse(fixed_supervisor_problems(fixed, others))
            uow.save(fixed)
        return fixed

    @allowed(Action.TAKE_IN)
    def remove_fixed_supervisor(self, fixed_id: UUID) -> None:
        """Take back a fixed supervisor that was entered by mistake."""
        with self._database.write(self._actor, N_("Remove fixed supervisor")) as uow:
            uow.remove(uow.of(FixedSupervisor).get(fixed_id))


def _mend_closing(uow: UnitOfWork, participant: Participant) -> None:
    """Let the step that closed the file tell the same day as the file."""
    if participant.stage.is_closed and participant.ended_on is not None:
        steps = uow.of(StageChange).all(participant_id=participant.id)
        step = last_days.mended(steps, participant.ended_on)
        if step is not None:
            uow.save(step)
