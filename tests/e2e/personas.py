"""The personas of the domain: who they are for a centre, and what a coordinator would say of the
role that they have in mind. All fictional; no diagnosis and no past is recorded of any of them.
"""

from dataclasses import dataclass
from datetime import date

from ca_desktop.domain.languages import LanguageLevel as Level
from ca_desktop.domain.partners import PartnerKind
from ca_desktop.domain.trajectories import LegalForm, LegalRole, TrajectoryGoal

FITS, NOT, UNKNOWN = "fits", "does_not_fit", "unknown"


@dataclass(frozen=True, kw_only=True)
class Persona:
    """`expected` maps the code of a condition to its verdict and a word of its reason."""

    name: str
    born: int
    partner: PartnerKind
    legal_role: LegalRole
    form: LegalForm
    goal: TrajectoryGoal
    role: str
    half_days: tuple[str, ...]
    can_come: tuple[str, ...] = ()
    agreed: int = 0
    dutch: Level | None = None
    agreements: tuple[str, ...] = ()
    scores: tuple[tuple[str, int], ...] = ()
    aim: tuple[str, str] | None = None  # competence and the goal in own words
    expected: dict[str, tuple[str, str]]
    reasons: tuple[str, ...] = ()  # codes that ask a written reason


MUNICIPALITY, SCHOOL, CARE = PartnerKind.MUNICIPALITY, PartnerKind.SCHOOL, PartnerKind.CARE
EMPLOYER = PartnerKind.EMPLOYER
MORNINGS = ("0m", "1m", "2m", "3m", "4m")
ALL_WEEK = tuple(f"{day}{part}" for day in range(5) for part in "ma")

