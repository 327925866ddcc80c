"""The figures of a period on one page: what was counted, how much, and what the words mean."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.flow import FlowFigures, cell_text
from ca_desktop.domain.flow_measures import (
    AFTER,
    BY_WORDS,
    DRAWN,
    MEANINGS,
    MEASURE_WORDS,
    FlowBy,
    Measure,
)
from ca_desktop.domain.flow_paper import FlowPaper
from ca_desktop.i18n import Translate
from ca_desktop.reports.flow_charts import flow_bars, flow_words, outcome_bars
from ca_desktop.reports.layout import PaperInfo, Words, pdf_on_one_page, style
from ca_desktop.reports.texts import period_text

_NAME_WIDTH = 92.0
_WIDE = 1.2  # "Vertrokken" is a long word


def render(data: FlowPaper, t: Translate) -> bytes:
    """The PDF in the language of `t`."""
    info = PaperInfo(
        title=data.title,
        footer=f"{data.letterhead.centre} · {data.title}",
        language=data.language,
        made_on=data.made_on,
        letterhead=data.letterhead,
    )
    return pdf_on_one_page(lambda words: list(_story(data, words, t)), info, t)


def _story(data: FlowPaper, words: Words, t: Translate) -> Iterator[Flowable]:
    figures = data.figures
    yield words.heading(t("In-, through- and outflow"), 1)
    yield words.strip(_facts(data, t))
    if figures.is_drawn:
        yield words.heading(t("Started, moved on and left, by {by}", by=_by(figures.by, t)))
        yield words.figure(flow_bars(figures, t), flow_words(figures.lines[1:], t))
    yield words.heading(t("The figures"))
    yield _table(figures, words, t)
    if figures.holds_back:
        yield words.space(3)
        yield words.paragraph(held_back(data.least, t), "small")
    if figures.outcomes:
        yield words.heading(t("How people left"))
        shown = "; ".join(f"{one.name}: {one.count}" for one in figures.outcomes)
        yield words.figure(outcome_bars(figures.outcomes), shown)
    yield words.heading(t("What is counted"))
    yield words.bullet_list(list(meanings(figures, t)))


def _facts(data: FlowPaper, t: Translate) -> list[tuple[str, str]]:
    period = data.figures.period
    facts = [(t("Period"), period_text(period.starts_on, period.ends_on, t))]
    if period.ends_on is None or data.counted_until < period.ends_on:
        facts.append((t("Counted until"), format_date(data.counted_until)))
    if data.recipient:
        facts.append((t("For"), data.recipient))
    return [*facts, (t("Made on"), format_date(data.made_on))]


def _table(figures: FlowFigures, words: Words, t: Translate) -> Flowable:
    shares = [_WIDE if m is Measure.LEFT else 1.0 for m in figures.measures]
    names = _NAME_WIDTH if len(shares) > len(DRAWN) else 2 * _NAME_WIDTH
    widths = [names, *((style.TEXT_WIDTH - names) * one / sum(shares) for one in shares)]
    header = [t(BY_WORDS[figures.by]), *(t(MEASURE_WORDS[m]) for m in figures.measures)]
    rows = [
        [line.name, *(cell_text(line.cells[measure], t) for measure in figures.measures)]
        for line in (*figures.lines[1:], figures.total)
    ]
    return words.table(header, rows, widths)


def held_back(least: int, t: Translate) -> str:
    """What it means that a number is not shown."""
    return t(
        "Not shown: fewer than {least} people, or a number from which that could be worked out.",
        least=least,
    )


def meanings(figures: FlowFigures, t: Translate) -> Iterator[str]:
    """One line per measure; the three of aftercare share theirs."""
    yield t("Each figure is a number of people. Each person stands under one part.")
    for measure in figures.measures:
        if measure not in AFTER:
            yield f"{t(MEASURE_WORDS[measure])}: {t(MEANINGS[measure])}"
    if Measure.AFTER_3 in figures.measures:
        first = t("After 3, 6 and 12 months")
        yield f"{first}: {t(MEANINGS[Measure.AFTER_3])}"


def _by(by: FlowBy, t: Translate) -> str:
    return t(BY_WORDS[by]).lower()


__all__ = ["held_back", "meanings", "render"]
