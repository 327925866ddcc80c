"""The figures as a paper for a municipality or funder: numbers and words, nobody's name."""

from dataclasses import dataclass
from datetime import date

from ca_desktop.domain.centre import Centre
from ca_desktop.domain.dates import format_date
from ca_desktop.domain.flow import FlowFigures
from ca_desktop.domain.flow_measures import BY_WORDS
from ca_desktop.domain.letterhead import Letterhead, letterhead
from ca_desktop.domain.paper_names import paper_file_name
from ca_desktop.i18n import translator


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowPaper:
    """All that is printed; `counted_until` is the last day that had passed."""

    letterhead: Letterhead
    figures: FlowFigures
    counted_until: date
    least: int
    recipient: str
    title: str
    file_name: str
    language: str
    made_on: date


def build_flow_paper(
    centre: Centre,
    figures: FlowFigures,
    *,
    recipient: str,
    least: int,
    made_on: date,
    language: str,
) -> FlowPaper:
    """The paper in this language; the figures must have been made in it too."""
    t = translator(language)
    first = figures.period.starts_on
    last = figures.period.ends_on or made_on
    until = t("up to and including")
    return FlowPaper(
        letterhead=letterhead(centre),
        figures=figures,
        counted_until=min(last, made_on),
        least=least,
        recipient=recipient.strip(),
        title=t("Figures {period}", period=f"{format_date(first)} {until} {format_date(last)}"),
        file_name=paper_file_name(
            t("figures"), first, last, t(BY_WORDS[figures.by]).casefold(), until=until
        ),
        language=language,
        made_on=made_on,
    )
