"""Signals of the SBB dossier: re-assessment, a code without students, a check that is long ago."""

from collections.abc import Iterator
from datetime import date

from ca_desktop.db.queries import accreditations as accreditation_queries
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.accounts import AccountRole
from ca_desktop.domain.accreditation_outlook import assessment_words, lapse_words
from ca_desktop.domain.accreditations import Accreditation, TrainingCompany
from ca_desktop.domain.dates import add_months, format_date
from ca_desktop.domain.permissions import Action, may
from ca_desktop.domain.signals import SOON_DAYS, Signal, SignalKind, Urgency, forecast_urgency
from ca_desktop.i18n import _
from ca_desktop.services.settings import values_in


def accreditation_signals(uow: UnitOfWork, role: AccountRole, today: date) -> Iterator[Signal]:
    """Those of every location; nothing here is ever overdue, for SBB alone ends something."""
    values = values_in(uow)
    months = values["sbb_soon_months"]
    days = accreditation_queries.last_student_days(uow, today)
    for one in uow.of(Accreditation).all(order_by="name"):
        if one.is_assessment_near(today, months):
            yield _reassessment(one, today)
        until = accreditation_queries.agreed_until(days, one)
        if one.is_lapse_near(until, today, months):
            yield _about(
                one,
                SignalKind.NO_STUDENT,
                Urgency.SOON,
                lapse_words(one, until),
                one.expected_lapse_on(until),
            )
    yield from _checks(uow, role, today, values["sbb_check_months"])


def _reassessment(one: Accreditation, today: date) -> Signal:
    on = one.expected_assessment_on
    urgency = forecast_urgency(on, today, SOON_DAYS) if on is not None else None
    what = assessment_words(one, today)
    return _about(one, SignalKind.REASSESSMENT, urgency or Urgency.SOON, what, on)


def _about(
    one: Accreditation, kind: SignalKind, urgency: Urgency, what: str, due_on: date | None
) -> Signal:
    return Signal(
        kind=kind,
        urgency=urgency,
        who=f"{one.name} ({one.code})",
        what=what,
        action=_("Open accreditation"),
        page="accreditations",
        record_id=one.id,
        due_on=due_on,
        section="course",
    )


def _checks(uow: UnitOfWork, role: AccountRole, today: date, months: int) -> Iterator[Signal]:
    """Locations with an accreditation that nobody compared with MijnSBB for so long."""
    in_use = {one.training_company_id for one in uow.of(Accreditation).all()}
    action = _("Open location")
    if may(role, Action.CHANGE_ACCREDITATIONS):
        action = _("Check in MijnSBB")
    for company in uow.of(TrainingCompany).all(order_by="location"):
        last = company.last_checked_on
        if company.id not in in_use or (last is not None and add_months(last, months) >= today):
            continue
        what = _("Was never compared with MijnSBB")
        if last is not None:
            what = _("Was last compared with MijnSBB on {day}", day=format_date(last))
        yield Signal(
            kind=SignalKind.SBB_CHECK,
            urgency=Urgency.SOON,
            who=company.location,
            what=what,
            action=action,
            page="locations",
            record_id=company.id,
            due_on=add_months(last, months) if last else None,
        )
