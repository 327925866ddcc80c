"""The forms of a hand-over: one point, and the points to begin with."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from ca_desktop.domain.hand_over_points import HandOverPoint
from ca_desktop.i18n import _
from ca_desktop.ui.kit.fields import (
    ChoiceField,
    DateField,
    MultiChoiceField,
    RunningTextField,
    TextField,
)
from ca_desktop.ui.kit.record_form import RecordForm

Options = Callable[[], Sequence[tuple[Any, str]]]


class HandOverForm(RecordForm[HandOverPoint]):
    """Fields are named like the attributes of HandOverPoint."""

    def __init__(self, partners: Options, others: Options, today: Callable[[], date]) -> None:
        super().__init__()
        self.add("subject", TextField(_("Subject"), required=True))
        self.add(
            "text",
            RunningTextField(
                _("What somebody else has to know"),
                lines=4,
                help=_("Never a password or a code: say who has it, and where it lies."),
            ),
        )
        self.add(
            "partner_id",
            ChoiceField[UUID](_("About which partner"), partners, none_text=_("– none –")),
        )
        self.add(
            "takes_over_id",
            ChoiceField[UUID](_("Who takes it over"), others, none_text=_("– nobody yet –")),
        )
        self.add(
            "explained_on",
            DateField(
                _("Explained on"),
                today=today,
                help=_("The day on which that person was told. Leave empty as long as it was not."),
            ),
        )


@dataclass(frozen=True, slots=True)
class Proposals:
    """Points to begin with, and which of them are wanted."""

    points: tuple[HandOverPoint, ...]
    chosen: tuple[UUID, ...]


class ProposalsForm(RecordForm[Proposals]):
    """Tick what hangs on this person; the words can be changed afterwards."""

    def __init__(self) -> None:
        super().__init__(_("Add these"))
        self.chosen: MultiChoiceField[UUID] = self.add(
            "chosen",
            MultiChoiceField(
                _("Subjects to begin with"),
                rows=9,
                help=_("From the partners, the accounts and SBB's adviser that stand here."),
            ),
        )

    def show_record(self, record: Proposals) -> None:
        """All of them ticked."""
        self.chosen.set_options([(one.id, one.subject) for one in record.points])
        super().show_record(record)

    def to_record(self, record: Proposals, values: Mapping[str, Any]) -> Proposals:
        return replace(record, chosen=tuple(values["chosen"]))
