"""How far a student is with each work process: what was practised, and the latest assessment."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from ca_desktop.domain.practised_work import PractisedWork, WorkVerdict


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessProgress:
    """One work process of one student. `assessed` is the latest assessment, if there is one."""

    code: str
    name: str
    times: int
    last_on: date
    assessed: PractisedWork | None = None

    @property
    def verdict(self) -> WorkVerdict | None:
        return self.assessed.verdict if self.assessed else None

    @property
    def assessed_by(self) -> UUID | None:
        return self.assessed.supervisor_id if self.assessed else None


def progress_of(works: Iterable[PractisedWork]) -> tuple[ProcessProgress, ...]:
    """Per work process, sorted on its code. Only the latest assessment counts: somebody who
    mastered it once and needs help later does not master it now.
    """
    by_code: dict[str, list[PractisedWork]] = {}
    for work in sorted(works, key=lambda one: one.on):
        by_code.setdefault(work.code, []).append(work)
    return tuple(
        ProcessProgress(
            code=code,
            name=found[-1].name,
            times=len(found),
            last_on=found[-1].on,
            assessed=next((one for one in reversed(found) if one.is_assessment), None),
        )
        for code, found in sorted(by_code.items())
    )


def mastered(works: Iterable[PractisedWork]) -> tuple[PractisedWork, ...]:
    """The latest assessments that say that a work process is mastered."""
    return tuple(
        one.assessed
        for one in progress_of(works)
        if one.assessed is not None and one.verdict is WorkVerdict.MASTERED
    )
