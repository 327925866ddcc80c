"""What the papers of supervisors rest on, read once in a transaction of another service."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import cached_property
from uuid import UUID

from ca_desktop.db.queries import guided as guided_queries
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.minor_conditions import ADULT
from ca_desktop.domain.supervisor_paper_rules import SupervisorPaperRule
from ca_desktop.domain.supervisor_papers import (
    Guided,
    PaperCell,
    asked_of,
    cells,
    groups_of_centre,
)
from ca_desktop.domain.supervisors import Certificate, Supervisor
from ca_desktop.services.supervisor_paper_rules import rules_in_force

SMALLEST_GROUP = "smallest_group"
NOBODY = Guided()


class PaperFacts:
    """The rules in force, who guides whom, and the certificates; of these supervisors alone where
    they are given. `held` where the certificates were read already.
    """

    def __init__(
        self,
        uow: UnitOfWork,
        today: date,
        supervisors: Collection[UUID] | None = None,
        held: dict[UUID, list[Certificate]] | None = None,
    ) -> None:
        self._uow, self._today, self._only = uow, today, supervisors
        self.rules = rules_in_force(uow)
        if held is not None:
            self.held = held

    def cells(self, supervisor: Supervisor) -> dict[str, PaperCell]:
        """Every paper that is asked of him or held by him, by its key."""
        return self.cells_instead(supervisor, supervisor.id, self.held.get(supervisor.id, []))

    def cells_instead(
        self, supervisor: Supervisor, of: UUID, held: Sequence[Certificate]
    ) -> dict[str, PaperCell]:
        """The same, if he guided the people of another one; `held` are his own papers."""
        guided = self._guided.get(of, NOBODY)
        asked = asked_of(supervisor, self.rules, guided, self._groups)
        return cells(supervisor, asked, held, self._today, self._alert_days)

    def cells_asked(
        self, supervisor: Supervisor, asked: Mapping[str, SupervisorPaperRule]
    ) -> dict[str, PaperCell]:
        """Where the papers stand that these rules ask of him."""
        held = self.held.get(supervisor.id, [])
        every = cells(supervisor, asked, held, self._today, self._alert_days)
        return {key: cell for key, cell in every.items() if key in asked}

    @cached_property
    def held(self) -> dict[UUID, list[Certificate]]:
        """The certificates per supervisor."""
        found: dict[UUID, list[Certificate]] = {}
        for one in self._certificates():
            found.setdefault(one.supervisor_id, []).append(one)
        return found

    def _certificates(self) -> list[Certificate]:
        every = self._uow.of(Certificate)
        if self._only is None:
            return list(every.all())
        return [one for each in self._only for one in every.all(supervisor_id=each)]

    @cached_property
    def _guided(self) -> dict[UUID, Guided]:
        return guided_queries.guided(self._uow, self._today, ADULT, self._only)

    @cached_property
    def _groups(self) -> frozenset[str]:
        """Counted only where a rule looks at a group."""
        if not any(one.target_group for one in self.rules):
            return frozenset()
        catalogue = load_catalogue()
        recorded = guided_queries.recorded_groups(self._uow)
        least = catalogue.flow_term(SMALLEST_GROUP)
        return groups_of_centre(recorded, catalogue.target_groups, least)

    @cached_property
    def _alert_days(self) -> dict[str, int]:
        return {one.code: one.alert_days for one in load_catalogue().certificates}
