"""The concept of a praktijkverklaring: which work processes somebody masters, and what was seen."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.practice_statement import MasteredProcess, PracticeStatement
from ca_desktop.domain.privacy import ELEMENT_WORDS
from ca_desktop.i18n import Translate
from ca_desktop.reports.heads import closing, of_width, opening, paper_info
from ca_desktop.reports.layout import Words, pdf, style


def render(data: PracticeStatement, t: Translate) -> bytes:
    """The PDF in the language of `t`, with CONCEPT across every page."""
    return pdf(list(_story(data, Words(), t)), paper_info(data.head, t), t)


def _story(data: PracticeStatement, words: Words, t: Translate) -> Iterator[Flowable]:
    yield from opening(data.head, _about(data, t), words, t)
    yield words.space(5)
    yield words.caution(
        t("CONCEPT"),
        (
            t(
                "This is a concept of the training company. Only the school can issue a "
                "praktijkverklaring."
            ),
        ),
        style.TEXT_WIDTH,
    )
    yield words.heading(t("Work processes that {name} masters", name=data.person.name))
    rows = [
        (data.facts.dossier or "–", one.code, one.name, _assessed(one)) for one in data.processes
    ]
    header = (t("File no."), t("Code"), t("Work process"), t("Assessed"))
    yield words.table(header, rows, of_width((0.6, 0.9, 2.8, 1.7)))
    yield from _notes(data, words, t)
    yield from _signatures(data, words, t)
    yield from closing(_account(data, t), words)


def _about(data: PracticeStatement, t: Translate) -> Iterator[tuple[str, str]]:
    facts = data.facts
    yield t("Name"), data.person.name
    yield t("Date of birth"), format_date(data.person.born_on) or t("not known yet")
    yield t("School"), " · ".join(p for p in (facts.school, _brin(facts.brin)) if p)
    number = f"leerbedrijf-ID {facts.company_id}" if facts.company_id else ""
    company = (data.head.letterhead.centre, facts.location, number)
    yield t("Training company"), " · ".join(part for part in company if part)
    yield t("Workplace trainer"), facts.trainer
    yield t("Programme"), facts.qualification
    yield t("Qualification file"), facts.dossier


def _brin(brin: str) -> str:
    return f"BRIN {brin}" if brin else ""


def _assessed(one: MasteredProcess) -> str:
    return ", ".join(part for part in (format_date(one.assessed_on), one.assessed_by) if part)


def _notes(data: PracticeStatement, words: Words, t: Translate) -> Iterator[Flowable]:
    described = [one for one in data.processes if one.is_described]
    if not described:
        return
    yield words.heading(t("What was seen (STARR)"))
    for one in described:
        yield words.heading(f"{one.code} {one.name}", 3)
        for label, text in (
            (t("Situation:"), one.situation),
            (t("Task:"), one.task),
            (t("Action:"), one.action),
            (t("Result:"), one.result),
            (t("Reflection:"), one.reflection),
        ):
            if text:
                yield words.labelled(label, text)


def _signatures(data: PracticeStatement, words: Words, t: Translate) -> Iterator[Flowable]:
    yield words.together(
        [
            words.heading(t("Signatures")),
            words.signature_block(
                (
                    (t("Student"), data.person.name),
                    (t("Workplace trainer"), data.facts.trainer),
                    (t("School"), data.facts.school_supervisor),
                ),
                words=(t("Name"), t("Date"), t("Signature")),
            ),
        ]
    )


def _account(data: PracticeStatement, t: Translate) -> Iterator[str]:
    for element, reason in data.included:
        label = t(ELEMENT_WORDS[element])
        yield t("Included on request: {element}. Reason: {reason}", element=label, reason=reason)
    yield t("Only for the recipient and the purpose named above. Do not pass it on.")


__all__ = ["render"]
