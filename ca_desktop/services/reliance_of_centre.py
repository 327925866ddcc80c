"""What of the centre relies on one supervisor: qualifications, papers, roles, tasks."""

from collections.abc import Iterator

from ca_desktop.db.queries import capacity as capacity_queries
from ca_desktop.db.queries.role_names import role_names
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.absences import SupervisorAbsence
from ca_desktop.domain.accreditations import Accreditation
from ca_desktop.domain.conditions import Record
from ca_desktop.domain.dates import format_date
from ca_desktop.domain.hand_over_points import HandOverPoint
from ca_desktop.domain.reliance import Away, RelianceKind, RelianceLine, at_work, only_he_has
from ca_desktop.domain.roles import Role
from ca_desktop.domain.supervisors import Certificate, Supervisor, SupervisorKind
from ca_desktop.i18n import _, current_language
from ca_desktop.services.supervisors import kind_of


def centre_lines(
    uow: UnitOfWork, supervisor: Supervisor, away: Away, *, handing_over: bool
) -> Iterator[RelianceLine]:
    """Everything that is not about a participant, an account or the capacity board; what has to be
    handed over only where `handing_over`: for who may open the hand-over itself.
    """
    yield from _qualifications(uow, supervisor)
    yield from _papers(uow, away)
    yield from _roles(uow, supervisor)
    yield from _stand_ins(uow, supervisor, away)
    if handing_over:
        yield from _hand_over(uow, supervisor)


def _qualifications(uow: UnitOfWork, supervisor: Supervisor) -> Iterator[RelianceLine]:
    """What he is the trainer of, and whether there is somebody else who is a trainer."""
    kinds = {SupervisorKind.WORKPLACE_TRAINER, SupervisorKind.WORKPLACE_TRAINER_PLUS}
    others = [
        one.name.full
        for one in uow.of(Supervisor).all()
        if one.id != supervisor.id and one.ended_on is None and kinds.intersection(one.kinds)
    ]
    words = _("Nobody else is a workplace trainer")
    if others:
        words = _("Other workplace trainers: {names}", names=", ".join(sorted(others)[:4]))
    for one in uow.of(Accreditation).all(trainer_id=supervisor.id, order_by="name"):
        yield RelianceLine(
            kind=RelianceKind.QUALIFICATION,
            who=f"{one.name} ({one.code})",
            what=words,
            record=Record(page="accreditations", record_id=one.id),
        )


def _papers(uow: UnitOfWork, away: Away) -> Iterator[RelianceLine]:
    """Papers that nobody else has who is there on the first day."""
    day = away.starts_on
    absences = capacity_queries.absences(uow, day, day)
    there = [one.id for one in at_work(uow.of(Supervisor).all(), absences, day)]
    for one in only_he_has(away.supervisor_id, uow.of(Certificate).all(), there, day):
        yield RelianceLine(
            kind=RelianceKind.PAPER,
            who=kind_of(one, current_language())[0],
            what=_("Nobody else at work has this paper, valid on {day}", day=format_date(day)),
            record=Record(
                page="supervisors",
                record_id=away.supervisor_id,
                section="certificates",
                child=one.id,
            ),
        )


def _roles(uow: UnitOfWork, supervisor: Supervisor) -> Iterator[RelianceLine]:
    names = role_names(uow, current_language())
    for role in uow.of(Role).all(contact_supervisor_id=supervisor.id, is_active=True):
        yield RelianceLine(
            kind=RelianceKind.ROLE,
            who=names[role.id],
            what=_("Answers for this role"),
            record=Record(page="roles", record_id=role.id),
        )


def _stand_ins(uow: UnitOfWork, supervisor: Supervisor, away: Away) -> Iterator[RelianceLine]:
    """From whom he takes over in these days, and whose deputy he is."""
    team = {one.id: one for one in uow.of(Supervisor).all()}
    for absence in uow.of(SupervisorAbsence).all(substitute_id=supervisor.id):
        if absence.period.overlaps(away.period):
            words = _("Takes over from {day}", day=format_date(absence.starts_on))
            other = team[absence.supervisor_id]
            yield _stands_in(RelianceKind.SUBSTITUTE, other, "absences", words)
    for one in team.values():
        if one.deputy_id == supervisor.id and one.is_active(away.starts_on):
            yield _stands_in(RelianceKind.DEPUTY, one, "details", _("Would have no deputy then"))


def _hand_over(uow: UnitOfWork, supervisor: Supervisor) -> Iterator[RelianceLine]:
    """What was not explained to anybody yet."""
    for point in uow.of(HandOverPoint).all(supervisor_id=supervisor.id, order_by="subject"):
        if point.explained_on is None:
            yield RelianceLine(
                kind=RelianceKind.HAND_OVER,
                who=point.subject,
                what=_("Explained to nobody yet"),
                record=Record(
                    page="supervisors",
                    record_id=supervisor.id,
                    section="hand_over",
                    child=point.id,
                ),
            )


def _stands_in(kind: RelianceKind, one: Supervisor, section: str, what: str) -> RelianceLine:
    record = Record(page="supervisors", record_id=one.id, section=section)
    return RelianceLine(kind=kind, who=one.name.full, what=what, record=record)
