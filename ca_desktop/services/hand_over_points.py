"""Hand-over: what hangs on one person, who takes it over, and what was explained."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.accounts import Account, AccountRole
from ca_desktop.domain.accreditations import TrainingCompany
from ca_desktop.domain.errors import refuse
from ca_desktop.domain.folding import fold
from ca_desktop.domain.hand_over_points import HandOverPoint, problems
from ca_desktop.domain.partners import Partner
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.supervisors import Supervisor
from ca_desktop.i18n import N_, _
from ca_desktop.services.service import Service, allowed


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverLine:
    """A point with the names of the partner and of who takes it over."""

    point: HandOverPoint
    partner: str
    takes_over: str

    @property
    def id(self) -> UUID:
        return self.point.id


class HandOverService(Service):
    """What a user can do with the hand-over of a supervisor."""

    @allowed(Action.CHANGE_SUPERVISORS)
    def of(self, supervisor_id: UUID) -> Sequence[HandOverLine]:
        """What hangs on him; what was not explained yet on top."""
        with self._database.read() as uow:
            found = uow.of(HandOverPoint).all(supervisor_id=supervisor_id, order_by="subject")
            partners = {one.id: one.name for one in uow.of(Partner).all()}
            names = {one.id: one.name.full for one in uow.of(Supervisor).all()}
        lines = [
            HandOverLine(
                point=one,
                partner=partners.get(one.partner_id, "") if one.partner_id else "",
                takes_over=names.get(one.takes_over_id, "") if one.takes_over_id else "",
            )
            for one in found
        ]
        return sorted(lines, key=lambda line: line.point.explained_on is not None)

    @allowed(Action.CHANGE_SUPERVISORS)
    def new(self, supervisor_id: UUID) -> HandOverPoint:
        """An empty point, for his deputy to take over."""
        with self._database.read() as uow:
            deputy = uow.of(Supervisor).get(supervisor_id).deputy_id
        return HandOverPoint(supervisor_id=supervisor_id, subject="", takes_over_id=deputy)

    @allowed(Action.CHANGE_SUPERVISORS)
    def save(self, point: HandOverPoint) -> HandOverPoint:
        """Keep a new or changed point."""
        refuse(problems(point, self._today()))
        with self._database.write(self._actor, N_("Save hand-over")) as uow:
            uow.save(point)
        return point

    @allowed(Action.CHANGE_SUPERVISORS)
    def remove(self, point_id: UUID) -> None:
        """Remove a point."""
        with self._database.write(self._actor, N_("Remove hand-over")) as uow:
            uow.remove(uow.of(HandOverPoint).get(point_id))

    @allowed(Action.CHANGE_SUPERVISORS)
    def proposals(self, supervisor_id: UUID) -> Sequence[HandOverPoint]:
        """Points to begin with, from what the program knows; those whose subject is there already
        are left out.
        """
        with self._database.read() as uow:
            there = {
                fold(one.subject) for one in uow.of(HandOverPoint).all(supervisor_id=supervisor_id)
            }
            deputy = uow.of(Supervisor).get(supervisor_id).deputy_id
            found = list(_proposed(uow))
        return [
            HandOverPoint(
                supervisor_id=supervisor_id,
                subject=subject,
                text=text,
                partner_id=partner_id,
                takes_over_id=deputy,
            )
            for subject, text, partner_id in found
            if fold(subject) not in there
        ]

    @allowed(Action.CHANGE_SUPERVISORS)
    def take(self, points: Sequence[HandOverPoint]) -> None:
        """Keep these proposals, all in one."""
        with self._database.write(self._actor, N_("Save hand-over")) as uow:
            for point in points:
                refuse(problems(point, self._today()))
                uow.save(point)


def _proposed(uow: UnitOfWork) -> Iterator[tuple[str, str, UUID | None]]:
    """Subject, explanation, partner."""
    for partner in uow.of(Partner).all(is_active=True, order_by="name"):
        if partner.contact_name:
            text = ", ".join(filter(None, (partner.contact_name, partner.phone, partner.email)))
            yield _("Contact with {name}", name=partner.name), text, partner.id
    for company in uow.of(TrainingCompany).all(order_by="location"):
        if company.adviser_name:
            subject = _("SBB adviser for {location}", location=company.location)
            text = ", ".join(filter(None, (company.adviser_name, company.adviser_phone)))
            yield subject, text, None
    yield _("Accounts with all rights"), _coordinators(uow), None
    yield (
        _("The recovery sheet"),
        _("Where it lies and who can get to it. Never write its groups here."),
        None,
    )
    yield _("Settings of the centre"), _("What we changed, and why."), None
    yield _("Backups"), _("Where they are kept and who makes them."), None
    yield _("Money and permits"), _("What runs, until when, and who answers for it."), None
    yield _("Steering group and core team"), _("Who is in it, and when it meets."), None


def _coordinators(uow: UnitOfWork) -> str:
    found = [
        one.full_name
        for one in uow.of(Account).all()
        if one.is_active and one.role is AccountRole.COORDINATOR
    ]
    if len(found) == 1:
        return _(
            "Only {name} has the rights of a coordinator. Make a second account in time.",
            name=found[0],
        )
    return _("Coordinators: {names}", names=", ".join(sorted(found)))
