"""How a paper of the SBB dossier, of a student or of supervisors opens and closes."""

from collections.abc import Iterable, Iterator

from reportlab.platypus import Flowable

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.paper_heads import PaperHead
from ca_desktop.i18n import Translate
from ca_desktop.reports.layout import PaperInfo, Words, style
from ca_desktop.reports.texts import period_text

LABEL_WIDTH = 118.0


def paper_info(head: PaperHead, t: Translate) -> PaperInfo:
    """What the file says of itself, and what stands at the foot of every page."""
    marks = (t("Confidential") if head.is_about_a_person else "", t("CONCEPT") * head.is_concept)
    footer = (head.letterhead.centre, head.title, *marks)
    return PaperInfo(
        title=head.title,
        footer=" · ".join(part for part in footer if part),
        language=head.language,
        made_on=head.made_on,
        letterhead=head.letterhead,
        stamp=t("CONCEPT") if head.is_concept else "",
    )


def opening(
    head: PaperHead, facts: Iterable[tuple[str, str]], words: Words, t: Translate
) -> Iterator[Flowable]:
    """The mark, the title, and a block with these facts and the account of the paper."""
    marks = (t("CONCEPT") * head.is_concept, t("Confidential") if head.is_about_a_person else "")
    if any(marks):
        yield words.paragraph(" · ".join(part for part in marks if part), "mark")
    yield words.heading(head.heading, 1)
    period = period_text(head.starts_on, head.ends_on, t) if head.starts_on else ""
    made = t("{name} on {date}", name=head.author, date=format_date(head.made_on))
    rows = (
        *facts,
        (t("For"), head.recipient),
        (t("Period"), period),
        (t("What for"), head.purpose),
        (t("Legal basis"), head.basis),
        (t("Made by"), made),
    )
    yield words.facts(
        [(label, value) for label, value in rows if value],
        label_width=LABEL_WIDTH,
        width=style.TEXT_WIDTH,
    )


def closing(lines: Iterable[str], words: Words) -> Iterator[Flowable]:
    """The account in small letters at the end, kept on one page."""
    yield words.space(6)
    yield words.together([words.paragraph(line, "small") for line in lines])


def of_width(shares: Iterable[float]) -> list[float]:
    """The widths of columns that share the width of the page."""
    found = list(shares)
    return [style.TEXT_WIDTH * share / sum(found) for share in found]
