"""The recovery sheet: six groups to print or copy, then two of them typed back."""

import secrets
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ca_desktop.domain.recovery_groups import is_same_group
from ca_desktop.i18n import _
from ca_desktop.ui.kit.fields import TextField
from ca_desktop.ui.kit.file_dialog import ask_save
from ca_desktop.ui.kit.icons import icon
from ca_desktop.ui.kit.marks import Notice, label
from ca_desktop.ui.kit.question import Answer, ask
from ca_desktop.ui.sign_in.card_window import Step


class RecoverySheetStep(Step):
    """Shows the groups; emits `confirmed` when two were typed back, or `postponed` (once).

    `print_sheet()` opens the preview or printer, `save_sheet(path)` writes the file; either may be
    None. Nothing is saved in `store`, the folder of the centre. `places` picks the two groups.
    """

    confirmed = Signal()
    postponed = Signal()

    def __init__(
        self,
        groups: Sequence[str],
        *,
        store: Path,
        print_sheet: Callable[[], object] | None = None,
        save_sheet: Callable[[Path], object] | None = None,
        may_postpone: bool = True,
        places: tuple[int, int] | None = None,
    ) -> None:
        super().__init__()
        self._groups, self._store, self._save_sheet = tuple(groups), store, save_sheet
        first, second = places or sorted(secrets.SystemRandom().sample(range(len(groups)), 2))
        self._places = (first, second)
        self.notice = Notice("", "danger")
        self.typed = [
            TextField(_("Type group {number} from the sheet", number=place + 1), required=True)
            for place in self._places
        ]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(12)
        self._tell()
        self._add_outputs(print_sheet)
        self._ask_back(may_postpone)

    def _tell(self) -> None:
        self._column.addWidget(label(_("The recovery sheet"), "title"))
        self._column.addWidget(
            label(
                _(
                    "With these six groups you get back in when nobody knows a password any more. "
                    "Without a password and without this sheet, nobody can open the data. "
                    "Print it or copy it by hand, and keep it in a locked place."
                )
            )
        )
        self.table = QWidget()
        grid = QGridLayout(self.table)
        grid.setContentsMargins(0, 0, 0, 0)
        for place, group in enumerate(self._groups):
            words = label(f"{place + 1}.  {group}", "code", wrap=False)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
            words.setAccessibleName(
                _("Group {number}: {signs}", number=place + 1, signs=" ".join(group))
            )
            grid.addWidget(words, place // 2, place % 2)
        self._column.addWidget(self.table)

    def _add_outputs(self, print_sheet: Callable[[], object] | None) -> None:
        self.outputs = QWidget()
        row = QHBoxLayout(self.outputs)
        row.setContentsMargins(0, 0, 0, 0)
        if print_sheet is not None:
            self.print_button = QPushButton(icon("printer"), " " + _("Print …"))
            self.print_button.clicked.connect(lambda: print_sheet())
            row.addWidget(self.print_button)
        if self._save_sheet is not None:
            self.save_button = QPushButton(icon("download"), " " + _("Save as a file …"))
            self.save_button.clicked.connect(self._warn_saving)
            row.addWidget(self.save_button)
        row.addStretch(1)
        self._column.addWidget(self.outputs)

    def _ask_back(self, may_postpone: bool) -> None:
        self.ready = QPushButton(_("I have the sheet"))
        self.ready.setProperty("role", "primary")
        self.later = QPushButton(_("Later"))
        self.later.setToolTip(_("This can be put off once; then it stands on the start page."))
        self.later.setVisible(may_postpone)
        self.look_again = QPushButton(_("See the groups again"))
        self.go_on = QPushButton(_("Check and go on"))
        self.go_on.setProperty("role", "primary")
        self.go_on.setAutoDefault(True)
        for widget in (self.notice, *self.typed):
            self._column.addWidget(widget)
        row = QHBoxLayout()
        for button in (self.ready, self.go_on, self.look_again, self.later):
            row.addWidget(button)
        row.addStretch(1)
        self._column.addLayout(row)
        self._column.addStretch(1)
        self._show(checking=False)
        self.ready.clicked.connect(self._start_check)
        self.look_again.clicked.connect(self._back_to_groups)
        self.later.clicked.connect(lambda: self.postponed.emit())
        self.go_on.clicked.connect(self._check)
        for field in self.typed:
            field.edit.returnPressed.connect(self._check)

    def _start_check(self) -> None:
        """The groups leave the screen: they have to come from paper."""
        for field in self.typed:
            field.value = ""
        self._show(checking=True)
        self.typed[0].take_focus()

    def _back_to_groups(self) -> None:
        """Only because somebody asks: they are copied again before they are typed."""
        self._show(checking=False)
        self.ready.setFocus()

    def _show(self, *, checking: bool) -> None:
        for widget in (self.table, self.outputs, self.ready):
            widget.setVisible(not checking)
        for widget in (*self.typed, self.go_on, self.look_again):
            widget.setVisible(checking)
        # A proxy that is hidden would catch the Tab that goes round.
        self.setFocusProxy(self.typed[0].edit if checking else self.ready)

    def _check(self) -> None:
        right = True
        for place, field in zip(self._places, self.typed, strict=True):
            fits = is_same_group(field.value, self._groups[place])
            message = _("This is not group {number}. Look at the sheet again.", number=place + 1)
            field.set_problem(None if fits else message)
            right = right and fits
        if right:
            self.confirmed.emit()
        else:
            wrong = next(field for field in self.typed if field.problem)
            wrong.take_focus()

    def _warn_saving(self) -> None:
        ask(
            self,
            _("Save the sheet as a file?"),
            _(
                "Whoever finds the file can open the data. Save it on a stick that you lock away, "
                "never beside the data and not in a cloud folder."
            ),
            Answer(text=_("Choose where to save"), then=self._choose),
            Answer(text=_("Don't save"), kind="primary"),
            icon="triangle-alert",
        )

    def _choose(self) -> None:
        name = _("recovery-sheet") + ".pdf"
        ask_save(self, _("Save the recovery sheet"), name, "pdf", self.save_to)

    def save_to(self, path: Path) -> None:
        """Save there, unless it is inside the folder of the centre."""
        if path.resolve().is_relative_to(self._store.resolve()):
            self.notice.say(
                _("Not in the folder of the centre: who has that folder would have the key too."),
                "danger",
            )
        elif self._save_sheet is not None:
            self._save_sheet(path)
            self.notice.say("")
