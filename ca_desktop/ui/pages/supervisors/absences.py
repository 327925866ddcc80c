"""The section of a supervisor's file with the days that he is away."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ca_desktop.domain.absences import SupervisorAbsence
from ca_desktop.domain.dates import format_date
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.supervisors import Supervisor
from ca_desktop.i18n import N_, _
from ca_desktop.services.absences import AbsenceLine
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.absence import AbsenceForm
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.kit.sub_list import SubList
from ca_desktop.ui.kit.table_model import Column


class AbsencesSection(QWidget):
    """From, until, who takes over; the newest on top."""

    columns = (
        Column[AbsenceLine](
            N_("First day away"),
            text=lambda line: format_date(line.absence.starts_on),
            sort_key=lambda line: line.absence.starts_on,
            width=140,
        ),
        Column[AbsenceLine](
            N_("Last day away"),
            text=lambda line: format_date(line.absence.ends_on) or _("not known yet"),
            sort_key=lambda line: line.absence.ends_on,
            width=150,
        ),
        Column[AbsenceLine](
            N_("Who takes over"), text=lambda line: line.substitute or _("nobody"), stretch=True
        ),
    )

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session, self._desk = session, desk
        self._supervisor: Supervisor | None = None
        self._may_change = desk.is_allowed(Action.CHANGE_SUPERVISORS)
        self.list: SubList[AbsenceLine] = SubList(
            desk,
            _("Absence"),
            self.columns,
            fetch=self._fetch,
            make_form=self._make_form,
            save=session.absences.save,
            blank=self._blank if self._may_change else None,
            remove=self._remove if self._may_change else None,
            load=lambda line: line.absence,
            add_text=_("Add absence"),
            edit_title=_("Absence"),
            empty_text=_("No absence is known."),
            name_of=lambda line: _(
                "The absence from {day}", day=format_date(line.absence.starts_on)
            ),
            topics=frozenset({"supervisor_absences", "supervisors"}),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 16)
        column.addWidget(self.list)
        words = _("Only the days are kept, never why. They count on the capacity board.")
        column.addWidget(label(words, "help"))
        column.addStretch(1)

    def show_record(self, supervisor: Supervisor) -> None:
        """Show the absences of this supervisor."""
        self._supervisor = supervisor
        self.list.refresh()

    def _fetch(self) -> list[AbsenceLine]:
        if self._supervisor is None:
            return []
        return list(self._session.absences.of(self._supervisor.id))

    def _make_form(self) -> AbsenceForm:
        form = AbsenceForm(self._session, self._desk)
        form.set_read_only(not self._may_change)
        return form

    def _blank(self) -> SupervisorAbsence:
        assert self._supervisor is not None
        return self._session.absences.new(self._supervisor.id)

    def _remove(self, line: AbsenceLine) -> None:
        self._session.absences.remove(line.id)
