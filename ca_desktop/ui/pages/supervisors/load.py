"""The load of this week per supervisor, from the capacity board: counted by the worker."""

from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ca_desktop.domain.capacity import Load, LoadState
from ca_desktop.domain.permissions import Action
from ca_desktop.i18n import _
from ca_desktop.services.session import Session
from ca_desktop.services.supervisors import NamedLoads, SupervisorLine
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.file_view import Fact
from ca_desktop.ui.kit.marks import Tone

TOPICS = frozenset(
    {
        "centre_settings",
        "certificates",
        "placements",
        "restricted_blocks",
        "roles",
        "supervisor_absences",
        "supervisor_paper_rules",
        "supervisors",
    }
)
STATE_ICONS = {
    LoadState.FITS: "circle-check",
    LoadState.TIGHT: "triangle-alert",
    LoadState.OVER: "circle-alert",
}
_TONES: dict[LoadState, Tone] = {LoadState.TIGHT: "warning", LoadState.OVER: "danger"}


class LoadOfWeek(QObject):
    """Counts once, and again after a change; `counted` comes when it is known."""

    counted = Signal()

    def __init__(self, session: Session, desk: Desk, owner: QWidget) -> None:
        super().__init__(owner)
        self._session, self._desk, self._owner = session, desk, owner
        self._found: NamedLoads | None = None
        self._stale = desk.is_allowed(Action.SEE_CAPACITY)
        if self._stale:
            desk.changes.on(TOPICS, owner, self._on_written)

    def count(self) -> None:
        """Ask the worker, once the list that was asked for is on the screen."""
        if self._stale:
            self._stale = False
            QTimer.singleShot(0, self, self._run)

    def on(self, line: SupervisorLine) -> SupervisorLine:
        """The line with its load, as far as it is known."""
        return self._found.on(line) if self._found else line

    def fact(self, supervisor_id: UUID) -> Fact | None:
        """What the header of his file says of this week."""
        load = self._found.loads.get(supervisor_id) if self._found else None
        if load is None or load.is_empty or self._found is None:
            return None
        state = load.state(self._found.terms)
        words = {"load": load_text(load), "state": state.text}
        return Fact(
            text=_("Guidance this week: {load} ({state})", **words), tone=_TONES.get(state, "")
        )

    def _run(self) -> None:
        service = self._session.supervisors
        self._desk.jobs.run(
            lambda _progress: service.loads(),
            then=self._keep,
            failed=lambda _error: None,  # the list is whole without it
            owner=self._owner,
            label=_("Counting the guidance"),
        )

    def _keep(self, found: NamedLoads) -> None:
        self._found = found
        self.counted.emit()

    def _on_written(self) -> None:
        self._stale = True
        if self._owner.isVisible():
            self.count()


def load_text(load: Load | None) -> str:
    """'83 %'; in hours where there is no time to compare with."""
    if load is None or load.is_empty:
        return ""
    if load.percent is None:
        return _("{n} h without time", n=round(float(load.need) / 60))
    return _("{percent} %", percent=load.percent)


def load_icon(line: SupervisorLine) -> str:
    """The picture that goes with it."""
    return STATE_ICONS[line.load_state] if line.load_state else ""


def load_words(line: SupervisorLine) -> str:
    """'83 %: past', for whoever points at it."""
    state = line.load_state.text if line.load_state else ""
    return ": ".join(filter(None, (load_text(line.load), state)))
