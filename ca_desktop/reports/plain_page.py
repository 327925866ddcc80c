"""One plain page under a letterhead: a title and some lines, as people keep them in a file."""

from collections.abc import Sequence
from datetime import date

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.letterhead import Letterhead
from ca_desktop.i18n import translator
from ca_desktop.reports.layout import PaperInfo, Words, pdf


def render(
    title: str, lines: Sequence[str], sender: Letterhead, made_on: date, language: str
) -> bytes:
    """The PDF; the same content gives the same bytes."""
    info = PaperInfo(
        title=title,
        footer=f"{sender.centre} · {title}",
        language=language,
        made_on=made_on,
        letterhead=sender,
    )
    words = Words(1.12)
    story = [words.heading(title, 1), words.paragraph(format_date(made_on), "small")]
    for line in lines:
        story += [words.space(6), words.paragraph(line)]
    return pdf(story, info, translator(language))


__all__ = ["render"]
