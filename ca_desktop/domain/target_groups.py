"""The restricted block of a participant: the target group, recorded only where the law needs it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID, uuid4

from ca_desktop.domain.catalogue import TargetGroup
from ca_desktop.domain.errors import Problem
from ca_desktop.domain.trajectories import LegalRole
from ca_desktop.i18n import _


class RegisterState(StrEnum):
    """Whether somebody stands in the doelgroepregister. Looked up at UWV, never derived."""

    UNKNOWN = "unknown"
    YES = "yes"
    NO = "no"

    @property
    def text(self) -> str:
        return {
            RegisterState.UNKNOWN: _("not looked up"),
            RegisterState.YES: _("in the register"),
            RegisterState.NO: _("not in the register"),
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class RestrictedBlock:
    """One per participant. Guidance intensity is chosen by a person, never derived from the
    group; neither is the doelgroepregister.
    """

    id: UUID = field(default_factory=uuid4)
    participant_id: UUID
    target_group: str = ""
    intensity: int | None = None
    register: RegisterState = RegisterState.UNKNOWN
    register_checked_on: date | None = None
    recorded_on: date


def problems(
    block: RestrictedBlock,
    group: TargetGroup | None,
    legal_roles: Iterable[LegalRole],
    today: date,
) -> Iterator[Problem]:
    """A group is recorded on a person only where the catalogue and a legal role of a trajectory
    allow it.
    """
    if block.intensity is not None and not 0 <= block.intensity <= 5:
        yield Problem("intensity", _("Choose an intensity from 0 to 5."))
    yield from _register_problems(block, today)
    if not block.target_group:
        return
    if group is None:
        yield Problem("target_group", _("This group is not in the catalogue."))
    elif not any(group.may_be_recorded(role) for role in (None, *legal_roles)):
        if group.is_never_recorded:
            yield Problem(
                "target_group",
                _("This group is never recorded on a person. Agree on the work instead."),
            )
        else:
            yield Problem(
                "target_group",
                _("This group may be recorded only under a trajectory that needs it by law."),
            )


def _register_problems(block: RestrictedBlock, today: date) -> Iterator[Problem]:
    """What stands about the doelgroepregister was looked up on a day that has been."""
    checked_on = block.register_checked_on
    if block.register is RegisterState.UNKNOWN:
        if checked_on is not None:
            yield Problem("register_checked_on", _("Leave the day out, or say what you found."))
    elif checked_on is None:
        yield Problem("register_checked_on", _("Fill in on which day this was looked up."))
    elif checked_on > today:
        yield Problem("register_checked_on", _("This day is still to come."))
