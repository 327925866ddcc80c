"""Bars of in-, through- and outflow: a panel per measure, all on one scale, with the numbers."""

from collections.abc import Sequence

from reportlab.graphics.shapes import Drawing, Line, Rect, String
from reportlab.lib.colors import Color

from ca_desktop.domain.flow import Cell, FlowFigures, FlowLine, OutcomeLine, cell_text
from ca_desktop.domain.flow_measures import DRAWN, MEASURE_WORDS
from ca_desktop.i18n import Translate
from ca_desktop.reports.layout import style
from ca_desktop.reports.layout.fonts import BOLD, REGULAR, fitted, runs, width

_SIZE = 7.5
_ROW = 14.0
_BAR = 8.0
_HEAD = 16.0
_NAMES = 128.0
_GAP = 12.0
_NUMBER_ROOM = 26.0


def flow_bars(figures: FlowFigures, t: Translate, total_width: float = style.TEXT_WIDTH) -> Drawing:
    """Small multiples: per part of the centre who started, moved on and left."""
    lines = figures.lines[1:]
    drawing = Drawing(total_width, _HEAD + _ROW * max(len(lines), 1))
    for at, line in enumerate(lines):
        _write(drawing, fitted(line.name, _SIZE, _NAMES - 8), 0, _middle(drawing, at), style.INK)
    room = (total_width - _NAMES - _GAP * (len(DRAWN) - 1)) / len(DRAWN)
    most = max((line.cells[m].count or 0 for line in lines for m in DRAWN), default=1) or 1
    for number, measure in enumerate(DRAWN):
        x = _NAMES + number * (room + _GAP)
        _write(drawing, t(MEASURE_WORDS[measure]), x, drawing.height - 9, style.INK, BOLD)
        drawing.add(
            Line(x, 0, x, drawing.height - _HEAD + 2, strokeColor=style.GREY, strokeWidth=0.5)
        )
        for at, line in enumerate(lines):
            _bar(drawing, line.cells[measure], most, (x, _middle(drawing, at), room), t)
    return drawing


def outcome_bars(outcomes: Sequence[OutcomeLine], total_width: float = style.TEXT_WIDTH) -> Drawing:
    """How people left; a good outcome is filled and carries a ✓, another one is an outline."""
    drawing = Drawing(total_width, _ROW * max(len(outcomes), 1))
    most = max((one.count for one in outcomes), default=1) or 1
    names, room = _NAMES + 40, (total_width - _NAMES - 40) * 0.6
    for at, one in enumerate(outcomes):
        y = drawing.height - _ROW * at - _ROW + 4
        mark = f"✓ {one.name}" if one.is_positive else one.name
        _write(drawing, fitted(mark, _SIZE, names - 8), 0, y, style.INK)
        long = (room - _NUMBER_ROOM) * one.count / most
        fill = style.GREEN if one.is_positive else style.PAPER
        drawing.add(_rect(names, y - 1, max(long, 1.5), fill))
        _write(drawing, str(one.count), names + long + 5, y, style.INK)
    return drawing


def flow_words(lines: Sequence[FlowLine], t: Translate) -> str:
    """What the bars show, in words, for who can't see them."""
    return "; ".join(
        f"{line.name}: "
        + ", ".join(
            f"{t(MEASURE_WORDS[measure]).lower()} {cell_text(line.cells[measure], t)}"
            for measure in DRAWN
        )
        for line in lines
    )


def _bar(
    drawing: Drawing, cell: Cell, most: int, place: tuple[float, float, float], t: Translate
) -> None:
    x, y, room = place
    if cell.count is None:
        _write(drawing, t("not shown"), x + 4, y, style.GREY)
        return
    long = (room - _NUMBER_ROOM) * cell.count / most
    if cell.count:
        drawing.add(_rect(x, y - 1, long, style.GREEN))
    _write(drawing, str(cell.count), x + long + 4, y, style.INK if cell.count else style.GREY)


def _rect(x: float, y: float, long: float, fill: Color) -> Rect:
    bar = Rect(x, y, long, _BAR)
    bar.fillColor, bar.strokeColor, bar.strokeWidth = fill, style.GREEN, 0.6
    return bar


def _middle(drawing: Drawing, at: int) -> float:
    return float(drawing.height) - _HEAD - _ROW * at - _ROW + 4


def _write(
    drawing: Drawing, text: str, x: float, y: float, colour: Color, font: str = REGULAR
) -> None:
    for name, piece in runs(text, font):
        drawing.add(String(x, y, piece, fontName=name, fontSize=_SIZE, fillColor=colour))
        x += width(piece, _SIZE, name)
