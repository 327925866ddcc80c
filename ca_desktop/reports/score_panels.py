"""Scores of work skills over time, drawn: the same on every report that shows them."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from ca_desktop.domain.progress_lines import ScoreTable
from ca_desktop.i18n import Translate
from ca_desktop.reports import charts
from ca_desktop.reports.layout import Words
from ca_desktop.reports.texts import period_text


def scores(table: ScoreTable | None, words: Words, t: Translate) -> Iterator[Flowable]:
    """The panels per skill, with as many on a page as fit; None where they are not for the
    reader.
    """
    if table is None:
        return
    if not table.series:
        yield words.heading(t("Work skills over time"))
        yield words.paragraph(t("No scores were given in this period."))
        return
    when = period_text(table.starts_on, table.ends_on, t)
    rows = charts.score_rows(table)
    figures = []
    for start, drawing in enumerate(rows):
        shown = table.series[start * charts.PANELS : (start + 1) * charts.PANELS]
        alt = "; ".join(charts.score_words(series, table.words) for series in shown)
        figures.append((drawing, alt))
    lead_in = t("Scores on one scale, {period}.", period=when)
    yield from words.figures(t("Work skills over time"), lead_in, figures)
