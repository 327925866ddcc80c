"""The columns of the list of participants."""

from collections.abc import Callable
from datetime import date

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.participants import ParticipantLine, ParticipantSort
from ca_desktop.i18n import N_
from ca_desktop.ui.forms.late import late_words
from ca_desktop.ui.kit.table_model import Column

_SUPERVISOR = Column[ParticipantLine](
    N_("Fixed supervisor"), text=lambda line: line.supervisor, room=700, width=140
)
_KNOWN = (
    Column[ParticipantLine](
        N_("No."), text=lambda line: str(line.number), sort_name=ParticipantSort.NUMBER, width=44
    ),
    Column[ParticipantLine](
        N_("Name"),
        text=lambda line: line.name.sorted_form,
        sort_name=ParticipantSort.NAME,
        stretch=True,
    ),
    Column[ParticipantLine](
        N_("Role now"), text=lambda line: ", ".join(line.role_names), room=480, width=120
    ),
    _SUPERVISOR,
    Column[ParticipantLine](
        N_("Start"),
        text=lambda line: format_date(line.starts_on),
        sort_name=ParticipantSort.STARTS_ON,
        room=800,
        width=96,
    ),
    Column[ParticipantLine](
        N_("End"),
        text=lambda line: format_date(line.ended_on),
        sort_name=ParticipantSort.ENDED_ON,
        room=860,
        width=96,
    ),
)


def participant_columns(
    today: Callable[[], date], *, sees_file: bool
) -> tuple[Column[ParticipantLine], ...]:
    """Number, name, roles now, fixed supervisor (of whoever sees the file), start, end, review."""

    def is_late(line: ParticipantLine) -> bool:
        return line.review_on is not None and line.review_on < today()

    def review(line: ParticipantLine) -> str:
        if line.review_on is not None and is_late(line):
            return late_words(line.review_on, today())
        return format_date(line.review_on)

    due = Column[ParticipantLine](
        N_("Review"),
        text=review,
        icon=lambda line: "triangle-alert" if is_late(line) else "",
        width=138,
    )
    known = (column for column in _KNOWN if sees_file or column is not _SUPERVISOR)
    return (*known, due)
