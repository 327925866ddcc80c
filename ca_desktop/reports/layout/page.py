"""The page: letterhead on the first, page x of y on each, EXAMPLE across a demo's paper."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from io import BytesIO
from typing import Any

from reportlab.lib.colors import Color
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, NextPageTemplate, PageTemplate

from ca_desktop.domain.letterhead import Letterhead
from ca_desktop.i18n import Translate
from ca_desktop.reports.layout import style
from ca_desktop.reports.layout.fonts import BOLD, REGULAR, fitted, register, runs, width
from ca_desktop.reports.layout.side_by_side import SideBySide
from ca_desktop.reports.layout.words import Words

_TOTAL = "total_pages"
_FOOTER_SIZE = 7.5
_SCALES = (1.0, 0.97, 0.94, 0.91, 0.88, 0.85)  # 0.85: the body is 8 points; smaller tires the eyes


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperInfo:
    """What a paper says about itself. `title` and `footer` have been through the privacy lens;
    `stamp` is a word across every page, such as CONCEPT.
    """

    title: str
    footer: str
    language: str
    made_on: date
    letterhead: Letterhead
    stamp: str = ""


class _PaperCanvas(Canvas):
    """A canvas that leaves the total number of pages open until the last page is known.

    The file says it was made on `made_on`, not at the minute of printing: the same content gives
    the same bytes.
    """

    def __init__(self, *args: Any, made_on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        stamp = self._doc._timeStamp  # type: ignore[attr-defined]  # the types leave it out
        stamp.YMDhms = (made_on.year, made_on.month, made_on.day, 0, 0, 0)

    def save(self) -> None:
        self.beginForm(_TOTAL)
        self.setFillColor(style.GREY)
        self.setFont(REGULAR, _FOOTER_SIZE)
        self.drawString(0, 0, str(self.getPageNumber() - 1))
        self.endForm()
        super().save()


def pdf(story: Sequence[Flowable], info: PaperInfo, t: Translate) -> bytes:
    """The paper as the bytes of a PDF; the same content gives the same bytes."""
    register()
    out = BytesIO()
    document = BaseDocTemplate(
        out,
        pagesize=(style.PAGE_WIDTH, style.PAGE_HEIGHT),
        title=info.title,
        author=info.letterhead.centre,
        creator="CA Desktop",
        producer="CA Desktop",
        lang=info.language,
        invariant=1,
        displayDocTitle=True,
    )
    document.addPageTemplates(_templates(info, t))
    document.build(
        [NextPageTemplate("next"), *story], canvasmaker=partial(_PaperCanvas, made_on=info.made_on)
    )
    return out.getvalue()


def pdf_on_one_page(
    story: Callable[[Words], Sequence[Flowable]], info: PaperInfo, t: Translate
) -> bytes:
    """The paper at the largest size that fits one page; where none does, at the largest that keeps
    what stands side by side on one of its pages.
    """
    fitting, scales = None, list(_SCALES)
    while scales:
        middle = (len(scales) - 1) // 2
        paper = pdf(story(Words(scales[middle])), info, t)
        if page_count(paper) == 1:
            fitting, scales = paper, scales[:middle]
        else:
            scales = scales[middle + 1 :]
    return fitting or _with_columns_whole(story, info, t)


def _with_columns_whole(
    story: Callable[[Words], Sequence[Flowable]], info: PaperInfo, t: Translate
) -> bytes:
    for scale in _SCALES:
        flowables = list(story(Words(scale)))
        paper = pdf(flowables, info, t)
        if not any(isinstance(one, SideBySide) and one.was_split for one in flowables):
            return paper
    return pdf(story(Words(1.0)), info, t)


def page_count(paper: bytes) -> int:
    """How many pages a paper of ours has."""
    return paper.count(b"/Type /Page\n") + paper.count(b"/Type /Page ")


def _templates(info: PaperInfo, t: Translate) -> list[PageTemplate]:
    def end(canvas: Canvas, _document: BaseDocTemplate) -> None:
        _draw_footer(canvas, info, t)
        across = [t("EXAMPLE") if info.letterhead.is_demo else "", info.stamp]
        if any(across):
            _draw_across(canvas, " · ".join(filter(None, across)))

    def begin(canvas: Canvas, _document: BaseDocTemplate) -> None:
        _draw_letterhead(canvas, info.letterhead)

    first_top = style.TOP_MARGIN + style.LETTERHEAD_HEIGHT
    return [
        PageTemplate("first", [_frame(first_top)], onPage=begin, onPageEnd=end),
        PageTemplate("next", [_frame(style.TOP_MARGIN)], onPageEnd=end),
    ]


def _frame(top: float) -> Frame:
    bottom = style.BOTTOM_MARGIN + style.FOOTER_HEIGHT
    height = style.PAGE_HEIGHT - top - bottom
    return Frame(
        style.MARGIN,
        bottom,
        style.TEXT_WIDTH,
        height,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )


def _draw_letterhead(canvas: Canvas, head: Letterhead) -> None:
    top = style.PAGE_HEIGHT - style.TOP_MARGIN
    bottom = top - style.LETTERHEAD_HEIGHT + 14
    right = style.PAGE_WIDTH - style.MARGIN
    for lines in (head.contact_lines, head.address_lines):
        right -= _draw_lines(canvas, lines[:3], right, bottom)
    left = style.MARGIN
    left += _draw_logo(canvas, head.logo, left, bottom + 5, top - bottom - 5)
    size = min(15.0, 15.0 * (right - left) / max(width(head.centre, 15, BOLD), 1))
    draw_line(canvas, head.centre, left, bottom + 7, max(size, 8), BOLD, style.GREEN)
    canvas.setFillColor(style.GREEN)
    canvas.rect(style.MARGIN, bottom, style.TEXT_WIDTH, 1.6, stroke=0, fill=1)


def _draw_lines(canvas: Canvas, lines: Sequence[str], right: float, bottom: float) -> float:
    """Small lines above the rule, ending at `right`; answers the room they took."""
    wide = max((width(line, 7.5) for line in lines), default=0.0)
    for number, line in enumerate(reversed(lines)):
        y = bottom + 7 + number * 9.5
        draw_line(canvas, line, right - wide, y, 7.5, REGULAR, style.GREY)
    return wide + 18 if lines else 0.0


def _draw_logo(canvas: Canvas, logo: bytes | None, x: float, y: float, height: float) -> float:
    """Draws the logo and answers the room it took; a picture that can't be read is left out."""
    if not logo:
        return 0
    try:
        image = ImageReader(BytesIO(logo))
        wide, high = image.getSize()
    except (OSError, ValueError):
        return 0
    shown = min(height * wide / high, 120)
    canvas.drawImage(image, x, y, shown, shown * high / wide, mask="auto")
    return shown + 10


