"""Signals for Vandaag: what needs attention, from what is already in the store."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from uuid import UUID

from ca_desktop.db.queries import signals as signal_queries
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.accounts import Account, AccountRole
from ca_desktop.domain.accreditations import Accreditation
from ca_desktop.domain.centre import Centre
from ca_desktop.domain.dates import format_date
from ca_desktop.domain.permissions import Action, may
from ca_desktop.domain.signals import Signal, SignalKind, Urgency, forecast_urgency, urgency_of
from ca_desktop.domain.supervisors import Certificate, Supervisor
from ca_desktop.i18n import _, current_language
from ca_desktop.services.service import Service, allowed
from ca_desktop.services.supervisors import kind_of

_ORDER = tuple(Urgency)
_REASSESSMENT_SOON_DAYS = 180


class SignalService(Service):
    """What a user can see on Vandaag."""

    @allowed(Action.SEE_SIGNALS)
    def all(self) -> Sequence[Signal]:
        """Every signal within reach: overdue first, then on date, then on name."""
        with self._database.read() as uow:
            found = [
                *self._reviews(uow),
                *self._follow_ups(uow),
                *self._without_supervisor(uow),
                *self._trajectories(uow),
                *self._certificates(uow),
                *self._reassessments(uow),
                *self._recovery_sheet(uow),
                *self._open_accounts(uow),
            ]
        return sorted(
            found,
            key=lambda s: (_ORDER.index(s.urgency), s.due_on or self._today(), s.who),
        )

    def _more(self, found: signal_queries.Found, kind: SignalKind, page: str) -> Iterator[Signal]:
        """What stands behind the first rows is said, beside the last of them."""
        if not found.more:
            return
        due_on = found.rows[-1].due_on
        yield Signal(
            kind=kind,
            urgency=urgency_of(due_on, self._today()) or Urgency.SOON,
            who=_("And {n} more", n=found.more),
            what=_("Only the first {n} of this kind stand here.", n=len(found.rows)),
            action=_("Open the list"),
            page=page,
            record_id=None,
            due_on=due_on,
        )

    def _person_signal(
        self, row: signal_queries.PersonRow, kind: SignalKind, what: str, action: str, page: str
    ) -> Iterator[Signal]:
        urgency = urgency_of(row.due_on, self._today())
        if urgency is not None:
            yield Signal(
                kind=kind,
                urgency=urgency,
                who=row.name.full,
                what=what,
                action=action,
                page=page,
                record_id=row.record_id,
                due_on=row.due_on,
                participant_id=row.participant_id,
            )

    def _reviews(self, uow: UnitOfWork) -> Iterator[Signal]:
        reach = self._reach(Action.SEE_SIGNALS)
        found = signal_queries.reviews(uow, reach, current_language())
        yield from self._more(found, SignalKind.REVIEW, "placements")
        for row in found.rows:
            what = _("Review of {role} on {day}", role=row.detail, day=format_date(row.due_on))
            places = may(self._actor.role, Action.PLACE)
            action = _("Review placement") if places else _("Open placement")
            yield from self._person_signal(row, SignalKind.REVIEW, what, action, "placements")

    def _follow_ups(self, uow: UnitOfWork) -> Iterator[Signal]:
        if self._actor.role is AccountRole.READER:
            return
        found = signal_queries.follow_ups(uow, self._reach(Action.SEE_SIGNALS))
        yield from self._more(found, SignalKind.FOLLOW_UP, "entries")
        for row in found.rows:
            what = _("Come back to it on {day}", day=format_date(row.due_on))
            what = f"{what}: {row.detail}" if row.detail else what
            action = _("Open note")
            yield from self._person_signal(row, SignalKind.FOLLOW_UP, what, action, "entries")

    def _without_supervisor(self, uow: UnitOfWork) -> Iterator[Signal]:
        if not may(self._actor.role, Action.SEE_FILE):
            return
        found = signal_queries.without_supervisor(uow, self._reach(Action.SEE_SIGNALS))
        yield from self._more(found, SignalKind.NO_SUPERVISOR, "participants")
        chooses = may(self._actor.role, Action.TAKE_IN)
        for row in found.rows:
            yield Signal(
                kind=SignalKind.NO_SUPERVISOR,
                urgency=Urgency.THIS_WEEK,
                who=row.name.full,
                what=_("Has no fixed supervisor"),
                action=_("Choose supervisor") if chooses else _("Open file"),
                page="participants",
                record_id=row.participant_id,
                due_on=None,
                participant_id=row.participant_id,
                section="agreements",
                child="new" if chooses else None,
            )

    def _trajectories(self, uow: UnitOfWork) -> Iterator[Signal]:
        if not may(self._actor.role, Action.SEE_FILE):
            return
        found = signal_queries.ending_trajectories(uow, self._reach(Action.SEE_SIGNALS))
        yield from self._more(found, SignalKind.TRAJECTORY_ENDS, "participants")
        for row in found.rows:
            what = _(
                "Trajectory with {partner} ends on {day}",
                partner=row.detail,
                day=format_date(row.due_on),
            )
            action = _("Open file")
            for signal in self._person_signal(
                row, SignalKind.TRAJECTORY_ENDS, what, action, "participants"
            ):
                yield replace(
                    signal,
                    record_id=row.participant_id,
                    section="agreements",
                    child=row.record_id,
                )

    def _certificates(self, uow: UnitOfWork) -> Iterator[Signal]:
        today = self._today()
        supervisors = {s.id: s for s in uow.of(Supervisor).all() if s.is_active(today)}
        for certificate in uow.of(Certificate).all():
            supervisor = supervisors.get(certificate.supervisor_id)
            if supervisor is None or certificate.valid_until is None:
                continue
            name, alert_days = kind_of(certificate, current_language())
            urgency = urgency_of(certificate.valid_until, today, alert_days)
            if urgency is not None:
                yield self._centre_signal(
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

    def _reassessments(self, uow: UnitOfWork) -> Iterator[Signal]:
        for accreditation in uow.of(Accreditation).all():
            due_on = accreditation.expected_assessment_on
            if due_on is None or not accreditation.state.is_accredited:
                continue
            urgency = forecast_urgency(due_on, self._today(), _REASSESSMENT_SOON_DAYS)
            if urgency is not None:
                what = _("SBB re-assessment expected on {day}", day=format_date(due_on))
                if due_on < self._today():
                    what = _("SBB re-assessment expected since {day}", day=format_date(due_on))
                yield self._centre_signal(
                    SignalKind.REASSESSMENT,
                    urgency,
                    f"{accreditation.name} ({accreditation.code})",
                    what,
                    "accreditations",
                    accreditation.id,
                    accreditation,
                )

    def _centre_signal(
        self,
        kind: SignalKind,
        urgency: Urgency,
        who: str,
        what: str,
        page: str,
        record_id: UUID,
        about: Certificate | Accreditation,
    ) -> Signal:
        if isinstance(about, Certificate):
            renews = may(self._actor.role, Action.CHANGE_SUPERVISORS)
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

    def _recovery_sheet(self, uow: UnitOfWork) -> Iterator[Signal]:
        centre = uow.of(Centre).all()[0]
        if self._actor.role is AccountRole.COORDINATOR and not centre.recovery_confirmed:
            yield Signal(
                kind=SignalKind.RECOVERY_SHEET,
                urgency=Urgency.OVERDUE,
                who=centre.name,
                what=_(
                    "The recovery sheet was not checked yet. Without it a lost password is final."
                ),
                action=_("Make recovery sheet"),
                page="settings",
                record_id="recovery",
                due_on=None,
            )

    def _open_accounts(self, uow: UnitOfWork) -> Iterator[Signal]:
        """Accounts of supervisors who have left: they see people until they are closed."""
        if not may(self._actor.role, Action.MANAGE_ACCOUNTS):
            return
        left = {s.id: s.ended_on for s in uow.of(Supervisor).all()}
        for account in uow.of(Account).all():
            ended_on = left.get(account.supervisor_id) if account.supervisor_id else None
            if account.is_active and ended_on is not None and ended_on < self._today():
                yield Signal(
                    kind=SignalKind.OPEN_ACCOUNT,
                    urgency=Urgency.OVERDUE,
                    who=account.full_name,
                    what=_("Left on {day} and can still sign in", day=format_date(ended_on)),
                    action=_("Close account"),
                    page="settings",
                    record_id="accounts",
                    due_on=ended_on,
                )
