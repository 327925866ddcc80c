"""The columns of the list of placements."""

from collections.abc import Callable, Sequence
from datetime import date

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.placements import PlacementLine
from ca_desktop.i18n import N_
from ca_desktop.ui.forms.late import late_words
from ca_desktop.ui.kit.table_model import Column

ENDED = 6  # the place of the column that only says something about ended placements


def placement_columns(today: Callable[[], date]) -> Sequence[Column[PlacementLine]]:
    """Who, what, when, under whom; a review that is past says so in a word and an icon."""

    def is_late(line: PlacementLine) -> bool:
        return line.placement.is_review_overdue(today())

    def review(line: PlacementLine) -> str:
        if line.placement.ended_on is not None:
            return _ended(line)
        day = format_date(line.placement.review_on)
        return late_words(line.placement.review_on, today()) if is_late(line) else day

    return (
        _participant(),
        Column[PlacementLine](N_("Role"), text=lambda x: x.role, width=116),
        Column[PlacementLine](
            N_("Review or end"),
            text=review,
            sort_key=lambda x: x.placement.ended_on or x.placement.review_on,
            tooltip=review,
            icon=lambda x: "triangle-alert" if is_late(x) else "",
            width=158,
        ),
        Column[PlacementLine](
            N_("Half-days"),
            text=lambda x: x.placement.half_days.text,
            tooltip=lambda x: x.placement.half_days.text,
            stretch=True,
        ),
        Column[PlacementLine](N_("Supervisor"), text=lambda x: x.supervisor, minor=True, width=115),
        Column[PlacementLine](
            N_("Since"),
            text=lambda x: format_date(x.placement.starts_on),
            sort_key=lambda x: x.placement.starts_on,
            minor=True,
            width=95,
        ),
    )


def _participant() -> Column[PlacementLine]:
    return Column[PlacementLine](
        N_("Participant"),
        text=lambda x: x.participant.sorted_form,
        sort_key=lambda x: x.participant.sort_key,
        tooltip=lambda x: f"{x.participant.full} ({x.participant_number})",
        width=130,
    )


def _ended(line: PlacementLine) -> str:
    placement = line.placement
    if placement.ended_on is None:
        return ""
    outcome = placement.outcome.text if placement.outcome else ""
    return f"{format_date(placement.ended_on)} {outcome}".strip()
