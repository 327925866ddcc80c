"""One qualification in the SBB dossier: where it stands, who trains, what can be practised here."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from ca_desktop.domain.accreditations import Accreditation, AccreditationState
from ca_desktop.domain.dates import format_date
from ca_desktop.domain.sbb_dossier_lines import ProcessCoverLine, QualificationFacts, TrainerLine
from ca_desktop.domain.supervisor_sheet import PaperLine
from ca_desktop.domain.supervisors import CertificateStatus
from ca_desktop.i18n import Translate
from ca_desktop.reports.heads import LABEL_WIDTH, of_width
from ca_desktop.reports.layout import Words, style
from ca_desktop.reports.texts import CERTIFICATE_STATES, PATHS, STATES, duration_text


def qualification(data: QualificationFacts, words: Words, t: Translate) -> Iterator[Flowable]:
    """The block of one qualification; its title stays with its facts."""
    one = data.accreditation
    level = t("level {level}", level=one.level)
    yield words.together(
        [
            words.heading(f"{one.code} {one.name} ({level})"),
            words.facts(
                [(label, value) for label, value in _facts(data, t) if value],
                label_width=LABEL_WIDTH,
                width=style.TEXT_WIDTH,
            ),
        ]
    )
    yield from _timeline(data, words, t)
    yield from _processes(data, words, t)


def status(one: Accreditation, t: Translate) -> str:
    """'Erkend sinds 01-03-2023'; of another state only its word, with since when it was accredited
    where it still is.
    """
    word = t(STATES[one.state])
    if one.since is None or not one.state.is_accredited:
        return word
    since = format_date(one.since)
    if one.state is AccreditationState.ACCREDITED:
        return t("{status} since {date}", status=word, date=since)
    return t("{status}; accredited since {date}", status=word, date=since)


def percent(data: QualificationFacts, t: Translate) -> str:
    """'7 van 9 (78%)'; '' where no work process is known."""
    if not data.share.total:
        return ""
    return t(
        "{feasible} of {total} ({percent}%)",
        feasible=data.share.feasible,
        total=data.share.total,
        percent=data.share.percent,
    )


def _facts(data: QualificationFacts, t: Translate) -> Iterator[tuple[str, str]]:
    one = data.accreditation
    yield t("SBB status"), status(one, t)
    yield t("Qualification file"), one.dossier
    yield t("Learning paths"), ", ".join(t(PATHS[path]) for path in one.learning_paths)
    yield t("Equivalents"), ", ".join(one.equivalents)
    yield t("Last assessed on"), format_date(one.last_assessed_on)
    yield t("Re-assessment expected"), format_date(data.expected_on)
    yield t("End named by SBB"), format_date(one.ends_on)
    yield t("Last student until"), format_date(data.last_student_on) or t("no student known")
    yield t("Lapse, without a student"), format_date(data.lapse_on)
    counts = ", ".join(f"{year.name}: {count}" for year, count in data.students)
    yield t("Students per school year"), counts
    yield t("Workplace trainer"), _trainer(data.trainer, t)
    yield t("Feasible here"), percent(data, t) or t("no work processes recorded yet")


def _trainer(trainer: TrainerLine | None, t: Translate) -> str:
    if trainer is None:
        return t("nobody")
    hours = duration_text(trainer.minutes, t)
    reserved = t("{time} a week reserved", time=hours) if trainer.minutes else t("no time reserved")
    papers = "; ".join(_paper(one, t) for one in trainer.papers) or t("no papers recorded")
    return f"{trainer.name}, {reserved}\n{papers}"


def _paper(one: PaperLine, t: Translate) -> str:
    until = t("valid until {date}", date=format_date(one.valid_until)) if one.valid_until else ""
    state = (
        "" if one.status is CertificateStatus.VALID and until else CERTIFICATE_STATES[one.status]
    )
    about = ", ".join(part for part in (t(state), until) if part)
    return f"{one.name} ({about})"


def _timeline(data: QualificationFacts, words: Words, t: Translate) -> Iterator[Flowable]:
    if not data.steps:
        return
    yield words.heading(t("Timeline"), 3)
    rows = [
        (
            format_date(step.on),
            t(STATES[step.state]),
            step.letter or "–",
            format_date(step.planned_on) or "–",
        )
        for step in data.steps
    ]
    header = (t("Date"), t("Step"), t("Letter or message"), t("Planned for"))
    yield words.table(header, rows, of_width((0.8, 1.3, 2.8, 0.9)))


def _processes(data: QualificationFacts, words: Words, t: Translate) -> Iterator[Flowable]:
    if not data.tasks:
        return
    yield words.heading(t("Work processes"), 3)
    header = (t("Code"), t("Work process"), t("Feasible"), t("Practised in"), t("Cards"))
    rows: list[tuple[str, ...]] = []
    for task in data.tasks:
        rows += [_process(line, t) for line in task.processes]
    yield words.table(header, rows, of_width((0.95, 2.4, 1.05, 1.4, 1.7)))
    names = "; ".join(f"{task.code} {task.name}".strip() for task in data.tasks)
    yield words.space(2)
    yield words.paragraph(t("Core tasks: {names}.", names=names), "small")


def _process(line: ProcessCoverLine, t: Translate) -> tuple[str, ...]:
    feasible = t("yes") if line.is_feasible else t("no")
    cards = ", ".join(line.cards) or "–"
    return line.code, line.name, feasible, ", ".join(line.roles) or "–", cards


__all__ = ["percent", "qualification", "status"]
