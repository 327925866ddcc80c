"""The section with what hangs on this person: who takes it over, and what was explained."""

from collections.abc import Hashable, Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.hand_over_points import HandOverPoint
from ca_desktop.domain.supervisors import Supervisor, SupervisorKind
from ca_desktop.i18n import N_, _
from ca_desktop.services.hand_over_points import HandOverLine
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.hand_over import HandOverForm, Proposals, ProposalsForm
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.icons import icon
from ca_desktop.ui.kit.marks import Notice, label
from ca_desktop.ui.kit.question import tell
from ca_desktop.ui.kit.record_dialog import RecordDialog
from ca_desktop.ui.kit.sub_list import SubList
from ca_desktop.ui.kit.table_model import Column


class HandOverSection(QWidget):
    """For coordinators. The quartermaster gets subjects to begin with, and a warning without a
    deputy.
    """

    columns = (
        Column[HandOverLine](N_("Subject"), text=lambda line: line.point.subject, stretch=True),
        Column[HandOverLine](
            N_("Who takes it over"), text=lambda line: line.takes_over or _("nobody yet"), width=160
        ),
        Column[HandOverLine](
            N_("Explained on"),
            text=lambda line: format_date(line.point.explained_on) or _("not yet"),
            icon=lambda line: "circle-check" if line.point.explained_on else "triangle-alert",
            sort_key=lambda line: line.point.explained_on,
            width=130,
        ),
        Column[HandOverLine](N_("Partner"), text=lambda line: line.partner, width=170, minor=True),
    )

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session, self._desk = session, desk
        self._supervisor: Supervisor | None = None
        self.dialog: RecordDialog | None = None
        self.deputy = Notice("", "warning")
        self.list = self._make_list()
        self.list.table.minor_room = 700
        begin = _("Subjects to begin with …")
        self.propose = QPushButton(icon("lightbulb"), f" {begin}")
        self.propose.setAutoDefault(False)
        self.propose.clicked.connect(lambda: self.ask_proposals())
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 16)
        column.addWidget(self.deputy)
        column.addWidget(self.list)
        column.addWidget(self.propose, 0, Qt.AlignmentFlag.AlignLeft)
        words = _("What somebody else has to know to go on. Never a password or a code.")
        column.addWidget(label(words, "help"))
        column.addStretch(1)

    def show_record(self, supervisor: Supervisor) -> None:
        """Show what hangs on this supervisor."""
        self._supervisor = supervisor
        leads = SupervisorKind.QUARTERMASTER in supervisor.kinds
        self.propose.setVisible(leads)
        self.deputy.say(self._without_deputy(supervisor) if leads else "", "warning")
        self.list.refresh()

    def _without_deputy(self, supervisor: Supervisor) -> str:
        """What is wrong with who would take over; '' where nothing is."""
        if supervisor.deputy_id is None:
            return _("There is no deputy yet. Choose one under Details.")
        deputy = self._session.supervisors.get(supervisor.deputy_id)
        if deputy.is_active(self._desk.today()):
            return ""
        return _("{name} does not work here now. Choose a deputy.", name=deputy.name.full)

    def open_child(self, child: Hashable) -> None:
        """Open one point."""
        self.list.open_child(child)

    def ask_proposals(self) -> None:
        """A dialog with subjects that are not there yet."""
        assert self._supervisor is not None
        found = tuple(self._session.hand_over.proposals(self._supervisor.id))
        if not found:
            tell(self, _("Subjects to begin with"), _("All of them are there already."))
            return
        record = Proposals(points=found, chosen=tuple(one.id for one in found))
        self.dialog = RecordDialog.edit(
            self.window(),
            _("Subjects to begin with"),
            ProposalsForm(),
            record,
            self._take,
            self._desk.saves,
        )
        self.dialog.accepted.connect(self.list.refresh)

    def _take(self, wish: Proposals) -> None:
        self._session.hand_over.take([one for one in wish.points if one.id in wish.chosen])

    def _make_list(self) -> SubList[HandOverLine]:
        service = self._session.hand_over
        return SubList(
            self._desk,
            _("Hand-over"),
            self.columns,
            fetch=self._fetch,
            make_form=self._make_form,
            save=service.save,
            blank=self._blank,
            remove=lambda line: service.remove(line.id),
            load=lambda line: line.point,
            add_text=_("Add subject"),
            edit_title=_("Hand-over"),
            empty_text=_("Nothing has been written down for whoever takes over."),
            name_of=lambda line: line.point.subject,
            topics=frozenset({"hand_over_points"}),
        )

    def _fetch(self) -> list[HandOverLine]:
        if self._supervisor is None:
            return []
        return list(self._session.hand_over.of(self._supervisor.id))

    def _blank(self) -> HandOverPoint:
        assert self._supervisor is not None
        return self._session.hand_over.new(self._supervisor.id)

    def _make_form(self) -> HandOverForm:
        return HandOverForm(self._partners, self._others, self._desk.today)

    def _partners(self) -> Sequence[tuple[UUID, str]]:
        return [(one.id, one.name) for one in self._session.partners.all()]

    def _others(self) -> Sequence[tuple[UUID, str]]:
        mine = self._supervisor.id if self._supervisor else None
        return [
            (one.id, one.name.sorted_form)
            for one in self._session.supervisors.all(active_only=True)
            if one.id != mine
        ]
