"""The global search: people, roles, supervisors, partners and notes from one box."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from ca_desktop.db.database import Database
from ca_desktop.domain.accounts import Actor
from ca_desktop.domain.dates import format_date
from ca_desktop.domain.permissions import Action, may
from ca_desktop.i18n import _
from ca_desktop.services.accreditations import AccreditationService
from ca_desktop.services.entries import EntryService
from ca_desktop.services.participants import ParticipantService
from ca_desktop.services.partners import PartnerService
from ca_desktop.services.roles import RoleService
from ca_desktop.services.service import Service, allowed
from ca_desktop.services.supervisors import SupervisorService

MOST_PER_GROUP = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One result: what it is, where it lives (page and record), and a line to recognise it by."""

    group: str
    label: str
    detail: str
    page: str
    record_id: UUID


class SearchService(Service):
    """Asks the other services, so that each hit obeys their permissions and scopes."""

    def __init__(
        self,
        database: Database,
        actor: Actor,
        participants: ParticipantService,
        roles: RoleService,
        supervisors: SupervisorService,
        partners: PartnerService,
        accreditations: AccreditationService,
        entries: EntryService,
    ) -> None:
        super().__init__(database, actor)
        self._participants = participants
        self._roles = roles
        self._supervisors = supervisors
        self._partners = partners
        self._accreditations = accreditations
        self._entries = entries

    @allowed(Action.SEE_CENTRE)
    def find(self, text: str) -> Sequence[Hit]:
        """The first hits per group; nothing for an empty text."""
        if not text.strip():
            return []
        hits: list[Hit] = []
        if may(self._actor.role, Action.SEE_PARTICIPANTS):
            hits.extend(self._people(text))
        hits.extend(self._centre(text))
        if may(self._actor.role, Action.SEE_ENTRIES):
            hits.extend(self._notes(text))
        return hits

    def _people(self, text: str) -> Iterator[Hit]:
        for line in self._participants.find(text, MOST_PER_GROUP):
            detail = ", ".join((str(line.number), *line.role_names))
            yield Hit(
                group=_("Participants"),
                label=line.name.full,
                detail=detail,
                page="participants",
                record_id=line.id,
            )

    def _centre(self, text: str) -> Iterator[Hit]:
        for role, name in self._roles.find(text, MOST_PER_GROUP):
            yield Hit(
                group=_("Roles"),
                label=name,
                detail=role.key,
                page="roles",
                record_id=role.id,
            )
        for supervisor in self._supervisors.find(text, MOST_PER_GROUP):
            yield Hit(
                group=_("Supervisors"),
                label=supervisor.name.full,
                detail=", ".join(kind.text for kind in supervisor.kinds),
                page="supervisors",
                record_id=supervisor.id,
            )
        for partner in self._partners.all(text)[:MOST_PER_GROUP]:
            yield Hit(
                group=_("Partners"),
                label=partner.name,
                detail=partner.kind.text,
                page="partners",
                record_id=partner.id,
            )
        for found in self._accreditations.lines(text)[:MOST_PER_GROUP]:
            yield Hit(
                group=_("SBB accreditation"),
                label=found.accreditation.name,
                detail=found.accreditation.code,
                page="accreditations",
                record_id=found.id,
            )

    def _notes(self, text: str) -> Iterator[Hit]:
        rows = sorted(self._entries.matching(text) or (), reverse=True)[:MOST_PER_GROUP]
        for line in self._entries.lines(rows):
            yield Hit(
                group=_("Notes"),
                label=f"{line.participant.full}, {format_date(line.entry.on)}",
                detail=" ".join(line.entry.text.split())[:80],
                page="entries",
                record_id=line.id,
            )
