"""Aids and care technology that help somebody work. What helps, never why it is needed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

from ca_desktop.domain.dates import order_problem
from ca_desktop.domain.errors import Problem
from ca_desktop.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Aid:
    """Something that helps one person work: what, with which work, who gave it, since when."""

    id: UUID = field(default_factory=uuid4)
    participant_id: UUID
    name: str
    helps_with: str = ""
    provided_by: str = ""
    starts_on: date
    ends_on: date | None = None


def problems(aid: Aid) -> Iterator[Problem]:
    """Everything a save of an aid refuses."""
    if not aid.name.strip():
        yield Problem("name", _("Write what it is, such as: headset, step card, sit-stand stool."))
    problem = order_problem("ends_on", aid.starts_on, aid.ends_on)
    if problem:
        yield problem
