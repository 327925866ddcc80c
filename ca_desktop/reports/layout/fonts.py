"""Bundled fonts: registered once per process, chosen per run of text by what each font can draw.

ReportLab has no fallback of its own: a letter that a font lacks becomes a box without a word.
"""

import unicodedata
from functools import lru_cache
from itertools import groupby
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from ca_desktop.resources import resource

REGULAR = "NotoSans"
BOLD = "NotoSans-Bold"
ITALIC = "NotoSans-Italic"
BOLD_ITALIC = "NotoSans-BoldItalic"
_FAMILY = {
    REGULAR: "NotoSans-Regular.ttf",
    BOLD: "NotoSans-Bold.ttf",
    ITALIC: "NotoSans-Italic.ttf",
    BOLD_ITALIC: "NotoSans-BoldItalic.ttf",
}
_FALLBACKS = {
    "NotoSansArabic": "NotoSansArabic-Regular.ttf",
    "NotoSansEthiopic": "NotoSansEthiopic-Regular.ttf",
    "DejaVuSans": "DejaVuSans.ttf",
}
_UNKNOWN = "\ufffd"


@lru_cache(maxsize=1)
def register() -> dict[str, frozenset[int]]:
    """Make the fonts known to ReportLab; answers which characters each of them can draw."""
    known = {}
    for name, file in (_FAMILY | _FALLBACKS).items():
        font = TTFont(name, str(resource("fonts", file)))
        pdfmetrics.registerFont(font)
        known[name] = frozenset(font.face.charToGlyph)
    pdfmetrics.registerFontFamily(
        REGULAR, normal=REGULAR, bold=BOLD, italic=ITALIC, boldItalic=BOLD_ITALIC
    )
    return known


def runs(text: str, font: str = REGULAR) -> list[tuple[str, str]]:
    """The text in pieces of (font name, piece); what no font can draw becomes the unknown sign."""
    known = register()
    plain = _plain(text)
    if plain and known[font].issuperset(map(ord, plain)):
        return [(font, plain)]  # nearly every text
    drawable = [(_font_of(mark, font, known), mark) for mark in plain]
    pieces = [(name or "DejaVuSans", mark if name else _UNKNOWN) for name, mark in drawable]
    return [
        (name, "".join(mark for _name, mark in group))
        for name, group in groupby(pieces, key=lambda piece: piece[0])
    ]


def markup(text: str, font: str = REGULAR) -> str:
    """The text for a ReportLab paragraph: escaped, a font tag around what `font` can't draw."""
    pieces = []
    for name, piece in runs(text, font):
        safe = escape(piece).replace("\n", "<br/>")
        pieces.append(safe if name == font else f'<font name="{name}">{safe}</font>')
    return "".join(pieces)


def width(text: str, size: float, font: str = REGULAR) -> float:
    """How wide the text is, in points."""
    return sum(pdfmetrics.stringWidth(piece, name, size) for name, piece in runs(text, font))


def fitted(text: str, size: float, room: float, font: str = REGULAR) -> str:
    """The text, shortened with … where it is wider than the room."""
    if width(text, size, font) <= room:
        return text
    while text and width(text + "…", size, font) > room:
        text = text[:-1]
    return text.rstrip() + "…"


def _plain(text: str) -> str:
    """Composed letters, no control or invisible marks except the line break."""
    if text.isascii() and text.isprintable():
        return text
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\t", " "))
    return "".join(m for m in composed if m == "\n" or unicodedata.category(m) not in _INVISIBLE)


_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def _font_of(mark: str, font: str, known: dict[str, frozenset[int]]) -> str | None:
    if mark == "\n" or ord(mark) in known[font]:
        return font
    return next((name for name in _FALLBACKS if ord(mark) in known[name]), None)
