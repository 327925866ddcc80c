"""Practice that may ask for attention: agreements missing or unsigned, codes not covered."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from ca_desktop.db.queries.reach import within
from ca_desktop.db.queries.signals import (
    MOST_ROWS,
    PEOPLE,
    Found,
    about_person,
    has_not_left,
    person_rows,
)
from ca_desktop.db.tables import TABLES
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.accreditations import Accreditation, AccreditationState
from ca_desktop.domain.dates import add_months
from ca_desktop.domain.learning_paths import MBO, LearningPath
from ca_desktop.domain.minor_conditions import ADULT
from ca_desktop.domain.names import PersonName
from ca_desktop.domain.partners import Partner
from ca_desktop.domain.permissions import Reach
from ca_desktop.domain.practice_agreements import ALWAYS_SIGN, AgreementParty, PracticeAgreement
from ca_desktop.domain.signals import SOON_DAYS
from ca_desktop.domain.stages import Stage
from ca_desktop.domain.trajectories import LegalForm, Trajectory
from ca_desktop.domain.work_processes import WorkProcess

AGREEMENTS = TABLES[PracticeAgreement]
_TRAJECTORIES = TABLES[Trajectory]
_ACCREDITED = TABLES[Accreditation]
_PROCESSES = TABLES[WorkProcess]
NEED_AGREEMENT = (
    LegalForm.INTERNSHIP_BOL,
    LegalForm.APPRENTICESHIP_BBL,
    LegalForm.PRACTICAL_LEARNING,
)
MOST_STUDENTS = 150  # of whom hours and weeks are counted for Vandaag
Named = tuple[PracticeAgreement, PersonName]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attention:
    """An agreement that may ask for attention, and for what."""

    agreement: PracticeAgreement
    name: PersonName
    is_unsigned: bool
    may_lack_cover: bool
    may_lack_work: bool


def without_agreement(uow: UnitOfWork, reach: Reach) -> Found:
    """Trajectories for education that run, or start within four weeks, without an agreement for
    the days to come.
    """
    from_on = sa.func.max(_TRAJECTORIES.c.starts_on, sa.literal(reach.today.isoformat()))
    has_one = sa.exists().where(
        AGREEMENTS.c.participant_id == PEOPLE.c.id,
        sa.func.coalesce(AGREEMENTS.c.ended_on, AGREEMENTS.c.planned_end_on) >= from_on,
    )
    query = (
        about_person(_TRAJECTORIES, _TRAJECTORIES.c.starts_on, TABLES[Partner].c.name)
        .join(TABLES[Partner], TABLES[Partner].c.id == _TRAJECTORIES.c.partner_id)
        .where(
            within(reach, PEOPLE.c.id),
            _is_coming(reach),
            _TRAJECTORIES.c.legal_form.in_(NEED_AGREEMENT),
            _TRAJECTORIES.c.starts_on <= reach.today + timedelta(days=SOON_DAYS),
            sa.or_(_TRAJECTORIES.c.ends_on.is_(None), _TRAJECTORIES.c.ends_on >= reach.today),
            ~has_one,
        )
    )
    return person_rows(uow, query)


def to_look_at(uow: UnitOfWork, reach: Reach) -> list[Attention]:
    """Agreements that run or start within eight weeks, and are not signed by all who always sign,
    not plainly covered, or hold work that can't be practised here. One walk for the three: there
    may be ten thousand of them, of which few ask for anything.
    """
    flags = (_not_signed(), is_not_plainly_covered(), _lacks_work())
    query: sa.Select[Any] = (
        _with_names()
        .add_columns(*(flag.label(f"flag{place}") for place, flag in enumerate(flags)))
        .where(
            within(reach, PEOPLE.c.id),
            _is_coming(reach),
            _goes_on(reach, 2 * SOON_DAYS),
            sa.or_(*flags),
        )
        .limit(MOST_ROWS + 1)
    )
    rows = {row.id: row for row in uow.connection.execute(query)}
    return [
        Attention(
            agreement=one,
            name=_name(rows[one.id]),
            is_unsigned=bool(rows[one.id].flag0),
            may_lack_cover=bool(rows[one.id].flag1),
            may_lack_work=bool(rows[one.id].flag2),
        )
        for one in uow.of(PracticeAgreement).by_ids(rows)
    ]


def without_parent(uow: UnitOfWork, reach: Reach) -> list[Named]:
    """Agreements of who is under 18 today, for which no parent or guardian signed."""
    minor = PEOPLE.c.born_on > add_months(reach.today, -12 * ADULT)
    query: sa.Select[Any] = _with_names().where(
        within(reach, PEOPLE.c.id),
        minor,
        sa.func.likely(_is_coming(reach), type_=sa.Boolean),
        _goes_on(reach, SOON_DAYS),
        ~_has_signed(AgreementParty.REPRESENTATIVE),
    )
    rows = {row.id: row for row in uow.connection.execute(query.limit(MOST_ROWS))}
    return [(one, _name(rows[one.id])) for one in uow.of(PracticeAgreement).by_ids(rows)]


def lacks_a_signature() -> sa.ColumnElement[bool]:
    """Somebody still has to sign, or the day is not known; asks for a join with participants."""
    # Born so many years before the day of signing, or of the first day, or later: under age.
    turned = sa.func.date(PEOPLE.c.born_on, f"+{ADULT} years")
    on = sa.func.coalesce(AGREEMENTS.c.signed_on, AGREEMENTS.c.starts_on)
    by_parent = sa.and_(turned > on, ~_has_signed(AgreementParty.REPRESENTATIVE))
    return sa.or_(_not_signed(), by_parent)


def _not_signed() -> sa.ColumnElement[bool]:
    parties = [~_has_signed(party) for party in sorted(ALWAYS_SIGN)]
    return sa.or_(AGREEMENTS.c.signed_on.is_(None), *parties)


def is_not_plainly_covered() -> sa.ColumnElement[bool]:
    """An agreement of the mbo without an accreditation of now for exactly that code at that
    location: cover is still to be judged.
    """
    states = [state for state in AccreditationState if state.is_accredited]
    equal = sa.exists().where(
        _ACCREDITED.c.training_company_id == AGREEMENTS.c.training_company_id,
        _ACCREDITED.c.code == AGREEMENTS.c.code,
        _ACCREDITED.c.state.in_(states),
        _ACCREDITED.c.since <= AGREEMENTS.c.starts_on,
        sa.or_(_ACCREDITED.c.ends_on.is_(None), _ACCREDITED.c.ends_on >= AGREEMENTS.c.starts_on),
    )
    return sa.and_(AGREEMENTS.c.learning_path.in_(MBO), ~equal)


def _lacks_work() -> sa.ColumnElement[bool]:
    """A work process that no accreditation for the code holds as feasible."""
    asked = sa.func.json_each(AGREEMENTS.c.process_codes).table_valued("value", name="asked")
    feasible = (
        sa.select(sa.literal(1))
        .join(_ACCREDITED, _ACCREDITED.c.id == _PROCESSES.c.accreditation_id)
        .where(
            _ACCREDITED.c.training_company_id == AGREEMENTS.c.training_company_id,
            _PROCESSES.c.code == asked.c.value,
            _PROCESSES.c.is_feasible == sa.true(),
            sa.or_(
                _ACCREDITED.c.code == AGREEMENTS.c.code,
                sa.cast(_ACCREDITED.c.equivalents, sa.Text).contains(AGREEMENTS.c.code),
            ),
        )
        .correlate(AGREEMENTS, asked)
        .exists()
    )
    lacks = sa.select(sa.literal(1)).select_from(asked).where(~feasible).exists()
    filled = sa.cast(AGREEMENTS.c.process_codes, sa.Text) != "[]"
    return sa.and_(filled, lacks)


def bbl_students(uow: UnitOfWork, reach: Reach) -> list[Named]:
    """Agreements of the bbl that have begun and go on, those that end first on top."""
    query = (
        _with_names()
        .where(
            within(reach, PEOPLE.c.id),
            _is_coming(reach),
            _goes_on(reach, 0),
            AGREEMENTS.c.learning_path == LearningPath.BBL,
        )
        .order_by(AGREEMENTS.c.planned_end_on)
        .limit(MOST_STUDENTS + 1)
    )
    rows = {row.id: row for row in uow.connection.execute(query)}
    return [(one, _name(rows[one.id])) for one in uow.of(PracticeAgreement).by_ids(rows)]


def _with_names() -> sa.Select[Any]:
    return sa.select(
        AGREEMENTS.c.id, PEOPLE.c.first_name, PEOPLE.c.prefix, PEOPLE.c.last_name
    ).join(PEOPLE, PEOPLE.c.id == AGREEMENTS.c.participant_id)


def _name(row: Any) -> PersonName:
    return PersonName(first=row.first_name, prefix=row.prefix, last=row.last_name)


def _goes_on(reach: Reach, ahead: int) -> sa.ColumnElement[bool]:
    """No real end yet, the planned one not past, begun at the latest so many days ahead."""
    return sa.and_(
        AGREEMENTS.c.ended_on.is_(None),
        AGREEMENTS.c.planned_end_on >= reach.today,
        AGREEMENTS.c.starts_on <= reach.today + timedelta(days=ahead),
    )


def _is_coming(reach: Reach) -> sa.ColumnElement[bool]:
    """The file is open and the last day lies ahead: who still waits is about to start too."""
    closed = [stage for stage in Stage if stage.is_closed]
    return sa.and_(PEOPLE.c.stage.not_in(closed), has_not_left(reach))


def _has_signed(party: AgreementParty) -> sa.ColumnElement[bool]:
    return sa.cast(AGREEMENTS.c.signed_by, sa.Text).contains(f'"{party.value}"')
