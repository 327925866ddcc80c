"""The words of contacts on a progress report: what was agreed, incidents, the notes themselves."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.progress_lines import NoteLine, ProgressReport
from ca_desktop.i18n import Translate
from ca_desktop.reports.layout import Words
from ca_desktop.reports.texts import FORMS, duration_text


def agreements(data: ProgressReport, words: Words, t: Translate) -> Iterator[Flowable]:
    """What was agreed, each with the contact in which it was."""
    if data.agreements is None:
        return
    yield words.heading(t("Agreements"))
    if not data.agreements:
        yield words.paragraph(t("No agreements were noted in this period."))
    for one in data.agreements:
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
