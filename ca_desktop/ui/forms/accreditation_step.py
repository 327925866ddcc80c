"""The form of one step of an accreditation: the new state, its day and the letter behind it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from ca_desktop.domain.accreditations import NEXT_STATES, Accreditation, AccreditationState
from ca_desktop.domain.dates import format_date
from ca_desktop.i18n import N_, _
from ca_desktop.services.accreditation_steps import StepWish
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.kept_file import kept_kinds
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.fields import (
    ChoiceField,
    ChosenFile,
    DateField,
    FileField,
    RunningTextField,
    TextField,
)
from ca_desktop.ui.kit.record_form import RecordForm

_PLANNED = {  # which day a step may tell of, and what it is called there
    AccreditationState.VISIT_PLANNED: N_("The visit is on"),
    AccreditationState.REASSESSMENT_PLANNED: N_("The re-assessment is on"),
    AccreditationState.ACCREDITED: N_("Next assessment that SBB named"),
}


def state_choices(
    before: AccreditationState, states: Iterable[AccreditationState]
) -> list[tuple[AccreditationState, str]]:
    """The states that may follow, in words: assessed again is accredited still."""
    again = _("Assessed again: still accredited") if before.is_accredited else ""
    return [
        (one, again if again and one is AccreditationState.ACCREDITED else one.text)
        for one in AccreditationState
        if one in set(states)
    ]


class StepForm(RecordForm[StepWish]):
    """`before` is the state now; None when a step that was taken is mended: its state stays."""

    def __init__(
        self,
        session: Session,
        desk: Desk,
        before: AccreditationState | None,
        kept_file: str = "",
    ) -> None:
        super().__init__(_("Record step") if before else "")
        options = state_choices(before, NEXT_STATES[before]) if before else []
        self.state: ChoiceField[AccreditationState] = self.add(
            "state", ChoiceField(_("What happened"), options, required=True)
        )
        self.on = self.add(
            "on",
            DateField(
                _("On"),
                required=True,
                today=desk.today,
                help=_("The day of the letter or message, not of a visit that is still to come."),
            ),
        )
        self.planned = self.add("planned_on", DateField(_("Planned on"), today=desk.today))
        self._add_letter(session, kept_file)
        self.add("remarks", RunningTextField(_("Remarks"), lines=2, watched=False))
        self._mends = before is None
        self.state.changed.connect(self._show_planned)

    def _add_letter(self, session: Session, kept_file: str) -> None:
        self.add(
            "letter",
            TextField(
                _("Letter or message"),
                help=_("How it is known: letter of SBB of 3 March, mail of the adviser …"),
            ),
        )
        told = _("At most 20 MB. It is copied into the encrypted file of the centre.")
        if kept_file:
            told = _("Kept now: {file}. Another file takes its place.", file=kept_file)
        self.file = self.add(
            "content",
            FileField(
                _("The letter itself"),
                session.documents.read_file,
                kinds=kept_kinds(),
                help=told,
            ),
        )

    def to_values(self, record: StepWish) -> Mapping[str, Any]:
        """The step and its file in one."""
        step = record.step
        if self._mends:
            self.state.set_options([(step.state, step.state.text)])
        return {
            "state": step.state,
            "on": step.on,
            "planned_on": step.planned_on,
            "letter": step.letter,
            "remarks": step.remarks,
            "content": ChosenFile(name=record.file_name, content=record.content),
        }

    def to_record(self, record: StepWish, values: Mapping[str, Any]) -> StepWish:
        """A changed copy; a planned day counts only where the state has one."""
        chosen: ChosenFile = values["content"]
        state = values["state"] or record.step.state
        step = replace(
            record.step,
            state=state,
            on=values["on"] or record.step.on,
            planned_on=values["planned_on"] if state in _PLANNED else None,
            letter=values["letter"],
            remarks=values["remarks"],
        )
        return replace(record, step=step, file_name=chosen.name, content=chosen.content)

    def fill(self, values: Mapping[str, Any]) -> None:
        super().fill(values)
        self.state.set_read_only(self._mends)
        self._show_planned()

    def _show_planned(self) -> None:
        state = self.state.value
        name = _PLANNED.get(state) if state else None
        self.planned.setVisible(name is not None)
        if name is not None:
            self.planned.rename(_(name))


def standing_words(accreditation: Accreditation) -> str:
    """'Accredited, since 01-08-2020. Last assessment on 03-09-2024.' and how it changes."""
    told = [accreditation.state.text]
    if accreditation.since is not None:
        day = format_date(accreditation.since)
        told.append(_("accredited since {day}", day=day))
        if accreditation.state is AccreditationState.ACCREDITED:
            told = [_("Accredited since {day}", day=day)]
    if accreditation.last_assessed_on is not None:
        told.append(_("last assessment on {day}", day=format_date(accreditation.last_assessed_on)))
    return "{}. {}".format("; ".join(told), _("This changes by a step, under “Course”."))
