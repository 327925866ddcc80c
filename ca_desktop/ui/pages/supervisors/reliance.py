"""The section that says what breaks when this supervisor is away or leaves, before it happens."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ca_desktop.domain.errors import RuleBroken
from ca_desktop.domain.reliance import ORDER, Away, RelianceKind, RelianceLine, problems
from ca_desktop.domain.supervisors import Supervisor
from ca_desktop.i18n import N_, _, ngettext
from ca_desktop.services.reliance import Reliance
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.substitute import SubstituteField
from ca_desktop.ui.kit.desk import Desk, Spot
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.fields import CheckField, DateField
from ca_desktop.ui.kit.form import Form, by_field
from ca_desktop.ui.kit.marks import Notice, label
from ca_desktop.ui.kit.table import RowAction, Table
from ca_desktop.ui.kit.table_model import Column, RowsModel

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


class AwayForm(Form):
    """Which days are thought of; nothing of it is kept."""

    def __init__(
        self, names: Callable[[], Sequence[tuple[UUID, str]]], today: Callable[[], date]
    ) -> None:
        super().__init__(_("Show what relies on this supervisor"))
        self.supervisor_id: UUID | None = None
        self.starts_on = self.add(
            "starts_on", DateField(_("First day away"), required=True, today=today)
        )
        self.ends_on = self.add(
            "ends_on",
            DateField(_("Last day away"), today=today),
        )
        self.side_by_side(self.starts_on, self.ends_on)
        self.for_good = self.add("for_good", CheckField(_("Leaves for good")))
        self.substitute = self.add("substitute_id", SubstituteField(names))
        self.for_good.changed.connect(self._fit)

    def away(self) -> Away | None:
        """What is filled in; None where the days are not known or can't be."""
        if not self.check() or self.supervisor_id is None or self.starts_on.value is None:
            return None
        away = Away(
            supervisor_id=self.supervisor_id,
            starts_on=self.starts_on.value,
            ends_on=self.ends_on.value,
            for_good=self.for_good.value,
            substitute_id=self.substitute.value,
        )
        found = by_field(tuple(problems(away)))
        self.show_problems(found)
        return None if found else away

    def begin(self, supervisor: Supervisor, today: date) -> None:
        """Think of this supervisor: from today, or his last day when one is known."""
        self.supervisor_id = supervisor.id
        self.substitute.reload()
        last = supervisor.ended_on
        leaves = last is not None and last >= today
        self.fill(
            {
                "starts_on": last + timedelta(days=1) if leaves and last else today,
                "ends_on": None,
                "for_good": leaves,
                "substitute_id": supervisor.deputy_id,
            }
        )
        self._fit()

    def _fit(self) -> None:
        self.ends_on.setVisible(not self.for_good.value)


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
        self.form = AwayForm(self._others, desk.today)
        self.form.save_asked.connect(self.look)
        self.outcome = Notice("", "")
        self.model: RowsModel[RelianceLine] = RowsModel(self.columns)
        self.table = Table(self.model, _("What relies on this supervisor"))
        self.table.set_actions((RowAction(text=N_("Open"), do=lambda rows: self._open(rows[0])),))
        self.table.opened.connect(self._open)
        self.meaning = label("", "muted")
        self.table.current_changed.connect(self._say)
        self.help = label(_("Enter or a double click opens the place. Nothing is saved."), "help")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.addWidget(self.form)
        inside = QVBoxLayout()
        inside.setContentsMargins(16, 0, 16, 0)
        for widget in (self.outcome, self.table, self.meaning, self.help):
            inside.addWidget(widget)
        column.addLayout(inside, 1)

    def show_record(self, supervisor: Supervisor) -> None:
        """Begin with today, and look at once."""
        self._supervisor = supervisor
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
