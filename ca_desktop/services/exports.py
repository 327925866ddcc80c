"""Lists that leave the program as Excel or CSV: within reach, journalled, and never restricted."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from ca_desktop.domain.centre import Centre
from ca_desktop.domain.dates import format_date, week_start
from ca_desktop.domain.entries import EntryFilter
from ca_desktop.domain.exports import ExportKind, ExportWish, ending_of, file_name
from ca_desktop.domain.journal import JournalAction
from ca_desktop.domain.participants import Participant, ParticipantFilter, ParticipantSort
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.placements import PlacementFilter
from ca_desktop.domain.students import StudentFilter
from ca_desktop.domain.tables import TableOut
from ca_desktop.i18n import N_
from ca_desktop.services import export_rows
from ca_desktop.services.export_rows import Layout, PersonRow
from ca_desktop.services.export_students import STUDENTS
from ca_desktop.services.paper_terms import written_paper
from ca_desktop.services.service import Service, allowed

if TYPE_CHECKING:
    from ca_desktop.services.session import Session

T = TypeVar("T")
Step = Callable[[int, int], object]
_AT_ONCE = 500


def no_step(_done: int, _total: int) -> None:
    """For whoever does not want to know how far it is."""


def file_content(table: TableOut, path: Path, step: Step = no_step) -> bytes:
    """The table in the form that the ending of the file name asks for."""
    from ca_desktop.exchange.tables_out import csv_bytes, xlsx_bytes

    return (xlsx_bytes if ending_of(path) == "xlsx" else csv_bytes)(table, step)


class ExportService(Service):
    """What a user can take out as a list. Asks the other services, so that each row obeys their
    permissions and scopes.
    """

    def __init__(self, session: "Session") -> None:
        super().__init__(session.opened.database, session.actor, session.today)
        self._session = session

    @allowed(Action.EXPORT_LISTS)
    def proposed_name(self, kind: ExportKind, ending: str) -> str:
        """What the file may be called; it holds no name of a person."""
        return file_name(kind, self._today(), ending, is_demo=self._is_demo())

    @allowed(Action.EXPORT_LISTS)
    def write(self, wish: ExportWish, path: Path, step: Step = no_step) -> int:
        """Write the list and journal how many rows left, and by which filter; gives that number.

        When the file can't be written, nothing is journalled and nothing stands there.
        """
        ending = ending_of(path)
        table = self._table(wish, step)
        content = file_content(table, path, step)
        with self._database.write(self._actor, N_("Save list as a file")) as uow:
            details = {"rows": len(table.rows), "filter": wish.words, "kind": ending}
            uow.note(JournalAction.EXPORT, wish.kind.value, details=details)
            with written_paper(path, content):
                uow.flush_journal()
        return len(table.rows)

    def _table(self, wish: ExportWish, step: Step) -> TableOut:
        gather: dict[ExportKind, Callable[[ExportWish, Step], tuple[Layout[Any], list[Any]]]] = {
            ExportKind.PARTICIPANTS: self._participants,
            ExportKind.PLACEMENTS: self._placements,
            ExportKind.ENTRIES: self._entries,
            ExportKind.SUPERVISORS: self._supervisors,
            ExportKind.PARTNERS: self._partners,
            ExportKind.ROLES: self._roles,
            ExportKind.ACCREDITATIONS: self._accreditations,
            ExportKind.QUALIFICATIONS: self._qualifications,
            ExportKind.ATTENDANCE: self._attendance,
            ExportKind.STUDENTS: self._students,
        }
        layout, things = gather[wish.kind](wish, step)
        return TableOut(
            title=_title(wish),
            headings=layout.headings,
            rows=[layout.row(thing) for thing in things],
            is_demo=self._is_demo(),
        )

    def _is_demo(self) -> bool:
        with self._database.read() as uow:
            return uow.of(Centre).all()[0].is_demo

    def _participants(self, wish: ExportWish, step: Step) -> tuple[Layout[Any], list[Any]]:
        self.demand(Action.SEE_FILE)
        service = self._session.participants
        keys = wish.keys
        if keys is None:
            keys = service.order(ParticipantSort.NAME, ParticipantFilter())
        rows: list[PersonRow] = []
        for some in _portions(keys, step):
            lines = service.lines(cast(Sequence[int], some))
            with self._database.read() as uow:
                people = {p.id: p for p in uow.of(Participant).by_ids(one.id for one in lines)}
            rows += [PersonRow(line=one, person=people[one.id]) for one in lines]
        return export_rows.PARTICIPANTS, rows

    def _placements(self, wish: ExportWish, step: Step) -> tuple[Layout[Any], list[Any]]:
        service = self._session.placements
        keys = wish.keys
        if keys is None:
            keys = service.order("", PlacementFilter(running_only=False))
        some_lines = (
            service.lines_of(cast(Sequence[UUID], some)) for some in _portions(keys, step)
        )
        return export_rows.PLACEMENTS, [line for lines in some_lines for line in lines]

    def _entries(self, wish: ExportWish, step: Step) -> tuple[Layout[Any], list[Any]]:
        service = self._session.entries
        keys = service.order(EntryFilter()) if wish.keys is None else wish.keys
        some_lines = (service.lines(cast(Sequence[int], some)) for some in _portions(keys, step))
        return export_rows.ENTRIES, [line for lines in some_lines for line in lines]

    def _supervisors(self, wish: ExportWish, _step: Step) -> tuple[Layout[Any], list[Any]]:
        return export_rows.SUPERVISORS, _chosen(
            self._session.supervisors.lines_with_load(), wish.keys
        )

    def _partners(self, wish: ExportWish, _step: Step) -> tuple[Layout[Any], list[Any]]:
        return export_rows.PARTNERS, _chosen(self._session.partners.all(), wish.keys)

    def _roles(self, wish: ExportWish, _step: Step) -> tuple[Layout[Any], list[Any]]:
        return export_rows.ROLES, _chosen(self._session.roles.lines(), wish.keys)

    def _accreditations(self, wish: ExportWish, _step: Step) -> tuple[Layout[Any], list[Any]]:
        lines = self._session.accreditations.lines()
        return export_rows.ACCREDITATIONS, _chosen(lines, wish.keys)

    def _qualifications(self, wish: ExportWish, _step: Step) -> tuple[Layout[Any], list[Any]]:
        lines = self._session.qualifications.lines()
        return export_rows.QUALIFICATIONS, _chosen(lines, wish.keys)

    def _students(self, wish: ExportWish, step: Step) -> tuple[Layout[Any], list[Any]]:
        service = self._session.students
        keys = service.order("", StudentFilter()) if wish.keys is None else wish.keys
        some_lines = (
            service.lines_of(cast(Sequence[UUID], some)) for some in _portions(keys, step)
        )
        return STUDENTS, [line for lines in some_lines for line in lines]

    def _attendance(self, wish: ExportWish, _step: Step) -> tuple[Layout[Any], list[Any]]:
        monday = week_start(wish.day or self._today())
        days = tuple(monday + timedelta(days=offset) for offset in range(7))
        rows = self._session.attendance.week(monday, wish.role_id)
        return export_rows.attendance_layout(days), _chosen(rows, wish.keys)


def _title(wish: ExportWish) -> str:
    if wish.kind is ExportKind.ATTENDANCE and wish.day is not None:
        return f"{wish.kind.text} {format_date(week_start(wish.day))}"
    return wish.kind.text


def _chosen(lines: Sequence[T], keys: Sequence[Hashable] | None) -> list[T]:
    """The lines of these keys in their order; all of them without keys."""
    if keys is None:
        return list(lines)
    known = {cast(Any, line).id: line for line in lines}
    return [known[key] for key in keys if key in known]


def _portions(keys: Sequence[Hashable], step: Step) -> Iterable[Sequence[Hashable]]:
    for start in range(0, len(keys), _AT_ONCE):
        step(start, len(keys))
        yield keys[start : start + _AT_ONCE]
