"""What a participant waits for: a small list under the placements."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.waiting import Waiting, WaitingLine
from ca_desktop.i18n import N_, _
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.people import NOBODY
from ca_desktop.ui.forms.waiting import WaitingForm
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.question import Answer, ask
from ca_desktop.ui.kit.sub_list import SubList
from ca_desktop.ui.kit.table import RowAction
from ca_desktop.ui.kit.table_model import Column


class WaitsFor(QWidget):
    """The roles that somebody waits for now; a placement in the role ends the waiting."""

    columns = (
        Column[WaitingLine](N_("Role"), text=lambda line: line.role, stretch=True),
        Column[WaitingLine](
            N_("Waits since"),
            text=lambda line: format_date(line.waiting.since_on),
            sort_key=lambda line: line.waiting.since_on,
            width=110,
        ),
        Column[WaitingLine](
            N_("Half-days wished"),
            text=lambda line: line.waiting.half_days.text or _("every half-day"),
            room=560,
            width=240,
        ),
    )

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session, self._desk = session, desk
        self._person_id = NOBODY
        self._may_change = desk.is_allowed(Action.TAKE_IN)
        self.list = self._make_list()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)

    def show_record(self, person: Participant) -> None:
        """Show what this person waits for."""
        self._person_id = person.id
        self.list.refresh()

    def ask_withdraw(self, line: WaitingLine) -> None:
        """Ask, then take this person off the list without a place."""
        ask(
            self,
            _("Take off the waiting list?"),
            _(
                "{name} doesn't wait for {role} any more. You can undo this with Ctrl+Z.",
                name=line.participant.full,
                role=line.role,
            ),
            Answer(text=_("Take off"), then=lambda: self._withdraw(line), kind="danger"),
            Answer(text=_("Keep"), kind="primary"),
        )

    def _make_list(self) -> SubList[WaitingLine]:
        actions = [
            RowAction(
                text=N_("See the places of this role"),
                do=lambda lines: self._desk.navigate("roles", lines[0].id),
                icon="log-in",
            )
        ]
        if self._may_change:
            actions.append(
                RowAction(
                    text=N_("Take off the waiting list …"),
                    do=lambda lines: self.ask_withdraw(lines[0]),
                    icon="x",
                    keys="Del",
                    fits=lambda lines: len(lines) == 1,
                )
            )
        return SubList[WaitingLine](
            self._desk,
            _("Waits for"),
            self.columns,
            fetch=self._fetch,
            make_form=self._form,
            save=self._session.waiting.save,
            blank=self._blank if self._may_change else None,
            load=lambda line: line.waiting,
            add_text=_("Put on the waiting list"),
            edit_title=_("Waiting list"),
            empty_text=_("This person is on no waiting list."),
            name_of=lambda line: line.role,
            topics=frozenset({"waiting_list"}),
            snug=True,
            more=actions,
        )

    def _fetch(self) -> list[WaitingLine]:
        if self._person_id == NOBODY:
            return []
        return list(self._session.waiting.of(self._person_id))

    def _form(self) -> WaitingForm:
        form = WaitingForm(self._session, self._desk)
        form.set_read_only(not self._may_change)
        return form

    def _blank(self) -> Waiting:
        return self._session.waiting.new(self._person_id, NOBODY)

    def _withdraw(self, line: WaitingLine) -> None:
        self._desk.saves.run(
            lambda: self._session.waiting.withdraw(line.id),
            then=lambda _done: self.list.refresh(),
            failed=lambda error: show_error(error, self),
            owner=self,
        )
