"""Drawings with words: scores over time as small multiples, presence per week as bars.

The same drawing stands on paper and, as SVG, on the screen. No pie, no depth, no colour alone.
"""

import re
from collections.abc import Sequence
from datetime import date

from reportlab.graphics import renderSVG
from reportlab.graphics.shapes import Circle as Dot
from reportlab.graphics.shapes import Drawing, Group, Line, PolyLine, Rect, String
from reportlab.lib.colors import Color

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.progress_lines import ScoreSeries, ScoreTable, WeekPresence
from ca_desktop.i18n import Translate
from ca_desktop.reports.layout import style
from ca_desktop.reports.layout.fonts import BOLD, REGULAR, fitted, runs, width

_SMALL = 7.0
PANELS = 3
_CLIP = re.compile("<clipPath.*?</clipPath>", re.DOTALL)  # Qt would paint it, in black
_WORDS_WIDTH = 92.0
_PANEL_GAP = 14.0
_PLOT_HEIGHT = 42.0
_TITLE_ROOM = 21.0
_AXIS_ROOM = 13.0
_WEEK_HEIGHT = 62.0


def score_rows(table: ScoreTable, total_width: float = style.TEXT_WIDTH) -> list[Drawing]:
    """A drawing per row of three skills, all on one scale, its words at the left of each row."""
    rows = [table.series[i : i + PANELS] for i in range(0, len(table.series), PANELS)]
    return [_score_row(row, table, total_width) for row in rows]


def score_chart(table: ScoreTable, total_width: float = style.TEXT_WIDTH) -> Drawing:
    """All rows in one drawing, for the screen."""
    rows = score_rows(table, total_width)
    whole = Drawing(total_width, sum(row.height for row in rows) or 1)
    y = whole.height
    for row in rows:
        y -= row.height
        group = Group(*row.contents)
        group.translate(0, y)
        whole.add(group)
    return whole


def presence_bars(
    weeks: Sequence[WeekPresence], t: Translate, total_width: float = style.TEXT_WIDTH
) -> Drawing:
    """Per ISO week what was recorded (outline) and present (filled), in half-days."""
    drawing = Drawing(total_width, _WEEK_HEIGHT)
    top = max((week.recorded for week in weeks), default=1)
    left, bottom, height = 16.0, 12.0, _WEEK_HEIGHT - 28.0
    step = min((total_width - left) / max(len(weeks), 1), 34.0)
    every = max(1, round(20 / step + 0.49))
    for number, week in enumerate(weeks):
        x = left + number * step
        wide = step * 0.72
        recorded, present = height * week.recorded / top, height * week.present / top
        drawing.add(_bar(x, bottom, wide, recorded, style.PAPER))
        drawing.add(_bar(x, bottom, wide, present, style.GREEN))
        if number % every == 0:
            _write(drawing, week.week[-2:], x, 3, style.GREY)
    _write(drawing, str(top), 4, bottom + height - 5, style.GREY)
    _write(drawing, "0", 4, bottom, style.GREY)
    end = left + step * len(weeks)
    drawing.add(Line(left - 2, bottom, end, bottom, strokeColor=style.GREY, strokeWidth=0.5))
    _legend(drawing, t, _WEEK_HEIGHT - 9)
    return drawing


def as_svg(drawing: Drawing) -> bytes:
    """The drawing for the screen: on white in every theme, its fonts named as the screen does."""
    text = str(renderSVG.drawToString(drawing))
    white = f'<rect width="{drawing.width}" height="{drawing.height}" fill="#ffffff"/>'
    text = _CLIP.sub(white, text, count=1).replace("clip-path: url(#clip)", "")
    for name, css in (
        (BOLD, "font-family: Noto Sans; font-weight: bold"),
        (REGULAR, "font-family: Noto Sans"),
    ):
        text = text.replace(f"font-family: {name};", f"{css};")
    return text.encode()


