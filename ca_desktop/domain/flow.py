"""In-, through- and outflow: who started, moved on and left in a period, and who is still in place
afterwards. Every figure is a number of people and has the rows behind it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from ca_desktop.domain.aftercare import AftercareResult
from ca_desktop.domain.dates import Period, order_problem
from ca_desktop.domain.errors import Problem
from ca_desktop.domain.flow_measures import AFTER, DRAWN, FlowBy, Measure, Source
from ca_desktop.domain.small_groups import visible, visible_parts
from ca_desktop.i18n import Translate, _

MOST_DRAWN = 20
KEPT = frozenset({AftercareResult.STILL_THERE, AftercareResult.ELSEWHERE})


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowRow:
    """One person in one source: when it last happened, under which part, how it ended."""

    participant_id: UUID
    on: date
    key: str
    code: str = ""


Rows = Mapping[Source, Sequence[FlowRow]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number, so that its rows can be asked for; `key` None is the total, `outcome` a code."""

    period: Period
    by: FlowBy
    measure: Measure
    key: str | None = None
    outcome: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A number; `of` so many, where that is asked; None where it is held back."""

    count: int | None
    of: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowLine:
    """The figures of one part; `key` None is the total."""

    key: str | None
    name: str
    cells: Mapping[Measure, Cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeLine:
    """How many people left with one outcome."""

    code: str
    name: str
    is_positive: bool
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowFigures:
    """All figures of a period, split one way; the total comes first."""

    period: Period
    by: FlowBy
    measures: tuple[Measure, ...]
    lines: tuple[FlowLine, ...]
    outcomes: tuple[OutcomeLine, ...]

    @property
    def total(self) -> FlowLine:
        return self.lines[0]

    @property
    def is_drawn(self) -> bool:
        """Whether bars say more than the table: not where most are held back, nor with too many."""
        cells = [line.cells[measure] for line in self.lines for measure in DRAWN]
        shown = all(cell.count is not None for cell in cells)
        return shown and 1 < len(self.lines) <= MOST_DRAWN

    @property
    def holds_back(self) -> bool:
        """Whether some figure is held back because it is about few people."""
        return any(cell.count is None for line in self.lines for cell in line.cells.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeKind:
    """An outcome of the catalogue in one language."""

    code: str
    name: str
    is_positive: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """How the parts are called, in the order of the table, and which outcomes there are."""

    parts: Mapping[str, str]
    outcomes: tuple[OutcomeKind, ...]
    total: str

    @property
    def good(self) -> frozenset[str]:
        return frozenset(one.code for one in self.outcomes if one.is_positive)


def problems(period: Period) -> Iterator[Problem]:
    """What figures can't be made of."""
    if period.ends_on is None:
        yield Problem("ends_on", _("Fill in the period of the figures."))
    problem = order_problem("ends_on", period.starts_on, period.ends_on)
    if problem:
        yield problem


def filed(rows: Rows, parts: Mapping[str, str]) -> Rows:
    """The same rows, with what is in no part under the last one: nobody falls out of the total."""
    *_others, last = parts
    return {
        source: [row if row.key in parts else replace(row, key=last) for row in found]
        for source, found in rows.items()
    }


def behind(rows: Rows, measure: Measure, key: str | None, good: frozenset[str]) -> list[FlowRow]:
    """The rows that one figure counts."""
    return [
        row
        for row in rows[measure.source]
        if key in (None, row.key) and (measure is not Measure.LEFT_WELL or row.code in good)
    ]


def figures(rows: Rows, period: Period, by: FlowBy, names: Names, least: int) -> FlowFigures:
    """The table, the total first; per target group nothing about fewer people than `least`."""
    found = {row.key for one in rows.values() for row in one}
    keys = [key for key in names.parts if key in found or by is FlowBy.GROUP]
    columns = {m: _column(rows, m, keys, by, names.good, least) for m in Measure}
    lines = [
        FlowLine(
            key=key,
            name=names.total if key is None else names.parts[key],
            cells={measure: cells[at] for measure, cells in columns.items()},
        )
        for at, key in enumerate((None, *keys))
    ]
    left = [row.code for row in rows[Source.LEFT]]
    outcomes = (
        OutcomeLine(
            code=one.code,
            name=one.name,
            is_positive=one.is_positive,
            count=left.count(one.code),
        )
        for one in names.outcomes
    )
    return FlowFigures(
        period=period,
        by=by,
        measures=tuple(Measure),
        lines=tuple(lines),
        outcomes=tuple(one for one in outcomes if one.count),
    )


def _column(
    rows: Rows, measure: Measure, keys: list[str], by: FlowBy, good: frozenset[str], least: int
) -> list[Cell]:
    """The total, then each part; of target groups what is about a few people is held back."""
    found = [behind(rows, measure, key, good) for key in (None, *keys)]
    if measure in AFTER:
        cells = [Cell(count=sum(r.code in KEPT for r in part), of=len(part)) for part in found]
    elif measure is Measure.LEFT_WELL:
        left = [behind(rows, Measure.LEFT, key, good) for key in (None, *keys)]
        cells = [Cell(count=len(w), of=len(all_)) for w, all_ in zip(found, left, strict=True)]
    else:
        cells = [Cell(count=len(part)) for part in found]
    return _held_back(cells, least) if by is FlowBy.GROUP else cells


def _held_back(cells: list[Cell], least: int) -> list[Cell]:
    """The same cells, without the numbers that may not be shown of a target group."""
    counts = [cell.count or 0 for cell in cells[1:]]
    if cells[0].of is None:
        shown = visible(counts, least)
    else:
        shown = visible_parts([cell.of or 0 for cell in cells[1:]], counts, least)
    kept = (shown.total, *shown.counts)
    return [cell if may else Cell(count=None) for cell, may in zip(cells, kept, strict=True)]


def cell_text(cell: Cell, t: Translate) -> str:
    """A number as it stands on screen and paper alike."""
    if cell.count is None:
        return t("not shown")
    if cell.of is None:
        return str(cell.count)
    return t("{n} of {total}", n=cell.count, total=cell.of) if cell.of else "–"
