"""How a date that is past says so, in few letters: lists have little room."""

from datetime import date

from ca_desktop.domain.dates import format_date
from ca_desktop.i18n import _


def late_words(day: date, today: date) -> str:
    """'22-10 te laat', with the year when that is another one."""
    short = f"{day:%d-%m}" if day.year == today.year else format_date(day)
    return _("{date} overdue", date=short)
