"""Long words in narrow places: where they may break, and how wide their column has to be."""

import re
from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle

from ca_desktop.reports.layout.fonts import width

_PIECES = re.compile(r"[^/-]+[/-]*|[/-]+")


def with_breaks(text: str, room: float, look: ParagraphStyle) -> str:
    """The text with a line break after '/' or '-' in each word that is wider than its room."""

    def wide(piece: str) -> float:
        return width(piece, look.fontSize, look.fontName)

    def broken(word: str) -> str:
        if wide(word) <= room:
            return word
        lines = [""]
        for piece in _PIECES.findall(word):
            if lines[-1] and wide(lines[-1] + piece) > room:
                lines.append("")
            lines[-1] += piece
        return "\n".join(lines)

    return re.sub(r"\S+", lambda found: broken(found[0]), text)


def widest_word(text: str, look: ParagraphStyle) -> float:
    """The width that keeps every word of the text in one piece."""
    return max((width(word, look.fontSize, look.fontName) for word in text.split()), default=0.0)


def widest_line(text: str, look: ParagraphStyle) -> float:
    """The width that keeps every line of the text on one line."""
    return max((width(line, look.fontSize, look.fontName) for line in text.splitlines()), default=0)


def shared(
    room: float, needs: Sequence[float], wishes: Sequence[float], padding: float
) -> list[float]:
    """A width per column: what it needs, and of the rest more for whoever wishes for more.

    Equal widths where those do for everybody, or where the room is too small for the needs.
    """
    each = room / max(len(needs), 1)
    rest = room - sum(needs) - padding * len(needs)
    if all(wish + padding <= each for wish in wishes) or rest < 0:
        return [each] * len(needs)
    more = [wish - need + 1 for need, wish in zip(needs, wishes, strict=True)]
    return [need + padding + rest * one / sum(more) for need, one in zip(needs, more, strict=True)]
