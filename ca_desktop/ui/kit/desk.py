"""What every page gets handed: jobs, saves, changes, navigation, today."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import date

from ca_desktop.ui.kit.changes import Changes
from ca_desktop.ui.kit.jobs import Jobs
from ca_desktop.ui.kit.saved_filters import FilterShelf
from ca_desktop.ui.kit.saving import Saves


@dataclass(frozen=True, slots=True)
class Spot:
    """A place inside a file: the record, its section, and a child record or "new" in there."""

    record_id: Hashable
    section: str
    child: Hashable = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """`Desk()` with nothing else is enough for a test of a page.

    `navigate(page_key, row_id)` opens another page at a row, or at a `Spot` in its file;
    `is_allowed(action)` says whether the signed-in account may do something (the service refuses
    it anyway); `shelf` keeps filters (None: they can't be kept).
    """

    changes: Changes = field(default_factory=Changes)
    jobs: Jobs = field(default_factory=Jobs)
    saves: Saves = field(default_factory=Saves)
    navigate: Callable[[str, object], object] = lambda _page, _row: None
    is_allowed: Callable[[object], bool] = lambda _action: True
    today: Callable[[], date] = date.today
    shelf: FilterShelf | None = None
