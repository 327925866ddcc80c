"""The role factsheet: one page that a quartermaster hands to a municipality and a school."""

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.role_factsheet import CompetenceLine, QualificationLine, RoleFactsheet
from ca_desktop.domain.roles import Grade
from ca_desktop.i18n import Translate
from ca_desktop.reports.layout import PaperInfo, Words, pdf_on_one_page, style
from ca_desktop.reports.texts import EDUCATION, GRADES, STATES, half_day_count

Block = list[Flowable]

_MOST_ROWS = 8  # with more qualifications only those with a state get a row


def render(data: RoleFactsheet, t: Translate) -> bytes:
    """The PDF in the language of `t`; the data carries its texts in the same language."""
    info = PaperInfo(
        title=data.title,
        footer=_footer(data, t),
        language=data.language,
        made_on=data.made_on,
        letterhead=data.letterhead,
    )
    return pdf_on_one_page(lambda words: _story(data, words, t), info, t)


def _story(data: RoleFactsheet, words: Words, t: Translate) -> list[Flowable]:
    blocks = [
        *_work(data, words, t),
        *_competences(data, words, t),
        *_suitability(data, words, t),
        *_guidance(data, words, t),
        *_safety(data, words, t),
        *_interns(data, words, t),
        *_training(data, words, t),
    ]
    return [
        words.paragraph(t("Role factsheet"), "label"),
        words.heading(data.name, 1),
        *words.paragraphs(data.purpose, "lead"),
        words.space(3),
        words.strip(_facts(data, t)),
        words.space(9),
        words.columns(blocks),
    ]


def _facts(data: RoleFactsheet, t: Translate) -> list[tuple[str, str]]:
    places = data.places
    facts = [
        (
            t("Places now"),
            t(
                "{busiest} of {total} taken on the busiest half-day; {half_days} a week",
                busiest=places.busiest,
                total=places.total,
                half_days=half_day_count(places.half_days, t),
            ),
        ),
        (t("Guidance"), data.intensity),
        (t("Language level"), data.language_level),
    ]
    if data.contact:
        lines = (data.contact.name, data.contact.phone, data.contact.email)
        facts.append((t("Ask about this role"), "\n".join(line for line in lines if line)))
    return [(label, value) for label, value in facts if value]


def _work(data: RoleFactsheet, words: Words, t: Translate) -> Iterator[Block]:
    yield from _bullets(words, t("Tasks"), data.tasks)


def _competences(data: RoleFactsheet, words: Words, t: Translate) -> Iterator[Block]:
    if data.minimum:
        lines = [_minimum(line, t) for line in data.minimum]
        yield [words.heading(t("Needed at the start")), words.bullet_list(lines)]
    if data.developable:
        lines = [f"{line.text} ({line.letter})" for line in data.developable]
        yield [words.heading(t("To be learnt here")), words.bullet_list(lines)]


def _minimum(line: CompetenceLine, t: Translate) -> str:
    """The sentence, then letter and level as a school knows them."""
    if not line.level:
        return f"{line.text} ({line.letter})"
    level = t("level {level}", level=line.level)
    return f"{line.text} ({line.letter}, {level} {line.level_word})"


def _suitability(data: RoleFactsheet, words: Words, t: Translate) -> Iterator[Block]:
    if not data.suitability:
        return
    usual = [one for one in data.suitability if one.grade is not Grade.NOT_DEFAULT]
    others = [one.group for one in data.suitability if one.grade is Grade.NOT_DEFAULT]
    used = dict.fromkeys(one.grade for one in usual)
    legend = " · ".join(f"{grade.symbol} {t(GRADES[grade])}" for grade in Grade if grade in used)
    block: Block = [
        words.heading(t("Who it may suit")),
        *(words.marked(one.grade.symbol, one.group, one.note) for one in usual),
        words.paragraph(legend, "small"),
    ]
    if others:
        block.append(
            words.paragraph(t("Not a usual choice: {groups}.", groups=", ".join(others)), "small")
        )
    block.append(
        words.paragraph(t("A suggestion for a talk: skills decide, not the group."), "small")
    )
    yield block