def _draw_footer(canvas: Canvas, info: PaperInfo, t: Translate) -> None:
    y = style.BOTTOM_MARGIN
    right = style.PAGE_WIDTH - style.MARGIN
    canvas.setStrokeColor(style.LINE)
    canvas.setLineWidth(0.5)
    canvas.line(style.MARGIN, y + 11, right, y + 11)
    before = t("Page {page} of", page=canvas.getPageNumber()) + " "
    total_width = width("0", _FOOTER_SIZE)
    x = right - total_width - width(before, _FOOTER_SIZE)
    footer = fitted(info.footer, _FOOTER_SIZE, x - style.MARGIN - style.COLUMN_GAP)
    draw_line(canvas, footer, style.MARGIN, y, _FOOTER_SIZE, REGULAR, style.GREY)
    draw_line(canvas, before, x, y, _FOOTER_SIZE, REGULAR, style.GREY)
    canvas.saveState()
    canvas.translate(right - total_width, y)
    canvas.doForm(_TOTAL)
    canvas.restoreState()


def _draw_across(canvas: Canvas, word: str) -> None:
    canvas.saveState()
    canvas.translate(style.PAGE_WIDTH / 2, style.PAGE_HEIGHT / 2)
    canvas.rotate(54)
    canvas.setFillColor(style.AMBER, alpha=0.10)
    size = 620 * 10 / width(word, 10, BOLD)
    canvas.setFont(BOLD, size)
    canvas.drawCentredString(0, -size * 0.36, word)
    canvas.restoreState()


def draw_line(
    canvas: Canvas, text: str, x: float, y: float, size: float, font: str, colour: Color
) -> None:
    """One line of text at a point, each run in a font that can draw it."""
    canvas.setFillColor(colour)
    line = canvas.beginText(x, y)
    for name, piece in runs(text.replace("\n", " "), font):
        line.setFont(name, size)
        line.textOut(piece)
    canvas.drawText(line)
