"""The course of one accreditation: what happened with which letter, and what is to be expected."""

from collections.abc import Callable, Hashable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ca_desktop.domain.accreditation_letters import AccreditationLetter
from ca_desktop.domain.accreditations import Accreditation
from ca_desktop.domain.permissions import Action
from ca_desktop.i18n import N_, _
from ca_desktop.services.accreditation_steps import StepWish
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.accreditation_step import StepForm
from ca_desktop.ui.forms.kept_file import KeptFile, KeptFileDialog
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.flow import FlowLayout
from ca_desktop.ui.kit.icons import icon
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.kit.question import Answer, ask
from ca_desktop.ui.kit.record_dialog import RecordDialog
from ca_desktop.ui.kit.table import RowAction, Table
from ca_desktop.ui.kit.table_model import RowsModel
from ca_desktop.ui.pages.accreditations import moments as words_of
from ca_desktop.ui.pages.accreditations.moments import COLUMNS, Moment, moments


class TimelineSection(QWidget):
    """The newest on top. Enter mends a step; a letter opens inside the program."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session, self._desk = session, desk
        self._service = session.accreditation_steps
        self._may_change = desk.is_allowed(Action.CHANGE_ACCREDITATIONS)
        self._accreditation: Accreditation | None = None
        self.dialog: RecordDialog | None = None
        self.letter_dialog: KeptFileDialog | None = None
        self.model: RowsModel[Moment] = RowsModel(COLUMNS)
        self.table = Table(self.model, _("Course"))
        self.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        self.table.set_actions(self._actions())
        self.table.opened.connect(self.open_moment)
        self.alter = QPushButton(icon("pencil"), " " + _("Mend step …"))
        self.letter = QPushButton(icon("file-text"), " " + _("Open letter"))
        self.back = QPushButton(icon("undo-2"), " " + _("Take back last step …"))
        self.back.setProperty("role", "danger")
        self.last_student = label("", "help")
        self.told = label("", "help")
        self.table.current_changed.connect(self._tell)
        self._lay_out()
        topics = {"accreditations", "accreditation_steps", "accreditation_letters"}
        desk.changes.on(topics | {"practice_agreements"}, self, self.refresh)

    def show_record(self, record: Accreditation) -> None:
        """Show the course of this accreditation."""
        self._accreditation = record
        self.refresh()

    def refresh(self) -> None:
        """Read again."""
        if self._accreditation is None:
            return
        try:
            timeline = self._service.timeline(self._accreditation.id)
        except Exception as error:
            show_error(error, self)
            return
        self._accreditation = timeline.accreditation
        self.model.set_rows(moments(timeline))
        self.last_student.setText(words_of.last_student_words(timeline))
        self._tell(self.table.current_row())
        self.letter.setVisible(bool(timeline.letters))
        self.back.setVisible(self._may_change and len(timeline.steps) > 1)

    def open_child(self, child: Hashable) -> None:
        """Start a "new" step, or point at a line."""
        if child == "new":
            self.take_step()
        else:
            self.table.select_id(child)
            self.table.setFocus()

    def take_step(self) -> None:
        """A dialog with the step that mostly follows."""
        if self._accreditation is None or not self._may_change:
            return
        form = StepForm(self._session, self._desk, self._accreditation.state)
        wish = self._service.new(self._accreditation)
        self._edit(_("Record step"), form, wish, mends=False)

    def open_moment(self, moment: Moment) -> None:
        """Mend a step; what is only expected is settled by a step."""
        if not self._may_change:
            self.open_letter(moment)
        elif moment.step is None:
            self.take_step()
        else:
            form = StepForm(self._session, self._desk, None, moment.file_name)
            self._edit(_("Mend step"), form, StepWish(step=moment.step), mends=True)

    def open_letter(self, moment: Moment) -> None:
        """Look at the kept letter."""
        if moment.step is None or not moment.file_name:
            return
        step_id = moment.step.id
        self._desk.saves.run(
            lambda: self._service.letter(step_id),
            then=lambda found: self._show(moment, found),
            failed=lambda error: show_error(error, self),
            owner=self,
        )

    def ask_take_back(self) -> None:
        """Ask, then take the last step back."""
        last = max((one for one in self.model.rows if one.step), key=lambda one: one.place)
        words = _(
            "“{state}” of {day} is taken out; state and dates are those of the step before again.",
            state=last.what,
            day=last.day,
        )
        if last.file_name:
            words += " " + _("The kept letter is removed with it, and that can't be undone.")
        ask(
            self,
            _("Take back the last step?"),
            words,
            Answer(text=_("Take back"), then=self._take_back, kind="danger"),
            Answer(text=_("Keep"), kind="primary"),
        )

    def ask_remove_letter(self, moment: Moment) -> None:
        """Ask, then take the kept file away; the step stays."""
        if moment.step is None:
            return
        step_id = moment.step.id
        ask(
            self,
            _("Remove this letter?"),
            _("“{file}” is removed for good. The step stays.", file=moment.file_name),
            Answer(
                text=_("Remove letter"),
                then=lambda: self._run(lambda: self._service.remove_letter(step_id)),
                kind="danger",
            ),
            Answer(text=_("Keep"), kind="primary"),
        )

    # -- inside ----------------------------------------------------------------------------------

    def _tell(self, moment: Moment | None) -> None:
        """The chosen line in full, below the list; else the last step."""
        steps = [one for one in self.model.rows if one.step]
        last = max(steps, key=lambda one: one.place, default=None)
        shown = moment or last
        self.told.setText(shown.told if shown else "")

    def _edit(self, title: str, form: StepForm, wish: StepWish, *, mends: bool) -> None:
        save = self._service.mend if mends else self._service.take
        self.dialog = RecordDialog.edit(self.window(), title, form, wish, save, self._desk.saves)
        self.dialog.accepted.connect(self.refresh)

    def _take_back(self) -> None:
        if self._accreditation is None:
            return
        accreditation_id = self._accreditation.id
        self._run(lambda: self._service.take_back(accreditation_id))

    def _run(self, action: Callable[[], object]) -> None:
        self._desk.saves.run(
            action,
            then=lambda _done: self.refresh(),
            failed=lambda error: show_error(error, self),
            owner=self,
        )

    def _show(self, moment: Moment, letter: AccreditationLetter) -> None:
        kept = KeptFile(title=moment.what, file_name=letter.file_name, content=letter.content)
        step_id = letter.step_id
        self.letter_dialog = KeptFileDialog(
            self.window(),
            self._desk,
            kept,
            (lambda path: self._service.save_letter_as(step_id, path))
            if self._may_change
            else None,
        )
        self.letter_dialog.open()

    def _on_current(self, *, letter: bool) -> None:
        rows = [one for one in self.model.rows if one.step and (one.file_name or not letter)]
        current = self.table.current_row()
        chosen = current if current in rows else next(iter(rows), None)
        if chosen is not None:
            self.table.select_id(chosen.id)
            (self.open_letter if letter else self.open_moment)(chosen)

    def _actions(self) -> list[RowAction]:
        found = [
            RowAction(
                text=N_("Open letter"),
                do=lambda rows: self.open_letter(rows[0]),
                icon="file-text",
                fits=lambda rows: len(rows) == 1 and bool(rows[0].file_name),
            )
        ]
        if self._may_change:
            found += [
                RowAction(
                    text=N_("Record step …"),
                    do=lambda _rows: self.take_step(),
                    icon="plus",
                    keys="Ins",
                    fits=lambda _rows: True,
                ),
                RowAction(
                    text=N_("Mend step …"),
                    do=lambda rows: self.open_moment(rows[0]),
                    icon="pencil",
                    fits=lambda rows: len(rows) == 1 and rows[0].step is not None,
                ),
                RowAction(
                    text=N_("Remove letter …"),
                    do=lambda rows: self.ask_remove_letter(rows[0]),
                    icon="trash-2",
                    fits=lambda rows: len(rows) == 1 and bool(rows[0].file_name),
                ),
            ]
        return found

    def _lay_out(self) -> None:
        buttons = QWidget()
        row = FlowLayout(buttons)
        for button in (self.alter, self.letter, self.back):
            button.setAutoDefault(False)
            button.setVisible(self._may_change or button is self.letter)
            row.addWidget(button)
        self.alter.clicked.connect(lambda: self._on_current(letter=False))
        self.letter.clicked.connect(lambda: self._on_current(letter=True))
        self.back.clicked.connect(self.ask_take_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(8)
        column.addWidget(buttons)
        column.addWidget(self.last_student)
        column.addWidget(self.table, 1)
        column.addWidget(self.told)
        words = _("What is expected never ends an accreditation by itself: only SBB does.")
        column.addWidget(label(words, "help"))
