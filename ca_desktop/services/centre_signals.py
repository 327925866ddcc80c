"""Signals about the centre itself: certificates, accreditations, the recovery sheet, accounts."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.accounts import Account, AccountRole
from ca_desktop.domain.accreditations import Accreditation
from ca_desktop.domain.centre import Centre
from ca_desktop.domain.dates import format_date
from ca_desktop.domain.permissions import Action, may
from ca_desktop.domain.signals import Signal, SignalKind, Urgency, forecast_urgency, urgency_of
from ca_desktop.domain.supervisors import Certificate, Supervisor
from ca_desktop.i18n import _, current_language
from ca_desktop.services.supervisors import kind_of

_REASSESSMENT_SOON_DAYS = 180


def centre_signals(uow: UnitOfWork, role: AccountRole, today: date) -> Iterator[Signal]:
    """Those that an account with this role may see."""
    yield from _certificates(uow, role, today)
    yield from _reassessments(uow, role, today)
    if role is AccountRole.COORDINATOR:
        yield from _recovery_sheet(uow)
    if may(role, Action.MANAGE_ACCOUNTS):
        yield from _open_accounts(uow, today)


def _certificates(uow: UnitOfWork, role: AccountRole, today: date) -> Iterator[Signal]:
    supervisors = {s.id: s for s in uow.of(Supervisor).all() if s.is_active(today)}
    for certificate in uow.of(Certificate).all():
        supervisor = supervisors.get(certificate.supervisor_id)
        if supervisor is None or certificate.valid_until is None:
            continue
        name, alert_days = kind_of(certificate, current_language())
        urgency = urgency_of(certificate.valid_until, today, alert_days)
        if urgency is not None:
            yield _centre_signal(
                role,
                SignalKind.CERTIFICATE,
                urgency,
                supervisor.name.full,
                _(
                    "{certificate} valid until {day}",
                    certificate=name,
                    day=format_date(certificate.valid_until),
                ),
                "supervisors",
                supervisor.id,
                certificate,
            )


def _reassessments(uow: UnitOfWork, role: AccountRole, today: date) -> Iterator[Signal]:
    for accreditation in uow.of(Accreditation).all():
        due_on = accreditation.expected_assessment_on
        if due_on is None or not accreditation.state.is_accredited:
            continue
        urgency = forecast_urgency(due_on, today, _REASSESSMENT_SOON_DAYS)
        if urgency is not None:
            what = _("SBB re-assessment expected on {day}", day=format_date(due_on))
            if due_on < today:
                what = _("SBB re-assessment expected since {day}", day=format_date(due_on))
            yield _centre_signal(
                role,
                SignalKind.REASSESSMENT,
                urgency,
                f"{accreditation.name} ({accreditation.code})",
                what,
                "accreditations",
                accreditation.id,
                accreditation,
            )


def _centre_signal(
    role: AccountRole,
    kind: SignalKind,
    urgency: Urgency,
    who: str,
    what: str,
    page: str,
    record_id: UUID,
    about: Certificate | Accreditation,
) -> Signal:
    if isinstance(about, Certificate):
        renews = may(role, Action.CHANGE_SUPERVISORS)
        action = _("Renew certificate") if renews else _("Look at supervisor")
        due_on, section, child = about.valid_until, "certificates", about.id
    else:
        action, due_on = _("Open accreditation"), about.expected_assessment_on
        section, child = "", None
    return Signal(
        kind=kind,
        urgency=urgency,
        who=who,
        what=what,
        action=action,
        page=page,
        record_id=record_id,
        due_on=due_on,
        section=section,
        child=child,
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
