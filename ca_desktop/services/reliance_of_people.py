"""What of participants relies on one supervisor: whose right shows it, in which words, where."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from ca_desktop.db.queries import reliance as queries
from ca_desktop.db.queries.reliance import Relying
from ca_desktop.db.queries.signals import PersonRow
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.conditions import Record
from ca_desktop.domain.dates import Period, format_date
from ca_desktop.domain.permissions import Action, Reach
from ca_desktop.domain.reliance import RelianceKind, RelianceLine
from ca_desktop.i18n import _

Read = Callable[[UnitOfWork, Reach, UUID, Period], Relying]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One kind of thing: how it is read, in which words it stands, and where it is settled."""

    kind: RelianceKind
    action: Action
    read: Read
    words: Callable[[PersonRow], str]
    place: Callable[[PersonRow], Record]

    def line(self, row: PersonRow) -> RelianceLine:
        """A row of the store as it is shown."""
        return RelianceLine(
            kind=self.kind, who=row.name.full, what=self.words(row), record=self.place(row)
        )


def asks(language: str) -> tuple[Ask, ...]:
    """Every kind, with the names of roles in this language."""
    return (
        Ask(
            kind=RelianceKind.FIXED_SUPERVISOR,
            action=Action.SEE_FILE,
            read=queries.fixed,
            words=lambda _row: _("Has none then"),
            place=partial(_in_file, section="agreements"),
        ),
        Ask(
            kind=RelianceKind.PLACEMENT,
            action=Action.SEE_PLACEMENTS,
            read=partial(queries.placed, language=language),
            words=lambda row: row.detail,
            place=lambda row: Record(page="placements", record_id=row.record_id),
        ),
        Ask(
            kind=RelianceKind.PRACTICE_AGREEMENT,
            action=Action.SEE_FILE,
            read=queries.training,
            words=lambda row: row.detail,
            place=partial(_in_file, section="practice"),
        ),
        Ask(
            kind=RelianceKind.FOLLOW_UP,
            action=Action.SEE_ENTRIES,
            read=queries.follow_ups,
            words=lambda row: _dated(row, row.detail),
            place=lambda row: Record(page="entries", record_id=row.record_id),
        ),
        Ask(
            kind=RelianceKind.AFTERCARE,
            action=Action.KEEP_AFTERCARE,
            read=queries.aftercare,
            words=lambda row: _dated(row, _("contact after leaving")),
            place=partial(_in_file, section="aftercare"),
        ),
    )


def _in_file(row: PersonRow, section: str) -> Record:
    return Record(page="participants", record_id=row.participant_id, section=section)


def _dated(row: PersonRow, words: str) -> str:
    return ": ".join(filter(None, (format_date(row.due_on), words)))
