"""What stands in the restricted part of a few files: the register, and a BSN made for testing."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid5

from ca_desktop.domain.citizen_numbers import CitizenNumber, may_be_recorded
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.target_groups import RegisterState, RestrictedBlock
from ca_desktop.domain.trajectories import Trajectory
from ca_desktop.services.demo.opening import open_until

# Numbers of the series 9999… are kept for testing; nobody has them.
_TEST_NUMBERS = {3: "999990019", 4: "999995935"}
_LOOKED_UP = {0: RegisterState.YES, 5: RegisterState.NO}  # by the number, of every eleven


def with_register(block: RestrictedBlock, number: int, today: date) -> RestrictedBlock:
    """The same block; for some it was looked up whether they stand in the register."""
    found = _LOOKED_UP.get(number % 11)
    if found is None:
        return block
    looked_up = open_until(today - timedelta(days=30 + number))
    return replace(block, register=found, register_checked_on=max(block.recorded_on, looked_up))


def citizen_number(
    person: Participant, trajectories: Iterable[Trajectory]
) -> Iterator[CitizenNumber]:
    """Kept on the first day of a trajectory that requires it; for one that trajectory has ended."""
    number = _TEST_NUMBERS.get(person.number)
    grounds = [one for one in trajectories if may_be_recorded([one.legal_role])]
    if number is not None and grounds:
        yield CitizenNumber(
            id=uuid5(person.id, "number"),
            participant_id=person.id,
            number=number,
            recorded_on=grounds[0].starts_on,
        )
