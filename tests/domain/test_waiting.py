"""Places and who can come: in the order of waiting, never more people than places."""

from datetime import date, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from ca_desktop.domain.half_days import HalfDay, HalfDays
from ca_desktop.domain.waiting import WORK_WEEK, Places, Waiting, who_can_come

ROLE, SINCE = UUID(int=9), date(2026, 9, 1)
SLOTS = st.sets(st.sampled_from([slot.code for slot in WORK_WEEK]))


def a_wait(number: int, *codes: str, days: int = 0) -> Waiting:
    return Waiting(
        participant_id=UUID(int=number),
        role_id=ROLE,
        half_days=HalfDays.of(*codes),
        since_on=SINCE + timedelta(days=days),
    )


def test_who_waits_longest_gets_the_last_place():
    places = {ROLE: Places.of(2, [(HalfDays.of("0m", "1m"), 1)])}
    early, late = a_wait(1, "0m", days=1), a_wait(2, "0m", "3a", days=5)
    found = list(who_can_come([late, early], places))
    assert [(one.participant_id, days.codes) for one, days in found] == [
        (UUID(int=1), ("0m",)),
        (UUID(int=2), ("3a",)),
    ]


def test_without_a_number_of_places_nothing_is_said():
    assert not list(who_can_come([a_wait(1)], {ROLE: Places.of(0, ())}))


def test_who_waits_no_longer_takes_no_place():
    done = Waiting(participant_id=ROLE, role_id=ROLE, since_on=SINCE, ended_on=SINCE)
    assert not list(who_can_come([done], {ROLE: Places.of(1, ())}))


def test_too_many_people_is_below_nothing_free():
    places = Places.of(1, [(HalfDays.of("0m"), 3)])
    assert places.free(HalfDay.from_code("0m")) == -2
    assert places.free_for(HalfDays.of("0m")) == HalfDays()


@given(st.lists(st.tuples(SLOTS.filter(bool), st.integers(0, 90)), max_size=8), st.integers(1, 3))
def test_no_half_day_gets_more_people_than_places(wishes, places):
    waiting = [a_wait(n, *codes, days=days) for n, (codes, days) in enumerate(wishes)]
    taken: dict[HalfDay, int] = {}
    for one, fits in who_can_come(waiting, {ROLE: Places.of(places, ())}):
        assert fits.slots <= one.half_days.slots
        for slot in fits:
            taken[slot] = taken.get(slot, 0) + 1
    assert max(taken.values(), default=0) <= places
