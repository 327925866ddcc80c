"""Core tasks and work processes of an accreditation: what can be practised here, and where."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from ca_desktop.db.queries.role_names import role_names
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.errors import refuse
from ca_desktop.domain.pasted_processes import merged, paste_problems
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.roles import Role
from ca_desktop.domain.work_cover import WorkCover, cover_of, process_order
from ca_desktop.domain.work_processes import WorkProcess, problems
from ca_desktop.i18n import N_, current_language
from ca_desktop.services.service import Service, allowed


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkProcessLine:
    """A work process with the names of the roles in use that cover it."""

    process: WorkProcess
    roles: tuple[str, ...]

    @property
    def id(self) -> UUID:
        return self.process.id


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkPicture:
    """The work processes of one accreditation, their cover, and the names of the roles in it."""

    lines: tuple[WorkProcessLine, ...]
    cover: WorkCover
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PastedProcesses:
    """Lines that somebody pasted for an accreditation."""

    accreditation_id: UUID
    text: str = ""


class WorkProcessService(Service):
    """What a user can do with work processes."""

    @allowed(Action.SEE_CENTRE)
    def of(self, accreditation_id: UUID) -> WorkPicture:
        """The work processes of one accreditation in the order of their numbers."""
        with self._database.read() as uow:
            found = uow.of(WorkProcess).all(accreditation_id=accreditation_id)
            names = names_in_use(uow)
        return _picture(found, names)

    @allowed(Action.SEE_CENTRE)
    def pictures(self) -> Mapping[UUID, WorkPicture]:
        """The same for every accreditation that has work processes."""
        with self._database.read() as uow:
            return pictures_of(uow)

    @allowed(Action.CHANGE_ACCREDITATIONS)
    def new(self, accreditation_id: UUID) -> WorkProcess:
        """An empty work process to fill in; it can be practised here unless that is taken away."""
        return WorkProcess(
            accreditation_id=accreditation_id,
            task_code="",
            task_name="",
            code="",
            name="",
            is_feasible=True,
        )

    @allowed(Action.CHANGE_ACCREDITATIONS)
    def save(self, process: WorkProcess) -> WorkProcess:
        """Keep a work process. Its core task follows from its number; a name that was given to the
        core task counts for all of that task.
        """
        code = process.code.strip().upper()
        process = replace(process, code=code, task_code=code.rpartition("-W")[0] or code)
        with self._database.write(self._actor, N_("Save work process")) as uow:
            others = uow.of(WorkProcess).all(accreditation_id=process.accreditation_id)
            refuse(problems(process, others))
            uow.save(process)
            same = (one for one in others if one.id != process.id)
            for one in same:
                if one.task_code == process.task_code and process.task_name:
                    uow.save(replace(one, task_name=process.task_name))
        return process

    @allowed(Action.CHANGE_ACCREDITATIONS)
    def paste(self, pasted: PastedProcesses) -> int:
        """Add the work processes of these lines; gives how many are new or were renamed."""
        refuse(paste_problems(pasted.text))
        with self._database.write(self._actor, N_("Add work processes")) as uow:
            known = uow.of(WorkProcess).all(accreditation_id=pasted.accreditation_id)
            changed = merged(pasted.text, pasted.accreditation_id, known)
            uow.save_all(changed)
        return len(changed)

    @allowed(Action.CHANGE_ACCREDITATIONS)
    def tick(self, process_ids: Iterable[UUID], *, is_feasible: bool) -> None:
        """Say of several at once whether they can be practised here."""
        with self._database.write(self._actor, N_("Tick work processes")) as uow:
            found = uow.of(WorkProcess).by_ids(process_ids)
            uow.save_all(replace(one, is_feasible=is_feasible) for one in found)

    @allowed(Action.CHANGE_ACCREDITATIONS)
    def remove(self, process_ids: Iterable[UUID]) -> None:
        """Remove work processes."""
        with self._database.write(self._actor, N_("Remove work processes")) as uow:
            for process in uow.of(WorkProcess).by_ids(process_ids):
                uow.remove(process)


def names_in_use(uow: UnitOfWork) -> dict[UUID, str]:
    """The roles in use with their names, in the order of their numbers."""
    names = role_names(uow, current_language())
    roles = uow.of(Role).all(is_active=True, order_by="number")
    return {role.id: names[role.id] for role in roles}


def pictures_of(uow: UnitOfWork) -> dict[UUID, WorkPicture]:
    """The work processes and the cover of every accreditation that has any."""
    names = names_in_use(uow)
    found: dict[UUID, list[WorkProcess]] = {}
    for process in uow.of(WorkProcess).all():
        found.setdefault(process.accreditation_id, []).append(process)
    return {accreditation: _picture(processes, names) for accreditation, processes in found.items()}


def _picture(processes: Sequence[WorkProcess], names: Mapping[UUID, str]) -> WorkPicture:
    cover = cover_of(processes, names)
    return WorkPicture(
        lines=tuple(
            WorkProcessLine(
                process=one,
                roles=tuple(names[role] for role in one.role_ids if role in names),
            )
            for one in sorted(processes, key=process_order)
        ),
        cover=cover,
        roles=tuple(names[role] for role in cover.role_ids),
    )
