"""A table from or for another program: headings and rows, nothing of a file format."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from ca_desktop.i18n import _

Value: TypeAlias = str | int | float | date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TableIn:
    """A list from elsewhere as text; `first_row` is the number of its first row in the file."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    first_row: int = 2

    def values(self, column: int) -> Iterator[str]:
        """What is filled in in one column, from top to bottom."""
        return (row[column] for row in self.rows if row[column])


@dataclass(frozen=True, slots=True, kw_only=True)
class TableOut:
    """A list that leaves the program; a demo says on the sheet that nobody in it exists."""

    title: str
    headings: tuple[str, ...]
    rows: Sequence[tuple[Value, ...]]
    is_demo: bool = False

    @property
    def sheet_name(self) -> str:
        """The tab in Excel: at most 31 characters, without what Excel refuses."""
        name = f"{example_word()} {self.title}" if self.is_demo else self.title
        return "".join(letter for letter in name if letter not in "[]:*?/\\'").strip()[:31]

    @property
    def first_line(self) -> str:
        """What stands above the headings in a demo, else ''."""
        if not self.is_demo:
            return ""
        return _("{example} – these people and data are made up", example=example_word())


def example_word() -> str:
    """The word that marks everything out of a demo."""
    return _("EXAMPLE")
