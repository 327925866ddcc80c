"""A dialog in steps: each shows what the step before gave, and only the last one keeps anything.

A subclass makes its steps, calls `lay_out`, and says what the primary button does in each step.
"""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ca_desktop.domain.errors import UserError
from ca_desktop.i18n import _
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.dialog_room import resize_within_screen
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.jobs import Progress, ProgressStrip
from ca_desktop.ui.kit.marks import Notice, label
from ca_desktop.ui.kit.theme import theme


class StepDialog(QDialog):
    """Escape stops what runs, or goes back one step; from the last step it closes.

    `step_texts` are N_() texts, one for each page.
    """

    step_texts: Sequence[str] = ()

    def __init__(self, parent: QWidget, desk: Desk, title: str) -> None:
        super().__init__(parent)
        self._desk = desk
        self._running: Progress | None = None
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.where = label("", "muted", wrap=False)
        self.notice = Notice()
        self.back = QPushButton(_("Go back"))
        self.next = QPushButton()
        self._steps = QStackedWidget()

    # -- what a subclass says --------------------------------------------------------------------

    def next_text(self) -> str:
        """What the primary button says in this step."""
        raise NotImplementedError

    def is_ready(self) -> bool:
        """Whether the primary button may be pressed in this step."""
        return True

    def go_on(self) -> None:
        """What the primary button does in this step."""
        raise NotImplementedError

    # -- what a subclass uses --------------------------------------------------------------------

    @property
    def step(self) -> int:
        """Which step is shown."""
        return self._steps.currentIndex()

    def lay_out(self, pages: Sequence[QWidget], *more: QPushButton) -> None:
        """Put the steps in their place; `more` are buttons before the primary one."""
        for page in pages:
            self._steps.addWidget(page)
        self.next.setProperty("role", "primary")
        self.next.setDefault(True)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addStretch(1)
        for button in (self.back, *more):
            button.setAutoDefault(False)
        for button in (*more, self.next):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(8)
        column.addWidget(self.where)
        column.addWidget(self.notice)
        column.addWidget(self._steps, 1)
        column.addWidget(ProgressStrip(self._desk.jobs))
        column.addLayout(row)
        resize_within_screen(self, theme().px(960), theme().px(600))
        self.back.clicked.connect(lambda: self.reject())
        self.next.clicked.connect(lambda: self.go_on())

    def show_step(self, step: int) -> None:
        """Show a step, with what its buttons do."""
        self._steps.setCurrentIndex(step)
        self.where.setText("   ›   ".join(_(one) for one in self.step_texts[: step + 1]))
        self.back.setText(_("Go back") if self._may_go_back else _("Close"))
        self.back.setVisible(step != self._last)
        self.say_next()
        page = self._steps.currentWidget()
        has_place = page is not None and page.focusProxy() is not None
        (page if page is not None and has_place else self.next).setFocus()

    def say_next(self) -> None:
        """Say on the primary button what it does now."""
        self.next.setText(self.next_text())
        self.next.setEnabled(self._running is None and self.is_ready())

    def run(
        self, work: Callable[[Progress], Any], then: Callable[[Any], object], words: str
    ) -> None:
        """Do long work; `then` gets what it gave, a refusal is said on top."""
        self.notice.say("")

        def finished(result: Any) -> None:
            self._set_running(None)
            then(result)

        self._set_running(
            self._desk.jobs.run(work, then=finished, failed=self._refuse, owner=self, label=words)
        )

    def reject(self) -> None:
        """Back one step; from the first, or while something runs, stop."""
        if self._running is not None:
            self._running.cancel()
            self._set_running(None)
        elif self._may_go_back:
            self.notice.say("")
            self.show_step(self.step - 1)
        else:
            super().reject()

    # -- inside ----------------------------------------------------------------------------------

    @property
    def _last(self) -> int:
        return len(self.step_texts) - 1

    @property
    def _may_go_back(self) -> bool:
        return 0 < self.step < self._last

    def _set_running(self, progress: Progress | None) -> None:
        self._running = progress
        self.back.setText(_("Cancel") if progress else _("Go back"))
        self.say_next()

    def _refuse(self, error: Exception) -> None:
        self._set_running(None)
        if isinstance(error, UserError):
            self.notice.say(error.message, "danger")
        else:
            show_error(error, self)
