"""How large a dialog opens: as large as it wants, and never past the edge of the screen."""

from PySide6.QtWidgets import QDialog

WHOLE = 100_000  # px: as tall as the screen allows
_BESIDE, _ABOVE = 32, 60  # px for the frame, the title bar and the bar of the desktop


def resize_within_screen(dialog: QDialog, width: int, height: int = WHOLE) -> None:
    """Make the dialog this large, or as large as its screen has room for."""
    room = dialog.screen().availableGeometry()
    dialog.resize(min(width, room.width() - _BESIDE), min(height, room.height() - _ABOVE))
