"""What an accreditation asks of other tables: students on its code, and letters without bytes."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa

from ca_desktop.db.queries import reach as reach_queries
from ca_desktop.db.tables import TABLES
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.accreditation_letters import AccreditationLetter
from ca_desktop.domain.accreditation_steps import AccreditationStep
from ca_desktop.domain.accreditations import Accreditation
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.permissions import Reach
from ca_desktop.domain.practice_agreements import PracticeAgreement
from ca_desktop.domain.school_visits import SchoolVisit

_AGREEMENTS = TABLES[PracticeAgreement]
_UNTIL = sa.func.coalesce(_AGREEMENTS.c.ended_on, _AGREEMENTS.c.planned_end_on)
MOST_STUDENTS = 500

LastDays = dict[tuple[UUID, str], date]


def last_student_days(uow: UnitOfWork, today: date) -> LastDays:
    """Per location and code the last day of a student whose agreement has begun."""
    query = (
        sa.select(
            _AGREEMENTS.c.training_company_id,
            _AGREEMENTS.c.code,
            sa.func.max(_UNTIL, type_=_AGREEMENTS.c.planned_end_on.type),
        )
        .where(_AGREEMENTS.c.training_company_id.is_not(None), _AGREEMENTS.c.starts_on <= today)
        .group_by(_AGREEMENTS.c.training_company_id, _AGREEMENTS.c.code)
    )
    found = uow.connection.execute(query)
    return {(company_id, code): until for company_id, code, until in found}


def agreed_until(days: LastDays, accreditation: Accreditation) -> date | None:
    """Until when students of this code, or of an equivalent, are or were at this location."""
    where = accreditation.training_company_id
    found = (days.get((where, code)) for code in accreditation.codes)
    return max((day for day in found if day), default=None)


def students(
    uow: UnitOfWork, reach: Reach, accreditation: Accreditation
) -> list[tuple[PracticeAgreement, Participant]]:
    """The agreements on this code or an equivalent at this location, of whom the reach covers; the
    latest first.
    """
    query = (
        sa.select(_AGREEMENTS.c.id)
        .where(
            _AGREEMENTS.c.training_company_id == accreditation.training_company_id,
            _AGREEMENTS.c.code.in_(sorted(accreditation.codes)),
            reach_queries.within(reach, _AGREEMENTS.c.participant_id),
        )
        .order_by(_UNTIL.desc(), _AGREEMENTS.c.starts_on.desc())
        .limit(MOST_STUDENTS)
    )
    agreements = uow.of(PracticeAgreement).by_ids(uow.connection.execute(query).scalars())
    people = {
        one.id: one
        for one in uow.of(Participant).by_ids({found.participant_id for found in agreements})
    }
    return [(one, people[one.participant_id]) for one in agreements]


def letter_names(uow: UnitOfWork, accreditation_id: UUID) -> dict[UUID, str]:
    """The name of the kept letter per step; no letter is read for it."""
    letters, steps = TABLES[AccreditationLetter], TABLES[AccreditationStep]
    query = (
        sa.select(letters.c.step_id, letters.c.file_name)
        .join(steps, steps.c.id == letters.c.step_id)
        .where(steps.c.accreditation_id == accreditation_id)
    )
    return {row.step_id: row.file_name for row in uow.connection.execute(query)}


def last_school_visit(uow: UnitOfWork, company_id: UUID, today: date) -> date | None:
    """The last contact with a school about a student of this location."""
    visits = TABLES[SchoolVisit]
    query = (
        sa.select(sa.func.max(visits.c.on, type_=visits.c.on.type))
        .join(_AGREEMENTS, _AGREEMENTS.c.id == visits.c.agreement_id)
        .where(
            _AGREEMENTS.c.training_company_id == company_id,
            visits.c.is_done,
            visits.c.on <= today,
        )
    )
    found: date | None = uow.connection.execute(query).scalar()
    return found


def has_signed_agreement(uow: UnitOfWork, company_id: UUID) -> bool:
    """Whether any student of this location has an agreement with a day of signing."""
    query = (
        sa.select(sa.literal(1))
        .where(
            _AGREEMENTS.c.training_company_id == company_id, _AGREEMENTS.c.signed_on.is_not(None)
        )
        .limit(1)
    )
    return uow.connection.execute(query).first() is not None
