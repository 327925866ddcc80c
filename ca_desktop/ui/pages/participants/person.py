"""The person: whom to call, languages, availability, what helps, and the life of the file."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ca_desktop.domain.aids import Aid
from ca_desktop.domain.availability import Availability
from ca_desktop.domain.contacts import ContactPerson, ContactRole
from ca_desktop.domain.dates import format_date
from ca_desktop.domain.languages import LanguageSkills
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.permissions import Action, may
from ca_desktop.domain.placements import Outcome
from ca_desktop.domain.stages import StageChange
from ca_desktop.i18n import _
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.people import NOBODY
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.kit.record_form import RecordForm
from ca_desktop.ui.kit.sub_list import SubList
from ca_desktop.ui.pages.participants import person_columns as columns
from ca_desktop.ui.pages.participants.person_forms import (
    AidForm,
    AvailabilityForm,
    ContactForm,
    LanguageForm,
)
from ca_desktop.ui.pages.participants.stack import Parts


class PersonSection(Parts):
    """Four small lists; who may not change the file only reads them."""

    def __init__(self, session: Session, desk: Desk) -> None:
        self._session, self._desk = session, desk
        self._person_id = NOBODY
        self._may_change = may(session.actor.role, Action.CHANGE_PARTICIPANTS)
        self.contacts = self._contacts()
        self.languages = self._languages()
        self.availability = self._availability()
        self.aids = self._aids()
        self.steps = StepsList(session, desk)
        lists = (self.contacts, self.languages, self.availability, self.aids)
        super().__init__([*lists, self.steps])

    def show_record(self, record: Participant) -> None:
        """Show what is known of this person."""
        self._person_id = record.id
        super().show_record(record)

    def _contacts(self) -> SubList[ContactPerson]:
        service = self._session.contacts
        return self._list(
            _("Contact persons"),
            columns.CONTACTS,
            service,
            ContactForm,
            lambda: ContactPerson(participant_id=self._person_id, role=ContactRole.FAMILY, name=""),
            name_of=lambda one: one.name or one.organisation,
            add_text=_("Add contact person"),
            edit_title=_("Contact person"),
            empty_text=_("There is no contact person yet."),
            topics=frozenset({"contact_persons"}),
        )

    def _languages(self) -> SubList[LanguageSkills]:
        return self._list(
            _("Languages"),
            columns.LANGUAGES,
            self._session.languages,
            lambda: LanguageForm(self._desk),
            lambda: LanguageSkills(participant_id=self._person_id, language="nl"),
            name_of=columns.language_of,
            add_text=_("Add language"),
            edit_title=_("Language"),
            empty_text=_("No language was filled in yet."),
            topics=frozenset({"language_skills"}),
        )

    def _availability(self) -> SubList[Availability]:
        today = self._session.today
        return self._list(
            _("Availability"),
            columns.AVAILABILITY,
            self._session.availability,
            lambda: AvailabilityForm(self._desk),
            lambda: Availability(participant_id=self._person_id, starts_on=today()),
            name_of=lambda one: one.half_days.text,
            add_text=_("Add availability"),
            edit_title=_("Availability"),
            empty_text=_("It was not filled in when this person can come."),
            topics=frozenset({"availabilities"}),
        )

    def _aids(self) -> SubList[Aid]:
        today = self._session.today
        return self._list(
            _("Aids and care technology"),
            columns.AIDS,
            self._session.aids,
            lambda: AidForm(self._desk),
            lambda: Aid(participant_id=self._person_id, name="", starts_on=today()),
            name_of=lambda one: one.name,
            add_text=_("Add aid"),
            edit_title=_("Aid"),
            empty_text=_("There are no aids."),
            topics=frozenset({"aids"}),
        )

    def _list(
        self,
        title: str,
        shown: Sequence[Any],
        service: Any,
        make_form: Callable[[], RecordForm[Any]],
        blank: Callable[[], Any],
        **words: Any,
    ) -> SubList[Any]:
        def form() -> RecordForm[Any]:
            made = make_form()
            made.set_read_only(not self._may_change)
            return made

        return SubList(
            self._desk,
            title,
            shown,
            fetch=lambda: [] if self._person_id == NOBODY else service.of(self._person_id),
            make_form=form,
            save=service.save,
            blank=blank if self._may_change else None,
            remove=(lambda one: service.remove(one.id)) if self._may_change else None,
            snug=True,
            **words,
        )


class StepsList(QWidget):
    """The steps that the file took, newest first, in words."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session = session
        self._person: Participant | None = None
        self.words = label("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(_("Status so far"), "heading", wrap=False))
        column.addWidget(self.words)
        desk.changes.on({"stage_changes"}, self, self.refresh)

    def show_record(self, record: Participant) -> None:
        """Show the steps of this file."""
        self._person = record
        self.refresh()

    def refresh(self) -> None:
        """Read again."""
        if self._person is None:
            return
        try:
            steps = self._session.stages.steps(self._person.id)
        except Exception as error:
            show_error(error, self)
            return
        first = _("{date}: file begun", date=format_date(self._person.starts_on))
        self.words.setText("\n".join([*(_said(one) for one in steps), first]))


def _said(step: StageChange) -> str:
    parts = [
        _(
            "{date}: from {before} to {after}",
            date=format_date(step.on),
            before=step.before.text,
            after=step.after.text,
        )
    ]
    if step.outcome:
        parts.append(Outcome(step.outcome).text)
    parts += filter(None, (step.reason, step.next_step))
    return " · ".join(parts)
