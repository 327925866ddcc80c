"""Cover by SBB inside a transaction: what it is judged by, and what a save refuses for it."""

from collections.abc import Iterator

from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.accreditation_steps import AccreditationStep
from ca_desktop.domain.accreditations import Accreditation, TrainingCompany
from ca_desktop.domain.errors import Problem
from ca_desktop.domain.minor_conditions import ADULT
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.practice_agreements import PracticeAgreement, PracticePhase
from ca_desktop.domain.practice_cover import Dossier, cover_of
from ca_desktop.i18n import _

_BEGUN = frozenset({PracticePhase.CARRYING_OUT, PracticePhase.ASSESSMENT, PracticePhase.COMPLETION})


def dossier_in(uow: UnitOfWork) -> Dossier:
    """What cover is judged by, inside a transaction of another service."""
    return Dossier(
        accreditations=uow.of(Accreditation).all(order_by=("code", "id")),
        steps=uow.of(AccreditationStep).all(),
        locations={one.id: one.location for one in uow.of(TrainingCompany).all()},
    )


def is_minor_at(person: Participant, agreement: PracticeAgreement) -> bool:
    """Whether a parent or guardian has to sign: under 18 on the day of signing, or else of the
    first day.
    """
    age = person.age(agreement.signed_on or agreement.starts_on)
    return age is not None and age < ADULT


def cover_problems(
    uow: UnitOfWork, agreement: PracticeAgreement, before: PracticeAgreement | None
) -> Iterator[Problem]:
    """Only where what is judged changes: an older agreement can always be closed."""
    if agreement.phase not in _BEGUN or (before and _judged(before) == _judged(agreement)):
        return
    cover = cover_of(agreement, dossier_in(uow))
    if cover.stops:
        words = _("As long as the code is not covered, the practice can't be carried out here.")
        yield Problem("phase", f"{cover.reason} {words}")


def _judged(agreement: PracticeAgreement) -> tuple[object, ...]:
    return (
        agreement.learning_path,
        agreement.code,
        agreement.training_company_id,
        agreement.starts_on,
        agreement.phase in _BEGUN,
    )
