"""Many work processes at once, pasted from a qualification file: 'B1-K1-W1 name' per line."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from uuid import UUID

from ca_desktop.domain.errors import Problem
from ca_desktop.domain.work_processes import WorkProcess
from ca_desktop.i18n import _

MOST_LINES = 200
_LINE = re.compile(
    r"^[\s•*\-–]*(?P<part>[BP]\s?\d{1,2})[\s\-–]*(?P<task>K\s?\d{1,2})"
    r"(?:[\s\-–]*(?P<process>W\s?\d{1,2}))?(?!\d)[\s:.;\-–]*(?P<name>.*?)\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PastedLine:
    """One line that was understood; without `code` it names a core task."""

    task_code: str
    code: str
    name: str


def pasted_lines(text: str) -> Iterator[PastedLine | str]:
    """Per line what it says, or the line itself where it is not understood; empty lines are
    skipped.
    """
    for line in text.splitlines():
        if not line.strip():
            continue
        found = _LINE.match(line)
        if found is None or not found["name"]:
            yield line.strip()
            continue
        task = "-".join(_tidy(found[name]) for name in ("part", "task"))
        code = f"{task}-{_tidy(found['process'])}" if found["process"] else ""
        yield PastedLine(task_code=task, code=code, name=" ".join(found["name"].split()))


def paste_problems(text: str) -> Iterator[Problem]:
    """What stands in the way, with the first line that is not understood."""
    lines = list(pasted_lines(text))
    wrong = [line for line in lines if isinstance(line, str)]
    if len(lines) > MOST_LINES:
        yield Problem("text", _("Paste at most {n} lines at once.", n=MOST_LINES))
    elif wrong:
        yield Problem(
            "text",
            _(
                "This line is not understood: “{line}”. Write the number first, then the name, "
                "such as: B1-K1-W1 Prepares the work.",
                line=wrong[0][:80],
            ),
        )
    elif not any(isinstance(line, PastedLine) and line.code for line in lines):
        yield Problem("text", _("Paste at least one work process, such as: B1-K1-W1 Prepares."))


def merged(
    text: str, accreditation_id: UUID, known: Iterable[WorkProcess]
) -> tuple[WorkProcess, ...]:
    """The new and the changed work processes: what is there already keeps its tick, its roles and
    its cards, and gets the names that were pasted.
    """
    before = {one.code: one for one in known}
    lines = [line for line in pasted_lines(text) if isinstance(line, PastedLine)]
    tasks = {one.task_code: one.task_name for one in before.values() if one.task_name}
    tasks |= {line.task_code: line.name for line in lines if not line.code}
    now = dict(before)
    for line in lines:
        if line.code:
            old = now.get(line.code)
            now[line.code] = (
                replace(old, name=line.name)
                if old
                else WorkProcess(
                    accreditation_id=accreditation_id,
                    task_code=line.task_code,
                    task_name="",
                    code=line.code,
                    name=line.name,
                )
            )
    named = (replace(one, task_name=tasks.get(one.task_code, "")) for one in now.values())
    return tuple(one for one in named if one != before.get(one.code))


def _tidy(part: str) -> str:
    letter, digits = part[0].upper(), part[1:].strip()
    return f"{letter}{int(digits)}"
