"""The measured parts of the progress report: presence and guidance, counted and drawn."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.progress_lines import AttendanceSummary, GuidanceSummary
from ca_desktop.i18n import Translate
from ca_desktop.reports import charts
from ca_desktop.reports.layout import Words, style
from ca_desktop.reports.texts import ATTENDANCE, FORMS, duration_text, half_day_count


def attendance(data: AttendanceSummary | None, words: Words, t: Translate) -> Iterator[Flowable]:
    """Presence in half-days and hours, a bar per week; absence as far as it is in the data."""
    if data is None:
        return
    yield words.heading(t("Attendance"))
    if not data.recorded:
        yield words.paragraph(t("No attendance was recorded in this period."))
        yield from _gaps(data, words, t)
        return
    yield words.strip(
        [
            (t("Recorded"), half_day_count(data.recorded, t)),
            (t("Present"), f"{half_day_count(data.present, t)} ({data.percentage}%)"),
            (t("Absent"), half_day_count(data.absent, t)),
            (t("Hours present"), duration_text(data.minutes, t)),
        ]
    )
    yield words.space(4)
    absence = _absence(data, t)
    if absence:
        yield words.labelled(t("Absence:"), absence)
    yield from _gaps(data, words, t)
    drawing = charts.presence_bars(data.weeks, t)
    alt = "; ".join(f"{week.week}: {week.present}/{week.recorded}" for week in data.weeks)
    yield words.figure(drawing, alt)


def _gaps(data: AttendanceSummary, words: Words, t: Translate) -> Iterator[Flowable]:
    """What the numbers don't tell: half-days that were planned, but nobody filled in."""
    if not data.not_filled_in:
        return
    since = t("Nothing was recorded before {date}.", date=format_date(data.first_on))
    planned = t("{half_days} that were planned.", half_days=half_day_count(data.not_filled_in, t))
    text = f"{planned} {since}" if data.first_on and data.starts_late else planned
    yield words.labelled(t("Not filled in:"), text)


def _absence(data: AttendanceSummary, t: Translate) -> str:
    parts = []
    if data.reported is not None:
        parts.append(t("{number} reported", number=data.reported))
    if data.unreported is not None:
        parts.append(t("{number} not reported", number=data.unreported))
    if data.per_code is not None:
        parts += [f"{t(ATTENDANCE[code])} {count}" for code, count in data.per_code]
    elif data.sick is not None:
        parts.append(t("{half_days} ill", half_days=half_day_count(data.sick, t)))
    return ", ".join(parts)


def guidance(data: GuidanceSummary | None, words: Words, t: Translate) -> Iterator[Flowable]:
    """Contacts and minutes per form, and the supervisor's summary with what it rests on."""
    if data is None:
        return
    yield words.heading(t("Guidance"))
    if not data.contacts:
        yield words.paragraph(t("No guidance was noted in this period."))
    else:
        rows = [
            (
                t(FORMS[one.form]) if one.form else t("Other contact"),
                str(one.contacts),
                duration_text(one.minutes, t),
            )
            for one in data.forms
        ]
        rows.append((t("Total"), str(data.contacts), duration_text(data.minutes, t)))
        header = (t("Form"), t("Contacts"), t("Time"))
        yield words.table(header, rows, (style.TEXT_WIDTH - 170, 70, 100))
    if not data.summary:
        return
    yield words.heading(t("Summary of the supervisor"), 3)
    yield words.lead_in(_rests_on(data, t))
    yield from words.paragraphs(data.summary)


def _rests_on(data: GuidanceSummary, t: Translate) -> str:
    if data.total is not None:
        return t("This summary rests on {used} of {total} notes.", used=data.used, total=data.total)
    if data.used == 1:
        return t("This summary rests on 1 note.")
    return t("This summary rests on {used} notes.", used=data.used)
