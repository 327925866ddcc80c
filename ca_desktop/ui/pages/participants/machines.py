"""The machines that one participant may work with."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.machines import MachineAuthorisation
from ca_desktop.domain.permissions import Action, may
from ca_desktop.i18n import N_, _
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.machine import MachineForm
from ca_desktop.ui.forms.people import NOBODY
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.sub_list import SubList
from ca_desktop.ui.kit.table_model import Column


class MachineList(SubList[MachineAuthorisation]):
    """A small list; whoever may change the development gives authorisations too."""

    def __init__(self, session: Session, desk: Desk, person: Callable[[], UUID]) -> None:
        self._session, self._desk, self._person = session, desk, person
        self._change = may(session.actor.role, Action.CHANGE_DEVELOPMENT)
        service, change = session.machines, self._change
        super().__init__(
            desk,
            _("Machine authorisations"),
            self._columns(),
            fetch=lambda: service.of(person()) if person() != NOBODY else [],
            make_form=self._form,
            save=service.save,
            blank=(lambda: service.new(person())) if change else None,
            remove=(lambda one: service.remove(one.id)) if change else None,
            add_text=_("Add authorisation"),
            edit_title=_("Machine authorisation"),
            empty_text=_("There is no machine authorisation yet."),
            name_of=lambda one: _("The authorisation for {machine}", machine=self._name(one)),
            topics=frozenset({"machine_authorisations"}),
            snug=True,
        )

    def _columns(self) -> tuple[Column[MachineAuthorisation], ...]:
        return (
            Column[MachineAuthorisation](N_("Machine"), text=self._name, stretch=True),
            Column[MachineAuthorisation](
                N_("Since"),
                text=lambda one: format_date(one.given_on),
                sort_key=lambda one: one.given_on,
                width=104,
            ),
            Column[MachineAuthorisation](
                N_("Until"),
                text=lambda one: format_date(one.valid_until),
                sort_key=lambda one: one.valid_until,
                icon=self._icon,
                width=124,
            ),
        )

    def _icon(self, one: MachineAuthorisation) -> str:
        today: date = self._desk.today()
        return "" if one.holds_on(today) else "triangle-alert"

    def _name(self, one: MachineAuthorisation) -> str:
        return self._session.machines.names().get(one.machine, one.machine)

    def _form(self) -> MachineForm:
        form = MachineForm(self._session, self._desk)
        form.set_read_only(not self._change)
        return form
