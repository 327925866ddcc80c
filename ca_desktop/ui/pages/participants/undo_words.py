"""What Ctrl+Z would take back, in the words of the history: who, which day, from what to what."""

from collections.abc import Iterator

from ca_desktop.domain.dates import format_date
from ca_desktop.i18n import _
from ca_desktop.services.history import UndoLine
from ca_desktop.services.session import Session
from ca_desktop.ui.pages.participants.history_words import HistoryWords

LONGEST = 60
MOST_FIELDS = 4


def undo_words(session: Session) -> str:
    """A few lines for the question; '' when there is nothing to undo."""
    step = session.history.last_step()
    if step is None:
        return ""
    words = HistoryWords(session)
    words.learn()
    told = [step.what]
    for line in step.lines:
        told.append(_heading(line))
        told.extend(_changes(words, line))
    if step.more:
        told.append(_("And {n} more", n=step.more))
    return "\n".join(filter(None, told))


def _heading(line: UndoLine) -> str:
    return ", ".join(filter(None, (line.name, format_date(line.day))))


def _changes(words: HistoryWords, line: UndoLine) -> Iterator[str]:
    for name, before, now in list(words.changes(line.line))[:MOST_FIELDS]:
        if before and now:
            yield _("{field}: {before} → {now}", field=name, before=_cut(before), now=_cut(now))
        else:
            yield _("{field}: {now}", field=name, now=_cut(now or before))


def _cut(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
