"""The dialog that changes where a file stands: first what ends, then why."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QFrame, QVBoxLayout

from ca_desktop.domain.closing import Fate
from ca_desktop.domain.dates import format_date
from ca_desktop.domain.placements import Outcome
from ca_desktop.domain.stages import Stage, StageChange
from ca_desktop.i18n import _
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.fields import ChoiceField, DateField, RunningTextField, TextField
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.kit.record_form import RecordForm

Part = tuple[str, Sequence[str]]


class StageForm(RecordForm[StageChange]):
    """Which step, from which day, what that does, and why."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__(_("Change status"))
        self._session = session
        self.after: ChoiceField[Stage] = self.add(
            "after", ChoiceField(_("New status"), required=True)
        )
        self.on = self.add("on", DateField(_("From which day"), required=True, today=desk.today))
        self.effects = Effects()
        self.place(self.effects)
        outcomes = [(one.value, one.text) for one in Outcome if one is not Outcome.OTHER_ROLE]
        self.outcome: ChoiceField[str] = self.add(
            "outcome",
            ChoiceField(
                _("How it ended"),
                outcomes,
                help=_("Staying in a lasting place is a good outcome too."),
            ),
        )
        self.next_step = self.add(
            "next_step",
            TextField(_("Next step"), help=_("Where somebody goes from here, and who knows it.")),
        )
        self.reason = self.add(
            "reason",
            RunningTextField(
                _("Reason"), help=_("In a few words. No diagnosis, no offence."), lines=3
            ),
        )
        self.after.changed.connect(self._look)
        self.on.changed.connect(self._look)

    def to_values(self, record: StageChange) -> Mapping[str, Any]:
        self.after.set_options([(stage, stage.text) for stage in record.before.next])
        return {**super().to_values(record), "outcome": record.outcome or None}

    def to_record(self, record: StageChange, values: Mapping[str, Any]) -> StageChange:
        changed = super().to_record(record, {**values, "outcome": values["outcome"] or ""})
        if changed.is_closing:
            return changed
        return super().to_record(changed, {"outcome": "", "next_step": ""})

    def show_record(self, record: StageChange) -> None:
        """Show this step, and what it would do."""
        super().show_record(record)
        self._look()

    def _look(self) -> None:
        change = self.record() if self.after.value else self.shown
        if change is None or self.on.value is None:
            return
        closing = self.after.value is not None and change.is_closing
        self.outcome.setVisible(closing)
        self.next_step.setVisible(closing)
        self.effects.say(self._effects_of(change) if self.after.value else [])

    def _effects_of(self, change: StageChange) -> list[Part]:
        stages = self._session.stages
        if change.is_closing:
            found = stages.what_ends(change.participant_id, change.on)
            parts: list[Part] = [
                (f.text, [one.text for one in found if one.fate is f]) for f in Fate
            ]
            return [*parts, (_("Nothing runs in this file."), [])] if not found else parts
        if change.is_reopening:
            lapsing = [
                _("Contact after {n} months, on {date}", n=a.months, date=format_date(a.due_on))
                for a in stages.what_lapses(change.participant_id)
            ]
            again = _("Nothing comes back by itself. Make a new placement and trajectory.")
            return [(again, []), (_("No longer needed, and taken away"), lapsing)]
        if change.after is Stage.PAUSED:
            return [(_("Placements stay. Until the return nobody expects this person."), [])]
        return []


class Effects(QFrame):
    """Headings with lines under them; a heading that ends with a full stop needs no lines."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.setSpacing(4)
        self.text = ""

    def say(self, parts: Sequence[Part]) -> None:
        """Show these; without any the card is not there."""
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        said = []
        for heading, found in parts:
            if not found and not heading.endswith("."):
                continue
            self._column.addWidget(label(heading, "label" if found else ""))
            bullets = "\n".join(f"•  {one}" for one in found)
            if bullets:
                self._column.addWidget(label(bullets))
            said.append(f"{heading}\n{bullets}".strip())
        self.text = "\n".join(said)
        self.setAccessibleName(self.text)
        self.setVisible(bool(said))
