"""The section that says what breaks when this supervisor is away or leaves, before it happens."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ca_desktop.domain.errors import RuleBroken
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.reliance import ORDER, Away, RelianceKind, RelianceLine
from ca_desktop.domain.supervisors import Supervisor
from ca_desktop.i18n import N_, _, ngettext
from ca_desktop.services.reliance import Reliance
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.absence import AbsenceForm
from ca_desktop.ui.kit.desk import Desk, Spot
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.marks import Notice, label
from ca_desktop.ui.kit.record_dialog import RecordDialog
from ca_desktop.ui.kit.table import RowAction, Table
from ca_desktop.ui.kit.table_model import Column, RowsModel
from ca_desktop.ui.pages.supervisors.away import AwayForm

KIND_ICONS = {
    RelianceKind.FIXED_SUPERVISOR: "user-check",
    RelianceKind.PLACEMENT: "briefcase",
    RelianceKind.PRACTICE_AGREEMENT: "graduation-cap",
    RelianceKind.QUALIFICATION: "badge-check",
    RelianceKind.CAPACITY: "circle-alert",
    RelianceKind.PAPER: "award",
    RelianceKind.FOLLOW_UP: "notebook-pen",
    RelianceKind.AFTERCARE: "phone",
    RelianceKind.ROLE: "wrench",
    RelianceKind.SUBSTITUTE: "users",
    RelianceKind.DEPUTY: "users",
    RelianceKind.HAND_OVER: "message-square",
    RelianceKind.ACCOUNT: "lock",
}


class RelianceSection(QWidget):
    """A question on top, under it one list; Enter opens the record of a line."""

    columns = (
        Column[RelianceLine](
            N_("What"),
            text=lambda line: line.kind.text,
            icon=lambda line: KIND_ICONS[line.kind],
            sort_key=lambda line: ORDER.index(line.kind),
            width=225,
        ),
        Column[RelianceLine](N_("Who or what"), text=lambda line: line.who, width=165),
        Column[RelianceLine](N_("Why"), text=lambda line: line.what, stretch=True),
    )

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session, self._desk = session, desk
        self._supervisor: Supervisor | None = None
        self._asked = 0
        may_keep = desk.is_allowed(Action.CHANGE_SUPERVISORS)
        self.form = AwayForm(self._others, desk.today, may_keep)
        self.form.save_asked.connect(self.look)
        self.form.keep_asked.connect(self.record)
        self.dialog: RecordDialog | None = None
        self.outcome = Notice("", "")
        self.model: RowsModel[RelianceLine] = RowsModel(self.columns)
        self.table = Table(self.model, _("What relies on this supervisor"))
        self.table.set_actions((RowAction(text=N_("Open"), do=lambda rows: self._open(rows[0])),))
        self.table.opened.connect(self._open)
        self.meaning = label("", "muted")
        self.table.current_changed.connect(self._say)
        self.help = label(
            _("Enter or a double click opens the place. Looking saves nothing."), "help"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.addWidget(self.form)
        inside = QVBoxLayout()
        inside.setContentsMargins(16, 0, 16, 0)
        for widget in (self.outcome, self.table, self.meaning, self.help):
            inside.addWidget(widget)
        column.addLayout(inside, 1)

    def show_record(self, supervisor: Supervisor) -> None:
        """Begin with today, and look at once; of the same person the typed days stay."""
        shown, self._supervisor = self._supervisor, supervisor
        if shown is None or shown.id != supervisor.id:
            self.form.begin(supervisor, self._desk.today())
        self.look()

    def look(self) -> None:
        """Count and look up by the worker; the last question is the one that is answered."""
        away = self.form.away()
        if away is None:
            return
        self._asked += 1
        asked, session = self._asked, self._session
        self._explain(away, asked)
        self._desk.jobs.run(
            lambda _progress: session.reliance.of(away),
            then=lambda found: self._show(found) if asked == self._asked else None,
            failed=self._on_failed,
            owner=self,
            label=_("Looking what relies on this supervisor"),
        )

    def record(self) -> None:
        """A dialog that keeps the days thought of as an absence, with who takes over."""
        away = self.form.away()
        if away is None:
            return
        form = AbsenceForm(self._session, self._desk)
        save, saves = self._session.absences.save, self._desk.saves
        self.dialog = RecordDialog.edit(
            self.window(), _("Add absence"), form, away.absence, save, saves
        )
        self.dialog.accepted.connect(self.look)

    def _explain(self, away: Away, asked: int) -> None:
        service = self._session.substitutes
        self._desk.jobs.run(
            lambda _progress: service.of(away.supervisor_id, away.period),
            then=lambda found: (
                self.form.substitute.explain(found) if asked == self._asked else None
            ),
            failed=lambda error: show_error(error, self),
            owner=self,
            label=_("Looking who can take over"),
        )

    def _show(self, found: Reliance) -> None:
        self.model.set_rows(found.lines)
        name, count = found.supervisor.name.full, len(found.lines)
        words = _("Nothing relies on {name} in these days.", name=name)
        if count:
            words = ngettext(
                "{n} thing relies on {name} in these days.",
                "{n} things rely on {name} in these days.",
                count,
                name=name,
            )
        if count and found.away.substitute_id is not None:
            more = _("Look per line whether it can be taken over.")
            words = f"{words} {more}"
        if found.others:
            more = _("{n} more are out of your reach.", n=found.others)
            words = f"{words} {more}"
        self.outcome.say(words, "warning" if count or found.others else "good")
        line = self.table.verticalHeader().defaultSectionSize()
        self.table.setMinimumHeight(line * min(count, 14) + 48)
        for widget in (self.table, self.meaning, self.help):
            widget.setVisible(bool(count))

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, RuleBroken):
            self.form.show_refusal(error)
        else:
            show_error(error, self)

    def _say(self, line: RelianceLine | None) -> None:
        """The whole of a line that is longer than its columns."""
        words = f"{line.kind.text}: {line.who}. {line.what}" if line is not None else ""
        self.meaning.setText(words)

    def _open(self, line: RelianceLine) -> None:
        record = line.record
        where: object = record.record_id
        if record.section:
            where = Spot(record.record_id, record.section, record.child)
        self._desk.navigate(record.page, where)

    def _others(self) -> Sequence[tuple[UUID, str]]:
        mine = self._supervisor.id if self._supervisor else None
        return [
            (one.id, one.name.sorted_form)
            for one in self._session.supervisors.all(active_only=True)
            if one.id != mine
        ]
