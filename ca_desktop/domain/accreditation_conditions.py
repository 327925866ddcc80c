"""Whether the five conditions of SBB are met at a location: by evidence, and by what the program
knows by itself.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ca_desktop.domain.accreditation_evidence import AccreditationCondition, AccreditationEvidence
from ca_desktop.domain.dates import add_months
from ca_desktop.i18n import _


class ConditionState(StrEnum):
    """How a condition stands."""

    MET = "met"
    EXPIRES = "expires"
    NOT_SHOWN = "not_shown"

    @property
    def text(self) -> str:
        return {
            ConditionState.MET: _("met"),
            ConditionState.EXPIRES: _("expires"),
            ConditionState.NOT_SHOWN: _("not demonstrated"),
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Something the program knows about a condition; `is_fine` speaks for it. `until`: the last
    day on which that is so.
    """

    text: str
    is_fine: bool
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionLine:
    """One condition at one location, with everything that it rests on."""

    condition: AccreditationCondition
    state: ConditionState
    known: tuple[Known, ...]
    evidence: tuple[AccreditationEvidence, ...]
    until: date | None

    @property
    def id(self) -> AccreditationCondition:
        return self.condition


BY_EVIDENCE = frozenset({AccreditationCondition.WORKPLACE, AccreditationCondition.LISTING})


def condition_line(
    condition: AccreditationCondition,
    known: Sequence[Known],
    evidence: Iterable[AccreditationEvidence],
    today: date,
    soon_months: int,
) -> ConditionLine:
    """The workplace and the listing are shown by evidence; the others by what the program knows,
    where everything has to be fine. The last day of validity still counts.
    """
    rows = tuple(sorted(evidence, key=lambda one: one.on, reverse=True))
    valid = [one for one in rows if one.valid_until is None or one.valid_until >= today]
    if condition in BY_EVIDENCE:
        holds = bool(valid) and all(one.is_fine for one in known)
        until = _last(one.valid_until for one in valid)
    else:
        holds = bool(known) and all(one.is_fine for one in known)
        until = min((one.until for one in known if one.until), default=None)
    state = ConditionState.MET if holds else ConditionState.NOT_SHOWN
    if holds and until is not None and until < add_months(today, soon_months):
        state = ConditionState.EXPIRES
    return ConditionLine(
        condition=condition, state=state, known=tuple(known), evidence=rows, until=until
    )


def _last(days: Iterable[date | None]) -> date | None:
    """The latest; None where one of them never ends."""
    found = list(days)
    return None if None in found else max((one for one in found if one), default=None)