def _score_row(row: Sequence[ScoreSeries], table: ScoreTable, total_width: float) -> Drawing:
    drawing = Drawing(total_width, _PLOT_HEIGHT + _TITLE_ROOM + _AXIS_ROOM + 6)
    for step, word in enumerate(table.words, start=1):
        text = fitted(f"{step} {word}", _SMALL, _WORDS_WIDTH - 6)
        _write(drawing, text, 0, _level(step, table) - 2.4, style.GREY)
    room = (total_width - _WORDS_WIDTH - _PANEL_GAP * (PANELS - 1)) / PANELS
    for number, series in enumerate(row):
        x = _WORDS_WIDTH + number * (room + _PANEL_GAP)
        _panel(drawing, series, table, x, room)
    return drawing


def _panel(drawing: Drawing, series: ScoreSeries, table: ScoreTable, x: float, room: float) -> None:
    for step in range(1, len(table.words) + 1):
        y = _level(step, table)
        drawing.add(Line(x, y, x + room, y, strokeColor=style.LINE, strokeWidth=0.5))
    points = [(_place(p.on, table, x, room), _level(p.value, table)) for p in series.points]
    if len(points) > 1:
        flat = [value for point in points for value in point]
        drawing.add(PolyLine(flat, strokeColor=style.GREEN, strokeWidth=1.4))
    for px, py in points:
        drawing.add(Dot(px, py, 2.3, fillColor=style.GREEN, strokeColor=style.PAPER))
    for number, line in enumerate(reversed(_two_lines(series.skill, room))):
        y = _AXIS_ROOM + _PLOT_HEIGHT + 7 + number * 8.4
        _write(drawing, line, x, y, style.INK, BOLD)
    _write(drawing, f"{table.starts_on:%m-%Y}", x, 2, style.GREY)
    end = f"{table.ends_on:%m-%Y}"
    _write(drawing, end, x + room - width(end, _SMALL), 2, style.GREY)


def _level(step: int, table: ScoreTable) -> float:
    return _AXIS_ROOM + _PLOT_HEIGHT * (step - 1) / max(len(table.words) - 1, 1)


def _place(day: date, table: ScoreTable, x: float, room: float) -> float:
    days = max((table.ends_on - table.starts_on).days, 1)
    return x + 3 + (room - 6) * (day - table.starts_on).days / days


def _bar(x: float, y: float, wide: float, height: float, fill: Color) -> Rect:
    bar = Rect(x, y, wide, height)
    bar.fillColor, bar.strokeColor, bar.strokeWidth = fill, style.GREEN, 0.6
    return bar


def _legend(drawing: Drawing, t: Translate, y: float) -> None:
    x = 16.0
    for fill, word in (
        (style.GREEN, t("half-days present")),
        (style.PAPER, t("half-days absent")),
    ):
        drawing.add(_bar(x, y, 8, 6, fill))
        _write(drawing, word, x + 11, y + 0.4, style.GREY)
        x += 11 + width(word, _SMALL) + 14
    _write(drawing, t("below: week number"), x, y + 0.4, style.GREY)


def _two_lines(text: str, room: float) -> list[str]:
    """The name of a skill on one line or two."""
    first, rest = "", text.split()
    while rest and width(f"{first} {rest[0]}".strip(), _SMALL, BOLD) <= room:
        first = f"{first} {rest.pop(0)}".strip()
    return [line for line in (first, fitted(" ".join(rest), _SMALL, room, BOLD)) if line]


def _write(
    drawing: Drawing, text: str, x: float, y: float, colour: Color, font: str = REGULAR
) -> None:
    """Words at a point, each run in a font that can draw it."""
    for name, piece in runs(text, font):
        drawing.add(String(x, y, piece, fontName=name, fontSize=_SMALL, fillColor=colour))
        x += width(piece, _SMALL, name)


def score_words(series: ScoreSeries, words: Sequence[str]) -> str:
    """What a drawing shows, in words: first and last score of one skill."""

    def word(value: int) -> str:
        return f"{value} {words[value - 1]}" if 1 <= value <= len(words) else str(value)

    first, last = series.points[0], series.points[-1]
    shown = f"{series.skill}: {word(first.value)} ({format_date(first.on)})"
    if last.on == first.on:
        return shown
    return f"{shown} → {word(last.value)} ({format_date(last.on)})"
