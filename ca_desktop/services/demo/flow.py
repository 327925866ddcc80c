"""How people of the demo centre left, and what the contacts after that told."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ca_desktop.domain.aftercare import Aftercare, AftercareResult, planned
from ca_desktop.domain.placements import Outcome
from ca_desktop.domain.stages import Stage, StageChange
from ca_desktop.services.demo.chance import Chance
from ca_desktop.services.demo.lives import Life

_NEXT_STEPS = {
    Outcome.PAID_WORK: "Baan bij een bedrijf in de buurt",
    Outcome.SUPPORTED_WORK: "Baan met een jobcoach",
    Outcome.SHELTERED_WORK: "Beschutte werkplek bij het werkbedrijf",
    Outcome.EDUCATION: "Opleiding bij het mbo",
    Outcome.OTHER_DAY_ACTIVITY: "Dagbesteding dichter bij huis",
}
_RESULTS = {
    Outcome.STOPPED: (
        AftercareResult.NOT_REACHED,
        AftercareResult.STOPPED,
        AftercareResult.ELSEWHERE,
        AftercareResult.WANTS_BACK,
    ),
    Outcome.MOVED: (AftercareResult.ELSEWHERE, AftercareResult.NOT_REACHED),
}
_USUALLY = (
    AftercareResult.STILL_THERE,
    AftercareResult.STILL_THERE,
    AftercareResult.STILL_THERE,
    AftercareResult.ELSEWHERE,
    AftercareResult.STOPPED,
)
_LEFT_LYING = 28  # a contact of the last four weeks has not been made yet


class Leaving:
    """How files of people who left ended; with a chance of its own: the rest stays the same."""

    def __init__(self, seed: int, today: date) -> None:
        self._chance = Chance(seed + 1)
        self._today = today

    def of(self, life: Life) -> Iterator[StageChange | Aftercare]:
        """How the file was finished, and the contacts after it; nothing for who is still here."""
        ended_on = life.participant.ended_on
        if ended_on is None or ended_on > self._today:
            return
        outcome = life.placements[-1].outcome or Outcome.STOPPED
        yield StageChange(
            id=self._chance.new_id(),
            participant_id=life.participant.id,
            before=Stage.ACTIVE,
            after=Stage.FINISHED,
            on=ended_on,
            outcome=outcome,
            next_step=_NEXT_STEPS.get(outcome, ""),
        )
        if not outcome.is_leaving:
            return
        keeper = life.fixed[-1].supervisor_id if life.fixed else None
        for contact in planned(life.participant.id, ended_on, keeper):
            yield self._told(replace(contact, id=self._chance.new_id()), outcome)

    def _told(self, contact: Aftercare, outcome: Outcome) -> Aftercare:
        if (self._today - contact.due_on).days < _LEFT_LYING:
            return contact
        done_on = self._chance.day_between(contact.due_on, self._today)
        done_on = min(done_on, date.fromordinal(contact.due_on.toordinal() + _LEFT_LYING))
        result = self._chance.one_of(_RESULTS.get(outcome, _USUALLY))
        return replace(contact, done_on=done_on, result=result)
