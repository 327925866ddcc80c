"""The SBB dossier and the overview of accreditations, on paper."""

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable

from ca_desktop.domain.accreditations import TrainingCompany
from ca_desktop.domain.dates import format_date
from ca_desktop.domain.sbb_dossier_lines import (
    AccreditationOverview,
    ConditionLine,
    LocationPart,
    QualificationFacts,
    SbbDossier,
)
from ca_desktop.i18n import Translate
from ca_desktop.reports.heads import LABEL_WIDTH, closing, of_width, opening, paper_info
from ca_desktop.reports.layout import Words, pdf, pdf_on_one_page, style
from ca_desktop.reports.sbb_qualification import qualification, status
from ca_desktop.reports.texts import CONDITIONS, PATHS


def render_dossier(data: SbbDossier, t: Translate) -> bytes:
    """The PDF of the dossier in the language of `t`."""
    return pdf(list(_dossier(data, Words(), t)), paper_info(data.head, t), t)


def render_overview(data: AccreditationOverview, t: Translate) -> bytes:
    """The PDF of the overview: one page where the table fits on one."""
    return pdf_on_one_page(
        lambda words: list(_overview(data, words, t)), paper_info(data.head, t), t
    )


def _dossier(data: SbbDossier, words: Words, t: Translate) -> Iterator[Flowable]:
    sender = data.head.letterhead
    address = ", ".join(sender.address_lines)
    yield from opening(
        data.head, ((t("Training company"), sender.centre), (t("Address"), address)), words, t
    )
    if not data.parts:
        yield words.paragraph(t("No location is known as a training company yet."))
    for part in data.parts:
        yield from _location(part, words, t)
    yield from closing(_account(t), words)


def _location(part: LocationPart, words: Words, t: Translate) -> Iterator[Flowable]:
    yield words.heading(part.company.location)
    yield words.facts(
        [(label, value) for label, value in _company(part.company, t) if value],
        label_width=LABEL_WIDTH,
        width=style.TEXT_WIDTH,
    )
    yield words.heading(t("The five conditions of SBB"), 3)
    rows = [_condition(line, t) for line in part.conditions]
    header = (t("Condition"), t("What shows it"))
    yield words.table(header, rows, of_width((1, 2.6)))
    if not part.qualifications:
        yield words.paragraph(t("No qualification stands at this location yet."))
    else:
        yield words.heading(t("In short"), 3)
        yield _table(part.qualifications, words, t, with_location=False)
    for one in part.qualifications:
        yield from qualification(one, words, t)


def _company(company: TrainingCompany, t: Translate) -> Iterator[tuple[str, str]]:
    yield "leerbedrijf-ID", company.company_id or t("not known yet")
    yield t("KvK number"), company.kvk_number
    adviser = (company.adviser_name, company.adviser_phone, company.adviser_email)
    yield t("SBB adviser"), ", ".join(part for part in adviser if part) or t("not known yet")
    yield t("Last check in MijnSBB"), format_date(company.last_checked_on) or t("not checked yet")


def _condition(line: ConditionLine, t: Translate) -> tuple[str, str]:
    shown = []
    for one in line.evidence:
        until = (
            t("valid until {date}", date=format_date(one.valid_until)) if one.valid_until else ""
        )
        parts = (format_date(one.on), one.with_whom, one.text, until)
        shown.append(" · ".join(part for part in parts if part))
    return t(CONDITIONS[line.condition]), "\n".join(shown) or t("nothing recorded yet")


def _overview(data: AccreditationOverview, words: Words, t: Translate) -> Iterator[Flowable]:
    yield from opening(data.head, [], words, t)
    yield words.space(6)
    if data.qualifications:
        several = len(data.companies) > 1
        yield _table(data.qualifications, words, t, with_location=several)
    else:
        yield words.paragraph(t("No qualification stands here yet."))
    yield words.space(5)
    unknown = t("not known yet")
    places = [
        f"{one.location}: leerbedrijf-ID {one.company_id or unknown}" for one in data.companies
    ]
    if places:
        yield words.paragraph(" · ".join(places), "small")
    yield from closing(_account(t), words)


def _table(
    lines: Sequence[QualificationFacts], words: Words, t: Translate, *, with_location: bool
) -> Flowable:
    columns = (
        (t("Code"), 36.0),
        (t("Qualification"), 0.0),
        (t("Level"), 38.0),
        (t("Status"), 82.0),
        (t("Re-assessment"), 77.0),
        (t("Feasible"), 56.0),
        (t("Workplace trainer"), 78.0),
    )
    taken = sum(width for _title, width in columns)
    widths = [width or style.TEXT_WIDTH - taken for _title, width in columns]
    rows = [_row(line, t, with_location=with_location) for line in lines]
    return words.table([title for title, _width in columns], rows, widths)


def _row(line: QualificationFacts, t: Translate, *, with_location: bool) -> tuple[str, ...]:
    one = line.accreditation
    paths = ", ".join(t(PATHS[path]) for path in one.learning_paths)
    about = (one.name, paths, line.location if with_location else "")
    return (
        one.code,
        "\n".join(part for part in about if part),
        str(one.level),
        status(one, t),
        format_date(line.expected_on),
        f"{line.share.percent}%" if line.share.total else "–",
        line.trainer.name if line.trainer else t("nobody"),
    )


def _account(t: Translate) -> tuple[str, ...]:
    return (
        t(
            "Expected dates are forecasts: an accreditation does not end by itself after four "
            "years, except when no student was guided for four years."
        ),
        t("What counts is what stands in MijnSBB."),
    )


__all__ = ["render_dossier", "render_overview"]
