"""Practice of a student: the agreements, and what hangs on the one that is chosen."""

from collections.abc import Callable, Hashable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from ca_desktop.domain.dates import iso_week
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.permissions import Action, may
from ca_desktop.domain.practice_agreements import PracticeAgreement
from ca_desktop.i18n import _
from ca_desktop.services.practice_agreements import AgreementLine
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.people import NOBODY
from ca_desktop.ui.forms.practice_now import PracticeNow
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.record_form import RecordForm
from ca_desktop.ui.kit.sub_list import SubList
from ca_desktop.ui.pages.participants import practice_columns as columns
from ca_desktop.ui.pages.participants.practice_drafts import AGREEMENT, WORK, parts_of
from ca_desktop.ui.pages.participants.practice_form import PracticeAgreementForm
from ca_desktop.ui.pages.participants.practice_forms import (
    GuidedWeekForm,
    PracticeSheetForm,
    PractisedWorkForm,
    SchoolVisitForm,
)
from ca_desktop.ui.pages.participants.stack import Parts

WEEK = "week:"  # "week:2026-11-16" opens the confirmation of that week


class PracticeSection(Parts):
    """A summary, the agreements, and four small lists; who may not change them only reads."""

    def __init__(self, session: Session, desk: Desk) -> None:
        self._session, self._desk = session, desk
        self._person_id = NOBODY
        self.now = PracticeNow(session)
        self.agreements = self._agreements()
        self.sheets = self._sheets()
        self.work = self._work()
        self.visits = self._visits()
        self.weeks = self._weeks()
        self._hanging = (self.sheets, self.work, self.visits, self.weeks)
        super().__init__([self.agreements, self.now, *self._hanging])
        self.agreements.table.current_changed.connect(lambda _row: self._show_chosen())
        model = self.agreements.model
        for read_again in (model.modelReset, model.layoutChanged):
            read_again.connect(lambda *_how: self._show_chosen())
        topics = {"accreditations", "accreditation_steps", "attendance", "practice_sheets"}
        topics |= {"centre_settings", "school_holidays"}
        desk.changes.on(topics, self, self._look_again)

    def show_record(self, record: Participant) -> None:
        """Show the practice of this person."""
        self._person_id = record.id
        super().show_record(record)

    def open_child(self, child: Hashable) -> None:
        """Open an agreement, a "new" one, the confirmation of a week, or what a draft is about."""
        begun = parts_of(child) if isinstance(child, str) else None
        if begun is not None:
            self._go_on(*begun)
            return
        if isinstance(child, str) and child.startswith(WEEK):
            monday = date.fromisoformat(child.removeprefix(WEEK))
            service = self._session.guided_weeks
            title = _("Week {week}: guided by", week=iso_week(monday))
            self.weeks.begin(title, service.new(self._person_id, monday))
        else:
            self.agreements.open_child(child)

    @property
    def chosen(self) -> AgreementLine | None:
        """The agreement on which the other lists hang: the chosen line, else the first."""
        row = self.agreements.table.current_row()
        if row is None and self.agreements.model.rowCount():
            row = self.agreements.model.row_at(0)
        return row

    # -- inside ----------------------------------------------------------------------------------

    def _go_on(self, kind: str, record_id: UUID) -> None:
        """Open the record, or a new one of the agreement (or person) with this id."""
        if kind == AGREEMENT:
            is_new = record_id == self._person_id
            self.agreements.open_child("new" if is_new else record_id)
            return
        one = self.work if kind == WORK else self.visits
        if self.agreements.table.select_id(record_id):
            self._show_chosen()
            one.open_child("new")
        else:
            one.open_child(record_id)

    def _look_again(self) -> None:
        if self._person_id != NOBODY:
            self.agreements.refresh()

    def _show_chosen(self) -> None:
        line = self.chosen
        self.now.show_line(line)
        for one in self._hanging:
            one.setVisible(line is not None)

    def _chosen_id(self) -> UUID:
        line = self.chosen
        if line is None:
            raise RuntimeError("these lists are shown beside an agreement only")
        return line.id

    def _agreements(self) -> SubList[AgreementLine]:
        service = self._session.practice_agreements
        return self._list(
            _("Practice agreements"),
            columns.AGREEMENTS,
            service,
            lambda: PracticeAgreementForm(self._session, self._desk),
            lambda: service.new(self._person_id, NOBODY),
            Action.CHANGE_PARTICIPANTS,
            load=lambda line: line.agreement,
            name_of=_agreement_name,
            add_text=_("Add practice agreement"),
            edit_title=_("Practice agreement"),
            empty_text=_("There is no practice agreement. Add one for who learns at a school."),
            topics=frozenset({"practice_agreements", "partners", "supervisors"}),
        )

    def _sheets(self) -> SubList[Any]:
        service = self._session.practice_sheets
        return self._list(
            _("Later bpv sheets"),
            columns.SHEETS,
            service,
            lambda: PracticeSheetForm(self._session, self._desk),
            lambda: service.new(self._person_id, self._chosen_id()),
            Action.CHANGE_PARTICIPANTS,
            load=lambda line: line.sheet,
            name_of=lambda line: _("Sheet {n}", n=line.sheet.number),
            add_text=_("Add sheet"),
            edit_title=_("Bpv sheet"),
            empty_text=_("No later sheet. An elective or other hours stand on one."),
            topics=frozenset({"practice_sheets"}),
        )

    def _work(self) -> SubList[Any]:
        service = self._session.practised_work
        return self._list(
            _("Work processes"),
            columns.WORK,
            service,
            lambda: PractisedWorkForm(self._session, self._desk),
            lambda: service.new(self._person_id, self._chosen_id()),
            Action.CHANGE_DEVELOPMENT,
            load=lambda line: line.work,
            name_of=lambda line: line.work.name,
            add_text=_("Add practised work"),
            edit_title=_("Practised work"),
            empty_text=_("No work process was recorded yet."),
            topics=frozenset({"practised_work"}),
        )

    def _visits(self) -> SubList[Any]:
        service = self._session.school_visits
        return self._list(
            _("Contacts with the school"),
            columns.VISITS,
            service,
            lambda: SchoolVisitForm(self._session, self._desk),
            lambda: service.new(self._person_id, self._chosen_id()),
            Action.CHANGE_PARTICIPANTS,
            name_of=lambda one: one.kind.text,
            add_text=_("Add contact"),
            edit_title=_("Contact with the school"),
            empty_text=_("No contact with the school was recorded yet."),
            topics=frozenset({"school_visits"}),
        )

    def _weeks(self) -> SubList[Any]:
        service = self._session.guided_weeks
        return self._list(
            _("Guided weeks confirmed"),
            columns.WEEKS,
            service,
            lambda: GuidedWeekForm(self._session, self._desk),
            lambda: service.new(self._person_id),
            Action.WRITE_ENTRIES,
            load=lambda line: line.guided,
            name_of=lambda line: iso_week(line.guided.monday),
            add_text=_("Confirm week"),
            edit_title=_("Guided week"),
            empty_text=_("A note in the log is enough. Confirm only a week without one."),
            topics=frozenset({"guided_weeks"}),
        )

    def _list(
        self,
        title: str,
        shown: Sequence[Any],
        service: Any,
        make_form: Callable[[], RecordForm[Any]],
        blank: Callable[[], Any],
        change: Action,
        **words: Any,
    ) -> SubList[Any]:
        may_change = may(self._session.actor.role, change)

        def form() -> RecordForm[Any]:
            made = make_form()
            made.set_read_only(not may_change)
            return made

        return SubList(
            self._desk,
            title,
            shown,
            fetch=lambda: [] if self._person_id == NOBODY else service.of(self._person_id),
            make_form=form,
            save=service.save,
            blank=blank if may_change else None,
            remove=(lambda one: service.remove(one.id)) if may_change else None,
            snug=True,
            **words,
        )


def _agreement_name(line: AgreementLine) -> str:
    one: PracticeAgreement = line.agreement
    return _("The practice agreement with {school}", school=line.school or one.code)
