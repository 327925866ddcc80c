"""Core tasks and work processes of a qualification: what can be practised in this centre."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from ca_desktop.domain.errors import Problem
from ca_desktop.i18n import _

_CODE = re.compile(r"^[BP]\d+-K\d+(-W\d+)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkProcess:
    """A work process (werkproces) under a core task (kerntaak), for one accreditation.

    `is_feasible` (uitvoerbaar): whether it can be practised here. `role_ids` are the roles and
    `cards` the titles of the work-instruction cards that cover it.
    """

    id: UUID = field(default_factory=uuid4)
    accreditation_id: UUID
    task_code: str
    task_name: str
    code: str
    name: str
    is_feasible: bool = False
    role_ids: tuple[UUID, ...] = ()
    cards: tuple[str, ...] = ()


def code_warning(code: str) -> str | None:
    """A hint, never a refusal: 'B1-K1-W2' is how the qualification files number them."""
    if code and not _CODE.match(code):
        return _("A work process is usually numbered as B1-K1-W2. Check it in the file.")
    return None


def problems(process: WorkProcess, others: Iterable[WorkProcess]) -> Iterator[Problem]:
    """Everything a save refuses; `others` are the work processes of the same accreditation."""
    if not process.code.strip():
        yield Problem("code", _("Fill in the number of the work process, such as B1-K1-W2."))
    if not process.name.strip():
        yield Problem("name", _("Fill in what the work process is called."))
    if any(one.id != process.id and one.code == process.code for one in others):
        yield Problem("code", _("This work process stands here already."))
