"""'Stel dat …': an absence or a new placement, filled in and counted before anything is saved."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from PySide6.QtCore import Signal

from ca_desktop.domain.absences import SupervisorAbsence
from ca_desktop.domain.capacity import LoadState, PlannedPlacement
from ca_desktop.i18n import _
from ca_desktop.services.capacity import Comparison
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.fields import ChoiceField, DateField, HalfDaysField, RadioField
from ca_desktop.ui.kit.form import Form
from ca_desktop.ui.kit.marks import Notice, Tone, label
from ca_desktop.ui.pages.capacity.words import change_words, difference, worth_saying

MOST_CHANGES = 12
_TONES: dict[LoadState, Tone] = {
    LoadState.FITS: "good",
    LoadState.TIGHT: "warning",
    LoadState.OVER: "danger",
}


class Kind(StrEnum):
    """What one can think of."""

    ABSENCE = "absence"
    PLACEMENT = "placement"


_FIELDS = {
    Kind.ABSENCE: ("away", "starts_on", "ends_on", "substitute_id"),
    Kind.PLACEMENT: ("role_id", "half_days", "supervisor_id", "starts_on"),
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What was filled in, as the service takes it."""

    change: SupervisorAbsence | PlannedPlacement


class WhatIfForm(Form):
    """`asked(change)` when everything that is needed is filled in."""

    asked = Signal(object)

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__(_("Show the difference"))
        self._session = session
        self.outcome = Notice("", "good")
        self.lines = label("")
        self.lines.hide()
        self.place(label(_("What if …"), "heading"))
        self.place(self.outcome)
        self.place(self.lines)
        self.kind = self.add("kind", RadioField[Kind](_("What do you think of?"), _kinds()))
        self.away = self.add(
            "away", ChoiceField[UUID](_("Who is absent"), self._supervisors, required=True)
        )
        self.role = self.add("role_id", ChoiceField[UUID](_("Role"), self._roles, required=True))
        self.half_days = self.add("half_days", HalfDaysField(_("Half-days"), required=True))
        self.supervisor = self.add(
            "supervisor_id",
            ChoiceField[UUID](_("Supervisor"), self._supervisors, none_text=_("– nobody yet –")),
        )
        self.starts_on = self.add(
            "starts_on", DateField(_("From"), required=True, today=desk.today)
        )
        self.ends_on = self.add(
            "ends_on",
            DateField(_("Until"), today=desk.today, help=_("Leave empty if that is not known.")),
        )
        self.substitute = self.add(
            "substitute_id",
            ChoiceField[UUID](_("Who takes over"), self._supervisors, none_text=_("– nobody –")),
        )
        self.kind.value = Kind.ABSENCE
        self.starts_on.value = desk.today()
        self.kind.changed.connect(self._fit)
        self.save_asked.connect(self._ask)
        self._fit()

    def reload(self) -> None:
        """Read roles and supervisors again."""
        for field in (self.away, self.role, self.supervisor, self.substitute):
            field.reload()

    def check(self) -> bool:
        """Only what is asked for this kind counts."""
        shown = _FIELDS[self._kind()]
        found = {name: p for name in shown if (p := self.fields[name].own_problem())}
        self.show_problems(found)
        return not found

    def show_comparison(self, comparison: Comparison) -> None:
        """The difference in words, on top."""
        self.clear_problems()
        terms = comparison.before.board.terms
        words, state = difference(comparison.changes, terms)
        self.outcome.say(words, _TONES[state])
        found = worth_saying(comparison.changes)
        said = [change_words(one, comparison.after.names, terms) for one in found[:MOST_CHANGES]]
        if len(found) > MOST_CHANGES:
            said.append(_("and {n} more", n=len(found) - MOST_CHANGES))
        self.lines.setText("\n".join([*said, _("Nothing has been saved.")]))
        self.lines.show()
        self._settle()
        self.area.verticalScrollBar().setValue(0)

    def clear(self) -> None:
        """Nothing is compared any more; what was filled in stays."""
        self.outcome.say("")
        self.lines.hide()

    def _ask(self) -> None:
        if not self.check():
            return
        typed = self.values()
        if self._kind() is Kind.ABSENCE:
            self.asked.emit(
                Wish(
                    SupervisorAbsence(
                        supervisor_id=typed["away"],
                        starts_on=typed["starts_on"],
                        ends_on=typed["ends_on"],
                        substitute_id=typed["substitute_id"],
                    )
                )
            )
            return
        self.asked.emit(
            Wish(
                PlannedPlacement(
                    role_id=typed["role_id"],
                    half_days=typed["half_days"],
                    supervisor_id=typed["supervisor_id"],
                    starts_on=typed["starts_on"],
                )
            )
        )

    def _settle(self) -> None:
        """Give back the height that a longer text took: Qt does so only at the next change."""
        self.column.invalidate()
        self.body.adjustSize()
        self.column.activate()

    def _kind(self) -> Kind:
        return self.kind.value or Kind.ABSENCE

    def _fit(self) -> None:
        shown = _FIELDS[self._kind()]
        for name, field in self.fields.items():
            field.setVisible(name == "kind" or name in shown)
        self.clear_problems()

    def _supervisors(self) -> Sequence[tuple[UUID, str]]:
        found = self._session.supervisors.all(active_only=True)
        return [(one.id, one.name.sorted_form) for one in found]

    def _roles(self) -> Sequence[tuple[UUID, str]]:
        return [(one.id, one.name) for one in self._session.roles.lines(active_only=True)]


def _kinds() -> list[tuple[Kind, str, str]]:
    return [
        (Kind.ABSENCE, _("A supervisor is absent"), _("With or without somebody who takes over.")),
        (Kind.PLACEMENT, _("A new placement"), _("In a role, under somebody, on half-days.")),
    ]
