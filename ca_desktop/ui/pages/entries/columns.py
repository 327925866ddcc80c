"""The columns of the guidance log, and the words for a follow-up."""

from collections.abc import Callable, Sequence
from datetime import date

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.entries import Entry, EntryLine
from ca_desktop.i18n import N_, _
from ca_desktop.ui.forms.late import late_words
from ca_desktop.ui.kit.table_model import Column


def entry_columns(today: Callable[[], date]) -> Sequence[Column[EntryLine]]:
    """Newest first; a follow-up that is past says so in a word and an icon."""
    return (
        Column[EntryLine](
            N_("Date"), text=lambda x: format_date(x.entry.on), sort_name="on", width=95
        ),
        Column[EntryLine](
            N_("Participant"),
            text=lambda x: x.participant.full,
            tooltip=lambda x: f"{x.participant.full} ({x.participant_number})",
            width=115,
        ),
        Column[EntryLine](
            N_("Note"),
            text=lambda x: first_line(x.entry),
            icon=lambda x: "pencil" if x.entry.edited_at else "",
            tooltip=_whole,
            stretch=True,
        ),
        Column[EntryLine](
            N_("Follow-up"),
            text=lambda x: follow_up_words(x.entry, today()),
            icon=lambda x: "triangle-alert" if is_late(x.entry, today()) else "",
            width=138,
        ),
        Column[EntryLine](N_("Form"), text=lambda x: x.entry.form.text, minor=True, width=125),
        Column[EntryLine](
            N_("Minutes"), text=lambda x: str(x.entry.minutes), right=True, minor=True, width=70
        ),
        Column[EntryLine](
            N_("Who may read"), text=lambda x: x.entry.visibility.text, minor=True, width=130
        ),
        Column[EntryLine](
            N_("Edited"),
            text=lambda x: _("Edited") if x.entry.edited_at else "",
            minor=True,
            width=75,
        ),
    )


def first_line(entry: Entry) -> str:
    """The first line of the text, marked when it adds to another note."""
    line = next(iter(entry.text.strip().splitlines()), "")
    return _("Addition: {text}", text=line) if entry.adds_to_id else line


def is_late(entry: Entry, today: date) -> bool:
    """Whether its follow-up is past and not done."""
    return (
        entry.follow_up_on is not None and not entry.follow_up_done and entry.follow_up_on < today
    )


def follow_up_words(entry: Entry, today: date) -> str:
    """'12-11-2026 te laat', '12-11-2026 gedaan', or nothing."""
    if entry.follow_up_on is None:
        return ""
    day = format_date(entry.follow_up_on)
    if entry.follow_up_done:
        return _("{date} done", date=day)
    return late_words(entry.follow_up_on, today) if is_late(entry, today) else day


def _whole(line: EntryLine) -> str:
    edited = _("Edited") if line.entry.edited_at else ""
    return "\n".join(filter(None, (line.entry.text, edited)))
