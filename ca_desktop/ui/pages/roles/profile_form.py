"""The form of a role's texts in one language: everything that stands on the factsheet."""

import re
from collections.abc import Mapping
from typing import Any

from ca_desktop.domain.roles import RoleProfile, RoleTask
from ca_desktop.i18n import _
from ca_desktop.ui.kit.fields import LinesField, RunningTextField, TextField
from ca_desktop.ui.kit.record_form import RecordForm
from ca_desktop.ui.pages.roles.competences_field import CompetencesField
from ca_desktop.ui.pages.roles.suitability_field import SuitabilityField

MACHINE = "(machine)"
_MACHINE = re.compile(r"\s*\(machine\)\s*$", re.IGNORECASE)


def task_lines(tasks: tuple[RoleTask, ...]) -> tuple[str, ...]:
    """Tasks as people edit them: one per line, with (machine) behind it where that matters."""
    return tuple(f"{task.text} {MACHINE}" if task.machine else task.text for task in tasks)


def tasks_of(lines: tuple[str, ...], before: tuple[RoleTask, ...]) -> tuple[RoleTask, ...]:
    """Lines as tasks. A task keeps its code by its text, else by its place, else it gets one."""
    texts = [(_MACHINE.sub("", line), bool(_MACHINE.search(line))) for line in lines]
    by_text = {task.text: task.code for task in before}
    used = {by_text[text] for text, _machine in texts if text in by_text}
    result = []
    for place, (text, machine) in enumerate(texts):
        code = by_text.get(text)
        if code is None and place < len(before) and before[place].code not in used:
            code = before[place].code
        if code is None:
            code = _new_code({*used, *(task.code for task in before)})
        used.add(code)
        result.append(RoleTask(code, text, machine))
    return tuple(result)


def _new_code(used: set[str]) -> str:
    prefix = next((code.rsplit("-", 1)[0] for code in sorted(used) if "-" in code), "T")
    number = len(used) + 1
    while f"{prefix}-{number:02d}" in used:
        number += 1
    return f"{prefix}-{number:02d}"


class ProfileForm(RecordForm[RoleProfile]):
    """Fields are named like the attributes of RoleProfile."""

    def __init__(self) -> None:
        super().__init__()
        self.section(_("The work"))
        self.add("name", TextField(_("Name of the role"), required=True))
        self.add("purpose", RunningTextField(_("Purpose"), lines=3, watched=False))
        machine = _("One task per line. Write (machine) behind a task with a machine.")
        self.add("tasks", LinesField(_("Tasks"), required=True, lines=9, help=machine))
        self.section(_("Competences"))
        self.add("minimum", CompetencesField(_("Needed at the start"), with_levels=True))
        self.add("developable", CompetencesField(_("To be developed here"), with_levels=False))
        self.section(
            _("Usually suitable for"), _("A suggestion for a talk, never a decision by itself.")
        )
        self.add("suitability", SuitabilityField(_("Target groups")))
        self.section(_("Guidance and safety"))
        self.add("steering", RunningTextField(_("Steering"), lines=3, watched=False))
        self.add("safety", LinesField(_("Safety")))
        self.add("protective_equipment", LinesField(_("Protective equipment")))
        self.add("conditions", LinesField(_("Conditions")))
        self.add("cautions", LinesField(_("Watch out for")))
        self.section(_("Growth"))
        self.add("growth", RunningTextField(_("Where people can grow to"), lines=3, watched=False))

    def to_values(self, record: RoleProfile) -> Mapping[str, Any]:
        return {**super().to_values(record), "tasks": task_lines(record.tasks)}

    def to_record(self, record: RoleProfile, values: Mapping[str, Any]) -> RoleProfile:
        tasks = tasks_of(values["tasks"], record.tasks)
        return super().to_record(record, {**values, "tasks": tasks})
