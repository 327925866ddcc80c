"""Cover: how much of a qualification can be practised here, where, and what is missing."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from ca_desktop.domain.work_processes import WorkProcess


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """So many of so many work processes."""

    total: int
    feasible: int

    @property
    def percent(self) -> int:
        """Rounded down, so that 100 is said only where nothing is missing; 1 where there is any."""
        if not self.total:
            return 0
        return max(1 if self.feasible else 0, 100 * self.feasible // self.total)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskCover:
    """The cover of one core task."""

    code: str
    name: str
    share: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkCover:
    """The cover of one qualification.

    `missing` can't be practised here; `homeless` can, but no role in use and no card says where;
    `role_ids` are the roles in use that cover at least one work process that can be practised.
    """

    share: Share
    tasks: tuple[TaskCover, ...]
    missing: tuple[WorkProcess, ...]
    homeless: tuple[WorkProcess, ...]
    role_ids: tuple[UUID, ...]


def cover_of(processes: Iterable[WorkProcess], roles_in_use: Collection[UUID]) -> WorkCover:
    """The cover of these work processes, in the order of their codes."""
    ordered = sorted(processes, key=process_order)
    feasible = [one for one in ordered if one.is_feasible]
    covering = {role_id for one in feasible for role_id in one.role_ids}
    return WorkCover(
        share=_share(ordered),
        tasks=tuple(
            _task(code, list(group)) for code, group in groupby(ordered, lambda one: one.task_code)
        ),
        missing=tuple(one for one in ordered if not one.is_feasible),
        homeless=tuple(
            one for one in feasible if not one.cards and not set(one.role_ids) & set(roles_in_use)
        ),
        role_ids=tuple(role_id for role_id in roles_in_use if role_id in covering),
    )


def process_order(process: WorkProcess) -> tuple[tuple[int | str, ...], tuple[int | str, ...]]:
    """B1-K1-W10 comes after B1-K1-W9."""
    return _natural(process.task_code), _natural(process.code)


def _natural(code: str) -> tuple[int | str, ...]:
    """Letters and numbers in turn, so that they compare with their like."""
    parts: list[int | str] = []
    for is_number, group in groupby(code, str.isdecimal):
        text = "".join(group)
        if not parts and is_number:
            parts.append("")
        parts.append(int(text) if is_number else text)
    return tuple(parts)


def _share(processes: Collection[WorkProcess]) -> Share:
    return Share(total=len(processes), feasible=sum(one.is_feasible for one in processes))


def _task(code: str, processes: list[WorkProcess]) -> TaskCover:
    name = next((one.task_name for one in processes if one.task_name), "")
    return TaskCover(code=code, name=name, share=_share(processes))
