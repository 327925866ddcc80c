"""A list of qualifications from elsewhere: read, match the columns, see what differs, then all the
chosen codes or none. Accreditations and agreements keep their own copy.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ca_desktop.db.queries.qualifications import agreement_copies, codes_in_use
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.accreditations import Accreditation, TrainingCompany
from ca_desktop.domain.errors import Problem, RuleBroken, refuse
from ca_desktop.domain.import_mappings import ImportMapping
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.qualification_columns import (
    Columns,
    QualificationField,
    guessed,
    mapping_problem,
)
from ca_desktop.domain.qualification_import import compare
from ca_desktop.domain.qualification_rows import (
    Difference,
    KeptCopy,
    QualificationRow,
    kept_accreditation,
    kept_agreements,
)
from ca_desktop.domain.qualifications import Qualification
from ca_desktop.domain.tables import TableIn
from ca_desktop.i18n import N_, _, ngettext
from ca_desktop.services.exports import no_step
from ca_desktop.services.qualifications import listed_in
from ca_desktop.services.service import Service, allowed

Step = Callable[[int, int], object]
_AT_ONCE = 200  # rows between two steps of the progress


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnGuess:
    """What the columns of a list probably hold."""

    columns: Columns
    is_remembered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What a list would change, and what is in use that says otherwise and stays as it is."""

    rows: Sequence[QualificationRow]
    kept: Sequence[KeptCopy]
    codes_in_use: frozenset[str]


class QualificationImportService(Service):
    """What a user can do with a list of qualifications from elsewhere."""

    @allowed(Action.CHANGE_ACCREDITATIONS)
    def read(self, path: Path) -> TableIn:
        """The list in this file, as text. UserError in words when it can't be read."""
        from ca_desktop.exchange.tables_in import read_table

        return read_table(path)

    @allowed(Action.CHANGE_ACCREDITATIONS)
    def guess(self, table: TableIn) -> ColumnGuess:
        """Per column what it fills: as the last time for these headings, else by its heading."""
        with self._database.read() as uow:
            known = _known(uow, table)
        return ColumnGuess(columns=guessed(table, known), is_remembered=known is not None)

    @allowed(Action.CHANGE_ACCREDITATIONS)
    def preview(self, table: TableIn, columns: Columns, step: Step = no_step) -> Comparison:
        """What differs per code; writes nothing. RuleBroken for columns that clash."""
        problem = mapping_problem(columns)
        if problem:
            raise RuleBroken(problem)
        with self._database.read() as uow:
            return self._comparison(uow, table, columns, step)

    @allowed(Action.CHANGE_ACCREDITATIONS)
    def take_in(
        self,
        table: TableIn,
        columns: Columns,
        chosen: Collection[str],
        *,
        source: str = "",
        is_checked: bool = False,
        step: Step = no_step,
    ) -> int:
        """Keep what the file says of these codes, all or none; gives how many.

        With `is_checked` the list is SBB's own: each chosen code counts as checked today, also one
        that is the same. The rows are read again here, so that what is kept went through the rules.
        """
        if len(source) > 200:
            refuse([Problem("source", _("Write the source in at most 200 characters."))])
        checked_on = self._today() if is_checked else None
        with self._database.write(self._actor, N_("Read in list of qualifications")) as uow:
            found = self._comparison(uow, table, columns, step).rows
            rows = [row for row in found if row.code and row.code in chosen]
            _refuse_unfit(rows, chosen)
            self._remember(uow, table, columns)
            taken = [
                row.qualification
                for row in rows
                if row.qualification and (is_checked or row.difference is not Difference.SAME)
            ]
            uow.save_all(
                replace(one, source=source or table.name, checked_on=checked_on) for one in taken
            )
        return len(taken)

    def _comparison(
        self, uow: UnitOfWork, table: TableIn, columns: Columns, step: Step
    ) -> Comparison:
        listed = listed_in(uow)
        total = len(table.rows)
        rows: list[QualificationRow] = []
        for row in compare(table, columns, listed, self._today()):
            if len(rows) % _AT_ONCE == 0:
                step(min(len(rows), total), total)  # where a cancelled list stops
            rows.append(row)
        step(total, total)
        used = codes_in_use(uow)
        codes = frozenset((*used.accreditations, *used.agreements))
        return Comparison(rows=rows, kept=_kept(uow, rows), codes_in_use=codes)

    def _remember(self, uow: UnitOfWork, table: TableIn, columns: Columns) -> None:
        known = next(
            (one for one in uow.of(ImportMapping).all() if one.headings == table.headings), None
        )
        kept = tuple("" if one is None else one.value for one in columns)
        if known is None:
            uow.save(ImportMapping(headings=table.headings, columns=kept))
        else:
            uow.save(replace(known, columns=kept))


def _known(uow: UnitOfWork, table: TableIn) -> ImportMapping | None:
    """What was chosen before for a list of qualifications with exactly these headings."""
    kept = uow.of(ImportMapping).all()
    found = (one for one in kept if one.headings == table.headings)
    return next((one for one in found if QualificationField.CODE in one.columns), None)


def _kept(uow: UnitOfWork, rows: Sequence[QualificationRow]) -> Sequence[KeptCopy]:
    """What is in use that says otherwise than its qualification would after this list."""
    after: dict[str, Qualification] = {
        row.code: row.qualification for row in rows if row.qualification is not None
    }
    places = {one.id: one.location for one in uow.of(TrainingCompany).all()}
    found = [
        kept_accreditation(one, places[one.training_company_id], after[one.code])
        for one in uow.of(Accreditation).all(order_by="code")
        if one.code in after
    ]
    found += [
        kept_agreements(
            after[code],
            name,
            level,
            ngettext("{n} practice agreement", "{n} practice agreements", count),
        )
        for code, name, level, count in agreement_copies(uow)
        if code in after
    ]
    return [one for one in found if one is not None]


def _refuse_unfit(rows: Sequence[QualificationRow], chosen: Collection[str]) -> None:
    unfit = [row for row in rows if not row.may_be_taken]
    if unfit:
        raise RuleBroken(
            ngettext(
                "Nothing was read in: {n} code has a problem. {code}: {why}",
                "Nothing was read in: {n} codes have a problem. The first is {code}: {why}",
                len(unfit),
                code=unfit[0].code,
                why=unfit[0].reason or unfit[0].difference.text,
            )
        )
    if not rows or len(rows) != len(set(chosen)):
        raise RuleBroken(_("There is nothing to read in. Choose at least one row."))
