"""How tables look: one way to lay cells out, and the looks that papers use."""

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable, Table

from ca_desktop.reports.layout import style
from ca_desktop.reports.layout.fonts import REGULAR

Look = list[tuple[Any, ...]]
_ALL = ((0, 0), (-1, -1))
CELL_PADDING = 6.0  # left and right together, in a ruled table
BAND_PADDING = 14.0


class _Rows(Table):
    """Under a head that comes back, a row goes to the next page as a whole; only one that no page
    can hold is cut.
    """

    def split(self, width: float, height: float) -> list[Flowable]:
        """ReportLab's own."""
        heads = self.repeatRows + 1
        heights = self._rowHeights  # type: ignore[attr-defined]  # the types leave it out
        if not self.repeatRows or sum(heights[:heads]) > style.LEAST_FRAME:
            return list(super().split(width, height))
        return list(self._splitRows(height))  # type: ignore[attr-defined]  # as above


def laid_out(
    cells: Sequence[Sequence[Flowable]],
    widths: Sequence[float],
    look: Look,
    *,
    repeat: int = 0,
    split: int = 1,
) -> Table:
    """A table at the left margin; its first `repeat` rows come back on the next page."""
    base: list[Any] = [("VALIGN", *_ALL, "TOP"), ("FONTNAME", *_ALL, REGULAR)]
    return _Rows(
        [list(row) for row in cells],
        colWidths=list(widths),
        style=[*base, *look],
        repeatRows=repeat,
        splitInRow=split,
        hAlign="LEFT",
    )


def tinted(scale: float) -> Look:
    """Label and value in a tinted block."""
    return [
        ("BACKGROUND", *_ALL, style.TINT),
        ("TOPPADDING", *_ALL, 2.2 * scale),
        ("BOTTOMPADDING", *_ALL, 2.2 * scale),
        ("LEFTPADDING", (0, 0), (0, -1), 8),
        ("TOPPADDING", (0, 0), (-1, 0), 7 * scale),
        ("BOTTOMPADDING", (0, -1), (-1, -1), 7 * scale),
    ]


def band(scale: float) -> Look:
    """Labels above their values in a tinted band."""
    return [
        ("BACKGROUND", *_ALL, style.TINT),
        ("LEFTPADDING", *_ALL, 8),
        ("TOPPADDING", (0, 0), (-1, 0), 5 * scale),
        ("BOTTOMPADDING", (0, 0), (-1, 0), 1),
        ("TOPPADDING", (0, 1), (-1, 1), 1),
        ("BOTTOMPADDING", (0, 1), (-1, 1), 5 * scale),
    ]


def ruled(scale: float) -> Look:
    """A line under every row, a green one under the header."""
    return [
        ("LINEBELOW", *_ALL, 0.4, style.LINE),
        ("LINEBELOW", (0, 0), (-1, 0), 0.9, style.GREEN),
        ("TOPPADDING", *_ALL, 1.9 * scale),
        ("BOTTOMPADDING", *_ALL, 1.9 * scale),
        ("LEFTPADDING", *_ALL, 3),
        ("RIGHTPADDING", *_ALL, 3),
        ("LEFTPADDING", (0, 0), (0, -1), 0),
    ]


def warning(scale: float) -> Look:
    """Amber, with a bar at the left."""
    return [
        ("BACKGROUND", *_ALL, style.AMBER_TINT),
        ("LINEBEFORE", (0, 0), (0, -1), 2.5, style.AMBER),
        ("LEFTPADDING", *_ALL, 8),
        ("TOPPADDING", *_ALL, 2),
        ("BOTTOMPADDING", *_ALL, 2),
        ("TOPPADDING", (0, 0), (-1, 0), 5 * scale),
        ("BOTTOMPADDING", (0, -1), (-1, -1), 5 * scale),
    ]


def bare() -> Look:
    """No lines and no room around: only the order of the rows."""
    return [
        ("LEFTPADDING", *_ALL, 0),
        ("RIGHTPADDING", *_ALL, 0),
        ("TOPPADDING", *_ALL, 0),
        ("BOTTOMPADDING", *_ALL, 2),
    ]


def boxes() -> Look:
    """A box per column with room to sign at its foot."""
    return [
        ("TOPPADDING", *_ALL, 3),
        ("BOTTOMPADDING", *_ALL, 3),
        ("BOTTOMPADDING", (0, -1), (-1, -1), 22),
        ("LEFTPADDING", *_ALL, 8),
        ("BOX", *_ALL, 0.6, style.LINE),
        ("LINEBEFORE", (1, 0), (-1, -1), 0.6, style.LINE),
    ]


def framed() -> Look:
    """A green frame around large letters."""
    return [
        ("BOX", *_ALL, 1.2, style.GREEN),
        ("LEFTPADDING", *_ALL, 14),
        ("TOPPADDING", *_ALL, 6),
        ("BOTTOMPADDING", *_ALL, 4),
    ]
