"""What a school looks for on a factsheet: interns, qualifications and the accreditation by SBB."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from ca_desktop.domain.role_factsheet import QualificationLine, RoleFactsheet
from ca_desktop.i18n import Translate
from ca_desktop.reports.layout import Words, style
from ca_desktop.reports.texts import EDUCATION, STATES

NO_BREAK = "\u00a0"

_MOST_ROWS = 4  # with more qualifications only those with a state get a row


def interns(data: RoleFactsheet, words: Words, t: Translate) -> list[Flowable]:
    """Per kind of education what an intern does and needs."""
    if not data.intern_profiles:
        return []
    rows = [
        (
            t(EDUCATION.get(one.education_type, one.education_type)),
            one.assignment,
            one.requirements,
            one.guidance,
        )
        for one in data.intern_profiles
    ]
    header = (t("Education"), t("Assignment"), t("Required"), t("Guidance"))
    shares = (0.18, 0.34, 0.27, 0.21)
    return [
        words.heading(t("Interns per kind of education")),
        words.table(header, rows, [style.TEXT_WIDTH * share for share in shares]),
    ]


def training(data: RoleFactsheet, words: Words, t: Translate) -> list[Flowable]:
    """The linked qualifications, the state of each with SBB, and who trains for it."""
    if not data.qualifications:
        return []
    is_short = len(data.qualifications) <= _MOST_ROWS
    listed = [line for line in data.qualifications if is_short or line.state]
    others = [line for line in data.qualifications if line not in listed]
    block: list[Flowable] = [words.heading(t("Qualifications and SBB accreditation"))]
    if listed:
        block += [_qualifications(listed, words, t), words.space(3)]
    if others:
        names = "; ".join(_in_words(line, t) for line in others)
        block.append(words.labelled(t("Also linked, without accreditation:"), names, "small"))
        block.append(words.space(3))
    notes = [_companies(data, t)] if data.companies else []
    if any(_is_unverified(line) for line in data.qualifications):
        notes.append(t("* code still to be verified with SBB"))
    return [*block, words.paragraph(" · ".join(notes), "small")]


def _qualifications(lines: Sequence[QualificationLine], words: Words, t: Translate) -> Flowable:
    """A column for the trainers only where there is one: each code may have its own."""
    columns = [(t("Code"), 40.0), (t("Qualification"), 0.0), (t("Level"), 42.0)]
    columns += [(t("SBB status"), 108.0), (t("Workplace trainer"), 112.0)]
    if not any(line.trainer for line in lines):
        columns.pop()
    rows = [_qualification(line, t)[: len(columns)] for line in lines]
    taken = sum(width for _title, width in columns)
    widths = [width or style.TEXT_WIDTH - taken for _title, width in columns]
    return words.table([title for title, _width in columns], rows, widths)


def _qualification(line: QualificationLine, t: Translate) -> Sequence[str]:
    state = t(STATES[line.state]) if line.state else t("None")
    level = str(line.level) if line.level else ""
    return line.code, _name(line), level, state, line.trainer


def _in_words(line: QualificationLine, t: Translate) -> str:
    level = t("level {level}", level=line.level) if line.level else ""
    about = ", ".join(part for part in (line.code, level) if part)
    return f"{_name(line)} ({about.replace(' ', NO_BREAK)})"


def _name(line: QualificationLine) -> str:
    return f"{line.name}{NO_BREAK}*" if _is_unverified(line) else line.name


def _is_unverified(line: QualificationLine) -> bool:
    """A code that is only in the catalogue and that nobody compared with SBB's register."""
    return bool(line.status) and not line.is_accredited


def _companies(data: RoleFactsheet, t: Translate) -> str:
    """The number of the location; with more than one, each with its place."""
    unknown = t("not known yet")
    numbers = [one.number or unknown for one in data.companies]
    if len(numbers) > 1:
        numbers = [f"{one.number or unknown} ({one.location})" for one in data.companies]
    return t("leerbedrijf-ID: {number}", number=", ".join(numbers))
