"""The sections of a supervisor's file beside his details: certificates and people."""

from collections.abc import Hashable
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.errors import NotFound
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.placements import PlacementFilter, PlacementLine
from ca_desktop.domain.supervisors import Certificate, Supervisor
from ca_desktop.i18n import N_, _
from ca_desktop.services.session import Session
from ca_desktop.services.supervisor_paper_rules import paper_words
from ca_desktop.services.supervisor_signals import NEW_OF
from ca_desktop.services.supervisors import CertificateLine
from ca_desktop.ui.forms.certificate import STATUS_ICONS, CertificateForm
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.empty_state import EmptyState
from ca_desktop.ui.kit.marks import Notice, label
from ca_desktop.ui.kit.sub_list import SubList
from ca_desktop.ui.kit.table import RowAction, Table
from ca_desktop.ui.kit.table_model import Column, RowsModel


class CertificatesSection(QWidget):
    """The papers of one supervisor, those that expire first on top."""

    columns = (
        Column[CertificateLine](N_("Certificate"), text=lambda c: c.name, stretch=True),
        Column[CertificateLine](
            N_("Status"),
            text=lambda c: c.status.text,
            icon=lambda c: STATUS_ICONS[c.status],
            width=172,
        ),
        Column[CertificateLine](
            N_("Until"),
            text=lambda c: format_date(c.certificate.valid_until) or _("no end date"),
            sort_key=lambda c: c.certificate.valid_until,
            width=120,
        ),
        Column[CertificateLine](
            N_("Seen on"),
            text=lambda c: format_date(c.certificate.seen_on),
            sort_key=lambda c: c.certificate.seen_on,
            width=110,
            minor=True,
        ),
        Column[CertificateLine](
            N_("Renewal planned on"),
            text=lambda c: format_date(c.certificate.renewal_on),
            sort_key=lambda c: c.certificate.renewal_on,
            width=150,
            minor=True,
        ),
    )

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._service, self._desk = session.supervisors, desk
        self._papers = session.supervisor_papers
        self._supervisor: Supervisor | None = None
        self._may_change = desk.is_allowed(Action.CHANGE_SUPERVISORS)
        self.list: SubList[CertificateLine] = SubList(
            desk,
            _("Certificates"),
            self.columns,
            fetch=self._fetch,
            make_form=self._make_form,
            save=self._service.save_certificate,
            blank=self._blank if self._may_change else None,
            remove=self._remove if self._may_change else None,
            load=lambda line: line.certificate,
            add_text=_("Add certificate"),
            edit_title=_("Certificate"),
            empty_text=_("No certificates are known yet."),
            name_of=lambda line: line.name,
            topics=frozenset({"certificates"}),
        )
        topics = {"certificates", "supervisor_paper_rules", "placements", "trajectories"}
        desk.changes.on(topics | {"fixed_supervisors"}, self, self._say_gaps)
        self.list.table.minor_room = 680
        self.gaps = Notice("", "")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 16)
        column.addWidget(self.gaps)
        column.addWidget(self.list)
        words = _("Of a VOG (certificate of conduct) only keep when you saw it, never a copy.")
        column.addWidget(label(words, "help"))
        column.addStretch(1)

    def show_record(self, supervisor: Supervisor) -> None:
        """Show the papers of this supervisor, and those that are asked and not there."""
        self._supervisor = supervisor
        self.list.refresh()
        self._say_gaps()

    def _say_gaps(self) -> None:
        """What is missing or expired, and why it is asked; of who works here now."""
        shown = self._supervisor
        if shown is None or not self._desk.is_allowed(Action.PRINT_CENTRE_PAPERS):
            return
        try:
            row = self._papers.of(shown.id) if shown.is_active(self._desk.today()) else None
        except NotFound:  # removed, and the page has yet to show another
            row = None
        gaps = row.gaps if row is not None else ()
        words = [
            _("{paper}: {status}, {why}", paper=name, status=cell.status.text, why=row.why(key))
            for key in gaps
            if row is not None and (cell := row.cell(key)) and (name := paper_words(key))
        ]
        required = row is not None and any(row.cell(key).is_required for key in gaps)
        self.gaps.say("\n".join(words), "danger" if required else "warning")

    def open_child(self, child: Hashable) -> None:
        """Open one certificate, or begin one of the kind that a signal asks for."""
        if isinstance(child, str) and child.startswith(NEW_OF) and self._may_change:
            self.list.begin(
                _("Add certificate"), replace(self._blank(), kind=child.removeprefix(NEW_OF))
            )
        else:
            self.list.open_child(child)

    def _fetch(self) -> list[CertificateLine]:
        if self._supervisor is None:
            return []
        return list(self._service.certificates(self._supervisor.id))

    def _make_form(self) -> CertificateForm:
        form = CertificateForm(self._desk.today)
        form.set_read_only(not self._may_change)
        return form

    def _blank(self) -> Certificate:
        assert self._supervisor is not None
        return Certificate(supervisor_id=self._supervisor.id, kind="", seen_on=self._desk.today())

    def _remove(self, line: CertificateLine) -> None:
        self._service.remove_certificate(line.id)


class PeopleSection(QWidget):
    """Whom this supervisor guides now; Enter goes to the person."""

    columns = (
        Column[PlacementLine](
            N_("Participant"),
            text=lambda p: p.participant.sorted_form,
            sort_key=lambda p: p.participant.sort_key,
            stretch=True,
        ),
        Column[PlacementLine](N_("Role"), text=lambda p: p.role, width=115),
        Column[PlacementLine](
            N_("Half-days"), text=lambda p: p.placement.half_days.text, width=200, minor=True
        ),
        Column[PlacementLine](
            N_("Review on"),
            text=lambda p: format_date(p.placement.review_on),
            sort_key=lambda p: p.placement.review_on,
            width=110,
        ),
    )

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._placements, self._desk = session.placements, desk
        self._supervisor: Supervisor | None = None
        self.model: RowsModel[PlacementLine] = RowsModel(self.columns)
        self.table = Table(self.model, _("Participants now"))
        self.table.set_actions(
            (RowAction(text=N_("Open participant"), do=lambda rows: self._open(rows[0])),)
        )
        self.table.opened.connect(self._open)
        self._help = label(_("Enter or a double click opens the participant."), "help")
        self._empty = EmptyState(_("This supervisor guides nobody now."), icon="users")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 16)
        column.addWidget(self.table, 1)
        column.addWidget(self._help)
        column.addWidget(self._empty, 1)
        desk.changes.on({"placements", "participants"}, self, self.refresh)

    def show_record(self, supervisor: Supervisor) -> None:
        """Show whom this supervisor guides."""
        self._supervisor = supervisor
        self.refresh()

    def refresh(self) -> None:
        """Read again."""
        if self._supervisor is None:
            return
        chosen = PlacementFilter(supervisor_id=self._supervisor.id)
        today = self._desk.today()
        found = self._placements.lines("", chosen)
        rows = [line for line in found if line.placement.is_running(today)]
        self.model.set_rows(rows)
        for widget in (self.table, self._help):
            widget.setVisible(bool(rows))
        self._empty.setVisible(not rows)

    def _open(self, line: PlacementLine) -> None:
        self._desk.navigate("participants", line.placement.participant_id)
