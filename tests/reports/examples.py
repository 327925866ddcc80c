"""A person with a year at an invented centre: everything a progress report can be made from."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid4

from ca_desktop.domain.attendance import Attendance, AttendanceCode
from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.dates import Period
from ca_desktop.domain.entries import Entry, GuidanceForm, Visibility
from ca_desktop.domain.goals import Goal, GoalStatus, Score
from ca_desktop.domain.half_days import DayPart, HalfDays
from ca_desktop.domain.papers import ReportSummary
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.partners import Partner, PartnerKind
from ca_desktop.domain.placements import Placement
from ca_desktop.domain.privacy import DataElement, lens
from ca_desktop.domain.progress_report import (
    ProgressReport,
    ProgressSource,
    build_progress_report,
    recipient_kind,
)
from ca_desktop.domain.trajectories import LegalRole, Trajectory, TrajectoryGoal
from tests.reports.factsheets import CENTRE
from tests.reports.notes import NOTES

PERIOD = Period(starts_on=date(2026, 3, 1), ends_on=date(2026, 5, 31))
SUPERVISOR, COACH, SORTING, REPAIR, WRITER = (uuid4() for _ in range(5))
PERSON = uuid4()

_SCORES = ((2, 3, 3, 4), (1, 2, 3, 3), (2, 2, 3, 3), (2, 3, 3, 3), (1, 1, 2, 2), (1, 2, 2, 3))


def a_participant(**changes: object) -> Participant:
    """Somebody from Apeldoorn."""
    person = Participant(
        id=PERSON,
        number=42,
        first_name="Anwar",
        prefix="al",
        last_name="Haddad",
        born_on=date(1994, 6, 12),
        phone="06 5555 0199",
        email="anwar@post.example",
        address="Ossenveldweg 8",
        postcode="7331 AB",
        place="Apeldoorn",
        workplace_agreements=("Opdrachten één voor één", "Uitleg met foto's of voordoen"),
        starts_on=date(2025, 11, 10),
    )
    return replace(person, **changes)


def a_partner(kind: PartnerKind = PartnerKind.MUNICIPALITY, **changes: object) -> Partner:
    """A municipality, or another kind of partner."""
    partner = Partner(
        number=7,
        name="Gemeente Apeldoorn, Werk & Inkomen",
        kind=kind,
        contact_name="mevrouw J. Bakker",
        address="Marktplein 1",
        postcode="7311 LG",
        place="Apeldoorn",
    )
    return replace(partner, **changes)


def a_source(partner: Partner | None = None, **changes: object) -> ProgressSource:
    """Everything known of the participant, addressed to the partner (None: to the participant)."""
    catalogue = load_catalogue()
    client = partner or a_partner()
    source = ProgressSource(
        centre=CENTRE,
        participant=a_participant(),
        partner=partner,
        trajectories=(_trajectory(client.id),),
        partner_names={client.id: client.name},
        basis_words={r.code: r.basis.nl for r in catalogue.legal_roles},
        purpose_words={r.code: r.purpose.nl for r in catalogue.legal_roles},
        target_group="Statushouders",
        attendance=_attendance(),
        entries=tuple(_entry(*note) for note in NOTES),
        goals=_goals(),
        scores=_scores(),
        skill_names={s.code: s.name.nl for s in catalogue.work_skills},
        scale_words=tuple(s.label.nl for s in catalogue.scale("ZELFST4").steps),
        placements=_placements(),
        role_names={SORTING: "Sorteren", REPAIR: "Repareren"},
        supervisor_names={SUPERVISOR: "Samira el Idrissi", COACH: "Henk van der Meulen"},
        summary=_summary(partner.id if partner else None),
        author="Samira el Idrissi",
        supervisor="Samira el Idrissi",
        coordinator="Marieke de Graaf",
        made_on=date(2026, 6, 3),
    )
    return replace(source, **changes)


def a_report(
    partner: Partner | None = None,
    included: dict[DataElement, str] | None = None,
    language: str = "nl",
    **changes: object,
) -> ProgressReport:
    """The report of spring 2026 through the lens of its recipient."""
    view = lens(recipient_kind(partner), included)
    return build_progress_report(view, a_source(partner, **changes), PERIOD, language)


def an_entry(text: str, **changes: object) -> Entry:
    """A note of May 2026."""
    entry = _entry("2026-05-06", 30, GuidanceForm.PROGRESS_TALK, Visibility.REPORT, text, "")
    return replace(entry, **changes)


def _entry(
    on: str, minutes: int, form: GuidanceForm, who: Visibility, text: str, agreement: str
) -> Entry:
    day = date.fromisoformat(on)
    return Entry(
        participant_id=PERSON,
        supervisor_id=SUPERVISOR,
        on=day,
        minutes=minutes,
        form=form,
        text=text,
        agreement=agreement,
        visibility=who,
        follow_up_on=day + timedelta(days=14) if agreement else None,
        written_by=WRITER,
        written_at=datetime.combine(day, time(15), UTC),
    )


def _trajectory(partner_id: UUID) -> Trajectory:
    return Trajectory(
        participant_id=PERSON,
        partner_id=partner_id,
        legal_role=LegalRole.REINTEGRATION,
        partner_number="GEM-20431",
        goal=TrajectoryGoal.PAID_WORK,
        goal_text="Betaald werk in de techniek, met een opleiding op niveau 2.",
        starts_on=date(2025, 11, 10),
        ends_on=date(2026, 11, 9),
        half_days_per_week=4,
    )


def _attendance() -> tuple[Attendance, ...]:
    codes = {7: AttendanceCode.SICK, 8: AttendanceCode.SICK, 19: AttendanceCode.UNKNOWN,
             30: AttendanceCode.EXCUSED, 41: AttendanceCode.HOLIDAY}  # fmt: skip
    lines = []
    for number in range(52):
        week, slot = divmod(number, 4)
        code = codes.get(number, AttendanceCode.PRESENT)
        lines.append(
            Attendance(
                participant_id=PERSON,
                on=date(2026, 3, 2) + timedelta(days=7 * week + slot // 2 * 2),
                part=DayPart.MORNING if slot % 2 == 0 else DayPart.AFTERNOON,
                code=code,
                minutes=210 if code is AttendanceCode.PRESENT else 0,
            )
        )
    return tuple(lines)


def _goals() -> tuple[Goal, ...]:
    return (
        Goal(
            participant_id=PERSON,
            text="Ik haal apparaten veilig uit elkaar zonder dat iemand het voordoet.",
            reason="Ik wil later in een werkplaats werken.",
            set_on=date(2025, 12, 1),
            due_on=date(2026, 4, 1),
            status=GoalStatus.REACHED,
            closed_on=date(2026, 4, 15),
        ),
        Goal(
            participant_id=PERSON,
            text="Ik ken de Nederlandse woorden voor het gereedschap en lees de werkbon zelf.",
            reason="Dan hoef ik minder te vragen.",
            set_on=date(2026, 1, 12),
            due_on=date(2026, 7, 1),
        ),
    )


def _scores() -> tuple[Score, ...]:
    days = (date(2025, 12, 1), date(2026, 2, 2), date(2026, 4, 6), date(2026, 5, 27))
    codes = [skill.code for skill in load_catalogue().work_skills]
    return tuple(
        Score(participant_id=PERSON, skill=code, value=value, on=day, supervisor_id=SUPERVISOR)
        for code, values in zip(codes, _SCORES, strict=False)
        for day, value in zip(days, values, strict=True)
    )


def _placements() -> tuple[Placement, ...]:
    sorting = Placement(
        participant_id=PERSON,
        role_id=SORTING,
        supervisor_id=SUPERVISOR,
        half_days=HalfDays.of("0m", "0a", "2m"),
        starts_on=date(2025, 11, 10),
        review_on=date(2026, 6, 1),
    )
    repair = replace(
        sorting,
        id=uuid4(),
        role_id=REPAIR,
        supervisor_id=COACH,
        half_days=HalfDays.of("2a"),
        starts_on=date(2026, 4, 1),
    )
    return (sorting, repair)


def _summary(partner_id: UUID | None) -> ReportSummary:
    return ReportSummary(
        participant_id=PERSON,
        partner_id=partner_id,
        starts_on=date(2026, 3, 1),
        ends_on=date(2026, 5, 31),
        text="Anwar werkt nu een half jaar bij ons. Hij komt op tijd en meldt zich af als hij niet "
        "kan. Het uit elkaar halen van kleine apparaten doet hij met controle achteraf.\n\n"
        "De taal is nog lastig. Met foto's en voordoen begrijpt hij een opdracht snel. Sinds april "
        "werkt hij één middag per week bij repareren. Daar zoekt hij zelf naar de storing.",
        next_step="Vanaf september een opleiding op niveau 2 in de techniek, met een leerbaan bij "
        "ons of bij een reparatiebedrijf in de buurt.",
        written_by=WRITER,
        written_at=datetime(2026, 6, 2, 9, tzinfo=UTC),
    )
