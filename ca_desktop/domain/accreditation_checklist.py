"""The way to a first accreditation as a checklist that knows what already stands in the program."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from ca_desktop.domain.catalogue_entries import NO_TEXT, Origin, Text
from ca_desktop.domain.catalogue_reading import read_entries, read_table
from ca_desktop.domain.checklist_ticks import ChecklistTick
from ca_desktop.resources import resource


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistItem:
    """One item: `known` means that the program sees by itself whether it is done; `place` names
    where it is done; `status` that somebody still has to verify it with SBB.
    """

    code: str
    known: bool
    place: str
    name: Text
    help: Text = NO_TEXT
    status: str
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistLine:
    """An item at one location: done by what the program knows, or by a tick on a day."""

    item: ChecklistItem
    is_done: bool
    tick: ChecklistTick | None = None

    @property
    def id(self) -> str:
        return self.item.code

    @property
    def done_on(self) -> date | None:
        return self.tick.done_on if self.tick else None


@cache
def checklist_items() -> tuple[ChecklistItem, ...]:
    """All items in the order in which they are done."""
    table = read_table(resource("catalogue", "accreditation_checklist.toml"))
    return read_entries(ChecklistItem, table, "items")


def checklist(known: Collection[str], ticks: Iterable[ChecklistTick]) -> tuple[ChecklistLine, ...]:
    """The items with what is done: `known` are the codes that the program sees as done."""
    by_item = {tick.item: tick for tick in ticks}
    return tuple(
        ChecklistLine(
            item=item,
            is_done=item.code in (known if item.known else by_item),
            tick=None if item.known else by_item.get(item.code),
        )
        for item in checklist_items()
    )
