"""The warning that somebody may be here already, while an intake is typed."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ca_desktop.domain.duplicates import LikelyFile, LikelyFiles
from ca_desktop.i18n import _
from ca_desktop.ui.forms.people import person_label
from ca_desktop.ui.kit.marks import Picture, label

LOOK_AFTER_MS = 400


class LikelyNotice(QFrame):
    """Shows the files that may be of the same person; `open_asked(id)` to look at one.

    `look()` finds them. What somebody said no to is not shown again.
    """

    open_asked = Signal(object)

    def __init__(self, look: Callable[[], LikelyFiles]) -> None:
        super().__init__()
        self._look = look
        self._refused: set[UUID] = set()
        self._refused_elsewhere = False
        self.found = LikelyFiles()
        self.setProperty("role", "notice")
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOOK_AFTER_MS)
        self._timer.timeout.connect(self.look_now)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether a warning waits for an answer."""
        return bool(self.found)

    def look_soon(self) -> None:
        """Look when somebody stops typing for a moment."""
        self._timer.start()

    def look_now(self) -> None:
        """Look, and show what was not refused before."""
        self._timer.stop()
        seen = self._look()
        new = tuple(one for one in seen.found if one.participant_id not in self._refused)
        elsewhere = seen.elsewhere and not self._refused_elsewhere
        self._show(LikelyFiles(found=new, elsewhere=elsewhere))

    def refuse(self) -> None:
        """It is somebody else: these are not shown again."""
        self._refused |= {one.participant_id for one in self.found.found}
        self._refused_elsewhere |= self.found.elsewhere
        self._show(LikelyFiles())

    def start_over(self) -> None:
        """Another intake: nothing was refused yet."""
        self._timer.stop()
        self._refused, self._refused_elsewhere = set(), False
        self._show(LikelyFiles())

    # -- inside ----------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.another = QPushButton(_("This is somebody else: make a new file"))
        self.another.setAutoDefault(False)
        self.another.clicked.connect(lambda: self.refuse())
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Picture("triangle-alert", "warning", 18))
        head.addWidget(label(_("This person may be here already"), "label", wrap=False), 1)
        foot = QHBoxLayout()
        foot.addWidget(self.another)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addLayout(head)
        column.addLayout(self._lines)
        column.addLayout(foot)

    def _show(self, found: LikelyFiles) -> None:
        if found == self.found:
            return
        self.found = found
        while (item := self._lines.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for one in found.found:
            self._lines.addWidget(self._line(one))
        if found.elsewhere:
            self._lines.addWidget(
                label(_("There may be a file already that you can't see. Ask the coordinator."))
            )
        self.setAccessibleName(" ".join(_said(one) for one in found.found))
        self.setVisible(bool(found))

    def _line(self, one: LikelyFile) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(_said(one)), 1)
        button = QPushButton(_("Open this file"))
        button.setAccessibleName(f"{button.text()}: {person_label(one.name, one.number)}")
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.open_asked.emit(one.participant_id))
        row.addWidget(button)
        return holder


def _said(one: LikelyFile) -> str:
    why = ", ".join(reason.text for reason in one.why)
    return f"{person_label(one.name, one.number)}: {why}"
