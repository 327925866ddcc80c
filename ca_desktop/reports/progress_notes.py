"""The words on a report: goals, what was agreed, incidents, the notes themselves."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.progress_lines import AgreementLine, GoalLine, NoteLine
from ca_desktop.i18n import Translate
from ca_desktop.reports.layout import Words
from ca_desktop.reports.texts import FORMS, GOALS, duration_text


def goals(lines: tuple[GoalLine, ...] | None, words: Words, t: Translate) -> Iterator[Flowable]:
    """The goals that were worked on, each with where it stands."""
    if lines is None:
        return
    yield words.heading(t("Goals"))
    if not lines:
        yield words.paragraph(t("No goals were set for this period."))
    for goal in lines:
        since = t("set on {date}", date=format_date(goal.set_on))
        due = t("aim: {date}", date=format_date(goal.due_on)) if goal.due_on else ""
        status = " · ".join(part for part in (t(GOALS[goal.status]), since, due) if part)
        why = [words.labelled(t("Why:"), goal.reason)] if goal.reason else []
        yield words.together([*words.item(goal.text, status), *why])


def agreements(
    lines: tuple[AgreementLine, ...] | None, words: Words, t: Translate
) -> Iterator[Flowable]:
    """What was agreed, each with the contact in which it was."""
    if lines is None:
        return
    yield words.heading(t("Agreements"))
    if not lines:
        yield words.paragraph(t("No agreements were noted in this period."))
    for one in lines:
        parts = (
            format_date(one.on),
            t(FORMS[one.form]) if one.form else t("Other contact"),
            one.supervisor,
            t("follow-up: {date}", date=format_date(one.follow_up_on)) if one.follow_up_on else "",
            t("done") if one.is_done else "",
        )
        yield from words.item(one.text, " · ".join(part for part in parts if part))


def notes(
    title: str, lines: tuple[NoteLine, ...] | None, words: Words, t: Translate
) -> Iterator[Flowable]:
    """Notes as they were written, flowing over pages; None where they are not for the reader."""
    if lines is None:
        return
    yield words.heading(title)
    if not lines:
        yield words.paragraph(t("There is nothing of this kind in this period."))
    for note in lines:
        parts = (
            format_date(note.on),
            t(FORMS[note.form]),
            duration_text(note.minutes, t),
            note.supervisor,
            t("internal") if note.is_internal else "",
        )
        yield words.heading(" · ".join(part for part in parts if part), 3)
        yield from words.paragraphs(note.text)
        if note.agreement:
            yield words.labelled(t("Agreed:"), note.agreement)
