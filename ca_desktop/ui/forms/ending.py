"""The small form that ends a placement: the last day and how it ended."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from ca_desktop.domain.placements import Outcome
from ca_desktop.i18n import _
from ca_desktop.ui.kit.fields import ChoiceField, DateField
from ca_desktop.ui.kit.record_form import RecordForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """What is filled in to end a placement; without one, all of somebody who leaves."""

    placement_id: UUID | None = None
    ended_on: date | None
    outcome: Outcome | None = None


class EndingForm(RecordForm[Ending]):
    """Asks the last day and the outcome."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__(_("End placement"))
        outcomes = [(one, one.text) for one in Outcome]
        self.add("ended_on", DateField(_("Last day"), required=True, today=today))
        self.add(
            "outcome",
            ChoiceField[Outcome](
                _("Outcome"),
                outcomes,
                required=True,
                help=_("Staying in a lasting place is a good outcome too."),
            ),
        )
