"""The lines of the course of an accreditation: what happened, and what is to be expected."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date

from ca_desktop.domain.accreditation_steps import AccreditationStep
from ca_desktop.domain.accreditation_timeline import ExpectedEvent
from ca_desktop.domain.dates import format_date
from ca_desktop.i18n import N_, _
from ca_desktop.services.accreditation_steps import Timeline
from ca_desktop.ui.kit.table_model import Column


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One line: a step that was taken, or something that is to be expected."""

    id: Hashable
    on: date
    place: int
    day: str
    what: str
    why: str
    letter: str = ""
    file_name: str = ""
    step: AccreditationStep | None = None

    @property
    def told(self) -> str:
        """Everything about it in sentences: a narrow list cuts words off."""
        parts = [f"{self.what} ({self.day})", self.letter, self.why]
        return " ".join(f"{one.rstrip('.')}." for one in parts if one)


def last_student_words(timeline: Timeline) -> str:
    """What SBB asks first: when the last student was here, as far as is known."""
    if timeline.last_student_on is None:
        return _("No student on this code, or on an equivalent, is known at this location.")
    return _("Last student: until {day}.", day=format_date(timeline.last_student_on))


def moments(timeline: Timeline) -> list[Moment]:
    """The future and the past in one list."""
    steps = [
        _past(place, step, timeline.letters.get(step.id, ""))
        for place, step in enumerate(timeline.steps)
    ]
    coming = [_coming(len(steps) + place, event) for place, event in enumerate(timeline.expected)]
    return steps + coming


def _past(place: int, step: AccreditationStep, file_name: str) -> Moment:
    why = step.remarks
    if step.planned_on is not None:
        planned = _("Planned on {day}.", day=format_date(step.planned_on))
        why = f"{planned} {why}".strip()
    return Moment(
        id=step.id,
        on=step.on,
        place=place,
        day=format_date(step.on),
        what=step.state.text,
        why=why,
        letter=step.letter or file_name,
        file_name=file_name,
        step=step,
    )


def _coming(place: int, event: ExpectedEvent) -> Moment:
    return Moment(
        id=event.kind,
        on=event.on,
        place=place,
        day=_("forecast {day}", day=format_date(event.on)),
        what=event.text,
        why=event.why,
    )


COLUMNS = (
    Column[Moment](
        N_("Day"),
        text=lambda one: one.day,
        sort_key=lambda one: (one.on, one.place),
        width=180,
    ),
    Column[Moment](
        N_("What"),
        text=lambda one: one.what,
        icon=lambda one: "clock" if one.step is None else "check",
        stretch=True,
    ),
    Column[Moment](
        N_("Letter or message"),
        text=lambda one: one.letter,
        icon=lambda one: "file-text" if one.file_name else "",
        width=150,
        room=560,
    ),
    Column[Moment](N_("Remarks"), text=lambda one: one.why, width=230, room=820),
)