def _guidance(data: RoleFactsheet, words: Words, t: Translate) -> Iterator[Block]:
    if data.steering:
        yield [words.heading(t("Steering")), *words.paragraphs(data.steering)]
    yield from _bullets(words, t("Working conditions"), data.conditions)
    if data.growth:
        yield [words.heading(t("Growing further")), *words.paragraphs(data.growth)]


def _safety(data: RoleFactsheet, words: Words, t: Translate) -> Iterator[Block]:
    if data.safety or data.protective_equipment:
        block: Block = [words.heading(t("Working safely"))]
        if data.protective_equipment:
            block.append(words.labelled(t("Wear:"), ", ".join(data.protective_equipment)))
        if data.safety:
            block.append(words.bullet_list(data.safety))
        yield block
    if data.cautions:
        yield [
            words.space(8),
            words.caution(t("Mind the law"), data.cautions, style.COLUMN_WIDTH),
        ]


def _interns(data: RoleFactsheet, words: Words, t: Translate) -> Iterator[Block]:
    block: Block = [words.heading(t("Interns per kind of education"))]
    for one in data.intern_profiles:
        kind = t(EDUCATION.get(one.education_type, one.education_type))
        rest = (
            one.assignment,
            t("Asked: {text}", text=one.requirements) if one.requirements else "",
            t("Guidance: {text}", text=one.guidance) if one.guidance else "",
        )
        block.append(words.labelled(f"{kind}:", " ".join(part for part in rest if part), "cell"))
        block.append(words.space(2))
    if data.intern_profiles:
        yield block


def _training(data: RoleFactsheet, words: Words, t: Translate) -> Iterator[Block]:
    if not (data.qualifications or data.company_id):
        return
    is_short = len(data.qualifications) <= _MOST_ROWS
    listed = [line for line in data.qualifications if is_short or line.state]
    others = [line for line in data.qualifications if line not in listed]
    block: Block = [words.heading(t("Qualifications and SBB accreditation"))]
    if listed:
        header = (t("Code"), t("Qualification"), t("Level"), t("SBB status"))
        rows = [_qualification(line, t) for line in listed]
        wide = style.COLUMN_WIDTH - 36 - 39 - 72
        block += [words.table(header, rows, (36, wide, 39, 72)), words.space(3)]
    if others:
        names = "; ".join(_in_words(line, t) for line in others)
        block.append(words.labelled(t("Also linked, without accreditation:"), names, "cell"))
        block.append(words.space(3))
    if any(_is_unverified(line) for line in data.qualifications):
        block.append(words.paragraph(t("* code still to be verified with SBB"), "small"))
    block += [words.paragraph(line, "small") for line in _company(data, t)]
    yield block


def _qualification(line: QualificationLine, t: Translate) -> Sequence[str]:
    state = t(STATES[line.state]) if line.state else t("none")
    return line.code, _name(line), str(line.level) if line.level else "", state


def _in_words(line: QualificationLine, t: Translate) -> str:
    level = t("level {level}", level=line.level) if line.level else ""
    return f"{_name(line)} ({', '.join(part for part in (line.code, level) if part)})"


def _name(line: QualificationLine) -> str:
    return f"{line.name}\u00a0*" if _is_unverified(line) else line.name


def _is_unverified(line: QualificationLine) -> bool:
    """A code that is only in the catalogue and that nobody compared with SBB's register."""
    return bool(line.status) and not (line.state and line.state.is_accredited)


def _company(data: RoleFactsheet, t: Translate) -> Iterator[str]:
    company = t("leerbedrijf-ID: {number}", number=data.company_id or t("not known yet"))
    trainer = t("workplace trainer: {name}", name=data.trainer) if data.trainer else ""
    yield " · ".join(part for part in (company, trainer) if part)


def _bullets(words: Words, title: str, items: Sequence[str]) -> Iterator[Block]:
    if items:
        yield [words.heading(title), words.bullet_list(items)]


def _footer(data: RoleFactsheet, t: Translate) -> str:
    made = format_date(data.made_on)
    parts = [data.letterhead.centre, data.title, made]
    if data.catalogue_version:
        parts.append(t("catalogue {version}", version=data.catalogue_version))
    return " · ".join(parts)


__all__ = ["render"]
