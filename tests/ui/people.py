"""Rows that the tests of several pages need: people, a supervisor, placements."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from ca_desktop.domain.half_days import HalfDays
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.placements import Placement
from ca_desktop.domain.supervisors import Supervisor, SupervisorKind
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.placement import PlacementForm


def a_participant(session: Session, first: str, last: str = "Boer", **more: Any) -> Participant:
    blank = session.participants.new()
    return session.participants.take_in(replace(blank, first_name=first, last_name=last, **more))


def a_supervisor(session: Session, first: str = "Jan", last: str = "Bos") -> Supervisor:
    blank = session.supervisors.new()
    kinds = (SupervisorKind.WORK_SUPERVISOR,)
    return session.supervisors.save(replace(blank, first_name=first, last_name=last, kinds=kinds))


def a_placement(
    session: Session, participant_id: UUID, *half_days: str, role: str = "sorteren", **more: Any
) -> Placement:
    blank = session.placements.new(participant_id, session.roles.named(role).id)
    placed = replace(blank, half_days=HalfDays.of(*(half_days or ("0m",))), **more)
    return session.placements.save(placed).placement


def with_places(session: Session, role: str, places: int) -> UUID:
    """Give a role this many places; its id comes back."""
    found = session.roles.named(role)
    profile = session.roles.profile(found.id, "nl")
    session.roles.save(replace(found, places=places), profile)
    return found.id


def say_why(form: PlacementForm, words: str = "Zo afgesproken") -> None:
    """Write a reason beside each condition that does not fit."""
    form.explaining.explain()
    for line in form.explaining.list.lines:
        if line.reason is not None:
            line.reason.edit.setPlainText(words)
