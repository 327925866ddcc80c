"""Signals about the centre itself: accreditations, the recovery sheet, accounts."""

from collections.abc import Iterator
from datetime import date

from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.accounts import Account, AccountRole
from ca_desktop.domain.accreditations import Accreditation
from ca_desktop.domain.centre import Centre
from ca_desktop.domain.dates import format_date
from ca_desktop.domain.permissions import Action, may
from ca_desktop.domain.signals import Signal, SignalKind, Urgency, forecast_urgency
from ca_desktop.domain.supervisors import Supervisor
from ca_desktop.i18n import _

_REASSESSMENT_SOON_DAYS = 180


def centre_signals(uow: UnitOfWork, role: AccountRole, today: date) -> Iterator[Signal]:
    """Those that an account with this role may see."""
    yield from _reassessments(uow, today)
    if role is AccountRole.COORDINATOR:
        yield from _recovery_sheet(uow)
    if may(role, Action.MANAGE_ACCOUNTS):
        yield from _open_accounts(uow, today)


def _reassessments(uow: UnitOfWork, today: date) -> Iterator[Signal]:
    for accreditation in uow.of(Accreditation).all():
        due_on = accreditation.expected_assessment_on
        if due_on is None or not accreditation.state.is_accredited:
            continue
        urgency = forecast_urgency(due_on, today, _REASSESSMENT_SOON_DAYS)
        if urgency is not None:
            what = _("SBB re-assessment expected on {day}", day=format_date(due_on))
            if due_on < today:
                what = _("SBB re-assessment expected since {day}", day=format_date(due_on))
            yield Signal(
                kind=SignalKind.REASSESSMENT,
                urgency=urgency,
                who=f"{accreditation.name} ({accreditation.code})",
                what=what,
                action=_("Open accreditation"),
                page="accreditations",
                record_id=accreditation.id,
                due_on=due_on,
            )


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
