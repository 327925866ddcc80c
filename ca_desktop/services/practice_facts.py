"""What a placement of a student rests on, read once for many people and roles."""

from collections.abc import Iterable
from functools import cached_property
from uuid import UUID

from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.placement_facts import PracticeFact
from ca_desktop.domain.practice_agreements import PracticeAgreement
from ca_desktop.domain.practice_cover import Dossier, cover_of
from ca_desktop.domain.work_processes import WorkProcess
from ca_desktop.services.practice_cover import dossier_in, is_minor_at


class PracticeGathering:
    """The dossier and the work processes of one transaction."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    @cached_property
    def dossier(self) -> Dossier:
        """What cover is judged by."""
        return dossier_in(self._uow)

    @cached_property
    def _processes(self) -> dict[UUID, list[WorkProcess]]:
        found: dict[UUID, list[WorkProcess]] = {}
        for one in self._uow.of(WorkProcess).all(is_feasible=True):
            found.setdefault(one.accreditation_id, []).append(one)
        return found

    def facts(
        self, person: Participant, agreements: Iterable[PracticeAgreement], role_id: UUID
    ) -> tuple[PracticeFact, ...]:
        """Each agreement with its cover, who has to sign, and what this role lets one practise."""
        return tuple(self._fact(person, one, role_id) for one in agreements)

    def _fact(self, person: Participant, one: PracticeAgreement, role_id: UUID) -> PracticeFact:
        cover = cover_of(one, self.dossier)
        behind = self._processes.get(cover.accreditation_id, []) if cover.accreditation_id else []
        return PracticeFact(
            agreement=one,
            cover=cover,
            unsigned=one.unsigned(is_minor=is_minor_at(person, one)),
            practised_here=frozenset(p.code for p in behind if role_id in p.role_ids),
        )
