"""The role factsheet: a page, or two where one would be too small to read, for who sends people."""

from collections.abc import Iterable, Iterator, Sequence

from reportlab.platypus import Flowable

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.role_factsheet import (
    CompetenceLine,
    RoleFactsheet,
    SuitabilityLine,
)
from ca_desktop.domain.roles import Grade
from ca_desktop.i18n import Translate
from ca_desktop.reports.layout import PaperInfo, Words, pdf_on_one_page, style
from ca_desktop.reports.role_education import NO_BREAK, interns, training
from ca_desktop.reports.texts import GRADES, half_day_count

Block = list[Flowable]


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
    """One reading order on every sheet: two columns, then what needs the width of the page."""
    blocks = [
        *_bullets(words, t("Tasks"), data.tasks),
        *_competences(data, words, t),
        *_safety(data, words, t),
        *_suitability(data, words, t),
        *_guidance(data, words, t),
    ]
    return [
        words.paragraph(t("Role factsheet"), "label"),
        words.heading(data.name, 1),
        *words.paragraphs(data.purpose, "lead"),
        words.space(3),
        words.strip(_facts(data, t)),
        words.space(7),
        words.columns(blocks),
        *_key(data, words, t),
        *interns(data, words, t),
        *training(data, words, t),
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
        who = ", ".join(part for part in (data.contact.name, data.contact.phone) if part)
        facts.append((t("Ask about this role"), f"{who}\n{data.contact.email}".strip()))
    return [(label, value) for label, value in facts if value]


def _competences(data: RoleFactsheet, words: Words, t: Translate) -> Iterator[Block]:
    everyone = t("For everyone:")
    needed = t(
        "comes at the agreed time, follows a simple instruction, keeps the house rules and can "
        "work in one room with others."
    )
    yield [
        words.heading(t("Needed at the start")),
        words.labelled(everyone, needed, "cell"),
        words.bullet_list(_with_letter(line, t) for line in data.minimum),
    ]
    learnt = t("work rhythm, language, working together, feedback, safety and self-confidence.")
    yield [
        words.heading(t("To be learnt here")),
        words.labelled(everyone, learnt, "cell"),
        words.bullet_list(_with_letter(line, t) for line in data.developable),
    ]


def _with_letter(line: CompetenceLine, t: Translate) -> str:
    level = t("level {level}", level=line.level) if line.level else ""
    about = ", ".join(part for part in (line.letter, level) if part)
    return f"{line.text} ({about.replace(' ', NO_BREAK)})"


def _key(data: RoleFactsheet, words: Words, t: Translate) -> Block:
    """What the letters and levels on this sheet stand for, as a school knows them."""
    lines = sorted((*data.minimum, *data.developable), key=lambda line: line.letter)
    names = dict.fromkeys(f"{line.letter}{NO_BREAK}{line.name}" for line in lines if line.name)
    levels = {line.level: line.level_word for line in data.minimum if line.level_word}
    parts = [t("The letters are Dutch VET competences: {names}.", names="; ".join(names))]
    parts += [t("Level {level}: {word}.", level=n, word=levels[n]) for n in sorted(levels)]
    return [words.space(5), words.paragraph(" ".join(parts), "small")] if names else []


def _suitability(data: RoleFactsheet, words: Words, t: Translate) -> Iterator[Block]:
    if not data.suitability:
        return
    usual = [one for one in data.suitability if one.grade is not Grade.NOT_DEFAULT]
    others = [one.group for one in data.suitability if one.grade is Grade.NOT_DEFAULT]
    used = dict.fromkeys(one.grade for one in usual)
    legend = "; ".join(f"{grade.symbol} {t(GRADES[grade])}" for grade in Grade if grade in used)
    block: Block = [
        words.heading(t("Who it may suit")),
        *(words.marked(g.symbol, groups, note) for (g, note), groups in _grouped(usual)),
    ]
    if others:
        block.append(
            words.paragraph(t("Usually not: {groups}.", groups=", ".join(others)), "small")
        )
    legend = f"{legend}." if legend else ""
    advice = t("A suggestion for a talk: skills decide, not the group.")
    block.append(words.paragraph(" ".join(part for part in (legend, advice) if part), "small"))
    yield block


def _grouped(lines: Iterable[SuitabilityLine]) -> Iterator[tuple[tuple[Grade, str], str]]:
    """Groups of which the same is said stand together, where the first of them stood."""
    together: dict[tuple[Grade, str], list[str]] = {}
    for line in lines:
        together.setdefault((line.grade, line.note), []).append(line.group)
    return ((said, "; ".join(groups)) for said, groups in together.items())


def _guidance(data: RoleFactsheet, words: Words, t: Translate) -> Iterator[Block]:
    if data.steering:
        yield [words.heading(t("Steering")), *words.paragraphs(data.steering, "cell")]
    yield from _bullets(words, t("Working conditions"), data.conditions)
    if data.growth:
        yield [words.heading(t("Growing further")), *words.paragraphs(data.growth, "cell")]


def _safety(data: RoleFactsheet, words: Words, t: Translate) -> Iterator[Block]:
    if data.safety or data.protective_equipment:
        block: Block = [words.heading(t("Working safely"))]
        if data.protective_equipment:
            items = "; ".join(map(_inside_a_sentence, data.protective_equipment))
            block.append(words.labelled(t("Wear or use:"), items, "cell"))
        if data.safety:
            block.append(words.bullet_list(data.safety))
        yield block
    if data.cautions:
        yield [
            words.space(8),
            words.caution(t("Take note"), data.cautions, style.COLUMN_WIDTH),
        ]


def _inside_a_sentence(text: str) -> str:
    """'Veiligheidsbril' loses its capital, 'ESD-polsband' keeps them."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


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
