"""The chips above the list of participants."""

from collections.abc import Mapping, Sequence
from typing import Any

from ca_desktop.domain.participants import ParticipantFilter
from ca_desktop.domain.permissions import Action, may
from ca_desktop.domain.stages import Stage
from ca_desktop.i18n import N_
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.choices import (
    partner_choices,
    role_choices,
    stage_choices,
    supervisor_choices,
)
from ca_desktop.ui.kit.filters import Filter, FilterRow


def participant_chips(session: Session) -> Sequence[Filter]:
    """Here now, role and supervisor; what the file tells only for who may see it."""
    of_the_file = (
        Filter(key="partner", text=N_("Partner"), options=lambda: partner_choices(session)),
        Filter(key="stage", text=N_("Status"), options=stage_choices),
        Filter(key="tag", text=N_("Tag"), options=lambda: [(t, t) for t in _tags(session)]),
    )
    return (
        Filter(key="active", text=N_("Here now"), start=True),
        Filter(key="role", text=N_("Role"), options=lambda: role_choices(session)),
        Filter(
            key="supervisor", text=N_("Supervisor"), options=lambda: supervisor_choices(session)
        ),
        *(of_the_file if may(session.actor.role, Action.SEE_FILE) else ()),
    )


def chosen_by(chips: Mapping[str, Any]) -> ParticipantFilter:
    """What these chips leave; a chip that this account does not have leaves everybody."""
    return ParticipantFilter(
        active_only=bool(chips["active"]),
        role_id=chips["role"],
        supervisor_id=chips["supervisor"],
        partner_id=chips.get("partner"),
        stage=chips.get("stage"),
        tag=chips.get("tag") or "",
    )


def _tags(session: Session) -> Sequence[str]:
    return session.participants.tags()


class OneOfTwo:
    """“Here now” and another stage together would find nobody: the last choice holds."""

    def __init__(self, chips: FilterRow) -> None:
        self._chips = chips
        self._was_active = bool(chips.values["active"])
        chips.changed.connect(self._settle)

    def _settle(self) -> None:
        chosen = self._chips.values
        if chosen["active"] and chosen.get("stage") not in (None, Stage.ACTIVE):
            self._chips.choose("active" if self._was_active else "stage", None)
        self._was_active = bool(chosen["active"])
