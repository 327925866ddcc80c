"""Lists from elsewhere: read, match the columns, look at every row, then all or nothing."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ca_desktop.db.queries import participant_doubles
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.errors import RuleBroken
from ca_desktop.domain.import_columns import (
    ImportField,
    Refusal,
    guessed,
    mapping_problem,
    refusals,
)
from ca_desktop.domain.import_doubles import with_doubles
from ca_desktop.domain.import_mappings import ImportMapping
from ca_desktop.domain.journal import JournalAction
from ca_desktop.domain.participant_import import Columns, ImportRow, RowState, filled, read_row
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.tables import TableIn, TableOut
from ca_desktop.i18n import N_, _, ngettext
from ca_desktop.services.exports import file_content, no_step
from ca_desktop.services.paper_terms import written_paper
from ca_desktop.services.service import Service, allowed

Step = Callable[[int, int], object]
_AT_ONCE = 200  # rows between two steps of the progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """What the columns of a list probably hold, and which are never read in."""

    columns: tuple[ImportField | None, ...]
    refused: tuple[Refusal | None, ...]
    is_remembered: bool


class ImportService(Service):
    """What a user can do with a list of participants from another program."""

    @allowed(Action.IMPORT_LISTS)
    def read(self, path: Path) -> TableIn:
        """The list in this file, as text. UserError in words when it can't be read."""
        from ca_desktop.exchange.tables_in import read_table

        return read_table(path)

    @allowed(Action.IMPORT_LISTS)
    def guess(self, table: TableIn) -> Guess:
        """Per column what it fills: as the last time for these headings, else by its heading."""
        with self._database.read() as uow:
            known = _known(uow, table)
        return Guess(
            columns=guessed(table, known),
            refused=refusals(table),
            is_remembered=known is not None,
        )

    @allowed(Action.IMPORT_LISTS)
    def preview(
        self, table: TableIn, columns: Columns, step: Step = no_step
    ) -> Sequence[ImportRow]:
        """What would happen with each row; writes nothing. RuleBroken for columns that clash."""
        problem = mapping_problem(columns)
        if problem:
            raise RuleBroken(problem)
        without = frozenset(
            place for place, refusal in enumerate(refusals(table)) if refusal is not None
        )
        chosen = [None if place in without else one for place, one in enumerate(columns)]
        with self._database.read() as uow:
            known = participant_doubles.everybody(uow)
        total, today = len(table.rows), self._today()

        def read() -> Iterator[ImportRow]:
            for place in range(total):
                if place % _AT_ONCE == 0:
                    step(place, total)  # where a cancelled list stops, comparing included
                yield read_row(table, place, chosen, today, without)

        found = list(filled(with_doubles(read(), known)))
        step(total, total)
        return found

    @allowed(Action.IMPORT_LISTS)
    def take_in(
        self,
        table: TableIn,
        columns: Columns,
        chosen: Collection[int],
        step: Step = no_step,
    ) -> int:
        """Take in the chosen rows (by their number in the file), all or none; gives how many.
        Whom to call about somebody becomes a contact person in the file.

        The rows are read again here, so that what is kept went through the rules. RuleBroken
        when a chosen row has a problem or isn't there.
        """
        rows = [row for row in self.preview(table, columns, step) if row.number in chosen]
        _refuse_unfit(rows, chosen)
        people = [row.participant for row in rows if row.participant is not None]
        more = [one for row in rows for one in (row.contact, row.closing) if one is not None]
        with self._database.write(self._actor, N_("Read in list of participants")) as uow:
            self._remember(uow, table, columns)
            _add(uow, people, step)
            uow.save_all(more)
        return len(people)

    def _remember(self, uow: UnitOfWork, table: TableIn, columns: Columns) -> None:
        known = _known(uow, table)
        kept = tuple("" if one is None else one.value for one in columns)
        if known is None:
            uow.save(ImportMapping(headings=table.headings, columns=kept))
        else:
            uow.save(replace(known, columns=kept))

    @allowed(Action.IMPORT_LISTS)
    def write_failed(self, table: TableIn, left_out: Sequence[ImportRow], path: Path) -> None:
        """Write the rows that were left out, as they were, each with the reason; journalled.

        A column that is never read in does not come along.
        """
        without = {n for n, refusal in enumerate(refusals(table)) if refusal is not None}
        kept = [n for n in range(len(table.headings)) if n not in without]
        failed = TableOut(
            title=_("Left out"),
            headings=(*(table.headings[n] for n in kept), _("Row"), _("Why")),
            rows=[
                (*(row.cells[n] for n in kept), row.number, row.reason or _("Left out by choice."))
                for row in left_out
            ],
        )
        content = file_content(failed, path)
        with self._database.write(self._actor, N_("Write rows that were left out")) as uow:
            details = {"rows": len(left_out), "list": "import"}
            uow.note(JournalAction.EXPORT, "participants", details=details)
            with written_paper(path, content):
                pass


def _known(uow: UnitOfWork, table: TableIn) -> ImportMapping | None:
    """What was chosen before for a list with exactly these headings."""
    kept = uow.of(ImportMapping).all()
    return next((one for one in kept if one.headings == table.headings), None)


def _refuse_unfit(rows: Sequence[ImportRow], chosen: Collection[int]) -> None:
    unfit = [row for row in rows if row.state is RowState.PROBLEM]
    if unfit:
        first = unfit[0]
        raise RuleBroken(
            ngettext(
                "Nothing was read in: {n} row has a problem. Row {number}: {why}",
                "Nothing was read in: {n} rows have a problem. The first is row {number}: {why}",
                len(unfit),
                number=first.number,
                why=first.reason,
            )
        )
    if not rows or len(rows) != len(chosen):
        raise RuleBroken(_("There is nothing to read in. Choose at least one row."))


def _add(uow: UnitOfWork, people: Sequence[Participant], step: Step) -> None:
    first = uow.next_number("participants")
    uow.reserve_numbers("participants", first + len(people) - 1)
    for start in range(0, len(people), _AT_ONCE):
        step(start, len(people))
        uow.save_all(
            replace(one, number=first + start + place)
            for place, one in enumerate(people[start : start + _AT_ONCE])
        )
