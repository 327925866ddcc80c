"""Where programme codes are in use: accreditations and practice agreements keep their own copy."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from ca_desktop.db.tables import TABLES
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.accreditations import Accreditation
from ca_desktop.domain.practice_agreements import PracticeAgreement


@dataclass(frozen=True, slots=True)
class CodesInUse:
    """How many accreditations and agreements name a code, or count it as an equivalent."""

    accreditations: Mapping[str, int]
    agreements: Mapping[str, int]

    def count(self, code: str) -> int:
        """In how many places this code is in use."""
        return self.accreditations.get(code, 0) + self.agreements.get(code, 0)


def codes_in_use(uow: UnitOfWork) -> CodesInUse:
    """Every code that is in use. Agreements are counted by the store, never read."""
    accredited: Counter[str] = Counter()
    for one in uow.of(Accreditation).all():
        accredited.update({one.code, *one.equivalents})
    agreements = TABLES[PracticeAgreement]
    query = (
        sa.select(agreements.c.code, sa.func.count())
        .where(agreements.c.code != "")
        .group_by(agreements.c.code)
    )
    found = uow.connection.execute(query)
    return CodesInUse(accredited, {row[0]: row[1] for row in found})


def agreement_copies(uow: UnitOfWork) -> Sequence[tuple[str, str, int, int]]:
    """Code, name and level as practice agreements copied them, and how many have that."""
    agreements = TABLES[PracticeAgreement]
    copied = (agreements.c.code, agreements.c.qualification, agreements.c.level)
    query = (
        sa.select(*copied, sa.func.count())
        .where(agreements.c.code != "")
        .group_by(*copied)
        .order_by(*copied)
    )
    return [(row[0], row[1], row[2], row[3]) for row in uow.connection.execute(query)]
