"""The lines of Vandaag: the signals of one urgency under each other."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from ca_desktop.domain.signals import Signal, SignalKind, Urgency
from ca_desktop.i18n import _
from ca_desktop.ui.kit.action_lines import Card, Line
from ca_desktop.ui.kit.marks import Tone

KIND_ICONS = {
    SignalKind.REVIEW: "calendar-check",
    SignalKind.REASSESSMENT: "badge-check",
    SignalKind.NO_STUDENT: "badge-check",
    SignalKind.SBB_CHECK: "map-pin",
    SignalKind.CERTIFICATE: "award",
    SignalKind.MISSING_PAPER: "award",
    SignalKind.TRAINER_PAPER: "graduation-cap",
    SignalKind.OVERLOAD: "clock",
    SignalKind.NO_DEPUTY: "users",
    SignalKind.NO_SUPERVISOR: "user-plus",
    SignalKind.FOLLOW_UP: "notebook-pen",
    SignalKind.PLACE_FREE: "log-in",
    SignalKind.TRAJECTORY_ENDS: "flag",
    SignalKind.EVALUATION: "clipboard-check",
    SignalKind.LONGEST_TIME: "clock",
    SignalKind.DOCUMENT: "file-text",
    SignalKind.CITIZEN_NUMBER: "shield-alert",
    SignalKind.RECOVERY_SHEET: "key-round",
    SignalKind.OPEN_ACCOUNT: "lock",
    SignalKind.AFTERCARE: "phone",
    SignalKind.NO_NEXT_STEP: "door-open",
    SignalKind.CLOSE_FILE: "flag",
    SignalKind.PRACTICE_AGREEMENT: "file-check",
    SignalKind.PRACTICE_COVER: "badge-check",
    SignalKind.PRACTICE_WORK: "clipboard-list",
    SignalKind.PRACTICE_HOURS: "clock",
    SignalKind.PRACTICE_WEEK: "calendar-days",
    SignalKind.MINOR: "hard-hat",
}
URGENCY_ICONS: dict[Urgency, tuple[str, Tone]] = {
    Urgency.OVERDUE: ("circle-alert", "danger"),
    Urgency.THIS_WEEK: ("triangle-alert", "warning"),
    Urgency.SOON: ("clock", ""),
}
SHOWN_AT_FIRST = 8


def signal_card(
    urgency: Urgency,
    signals: list[Signal],
    go: Callable[[Signal], object],
    *,
    whole: bool,
    show_all: Callable[[], object],
) -> Card:
    """The signals of one urgency; a long list shows its first lines and a button for the rest."""
    icon, tone = URGENCY_ICONS[urgency]
    card = Card(f"{urgency.text} ({len(signals)})", icon, tone)
    shown = signals if whole or len(signals) <= SHOWN_AT_FIRST + 1 else signals[:SHOWN_AT_FIRST]
    card.put(
        Line(KIND_ICONS[s.kind], s.who, s.what, s.action, lambda s=s: go(s))  # type: ignore[misc] # bound now
        for s in shown
    )
    if len(shown) < len(signals):
        more = QPushButton(_("Show all {n}", n=len(signals)))
        more.setProperty("role", "link")
        more.setAccessibleName(f"{urgency.text}: {more.text()}")
        more.clicked.connect(lambda: show_all())
        card.put([more])
    return card
