"""Signals about the centre itself: accreditations, the recovery sheet, accounts."""

from collections.abc import Iterator
from datetime import date

from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.accounts import Account, AccountRole
from ca_desktop.domain.centre import Centre
from ca_desktop.domain.dates import format_date
from ca_desktop.domain.permissions import Action, may
from ca_desktop.domain.signals import Signal, SignalKind, Urgency
from ca_desktop.domain.supervisors import Supervisor
from ca_desktop.i18n import _
from ca_desktop.services.accreditation_signals import accreditation_signals


def centre_signals(uow: UnitOfWork, role: AccountRole, today: date) -> Iterator[Signal]:
    """Those that an account with this role may see."""
    yield from accreditation_signals(uow, role, today)
    if role is AccountRole.COORDINATOR:
        yield from _recovery_sheet(uow)
    if may(role, Action.MANAGE_ACCOUNTS):
        yield from _open_accounts(uow, today)


def _recovery_sheet(uow: UnitOfWork) -> Iterator[Signal]:
    centre = uow.of(Centre).all()[0]
    if not centre.recovery_confirmed:
        yield Signal(
            kind=SignalKind.RECOVERY_SHEET,
            urgency=Urgency.OVERDUE,
            who=centre.name,
            what=_("The recovery sheet was not checked yet. Without it a lost password is final."),
            action=_("Make recovery sheet"),
            page="settings",
            record_id="recovery",
            due_on=None,
        )


def _open_accounts(uow: UnitOfWork, today: date) -> Iterator[Signal]:
    """Accounts of supervisors who have left: they see people until they are closed."""
    left = {s.id: s.ended_on for s in uow.of(Supervisor).all()}
    for account in uow.of(Account).all():
        ended_on = left.get(account.supervisor_id) if account.supervisor_id else None
        if account.is_active and ended_on is not None and ended_on < today:
            yield Signal(
                kind=SignalKind.OPEN_ACCOUNT,
                urgency=Urgency.OVERDUE,
                who=account.full_name,
                what=_("Left on {day} and can still sign in", day=format_date(ended_on)),
                action=_("Close account"),
                page="settings",
                record_id="accounts",
                due_on=ended_on,
                section="accounts",
                child=account.id,
            )
