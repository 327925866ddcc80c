"""Days and files as scripts name them."""

import re
from datetime import date
from pathlib import Path

from ca_desktop.domain.dates import parse_date
from ca_desktop.domain.errors import RuleBroken, StorageError
from ca_desktop.i18n import _
from ca_desktop.services.session import Session

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def day_of(text: str, session: Session) -> date:
    """A day as scripts write it; words such as "today" would print something else tomorrow."""
    written = text.strip()
    if not _DAY.fullmatch(written):
        raise RuleBroken(
            _("“{text}” is not a date. Type it as YYYY-MM-DD, such as 2026-04-07.", text=written)
        )
    try:
        day = date.fromisoformat(written)
    except ValueError:
        raise RuleBroken(_("The date {text} does not exist.", text=written)) from None
    parse_date(written, today=session.today())  # refuses what lies absurdly far away
    return day


def refuse_folder(out: Path, example: str) -> None:
    """StorageError when a folder is named where a file is meant."""
    if out.is_dir():
        raise StorageError(
            _("{path} is a folder. Name a file in it: {example}.", path=out, example=out / example)
        )
