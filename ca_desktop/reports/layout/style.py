"""Colours, sizes and measures of the house style, all on A4. Lengths are in points."""

from typing import Literal

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from ca_desktop.reports.layout.fonts import BOLD, ITALIC, REGULAR

GREEN: Color = HexColor("#2E6B3E")
INK: Color = HexColor("#23282A")
GREY: Color = HexColor("#545D5F")
LINE: Color = HexColor("#C5CFC7")
TINT: Color = HexColor("#EEF4EE")
AMBER: Color = HexColor("#8A5300")
AMBER_TINT: Color = HexColor("#FCF3E2")
PAPER: Color = HexColor("#FFFFFF")

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN = 17 * mm
TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN
COLUMN_GAP = 14.0
COLUMN_WIDTH = (TEXT_WIDTH - COLUMN_GAP) / 2
LETTERHEAD_HEIGHT = 17 * mm
FOOTER_HEIGHT = 7 * mm
TOP_MARGIN = 12 * mm
BOTTOM_MARGIN = 10 * mm
LEAST_FRAME = (
    PAGE_HEIGHT - TOP_MARGIN - LETTERHEAD_HEIGHT - BOTTOM_MARGIN - FOOTER_HEIGHT
)  # what the first page has room for; the ones after it have more

BODY_SIZE = 9.5

Kind = Literal[
    "body",
    "strong",
    "small",
    "label",
    "lead",
    "italic",
    "caution",
    "cell",
    "heading_cell",
    "code",
    "mark",
    "about",
    "item",
]

# kind: font, size against the body, leading against its own size, colour, space after in points
_KINDS: dict[Kind, tuple[str, float, float, Color, float]] = {
    "body": (REGULAR, 1.0, 1.34, INK, 3.5),
    "strong": (BOLD, 1.0, 1.34, INK, 1.5),
    "small": (REGULAR, 0.87, 1.3, GREY, 2.0),
    "label": (BOLD, 0.87, 1.3, GREY, 0.0),
    "lead": (REGULAR, 1.08, 1.36, INK, 4.0),
    "italic": (ITALIC, 1.0, 1.34, INK, 3.5),
    "caution": (REGULAR, 0.95, 1.24, INK, 0.0),
    "cell": (REGULAR, 0.95, 1.22, INK, 0.0),
    "item": (REGULAR, 1.0, 1.34, INK, 0.0),
    "about": (REGULAR, 0.87, 1.25, GREY, 5.0),
    "mark": (BOLD, 0.95, 1.2, AMBER, 0.0),
    "code": (BOLD, 2.3, 1.25, INK, 0.0),
    "heading_cell": (BOLD, 0.87, 1.26, GREEN, 0.0),
}
# level: size against the body, space before, space after
_HEADINGS = {1: (1.95, 0.0, 3.0), 2: (1.2, 7.0, 2.0), 3: (1.0, 5.0, 1.5)}


def text_style(kind: Kind, scale: float = 1.0) -> ParagraphStyle:
    """The style of a running text; `scale` shrinks or grows the whole paper."""
    font, size, leading, colour, after = _KINDS[kind]
    points = BODY_SIZE * scale * size
    return ParagraphStyle(
        kind,
        fontName=font,
        fontSize=points,
        leading=points * leading,
        textColor=colour,
        spaceAfter=after * scale,
        alignment=TA_LEFT,
        allowWidows=0,
        allowOrphans=0,
    )


def heading_style(level: int, scale: float = 1.0) -> ParagraphStyle:
    """The style of a heading; it never stands alone at the foot of a page."""
    size, before, after = _HEADINGS[level]
    points = BODY_SIZE * scale * size
    return ParagraphStyle(
        f"heading{level}",
        fontName=BOLD,
        fontSize=points,
        leading=points * 1.22,
        textColor=INK if level == 3 else GREEN,
        spaceBefore=before * scale,
        spaceAfter=after * scale,
        keepWithNext=1,
    )


def marked_style(scale: float = 1.0) -> ParagraphStyle:
    """A hanging line: a sign in the margin, the words beside it."""
    base = text_style("cell", scale)
    return ParagraphStyle(
        "marked",
        parent=base,
        leftIndent=base.fontSize * 2.3,
        bulletIndent=0,
        bulletFontName=REGULAR,
        bulletFontSize=base.fontSize,
        bulletColor=GREEN,
        spaceAfter=0.8 * scale,
    )
