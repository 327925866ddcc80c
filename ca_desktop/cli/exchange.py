"""Lists in and out without a window: the same checks, rights and journal."""

import sys
from argparse import Namespace
from collections.abc import Sequence

from ca_desktop.cli.access import signed_in
from ca_desktop.cli.values import day_of, refuse_folder
from ca_desktop.domain.errors import RuleBroken, UserError
from ca_desktop.domain.exports import ExportKind, ExportWish, ending_of
from ca_desktop.domain.participant_import import ImportRow, RowState, counts
from ca_desktop.domain.qualification_rows import Difference
from ca_desktop.domain.qualification_rows import counts as differences
from ca_desktop.i18n import _, ngettext
from ca_desktop.services.qualification_import import Comparison

_LEFT_OUT = {
    "": frozenset[RowState](),
    "problems": frozenset({RowState.PROBLEM}),
    "doubles": frozenset({RowState.DOUBLE}),
    "both": frozenset({RowState.PROBLEM, RowState.DOUBLE}),
}


def read_in(wishes: Namespace) -> int:
    """Read in the list that is named."""
    if wishes.list == "qualifications":
        return import_qualifications(wishes)
    return import_participants(wishes)


def import_participants(wishes: Namespace) -> int:
    """Say what is wrong per row, then read in all rows or none; 1 when something stands in the
    way.
    """
    without = _LEFT_OUT[wishes.leave_out]
    if wishes.failed is not None:
        ending_of(wishes.failed)
    with signed_in(wishes, to_read=wishes.dry_run) as session:
        imports = session.imports
        table = imports.read(wishes.file)
        guess = imports.guess(table)
        rows = imports.preview(table, guess.columns)
        _print_rows(rows)
        left_out = [row for row in rows if row.state in without]
        chosen = [row for row in rows if row.state not in without]
        wrong = [row for row in chosen if row.state is not RowState.GOOD]
        if wishes.dry_run:
            print(_("Nothing was read in: this was a dry run."))
            return 1 if wrong else 0
        if wrong:
            raise UserError(
                _("Nothing was read in. Mend these rows, or leave them out with --leave-out.")
            )
        if not chosen:
            raise RuleBroken(_("There is nothing to read in. Choose at least one row."))
        count = imports.take_in(table, guess.columns, [row.number for row in chosen])
        if wishes.failed is not None and left_out:
            imports.write_failed(table, left_out, wishes.failed)
    print(ngettext("{n} participant was read in.", "{n} participants were read in.", count))
    return 0


def import_qualifications(wishes: Namespace) -> int:
    """Say what differs per code, then read in all that is new or changed, or none; 1 when
    something stands in the way. What is in use keeps its own copy.
    """
    with signed_in(wishes, to_read=wishes.dry_run) as session:
        service = session.qualification_import
        table = service.read(wishes.file)
        guess = service.guess(table)
        found = service.preview(table, guess.columns)
        _print_differences(found)
        wrong = [row for row in found.rows if row.difference is Difference.WRONG]
        stops = wrong and not wishes.leave_out
        if wishes.dry_run:
            print(_("Nothing was read in: this was a dry run."))
            return 1 if stops else 0
        if stops:
            raise UserError(
                _("Nothing was read in. Mend these rows, or leave them out with --leave-out.")
            )
        kinds = {Difference.NEW, Difference.CHANGED}
        if wishes.checked:
            kinds.add(Difference.SAME)
        chosen = [row.code for row in found.rows if row.difference in kinds]
        if not chosen:
            print(_("There is nothing new in this list."))
            return 0
        count = service.take_in(
            table, guess.columns, chosen, source=wishes.source, is_checked=wishes.checked
        )
    print(ngettext("{n} programme was read in.", "{n} programmes were read in.", count))
    return 0


def _print_differences(found: Comparison) -> None:
    for row in found.rows:
        if row.difference is Difference.WRONG:
            print(row.reason, file=sys.stderr)
        elif row.difference in (Difference.NEW, Difference.CHANGED):
            words = f"{row.difference.text}: {row.code} {row.name}"
            print(f"{words}; {row.reason}" if row.reason else words)
    for kept in found.kept:
        words = _("In use, stays as it is")
        print(f"{words}: {kept.code} {kept.where}; {kept.reason}")
    numbers = differences(found.rows)
    print(", ".join(f"{count} {one.text}" for one, count in numbers.items()) + ".")


def _print_rows(rows: Sequence[ImportRow]) -> None:
    for row in rows:
        if row.state is not RowState.GOOD:
            words = _("Row {number}: {why}", number=row.number, why=row.reason)
            print(words, file=sys.stderr)
    found = counts(rows)
    print(
        _(
            "{good} good, {problems} with a problem, {doubles} possibly double.",
            good=found[RowState.GOOD],
            problems=found[RowState.PROBLEM],
            doubles=found[RowState.DOUBLE],
        )
    )


def export(wishes: Namespace) -> int:
    """Write a list as Excel or CSV: whatever this account may see."""
    refuse_folder(wishes.out, "LIST.xlsx")
    ending_of(wishes.out)
    kind = ExportKind(wishes.list)
    with signed_in(wishes) as session:
        day = day_of(wishes.week, session) if wishes.week else None
        if kind is ExportKind.ATTENDANCE and day is None:
            day = session.today()
        rows = session.exports.write(ExportWish(kind=kind, day=day), wishes.out)
    print(_("Written: {path}", path=wishes.out))
    print(
        ngettext(
            "{n} row. The file is not encrypted.", "{n} rows. The file is not encrypted.", rows
        )
    )
    return 0
