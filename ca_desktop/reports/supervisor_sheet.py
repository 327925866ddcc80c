"""The sheet of one supervisor and the overview of everybody's certificates, on paper."""

from collections.abc import Iterable, Iterator

from reportlab.platypus import Flowable

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.half_days import SHORT_WEEKDAYS, DayPart, HalfDay
from ca_desktop.domain.supervisor_sheet import (
    CertificateOverview,
    PaperGapLine,
    PaperLine,
    SupervisorPapers,
    SupervisorSheet,
)
from ca_desktop.i18n import Translate
from ca_desktop.reports.heads import closing, of_width, opening, paper_info
from ca_desktop.reports.layout import Words, pdf_on_one_page
from ca_desktop.reports.texts import (
    CERTIFICATE_STATES,
    SUPERVISOR_KINDS,
    duration_text,
    half_days_text,
    period_text,
)


def render_sheet(data: SupervisorSheet, t: Translate) -> bytes:
    """The PDF of the sheet, on one page where it fits."""
    return pdf_on_one_page(lambda words: list(_sheet(data, words, t)), paper_info(data.head, t), t)


def render_overview(data: CertificateOverview, t: Translate) -> bytes:
    """The PDF of the overview, on one page where it fits."""
    return pdf_on_one_page(
        lambda words: list(_overview(data, words, t)), paper_info(data.head, t), t
    )


def _sheet(data: SupervisorSheet, words: Words, t: Translate) -> Iterator[Flowable]:
    yield words.paragraph(t("Supervisor sheet"), "label")
    yield from opening(data.head, _about(data, t), words, t)
    yield words.heading(t("Papers"))
    if data.papers:
        yield _papers(data.papers, words, t)
    else:
        yield words.paragraph(t("No papers were recorded."))
    if data.gaps:
        yield words.heading(t("Missing papers"))
        yield words.bullet_list(_gap(one, t) for one in data.gaps)
    yield from closing(_account(t), words)


def _about(data: SupervisorSheet, t: Translate) -> Iterator[tuple[str, str]]:
    yield t("Does here"), ", ".join(t(SUPERVISOR_KINDS[kind]) for kind in data.kinds)
    yield t("Employer"), data.employer
    if data.ended_on is None:
        yield t("Here since"), format_date(data.starts_on)
    else:
        yield t("Works here"), period_text(data.starts_on, data.ended_on, t)
    week = t("{time} a week", time=duration_text(data.weekly_minutes, t))
    yield t("Hours"), week if data.weekly_minutes else t("not known yet")
    yield t("Half-days"), _half_days(data, t)
    yield t("Crafts"), ", ".join(data.crafts)
    yield t("Languages"), ", ".join(data.languages)
    yield t("Deputy"), data.deputy or t("nobody")
    yield t("People guided now"), str(data.people)
    yield t("Trains for"), "; ".join(data.trains_for)


def _half_days(data: SupervisorSheet, t: Translate) -> str:
    if not data.slot_minutes:
        return half_days_text(data.half_days, t)
    return ", ".join(
        f"{_slot(one.slot, t)} {duration_text(one.minutes, t)}" for one in data.slot_minutes
    )


def _slot(code: str, t: Translate) -> str:
    slot = HalfDay.from_code(code)
    part = t("morning") if slot.part is DayPart.MORNING else t("afternoon")
    return f"{t(SHORT_WEEKDAYS[slot.weekday])} {part}"


def _papers(papers: Iterable[PaperLine], words: Words, t: Translate) -> Flowable:
    header = (t("Paper"), t("Status"), t("Seen on"), t("Valid until"), t("Renewal planned"))
    rows = [
        (
            one.name,
            _state(one, t),
            format_date(one.seen_on) or t("not seen"),
            format_date(one.valid_until) or t("no term"),
            format_date(one.renewal_on) or "–",
        )
        for one in papers
    ]
    return words.table(header, rows, of_width((2.6, 1.1, 1.0, 1.0, 1.1)))


def _overview(data: CertificateOverview, words: Words, t: Translate) -> Iterator[Flowable]:
    facts = (
        (t("Supervisors"), str(len(data.lines))),
        (t("Required, missing or expired"), str(data.gaps)),
    )
    yield from opening(data.head, facts, words, t)
    yield words.space(6)
    if not data.lines:
        yield words.paragraph(t("No supervisors work here today."))
        return
    header = (t("Supervisor"), t("Paper"), t("Status"), t("Seen on"), t("Valid until"))
    rows = [row for line in data.lines for row in _rows(line, t)]
    yield words.table(header, rows, of_width((1.4, 2.4, 1.6, 0.95, 0.95)))
    yield from closing(_account(t), words)


def _rows(line: SupervisorPapers, t: Translate) -> Iterator[tuple[str, ...]]:
    """The name stands in every row, so that it does on every page; what is missing comes first."""
    name = line.supervisor.name.full
    rows: list[tuple[str, ...]] = [(gap.name, _missing(gap, t), "–", "–") for gap in line.gaps]
    rows += [
        (
            one.name,
            _state(one, t),
            format_date(one.seen_on) or t("not seen"),
            format_date(one.valid_until) or t("no term"),
        )
        for one in line.papers
    ]
    for row in rows or [(t("No papers were recorded."), "–", "–", "–")]:
        yield (name, *row)


def _state(one: PaperLine, t: Translate) -> str:
    return t("expired, required") if one.is_gap else t(CERTIFICATE_STATES[one.status])


def _missing(gap: PaperGapLine, t: Translate) -> str:
    return t("missing, required") if gap.is_required else t("missing, recommended")


def _gap(gap: PaperGapLine, t: Translate) -> str:
    return f"{gap.name} ({_missing(gap, t)})"


def _account(t: Translate) -> tuple[str, ...]:
    return (t("Of a certificate of conduct (VOG) only that it was seen is kept, never a copy."),)


__all__ = ["render_overview", "render_sheet"]
