"""Where the window stood last time on this computer, and the whole of a small screen."""

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget

SMALL_SCREEN = 1400  # px: on anything narrower the window takes it all


def open_at(window: QWidget, place: str) -> None:
    """Show the window where `place` says; Qt keeps it on a screen that is there."""
    if place:
        window.restoreGeometry(QByteArray.fromBase64(place.encode("ascii", "ignore")))
    if window.screen().availableGeometry().width() < SMALL_SCREEN:
        window.showMaximized()
    else:
        window.show()


def place_of(window: QWidget) -> str:
    """Where the window stands, as text for the settings."""
    return bytes(window.saveGeometry().toBase64().data()).decode("ascii")
