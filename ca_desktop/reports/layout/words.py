"""The words in which papers are written: heading, paragraph, list, table, figure, signatures."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.graphics.shapes import Drawing
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    KeepTogether,
    ListFlowable,
    ListItem,
    Paragraph,
    Spacer,
)

from ca_desktop.reports.layout import style, tables
from ca_desktop.reports.layout.fitting import shared, widest_line, widest_word, with_breaks
from ca_desktop.reports.layout.fonts import BOLD, REGULAR, markup
from ca_desktop.reports.layout.heading import Figure, Heading
from ca_desktop.reports.layout.side_by_side import SideBySide

Cell = str | Flowable
_HEADING_ROOM = 52.0  # points for a heading of level 2 and a small line under it
_SHORT_OF_ROOM = 0.87
_SMALLEST = 0.7  # of the usual size; a longer word is broken after all


@dataclass(frozen=True, slots=True)
class Words:
    """Makes flowables in the house style; `scale` shrinks the whole paper to fit a page."""

    scale: float = 1.0

    def heading(self, text: str, level: int = 2) -> Flowable:
        """A heading of level 1 (the title), 2 or 3; levels 1 and 2 become bookmarks."""
        look = style.heading_style(level, self.scale)
        heading = Heading(markup(text, look.fontName), look)
        heading.level = level
        heading.bookmark = " ".join(text.split()) if level < 3 else ""
        return heading

    def paragraph(self, text: str, kind: style.Kind = "body") -> Flowable:
        """One paragraph; line breaks in the text are kept."""
        return self._text(text, kind)

    def paragraphs(self, text: str, kind: style.Kind = "body") -> list[Flowable]:
        """Running text of any length, a flowable per line, so that it flows over pages."""
        return [self._text(line, kind) for line in text.splitlines() if line.strip()]

    def labelled(self, label: str, text: str, kind: style.Kind = "body") -> Flowable:
        """'Label: text' with the label in bold."""
        look = style.text_style(kind, self.scale)
        bold = f'<font name="{BOLD}">{markup(label, BOLD)}</font>'
        return Paragraph(f"{bold} {markup(text, look.fontName)}", look)

    def lead_in(self, text: str) -> Flowable:
        """A small line that stays with what follows it."""
        line = self._text(text, "small")
        line.keepWithNext = 1
        return line

    def item(self, text: str, about: str) -> list[Flowable]:
        """One goal or agreement: its own words, any length, then in small what is known of it."""
        *before, last = self.paragraphs(text, "item") or [self._text("–", "item")]
        last.keepWithNext = 1
        return [*before, last, self._text(about, "about")]

    def marked(self, mark: str, label: str, text: str) -> Flowable:
        """A line with a sign before it and its label in bold."""
        look = style.marked_style(self.scale)
        bold = f'<font name="{BOLD}">{markup(label, BOLD)}</font>'
        rest = f": {markup(text, look.fontName)}" if text else ""
        sign = f"<bullet>{markup(mark, look.fontName)}</bullet>"
        return Paragraph(f"{sign}{bold}{rest}", look)

    def space(self, points: float) -> Flowable:
        """White space."""
        return Spacer(1, points * self.scale)

    def needs(self, points: float) -> Flowable:
        """What follows starts on a new page unless so many points are left on this one."""
        return CondPageBreak(points)

    def together(self, parts: Sequence[Flowable]) -> Flowable:
        """Parts that belong on one page, where they fit on one."""
        return KeepTogether(list(parts))

    def bullet_list(self, items: Iterable[str], kind: style.Kind = "cell") -> Flowable:
        """A list with a dot before each item."""
        indent = 9 * self.scale
        look = style.text_style(kind, self.scale)
        return ListFlowable(
            list[Any](ListItem(self._text(item, kind), leftIndent=indent) for item in items),
            bulletType="bullet",
            start="•",
            bulletFontName=REGULAR,
            bulletFontSize=look.fontSize,
            bulletColor=style.GREEN,
            leftIndent=indent,
            bulletDedent=indent,
        )

    def facts(
        self, rows: Iterable[tuple[str, str]], *, label_width: float, width: float
    ) -> Flowable:
        """Label and value under each other in a tinted block."""
        cells = [[self._text(label, "label"), self._text(value, "cell")] for label, value in rows]
        widths = (label_width, width - label_width)
        return tables.laid_out(cells, widths, tables.tinted(self.scale))

    def table(
        self, header: Sequence[str], rows: Iterable[Sequence[Cell]], widths: Sequence[float]
    ) -> Flowable:
        """A table whose header is repeated on the next page; rows may be split."""
        cells: list[list[Flowable]] = [[self._text(word, "heading_cell") for word in header]]
        cells += [[self._cell(*one) for one in zip(row, widths, strict=True)] for row in rows]
        return tables.laid_out(cells, widths, tables.ruled(self.scale), repeat=1)

    def caution(self, title: str, lines: Iterable[str], width: float) -> Flowable:
        """A warning in amber; its word is never left to colour and comes back after a break."""
        parts = [self._text(f"⚠ {title}", "strong")]
        parts += [self._text(line, "caution") for line in lines]
        return tables.laid_out(
            [[part] for part in parts], [width], tables.warning(self.scale), repeat=1
        )

    def figure(self, drawing: Drawing, alt: str) -> Flowable:
        """A drawing with its description."""
        return Figure(drawing, alt)

    def columns(self, blocks: Sequence[list[Flowable]]) -> Flowable:
        """Blocks in reading order over two columns; cut only on paper that is short of room."""
        return SideBySide(blocks, gap=style.COLUMN_GAP, may_cut=self.scale < _SHORT_OF_ROOM)

    def figures(
        self, title: str, lead_in: str, figures: Sequence[tuple[Drawing, str]]
    ) -> list[Flowable]:
        """Drawings under a heading, with as many on this page as fit; the small line above them
        comes again on the next page.
        """
        heading = self.heading(title)
        heading.keepWithNext = 0  # it would take all of them to the next page
        rows: list[list[Flowable]] = [[self._text(lead_in, "small")]]
        rows += [[self.figure(drawing, alt)] for drawing, alt in figures]
        table = tables.laid_out(rows, [style.TEXT_WIDTH], tables.bare(), repeat=1, split=0)
        room = _HEADING_ROOM * self.scale + max(drawing.height for drawing, _alt in figures[:1])
        return [self.needs(room), heading, table]

    def strip(self, facts: Sequence[tuple[str, str]]) -> Flowable:
        """A few facts beside each other in a tinted band."""
        look = style.text_style("cell", self.scale)
        needs = [widest_word(f"{label} {value}", look) for label, value in facts]
        wishes = [widest_line(f"{label}\n{value}", look) for label, value in facts]
        widths = shared(style.TEXT_WIDTH, needs, wishes, tables.BAND_PADDING)
        rows: list[list[Flowable]] = [[self._text(label, "label") for label, _value in facts]]
        rows.append(
            [self._fitted(one[1], look, each) for one, each in zip(facts, widths, strict=True)]
        )
        return tables.laid_out(rows, widths, tables.band(self.scale))

    def code_groups(self, groups: Sequence[str], per_row: int = 3) -> Flowable:
        """Groups of a key in large letters, each with its number above it."""
        rows: list[list[Flowable]] = []
        for start in range(0, len(groups), per_row):
            row = list(enumerate(groups, start=1))[start : start + per_row]
            rows.append([self._text(str(number), "label") for number, _group in row])
            rows.append([self._text(group, "code") for _number, group in row])
        widths = [style.TEXT_WIDTH / per_row] * per_row
        return tables.laid_out(rows, widths, tables.framed(), split=0)

    def signature_block(
        self, signers: Sequence[tuple[str, str]], *, words: tuple[str, str, str]
    ) -> Flowable:
        """Per signer (role, name) room to sign; `words` are Name, Date and Signature."""
        name, day, signature = words
        each = style.TEXT_WIDTH / len(signers)
        rows = [
            [self._text(role, "strong") for role, _who in signers],
            [self._text(f"{name}: {who or '……………………………'}", "cell") for _role, who in signers],
            [self._text(f"{day}: ……………………………", "cell") for _signer in signers],
            [self._text(f"{signature}:", "cell") for _signer in signers],
        ]
        return tables.laid_out(rows, [each] * len(signers), tables.boxes(), split=0)

    def _cell(self, cell: Cell, width: float) -> Flowable:
        if not isinstance(cell, str):
            return cell
        look = style.text_style("cell", self.scale)
        return self._text(with_breaks(cell, width - tables.CELL_PADDING, look), "cell")

    def _fitted(self, text: str, look: ParagraphStyle, width: float) -> Flowable:
        """Smaller where a word, such as an e-mail address, is wider than its column."""
        room = width - tables.BAND_PADDING
        fit = min(1.0, room / max(widest_word(text, look), 1.0))
        size = look.fontSize * max(fit, _SMALLEST)
        return Paragraph(markup(text, look.fontName), look.clone("fitted", fontSize=size))

    def _text(self, text: str, kind: style.Kind) -> Paragraph:
        look: ParagraphStyle = style.text_style(kind, self.scale)
        return Paragraph(markup(text, look.fontName), look)
