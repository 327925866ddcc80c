"""What tests about students share: a location, an accreditation, an agreement."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from ca_desktop.domain.accreditations import Accreditation, AccreditationState, TrainingCompany
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.domain.partners import Partner, PartnerKind
from ca_desktop.domain.practice_agreements import ALWAYS_SIGN, PracticeAgreement
from ca_desktop.services.session import Session

SINCE = date(2025, 8, 1)
START = date(2026, 9, 1)
END = date(2027, 6, 30)
LOGISTICS, ASSISTANT = "25371", "25254"


def a_location(session: Session, location: str = "Kanaalstraat") -> TrainingCompany:
    new = replace(session.accreditations.new_company(), location=location)
    return session.accreditations.save_company(replace(new, company_id="100077736"))


def an_accreditation(session: Session, company_id: UUID, **changes: Any) -> Accreditation:
    new = replace(
        session.accreditations.new(company_id),
        code=LOGISTICS,
        name="Logistiek medewerker",
        level=2,
        state=AccreditationState.ACCREDITED,
        since=SINCE,
        equivalents=("25999",),
    )
    return session.accreditations.save(replace(new, **changes))


def a_school(session: Session, name: str = "Roc Voorbeeld") -> Partner:
    return session.partners.save(
        replace(session.partners.new(), name=name, kind=PartnerKind.SCHOOL)
    )


def filled(participant_id: UUID, school_id: UUID, **changes: Any) -> PracticeAgreement:
    """An agreement of a signed bol student of level 2, without a location."""
    made = PracticeAgreement(
        participant_id=participant_id,
        school_id=school_id,
        code=LOGISTICS,
        qualification="Logistiek medewerker",
        learning_path=LearningPath.BOL,
        level=2,
        starts_on=START,
        planned_end_on=END,
        hours=400,
        signed_by=tuple(sorted(ALWAYS_SIGN)),
        signed_on=date(2026, 8, 28),
    )
    return replace(made, **changes)


def an_agreement(
    session: Session, participant_id: UUID, school_id: UUID, company_id: UUID, **changes: Any
) -> PracticeAgreement:
    """The same, kept at a location."""
    made = filled(participant_id, school_id, training_company_id=company_id)
    return session.practice_agreements.save(replace(made, **changes))
