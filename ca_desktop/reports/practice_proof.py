"""The praktijkleren proof: weeks, amount, evidence and what is missing, of one student and year."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from ca_desktop.domain.dates import format_date, iso_week
from ca_desktop.domain.practice_agreements import AgreementParty
from ca_desktop.domain.practice_paper_source import AgreementFacts
from ca_desktop.domain.practice_proof import PracticeProof, ProofLine
from ca_desktop.domain.practice_proof_gaps import GAP_WORDS, MissingProof
from ca_desktop.i18n import Translate
from ca_desktop.reports.heads import closing, of_width, opening, paper_info
from ca_desktop.reports.layout import Words, pdf, style
from ca_desktop.reports.texts import (
    PARTIES,
    PATHS,
    VERDICTS,
    duration_text,
    hours_text,
    money_text,
    period_text,
)

_SMALL = 0.85  # a whole school year of weeks stands on one page


def render(data: PracticeProof, t: Translate) -> bytes:
    """The PDF in the language of `t`. No text of a note is in `data`, so none can be on it."""
    return pdf(list(_story(data, Words(), t)), paper_info(data.head, t), t)


def _story(data: PracticeProof, words: Words, t: Translate) -> Iterator[Flowable]:
    yield from opening(data.head, _about(data, t), words, t)
    yield words.heading(t("What may be claimed"))
    yield words.strip(_sums(data, t))
    yield words.space(3)
    yield words.paragraph(_how_counted(data, t), "small")
    yield from _missing(data, words, t)
    yield words.heading(t("The practice agreement"))
    for facts in data.agreements:
        yield from _agreement(facts, words, t)
    yield from _evidence(data, words, t)
    yield from _assessments(data, words, t)
    small = Words(_SMALL)
    yield from _weeks(data, small, t)
    yield from closing(_account(data, t), small)


def _about(data: PracticeProof, t: Translate) -> list[tuple[str, str]]:
    return [
        (t("Student"), data.person.name),
        (t("Number at the centre"), data.person.number),
        (t("School year"), data.year.name),
    ]


def _sums(data: PracticeProof, t: Translate) -> list[tuple[str, str]]:
    language = data.head.language
    whole = money_text(data.terms.maximum * 100, language)
    return [
        (t("Guided weeks"), str(data.claimable)),
        (t("Amount"), money_text(data.cents, language)),
        (
            t("Largest amount"),
            t("{amount} at {weeks} weeks", amount=whole, weeks=data.terms.divisor),
        ),
        (t("Hours present"), hours_text(data.minutes, t)),
    ]


def _how_counted(data: PracticeProof, t: Translate) -> str:
    window = data.scheme.window(data.year)
    return " ".join(
        (
            t("A week counts when the student was present and was guided in it."),
            t(
                "Amount: {weeks} of {divisor} weeks. RVO decides, and gives less when too many "
                "apply.",
                weeks=min(data.claimable, data.terms.divisor),
                divisor=data.terms.divisor,
            ),
            t(
                "Apply: {period} (to be checked at rvo.nl).",
                period=period_text(window.starts_on, window.ends_on, t),
            ),
        )
    )


def _missing(data: PracticeProof, words: Words, t: Translate) -> Iterator[Flowable]:
    gaps = [one for one in data.missing if not one.gap.is_to_check]
    checks = [one for one in data.missing if one.gap.is_to_check]
    yield words.space(4)
    if gaps:
        lines = [f"• {_gap(one, t)}" for one in gaps]
        yield words.caution(t("Still missing"), lines, style.TEXT_WIDTH)
    else:
        yield words.paragraph(t("No proof is missing in what is kept here."), "strong")
    yield words.space(3)
    for one in checks:
        yield words.paragraph(_gap(one, t), "small")


def _gap(one: MissingProof, t: Translate) -> str:
    said = t(GAP_WORDS[one.gap])
    weeks = ", ".join(iso_week(monday) for monday in one.mondays)
    return f"{said} {weeks}." if weeks else said


def _agreement(facts: AgreementFacts, words: Words, t: Translate) -> Iterator[Flowable]:
    one = facts.agreement
    level = t("level {level}", level=one.level) if one.level else ""
    path = ", ".join(part for part in (t(PATHS[one.learning_path]), level) if part)
    signed = format_date(one.signed_on) if one.signed_on else t("not signed")
    rows = (
        (t("Programme"), f"{facts.qualification} ({path})"),
        (t("School"), " · ".join(part for part in (facts.school, facts.brin) if part)),
        (t("Training company"), _company(facts)),
        (t("Runs"), period_text(one.starts_on, one.ended_on or one.planned_end_on, t)),
        (t("Hours agreed"), t("{hours} hours", hours=one.hours)),
        (t("Signed"), signed),
        (t("Workplace trainer"), facts.trainer),
    )
    shown = [(label, value) for label, value in rows if value]
    yield words.facts(shown, label_width=118.0, width=style.TEXT_WIDTH)
    yield words.space(4)


def _company(facts: AgreementFacts) -> str:
    number = f"leerbedrijf-ID {facts.company_id}" if facts.company_id else ""
    return " · ".join(part for part in (facts.location, number) if part)


def _evidence(data: PracticeProof, words: Words, t: Translate) -> Iterator[Flowable]:
    """What is kept here, as RVO asks for it at a check."""
    present = sum(1 for line in data.lines if line.minutes)
    confirmed = sum(1 for line in data.lines if line.confirmed_by)
    missing = ", ".join(t(PARTIES[one]) for one in AgreementParty if one in data.unsigned)
    signatures = (
        t("signatures missing: {who}", who=missing) if missing else t("signed by everybody")
    )
    rows = (
        (t("Practice agreement"), signatures),
        (
            t("Attendance per half-day"),
            t("{weeks} weeks, {time}", weeks=present, time=duration_text(data.minutes, t)),
        ),
        (
            t("Guidance"),
            t(
                "{contacts} contacts; weeks confirmed by a supervisor: {confirmed}",
                contacts=data.contacts,
                confirmed=confirmed,
            ),
        ),
        (t("Work processes assessed"), str(len(data.assessments))),
        (t("Contacts with the school"), str(data.visits)),
    )
    yield words.heading(t("Evidence kept here"))
    yield words.table((t("Evidence"), t("What there is")), rows, of_width((1, 2.4)))


def _assessments(data: PracticeProof, words: Words, t: Translate) -> Iterator[Flowable]:
    if not data.assessments:
        return
    yield words.heading(t("Assessments in this school year"))
    rows = [
        (format_date(one.on), one.code, one.name, t(VERDICTS[one.verdict]), one.by)
        for one in data.assessments
    ]
    header = (t("Date"), t("Code"), t("Work process"), t("Verdict"), t("Assessed by"))
    yield words.table(header, rows, of_width((0.9, 0.95, 2.4, 1.3, 1.4)))


def _weeks(data: PracticeProof, words: Words, t: Translate) -> Iterator[Flowable]:
    yield words.heading(t("Attendance and guidance per ISO week"))
    header = (
        t("Week"),
        t("From Monday"),
        t("Present"),
        t("Contacts"),
        t("Guided by"),
        t("Counts"),
    )
    rows = [_week(line, t) for line in data.lines]
    yield words.table(header, rows, of_width((0.9, 1.0, 1.2, 0.8, 2.6, 0.9)))


def _week(line: ProofLine, t: Translate) -> tuple[str, ...]:
    who = ", ".join(line.guided_by)
    if line.confirmed_by:
        said = t("confirmed by {name}", name=line.confirmed_by)
        who = f"{who}; {said}" if who else said
    present = duration_text(line.minutes, t) if line.minutes else "–"
    if not line.is_recorded:
        present = t("school holiday") if line.is_free else t("not filled in")
    contacts = str(line.contacts) if line.contacts else "–"
    counts = t("yes") if line.counts else t("no")
    return line.week, format_date(line.monday), present, contacts, who or "–", counts


def _account(data: PracticeProof, t: Translate) -> Iterator[str]:
    yield t(
        "A week across 31 July and 1 August belongs to the school year of its Thursday, so that "
        "it is counted once."
    )
    yield t(
        "Source of the rules: {source}. Settings of this centre: {divisor} weeks, {amount}.",
        source=data.scheme.origin.source,
        divisor=data.terms.divisor,
        amount=money_text(data.terms.maximum * 100, data.head.language),
    )
    yield t("Kept for 5 years after the school year (practical training scheme).")
    yield t("Only for the recipient and the purpose named above. Do not pass it on.")


__all__ = ["render"]
