"""The qualifications that the centre took in itself; beside them stands the list of the catalogue.

A row here goes before the row of the catalogue with the same code. Accreditations and agreements
keep their own copy, so what is read in later changes nothing that is in use.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

from ca_desktop.domain.dates import order_problem
from ca_desktop.domain.errors import Problem
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.i18n import _

_CODE = re.compile(r"^\d{5}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualification:
    """A qualification with its recognised programme code (erkende opleidingscode).

    `equivalents` are codes whose students may do their practice under this one too; `source` and
    `checked_on` say where this comes from and when somebody compared it with SBB.
    """

    id: UUID = field(default_factory=uuid4)
    code: str
    name: str
    level: int
    dossier: str = ""
    learning_paths: tuple[LearningPath, ...] = ()
    equivalents: tuple[str, ...] = ()
    starts_on: date | None = None
    ends_on: date | None = None
    source: str = ""
    checked_on: date | None = None


def code_problem(code: str, field_name: str = "code") -> Problem | None:
    """A programme code has five digits."""
    if _CODE.match(code):
        return None
    return Problem(field_name, _("A programme code has five digits, such as 25254."))


def problems(qualification: Qualification) -> Iterator[Problem]:
    """Everything a save refuses."""
    problem = code_problem(qualification.code)
    if problem:
        yield problem
    if not qualification.name.strip():
        yield Problem("name", _("Fill in the name of the qualification."))
    if not 1 <= qualification.level <= 4:
        yield Problem("level", _("The level is 1, 2, 3 or 4."))
    for other in qualification.equivalents:
        problem = code_problem(other, "equivalents")
        if problem:
            yield problem
            break
    if qualification.code in qualification.equivalents:
        yield Problem("equivalents", _("A qualification is not its own equivalent."))
    if qualification.starts_on and qualification.ends_on:
        problem = order_problem("ends_on", qualification.starts_on, qualification.ends_on)
        if problem:
            yield problem
