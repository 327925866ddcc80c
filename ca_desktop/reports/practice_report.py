"""The interim and the final bpv report for the school."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.practice_report_lines import HoursDone, PracticeReport, ProcessLine
from ca_desktop.i18n import Translate
from ca_desktop.reports.heads import closing, of_width, opening, paper_info
from ca_desktop.reports.layout import Words, pdf
from ca_desktop.reports.progress_measures import attendance
from ca_desktop.reports.progress_notes import agreements, goals
from ca_desktop.reports.score_panels import scores
from ca_desktop.reports.texts import PATHS, VERDICTS, VISITS, hours_text, period_text

_DOTS = 64


def render(data: PracticeReport, t: Translate) -> bytes:
    """The PDF in the language of `t`. What the lens left out of `data` can't be on it."""
    return pdf(list(_story(data, Words(), t)), paper_info(data.head, t), t)


def _story(data: PracticeReport, words: Words, t: Translate) -> Iterator[Flowable]:
    yield from opening(data.head, _about(data, t), words, t)
    yield from _hours(data.hours, words, t)
    yield from attendance(data.attendance, words, t)
    yield from _processes(data, words, t)
    yield from _electives(data, words, t)
    yield from goals(data.goals, words, t)
    yield from scores(data.scores, words, t)
    yield from _visits(data, words, t)
    yield from agreements(data.agreements, words, t)
    yield from _signatures(data, words, t)
    yield from closing(
        (
            t("The school judges whether the practice was completed well."),
            t("Kept for 5 years after the school year (practical training scheme)."),
            t("Only for the recipient and the purpose named above. Do not pass it on."),
        ),
        words,
    )


def _about(data: PracticeReport, t: Translate) -> Iterator[tuple[str, str]]:
    one, facts = data.facts.agreement, data.facts
    level = t("level {level}", level=one.level) if one.level else ""
    path = ", ".join(part for part in (t(PATHS[one.learning_path]), level) if part)
    yield t("Student"), data.person.name
    yield t("Number at the centre"), data.person.number
    yield t("Programme"), f"{facts.qualification} ({path})".strip()
    yield t("School"), " · ".join(p for p in (facts.school, facts.brin) if p)
    yield t("Supervisor of the school"), facts.school_supervisor
    number = f"leerbedrijf-ID {facts.company_id}" if facts.company_id else ""
    yield t("Training company"), " · ".join(p for p in (facts.location, number) if p)
    yield t("Workplace trainer"), facts.trainer
    yield (
        t("Practice agreement"),
        period_text(one.starts_on, one.ended_on or one.planned_end_on, t),
    )


def _hours(hours: HoursDone | None, words: Words, t: Translate) -> Iterator[Flowable]:
    if hours is None:
        return
    yield words.heading(t("Hours"))
    facts = [
        (t("In this period"), hours_text(hours.in_period, t)),
    ]
    if hours.due is not None:
        since = t("Counts since {date}", date=format_date(hours.since))
        facts.append((since, hours_text(hours.made, t)))
        facts.append((t("Due by the end of the period"), hours_text(hours.due, t)))
    if hours.agreed:
        facts.append((t("Agreed in all"), hours_text(hours.agreed, t)))
    yield words.strip(facts)
    if hours.elective:
        yield words.space(3)
        left_out = t(
            "In the bbl the hours of an elective don't count: {hours} were left out.",
            hours=hours_text(hours.elective, t),
        )
        yield words.paragraph(left_out, "small")


def _processes(data: PracticeReport, words: Words, t: Translate) -> Iterator[Flowable]:
    if data.processes is None:
        return
    yield words.heading(t("Work processes"))
    if not data.processes:
        yield words.paragraph(t("No work process was practised yet."))
        return
    header = (
        t("Code"),
        t("Work process"),
        t("Practised"),
        t("Last on"),
        t("Verdict of the trainer"),
    )
    rows = [_process(line, t) for line in data.processes]
    yield words.table(header, rows, of_width((1.0, 2.5, 0.8, 0.9, 2.0)))


def _process(line: ProcessLine, t: Translate) -> tuple[str, ...]:
    verdict = t("not assessed yet")
    if line.verdict is not None:
        about = ", ".join(part for part in (format_date(line.assessed_on), line.by) if part)
        verdict = f"{t(VERDICTS[line.verdict])} ({about})"
    times = t("{times}×", times=line.times) if line.times else t("not yet")
    return line.code, line.name, times, format_date(line.last_on), verdict


def _electives(data: PracticeReport, words: Words, t: Translate) -> Iterator[Flowable]:
    if not data.electives:
        return
    yield words.heading(t("Electives"))
    rows = [
        (
            one.code,
            one.name,
            period_text(one.starts_on, one.ends_on, t),
            t("{hours} hours", hours=one.hours),
        )
        for one in data.electives
    ]
    header = (t("Code"), t("Elective"), t("Period"), t("Hours"))
    yield words.table(header, rows, of_width((0.6, 2.2, 2.2, 0.8)))


def _visits(data: PracticeReport, words: Words, t: Translate) -> Iterator[Flowable]:
    yield words.heading(t("Contacts with the school"))
    if not data.visits:
        yield words.paragraph(t("No contacts with the school in this period."))
        return
    rows = [
        (format_date(one.on), t(VISITS[one.kind]), one.school_person or "–", one.agreed or "–")
        for one in data.visits
    ]
    header = (t("Date"), t("Contact"), t("From the school"), t("What was agreed"))
    yield words.table(header, rows, of_width((0.8, 1.1, 1.3, 3.2)))


def _signatures(data: PracticeReport, words: Words, t: Translate) -> Iterator[Flowable]:
    yield words.together(
        [
            words.heading(t("Signatures")),
            words.paragraph(t("What the student says of this practice:")),
            *(words.paragraph("…" * _DOTS) for _line in range(2)),
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


__all__ = ["render"]
