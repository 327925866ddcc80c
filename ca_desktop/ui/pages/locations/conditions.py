"""The five conditions of SBB at one location: how each stands, what is known, and the evidence."""

from collections.abc import Hashable
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ca_desktop.domain.accreditation_conditions import ConditionLine, ConditionState
from ca_desktop.domain.accreditation_evidence import AccreditationCondition, AccreditationEvidence
from ca_desktop.domain.accreditations import TrainingCompany
from ca_desktop.domain.dates import format_date
from ca_desktop.domain.permissions import Action
from ca_desktop.i18n import N_, _
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.accreditation_evidence import EvidenceForm
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.marks import Notice, Tone
from ca_desktop.ui.kit.sub_list import SubList
from ca_desktop.ui.kit.table_model import Column

TOPICS = frozenset(
    {
        "accreditation_evidence",
        "accreditations",
        "certificates",
        "practice_agreements",
        "school_visits",
        "supervisors",
        "training_companies",
        "work_processes",
    }
)
_TONES: dict[ConditionState, Tone] = {
    ConditionState.MET: "good",
    ConditionState.EXPIRES: "warning",
    ConditionState.NOT_SHOWN: "danger",
}
_COLUMNS = (
    Column[AccreditationEvidence](
        N_("Day"),
        text=lambda one: format_date(one.on),
        sort_key=lambda one: one.on,
        width=100,
    ),
    Column[AccreditationEvidence](N_("What shows it"), text=lambda one: one.text, stretch=True),
    Column[AccreditationEvidence](
        N_("Valid until"),
        text=lambda one: format_date(one.valid_until),
        sort_key=lambda one: one.valid_until,
        width=160,
    ),
)
_WITH_WHOM = Column[AccreditationEvidence](
    N_("With whom"), text=lambda one: one.with_whom, width=170, room=480
)


def condition_words(line: ConditionLine) -> str:
    """'Met, until 01-08-2027' and under it what the program knows."""
    state = line.state.text
    if line.until is not None and line.state is not ConditionState.NOT_SHOWN:
        state = _("{state}, until {day}", state=state, day=format_date(line.until))
    known = sorted(line.known, key=lambda one: one.is_fine)  # what is missing comes first
    told = [("✓ " if one.is_fine else "– ") + one.text for one in known]
    return "\n".join([state[:1].upper() + state[1:], *told])


class ConditionsSection(QWidget):
    """Five lists under each other, each with how the condition stands."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._service, self._desk = session.training_companies, desk
        self._may_change = desk.is_allowed(Action.CHANGE_ACCREDITATIONS)
        self._company_id: UUID | None = None
        self._lines: dict[AccreditationCondition, ConditionLine] = {}
        self.notices: dict[AccreditationCondition, Notice] = {}
        self.lists: dict[AccreditationCondition, SubList[AccreditationEvidence]] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 16)
        column.setSpacing(16)
        for number, condition in enumerate(AccreditationCondition, start=1):
            self.lists[condition] = self._list(number, condition)
            self.notices[condition] = Notice()
            inside = self.lists[condition].layout()
            assert isinstance(inside, QVBoxLayout)
            inside.insertWidget(1, self.notices[condition])  # between its heading and its lines
            column.addWidget(self.lists[condition])
        column.addStretch(1)
        desk.changes.on(TOPICS, self, self.refresh)

    def show_record(self, record: TrainingCompany) -> None:
        """Show the conditions of this location."""
        self._company_id = record.id
        self.refresh()

    def refresh(self) -> None:
        """Read again."""
        if self._company_id is None:
            return
        try:
            found = self._service.conditions(self._company_id)
        except Exception as error:
            show_error(error, self)
            return
        self._lines = {line.condition: line for line in found}
        for line in found:
            self.notices[line.condition].say(condition_words(line), _TONES[line.state])
            self.lists[line.condition].refresh()

    def open_child(self, child: Hashable) -> None:
        """Start new evidence for a condition, by its code."""
        for condition, shown in self.lists.items():
            if condition == child:
                shown.add()

    def _list(
        self, number: int, condition: AccreditationCondition
    ) -> SubList[AccreditationEvidence]:
        is_contact = condition is AccreditationCondition.COOPERATION
        return SubList(
            self._desk,
            f"{number}. {condition.text}",
            (*_COLUMNS[:1], _WITH_WHOM, *_COLUMNS[1:]) if is_contact else _COLUMNS,
            fetch=partial(self._evidence, condition),
            make_form=partial(self._make_form, condition),
            save=self._service.save_evidence,
            blank=partial(self._blank, condition) if self._may_change else None,
            remove=(lambda one: self._service.remove_evidence(one.id))
            if self._may_change
            else None,
            add_text=_("Add contact") if is_contact else _("Add evidence"),
            edit_title=_("Contact") if is_contact else _("Evidence"),
            empty_text=_("No contact is noted.") if is_contact else _("No evidence is noted."),
            name_of=lambda one: one.text,
            snug=True,
        )

    def _evidence(self, condition: AccreditationCondition) -> tuple[AccreditationEvidence, ...]:
        line = self._lines.get(condition)
        return line.evidence if line else ()

    def _make_form(self, condition: AccreditationCondition) -> EvidenceForm:
        form = EvidenceForm(condition, self._desk.today)
        form.set_read_only(not self._may_change)
        return form

    def _blank(self, condition: AccreditationCondition) -> AccreditationEvidence:
        assert self._company_id is not None
        return self._service.new_evidence(self._company_id, condition)
