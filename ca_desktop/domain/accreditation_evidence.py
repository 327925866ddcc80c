"""The five conditions that SBB puts to a training company, and what shows that they are met."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID, uuid4

from ca_desktop.domain.dates import order_problem
from ca_desktop.domain.errors import Problem
from ca_desktop.i18n import _


class AccreditationCondition(StrEnum):
    """The five, in the order in which SBB names them (s-bb.nl, voorwaarden erkenning)."""

    WORKPLACE = "workplace"
    LEARNING_PLACE = "learning_place"
    TRAINER = "trainer"
    COOPERATION = "cooperation"
    LISTING = "listing"

    @property
    def text(self) -> str:
        return {
            AccreditationCondition.WORKPLACE: _("A good and safe workplace"),
            AccreditationCondition.LEARNING_PLACE: _("Work that belongs to the occupation"),
            AccreditationCondition.TRAINER: _("A trainer with knowledge, time and means"),
            AccreditationCondition.COOPERATION: _("Cooperation with school and SBB"),
            AccreditationCondition.LISTING: _("Listed on Stagemarkt and Leerbanenmarkt"),
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccreditationEvidence:
    """Something that shows that a condition is met, or a contact with SBB or a school (under
    cooperation, then `with_whom`). `valid_until`: it has to be renewed by then.
    """

    id: UUID = field(default_factory=uuid4)
    training_company_id: UUID
    condition: AccreditationCondition
    on: date
    text: str
    with_whom: str = ""
    valid_until: date | None = None


def problems(evidence: AccreditationEvidence, today: date) -> Iterator[Problem]:
    """Everything a save refuses."""
    if not evidence.text.strip():
        yield Problem("text", _("Write what shows it: which paper, which talk, where it is kept."))
    if evidence.on > today:
        yield Problem("on", _("This day is still to come."))
    problem = order_problem("valid_until", evidence.on, evidence.valid_until)
    if problem:
        yield problem