PERSONAS = (
    Persona(
        name="Anwar",
        born=1995,
        partner=MUNICIPALITY,
        legal_role=LegalRole.REINTEGRATION,
        form=LegalForm.INTEGRATION_DUAL,
        goal=TrajectoryGoal.PAID_WORK,
        role="repareren",
        half_days=("0m", "1m", "2m"),
        can_come=ALL_WEEK,
        agreed=4,
        dutch=Level.A1,
        agreements=("quiet_place",),
        scores=(("follows_instruction", 3), ("applies_craft", 4)),
        aim=("M", "Ik wil zelf storingen vinden"),
        expected={
            "trajectory": (FITS, "loopt er een traject"),
            "availability": (FITS, "al deze dagdelen"),
            "workplace:quiet_place": (NOT, "rustige plek"),
            "growth": (FITS, "zelf storingen vinden"),
            "language": (NOT, "beeldkaarten"),
        },
        reasons=("workplace:quiet_place", "language"),
    ),
    Persona(
        name="Selam",
        born=1999,
        partner=MUNICIPALITY,
        legal_role=LegalRole.REINTEGRATION,
        form=LegalForm.INTEGRATION_DUAL,
        goal=TrajectoryGoal.LANGUAGE,
        role="upcycling",
        half_days=("0m", "1m", "0a"),
        can_come=MORNINGS,
        agreed=4,
        dutch=Level.A1,
        expected={
            "availability": (NOT, "ma middag"),
            "machines": (NOT, "naaimachine"),
            "language": (FITS, ""),
        },
        reasons=("availability",),
    ),
    Persona(
        name="Hans",
        born=1972,
        partner=CARE,
        legal_role=LegalRole.CARE_SUBCONTRACTOR,
        form=LegalForm.WMO_DAY_ACTIVITY,
        goal=TrajectoryGoal.DAY_ACTIVITY,
        role="upcycling",
        half_days=("0m", "2m", "4m"),
        can_come=MORNINGS,
        agreed=3,
        dutch=Level.C1,
        agreements=("quiet_place", "machines_supervised"),
        expected={
            "trajectory:half_days": (FITS, "3 van de 3"),
            "workplace:quiet_place": (NOT, "lawaai"),
            "availability": (FITS, ""),
        },
        reasons=("workplace:quiet_place",),
    ),
    Persona(
        name="Marloes",
        born=1992,
        partner=CARE,
        legal_role=LegalRole.CARE_SUBCONTRACTOR,
        form=LegalForm.WMO_DAY_ACTIVITY,
        goal=TrajectoryGoal.DAY_ACTIVITY,
        role="webshop",
        half_days=("1m", "3m"),
        can_come=("1m", "3m"),
        agreed=2,
        dutch=Level.B2,
        agreements=("quiet_place",),
        expected={
            "workplace": (FITS, "Geen afspraak"),
            "trajectory:half_days": (FITS, "2 van de 2"),
            "language": (FITS, ""),
        },
    ),
    Persona(
        name="Ria",
        born=1968,
        partner=MUNICIPALITY,
        legal_role=LegalRole.REINTEGRATION,
        form=LegalForm.WORK_EXPERIENCE,
        goal=TrajectoryGoal.WORK_RHYTHM,
        role="sorteren",
        half_days=("0m", "2m", "4m"),
        can_come=MORNINGS,
        agreed=4,
        dutch=Level.C1,
        agreements=("no_lifting",),
        scores=(("accurate", 3),),
        expected={
            "workplace:no_lifting": (NOT, "tillen"),
            "competence:S": (FITS, "nauwkeurig"),
            "longest_time": (FITS, "04-04-2027"),
        },
        reasons=("workplace:no_lifting",),
    ),
    Persona(
        name="Youssef",
        born=2002,
        partner=MUNICIPALITY,
        legal_role=LegalRole.REINTEGRATION,
        form=LegalForm.WORK_EXPERIENCE,
        goal=TrajectoryGoal.QUALIFICATION,
        role="repareren",
        half_days=("0m", "0a", "1m"),
        agreed=6,
        dutch=Level.C1,
        scores=(("follows_instruction", 1),),
        aim=("P", "Ik wil naar de bbl fietstechniek"),
        expected={"competence:T": (NOT, "2 met hulp"), "growth": (FITS, "bbl")},
        reasons=("competence:T",),
    ),
    Persona(
        name="Dennis",
        born=1988,
        partner=MUNICIPALITY,
        legal_role=LegalRole.REINTEGRATION,
        form=LegalForm.WORK_EXPERIENCE,
        goal=TrajectoryGoal.PAID_WORK,
        role="demonteren",
        half_days=("0m", "0a", "1m", "1a", "2m", "2a"),
        can_come=ALL_WEEK,
        agreed=6,
        dutch=Level.C1,
        expected={"trajectory:half_days": (FITS, "6 van de 6"), "machines": (NOT, "accuboor")},
    ),
    Persona(
        name="Sem",
        born=2009,
        partner=SCHOOL,
        legal_role=LegalRole.TRAINING_COMPANY,
        form=LegalForm.INTERNSHIP_SPECIAL,
        goal=TrajectoryGoal.QUALIFICATION,
        role="repareren",
        half_days=("1m", "1a", "3m", "3a"),
        can_come=("1m", "1a", "3m", "3a"),
        agreed=4,
        dutch=Level.B1,
        agreements=("machines_supervised", "one_task"),
        expected={
            "minor:machines": (FITS, "deskundig toezicht"),
            "minor:hours": (FITS, "14"),
            "minor:hazards": (UNKNOWN, "lawaai"),
        },
    ),
    Persona(
        name="Cor",
        born=1971,
        partner=MUNICIPALITY,
        legal_role=LegalRole.UNPAID_HOST,
        form=LegalForm.VOLUNTEER,
        goal=TrajectoryGoal.WORK_RHYTHM,
        role="sorteren",
        half_days=("0m", "1m"),
        agreed=4,
        dutch=Level.C1,
        expected={"language": (FITS, ""), "availability": (UNKNOWN, "niet ingevuld")},
    ),
    Persona(
        name="Amira",
        born=2008,
        partner=SCHOOL,
        legal_role=LegalRole.TRAINING_COMPANY,
        form=LegalForm.INTERNSHIP_BOL,
        goal=TrajectoryGoal.QUALIFICATION,
        role="sorteren",
        half_days=("0m", "0a"),
        agreed=4,
        dutch=Level.B1,
        expected={"student": (NOT, "geen kwalificatie")},
        reasons=("student",),
    ),
    Persona(
        name="Joey",
        born=2007,
        partner=SCHOOL,
        legal_role=LegalRole.TRAINING_COMPANY,
        form=LegalForm.INTERNSHIP_BOL,
        goal=TrajectoryGoal.QUALIFICATION,
        role="repareren",
        half_days=("0m", "0a"),
        agreed=4,
        dutch=Level.C1,
        expected={"student": (NOT, "25231")},  # accredited, but nothing was agreed on paper yet
        reasons=("student",),
    ),
    Persona(
        name="Lotte",
        born=2005,
        partner=SCHOOL,
        legal_role=LegalRole.TRAINING_COMPANY,
        form=LegalForm.APPRENTICESHIP_BBL,
        goal=TrajectoryGoal.QUALIFICATION,
        role="upcycling",
        half_days=ALL_WEEK[:8],
        can_come=ALL_WEEK[:8],
        agreed=8,
        dutch=Level.C1,
        expected={"trajectory:half_days": (FITS, "8 van de 8"), "student": (NOT, "geen")},
        reasons=("student",),
    ),
    Persona(
        name="Rick",
        born=2004,
        partner=SCHOOL,
        legal_role=LegalRole.TRAINING_COMPANY,
        form=LegalForm.INTERNSHIP_BOL,
        goal=TrajectoryGoal.QUALIFICATION,
        role="begeleiding",
        half_days=("4m", "4a"),
        agreed=4,
        dutch=Level.C1,
        scores=(("cooperates", 4),),
        expected={"competence:E": (FITS, "Werkt samen"), "competence:C": (UNKNOWN, "Begeleiden")},
        reasons=("student",),
    ),
    Persona(
        name="Noor",
        born=2003,
        partner=SCHOOL,
        legal_role=LegalRole.TRAINING_COMPANY,
        form=LegalForm.INTERNSHIP_HIGHER,
        goal=TrajectoryGoal.ORIENTATION,
        role="upcycling",
        half_days=("0m", "0a", "1m", "1a"),
        agreed=8,
        dutch=Level.C1,
        aim=("O", "Een product van oud tentdoek maken"),
        expected={"growth": (FITS, "tentdoek")},
    ),
    Persona(
        name="Gerard",
        born=1966,
        partner=EMPLOYER,
        legal_role=LegalRole.UNPAID_HOST,
        form=LegalForm.WORK_EXPERIENCE,
        goal=TrajectoryGoal.ORIENTATION,
        role="repareren",
        half_days=("2m", "2a"),
        can_come=("2m", "2a"),
        agreed=2,
        dutch=Level.C1,
        scores=(("applies_craft", 4), ("knows_materials", 4)),
        expected={"competence:K": (FITS, "4 zelfstandig"), "availability": (FITS, "")},
    ),
)


def born_on(persona: Persona) -> date:
    """A birthday in the spring."""
    return date(persona.born, 4, 2)
