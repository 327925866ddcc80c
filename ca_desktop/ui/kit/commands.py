"""Commands in the global search: what the program can do, found by the words on its buttons."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ca_desktop.domain.folding import fold
from ca_desktop.i18n import _
from ca_desktop.ui.kit.search_popup import Hit

MOST = 6
FIRST_FROM = 3  # letters after which a command whose words begin so stands on top


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One thing to do, shown as a result of the search; `detail` is its key."""

    label: str
    do: Callable[[], object]
    detail: str = ""
    page: str = ""
    record_id: None = None

    @property
    def group(self) -> str:
        """The heading above it."""
        return _("Do")


def with_commands(
    commands: Iterable[Command], search: Callable[[str], Sequence[Hit]]
) -> Callable[[str], Sequence[Hit]]:
    """A search that finds commands too: on top when their words begin as typed, else at the end."""
    known = tuple(commands)

    def find(text: str) -> Sequence[Hit]:
        typed = fold(text).strip()
        fit = [one for one in known if typed and _fits(fold(one.label), typed.split())]
        first = [o for o in fit if len(typed) >= FIRST_FROM and fold(o.label).startswith(typed)]
        rest = [one for one in fit if one not in first]
        return [*first[:MOST], *search(text), *rest[:MOST]]

    return find


def _fits(words: str, typed: Sequence[str]) -> bool:
    return all(any(word.startswith(one) for word in words.split()) for one in typed)
