"""Somebody leaves the centre: what still runs is not ended in silence, and not forgotten."""

from PySide6.QtWidgets import QWidget

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.permissions import Action, may
from ca_desktop.i18n import _
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.ending import Ending, EndingForm
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.question import Answer, ask, tell
from ca_desktop.ui.kit.record_dialog import RecordDialog


def ask_about_placements(parent: QWidget, session: Session, desk: Desk, who: Participant) -> None:
    """After an end date was kept: offer to end the placements that go on after it."""
    if who.ended_on is None:
        return
    running = len(session.placements.going_on(who.id, who.ended_on))
    if not running:
        return
    day = format_date(who.ended_on)
    title = _("Placements still run")
    words = _(
        "After {day} {name} still has placements ({n}).", day=day, name=who.name.full, n=running
    )
    if not may(session.actor.role, Action.PLACE):
        tell(parent, title, " ".join((words, _("Ask a coordinator to end them."))))
        return
    ask(
        parent,
        title,
        " ".join((words, _("End them on this day too?"))),
        Answer(
            text=_("End placements …"),
            then=lambda: _end(parent, session, desk, who),
            kind="primary",
        ),
        Answer(text=_("Let them run")),
    )


def _end(parent: QWidget, session: Session, desk: Desk, who: Participant) -> None:
    def save(ending: Ending) -> object:
        if ending.outcome is None or ending.ended_on is None:
            raise RuntimeError("the form requires both")
        return session.placements.end_all(who.id, ending.outcome, ending.ended_on)

    RecordDialog.edit(
        parent.window(),
        _("End the placements of {name}", name=who.name.full),
        EndingForm(desk.today),
        Ending(ended_on=who.ended_on),
        save,
        desk.saves,
    )
