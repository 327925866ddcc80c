"""The tab with what expires in which month, and when it will be renewed."""

from collections import Counter
from collections.abc import Hashable, Sequence
from datetime import date

from PySide6.QtCore import QDate, QLocale
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.supervisor_papers import months_from
from ca_desktop.i18n import N_, _
from ca_desktop.services.session import Session
from ca_desktop.services.supervisor_papers import RenewalLine
from ca_desktop.ui.forms.certificate import STATUS_ICONS, CertificateForm
from ca_desktop.ui.kit.desk import Desk, Spot
from ca_desktop.ui.kit.empty_state import EmptyState
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.filters import Filter, FilterRow
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.kit.record_dialog import RecordDialog
from ca_desktop.ui.kit.section_stack import SectionStack
from ca_desktop.ui.kit.table import RowAction, Table
from ca_desktop.ui.kit.table_model import Column, RowsModel

EXPIRED = date.min  # the month of what expired already


class RenewalsView(QWidget):
    """The coming twelve months; Enter plans a renewal."""

    columns = (
        Column[RenewalLine](
            N_("Valid until"),
            text=lambda line: format_date(line.certificate.valid_until),
            sort_key=lambda line: line.certificate.valid_until,
            width=140,
        ),
        Column[RenewalLine](
            N_("Supervisor"),
            text=lambda line: line.supervisor.name.sorted_form,
            sort_key=lambda line: line.supervisor.name.sort_key,
            width=190,
        ),
        Column[RenewalLine](N_("Certificate"), text=lambda line: line.name, stretch=True),
        Column[RenewalLine](
            N_("Status"),
            text=lambda line: line.status.text,
            icon=lambda line: STATUS_ICONS[line.status],
            width=172,
        ),
        Column[RenewalLine](
            N_("Renewal planned on"),
            text=lambda line: format_date(line.certificate.renewal_on) or _("nothing planned"),
            sort_key=lambda line: line.certificate.renewal_on,
            strong=lambda line: line.certificate.renewal_on is None,
            width=185,
        ),
        Column[RenewalLine](
            N_("Where and with whom"),
            text=lambda line: line.certificate.renewal_note,
            width=190,
            minor=True,
        ),
    )

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session, self._desk = session, desk
        self._may_change = desk.is_allowed(Action.CHANGE_SUPERVISORS)
        self._stale = True
        self._lines: Sequence[RenewalLine] = ()
        self.dialog: RecordDialog | None = None
        self.model: RowsModel[RenewalLine] = RowsModel(self.columns)
        self.table = Table(self.model, _("Renewals"))
        self.table.minor_room = 900
        self.filters = FilterRow(
            [
                Filter(key="month", text=N_("Month"), options=self._months),
                Filter(key="open", text=N_("Nothing planned")),
            ]
        )
        self.count = label("", "muted")
        self._stack = SectionStack()
        self._lay_out()
        self.filters.changed.connect(self._fill)
        self.table.opened.connect(self.plan)
        desk.changes.on({"certificates", "supervisors"}, self, self._on_written)
        self.setFocusProxy(self.table)

    def refresh(self) -> None:
        """Read again."""
        self._stale = False
        try:
            self._lines = self._session.supervisor_papers.renewals()
        except Exception as error:
            show_error(error, self)
            return
        self._fill()

    def plan(self, line: RenewalLine) -> None:
        """The certificate, at the day of its renewal."""
        if not self._may_change:
            self._desk.navigate("supervisors", Spot(line.supervisor.id, "certificates", line.id))
            return
        form = CertificateForm(self._desk.today)
        self.dialog = RecordDialog.edit(
            self.window(),
            _("Certificate of {name}", name=line.supervisor.name.full),
            form,
            line.certificate,
            self._session.supervisors.save_certificate,
            self._desk.saves,
        )
        form.plan_renewal()

    def open_child(self, child: Hashable) -> None:
        """Plan the renewal of this certificate."""
        self.refresh()
        line = next((one for one in self._lines if one.id == child), None)
        if line is not None:
            self.table.select_id(child)
            self.plan(line)

    def showEvent(self, event: QShowEvent) -> None:
        """Reads only when somebody looks."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _on_written(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def _month(self, line: RenewalLine) -> date:
        until = line.certificate.valid_until
        if until is None or until < self._desk.today():
            return EXPIRED
        return until.replace(day=1)

    def _months(self) -> Sequence[tuple[date, str]]:
        """What expired, and every month that has something, with how many."""
        found = Counter(map(self._month, self._lines))
        shown = (EXPIRED, *months_from(self._desk.today()))
        return [(day, f"{_month_words(day)} ({found[day]})") for day in shown if found[day]]

    def _fill(self) -> None:
        month, is_open = self.filters.values["month"], self.filters.values["open"]
        rows = [
            line
            for line in self._lines
            if month in (None, self._month(line))
            and not (is_open and line.certificate.renewal_on is not None)
        ]
        self.model.set_rows(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
        self.count.setText(" · ".join(words for _day, words in self._months()))

    def _lay_out(self) -> None:
        if self._may_change:
            words = N_("Plan renewal …")
            self.table.set_actions(
                (RowAction(text=words, do=lambda rows: self.plan(rows[0]), icon="calendar-check"),)
            )
        self._stack.addWidget(self.table)
        self._stack.addWidget(
            EmptyState(_("Nothing expires in the coming twelve months."), icon="circle-check")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 16, 8)
        column.setSpacing(6)
        column.addWidget(self.count)
        column.addWidget(self.filters)
        column.addWidget(self._stack, 1)
        help_words = _("Enter plans a renewal: the day, where and with whom.")
        column.addWidget(label(help_words, "help"))


def _month_words(day: date) -> str:
    if day == EXPIRED:
        return _("expired")
    return QLocale().toString(QDate(day.year, day.month, day.day), "MMMM yyyy")
