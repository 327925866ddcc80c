"""What a user can act on: each error says what happened and what to do, in the user's language."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing a save refuses: the field it stands beside ('' for the whole form), and why."""

    field: str
    message: str


class UserError(Exception):
    """Shown as it is. Anything that is not a UserError is a bug."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class RuleBroken(UserError):
    """A save was refused; nothing was written."""

    def __init__(self, problems: Iterable[Problem] | str) -> None:
        if isinstance(problems, str):
            problems = [Problem("", problems)]
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__("\n".join(problem.message for problem in self.problems))


class NotFound(UserError):
    """What was asked for does not exist; `nearest` are names that look like it."""

    def __init__(self, message: str, nearest: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.nearest: tuple[str, ...] = tuple(nearest)


class StorageError(UserError):
    """The file, the disk or the rights stand in the way."""


class NotAllowed(UserError):
    """This account may not do this."""


def refuse(problems: Iterable[Problem]) -> None:
    """Raise RuleBroken when there is any problem; otherwise nothing happens."""
    found = tuple(problems)
    if found:
        raise RuleBroken(found)
