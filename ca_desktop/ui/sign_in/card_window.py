"""The window before the main window: one calm card in the middle, one step at a time."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ca_desktop.i18n import _
from ca_desktop.ui.kit.fields import TextField
from ca_desktop.ui.kit.form import Form
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.kit.theme import theme

AROUND = 104  # px of the window that a step can't have: the name of the program, and margins


class Step(QWidget):
    """One step on the card; `busy(True)` while its work runs."""

    title = ""  # N_()
    back_asked = Signal()  # Escape, or the button that goes back
    may_go_back = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back where there is something to go back to."""
        if event.key() == Qt.Key.Key_Escape and self.may_go_back and self.isEnabled():
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """As tall as its texts are at this width; Qt would reckon with the narrowest width."""
        hint, layout = super().minimumSizeHint(), self.layout()
        if layout is None or not layout.hasHeightForWidth() or self.width() < hint.width():
            return hint
        return QSize(hint.width(), min(hint.height(), layout.totalHeightForWidth(self.width())))

    def busy(self, on: bool) -> None:
        """Nobody can press anything while the work of this step runs."""
        self.setEnabled(not on)


class CardWindow(QWidget):
    """Shows one Step at a time. `closed` when somebody closes the window itself."""

    closed = Signal()

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self.setObjectName("card-window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(title or _("CA Desktop"))
        self.step: QWidget | None = None
        self._holder: QWidget | None = None
        self._card = QFrame()
        self._card.setProperty("role", "card")
        self._inside = QVBoxLayout(self._card)
        self._inside.setContentsMargins(32, 16, 24, 20)
        self._brand = label(_("CA Desktop"), "muted", wrap=False)
        self._inside.addWidget(self._brand)
        self._lay_out()
        self.resize(self.sizeHint())  # by itself Qt makes a window no taller than 2/3 of the screen

    def show_step(self, step: QWidget) -> None:
        """Replace what stands on the card and put the keyboard in it."""
        if self._holder is not None:
            self._inside.removeWidget(self._holder)
            self._holder.hide()
            self._holder.deleteLater()
        self.step = step
        scrolls_itself = hasattr(step, "form")
        self._holder = step if scrolls_itself else _scrolling(step)
        self._inside.addWidget(self._holder, 1)
        policy = QSizePolicy.Policy
        height = policy.Expanding if scrolls_itself else policy.Maximum
        self._card.setSizePolicy(policy.Preferred, height)
        self._holder.show()
        step.setFocus()

    def sizeHint(self) -> QSize:
        return QSize(
            theme().px(760), min(theme().px(720), self.screen().availableGeometry().height() - 48)
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _lay_out(self) -> None:
        self._card.setMaximumWidth(theme().px(620))
        across = QHBoxLayout(self)
        across.setContentsMargins(16, 16, 16, 16)
        across.addStretch(1)
        across.addWidget(self._card, 20)
        across.addStretch(1)


def submit_on_enter(form: Form) -> None:
    """Enter in a field of a step does what its button does."""
    for field in form.fields.values():
        if isinstance(field, TextField):
            field.edit.returnPressed.connect(form.save_asked)


class _Scroller(QScrollArea):
    """As tall as what it holds, as long as the window has room for that."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The card grows along when a message or a field comes to stand in the step."""
        if watched is self.widget() and event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        inside = self.widget()
        layout = inside.layout() if inside is not None else None
        if layout is None:
            return
        wanted = layout.totalSizeHint().height()
        if layout.hasHeightForWidth():
            wanted = layout.totalHeightForWidth(self.width())
        self.setMinimumHeight(min(wanted, self.window().height() - theme().px(AROUND)))


def _scrolling(step: QWidget) -> QScrollArea:
    step.setObjectName("form-body")
    area = _Scroller()
    area.setWidgetResizable(True)
    area.setSizeAdjustPolicy(QScrollArea.SizeAdjustPolicy.AdjustToContents)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    area.setWidget(step)
    return area
