"""What hangs on the practice agreements of the demo: sheets, practised work, visits, weeks."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import uuid5

from ca_desktop.domain.attendance import Attendance
from ca_desktop.domain.catalogue_reading import read_table
from ca_desktop.domain.dates import week_start
from ca_desktop.domain.entries import Entry
from ca_desktop.domain.guided_weeks import GuidedWeek
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.practice_agreements import PracticeAgreement
from ca_desktop.domain.practice_sheets import PracticeSheet
from ca_desktop.domain.practised_work import PractisedWork, WorkVerdict
from ca_desktop.domain.school_visits import SchoolVisit, VisitKind
from ca_desktop.domain.school_years import SchoolYear
from ca_desktop.domain.work_processes import WorkProcess
from ca_desktop.resources import resource
from ca_desktop.services.demo.opening import open_from
from ca_desktop.services.demo.world import World

_ELECTIVES = {10: ("K0067", "Duurzaamheid in het beroep"), 12: ("K0072", "Ondernemend gedrag")}
_VERDICTS = (WorkVerdict.STARTING, WorkVerdict.WITH_HELP, WorkVerdict.MASTERED)
_UNGUIDED_WEEKS_AGO = 2  # the week of which the proof is missing


class StudentRecords:
    """Draws no chance: what is written follows from number and days."""

    def __init__(self, world: World) -> None:
        self._world, self._today = world, world.today
        self._texts: Mapping[str, Any] = read_table(resource("demo", "students.toml"))
        self._rows = {one["code"]: one for one in self._texts["processes"]}

    def processes(self) -> Iterator[WorkProcess]:
        """The work processes of the accreditations that are written out."""
        for accreditation in self._world.accreditations:
            about = self._rows.get(accreditation.code, {"rows": ()})
            for row in about["rows"]:
                yield WorkProcess(
                    id=uuid5(accreditation.id, row["code"]),
                    accreditation_id=accreditation.id,
                    task_code=about["task"][0],
                    task_name=about["task"][1],
                    code=row["code"],
                    name=row["name"],
                    is_feasible=bool(row["roles"]),
                    role_ids=tuple(self._world.roles[key].id for key in row["roles"]),
                )

    def process_codes(self, code: str, *, whole: bool = False) -> tuple[str, ...]:
        """What a student of this programme practises here; `whole`: also what can't be."""
        rows = self._rows.get(code, {"rows": ()})["rows"]
        return tuple(row["code"] for row in rows if whole or row["roles"])

    def contents(self, person: Participant) -> dict[str, Any]:
        """What an agreement has to say, and who guides at the school."""
        people: Sequence[str] = self._texts["school_people"]
        who = people[person.number % len(people)]
        return {
            "to_achieve": "De werkprocessen die hier zijn aangevinkt.",
            "assessed_how": "De praktijkopleider geeft een oordeel; de school beslist.",
            "guidance": "Elke week een gesprek met de praktijkopleider.",
            "early_end": "In overleg tussen school, student en centrum, of als de opleiding stopt.",
            "school_supervisor": who,
            "school_supervisor_email": f"{who.split()[0].lower()}@roc.example",
            "school_supervisor_phone": f"06-0000 45{person.number % 90 + 10}",
        }

    def of(
        self, person: Participant, one: PracticeAgreement, things: Sequence[object]
    ) -> Iterator[object]:
        """Everything under this agreement."""
        if person.number in _ELECTIVES and one.ended_on is None:
            yield self._sheet(person, one)
        yield from self._work(person, one)
        yield from self._visits(one)
        if one.learning_path is LearningPath.BBL and one.ended_on is None:
            yield from self._weeks(one, things)

    def _sheet(self, person: Participant, one: PracticeAgreement) -> PracticeSheet:
        code, name = _ELECTIVES[person.number]
        return PracticeSheet(
            id=uuid5(one.id, "sheet"),
            participant_id=one.participant_id,
            agreement_id=one.id,
            number=2,
            starts_on=one.starts_on,
            planned_end_on=one.planned_end_on,
            hours=40,
            elective_code=code,
            elective_name=name,
        )

    def _work(self, person: Participant, one: PracticeAgreement) -> Iterator[PractisedWork]:
        """One work process more with every five weeks."""
        about, trainer = self._rows.get(one.code), one.trainer_id
        rows = [row for row in about["rows"] if row["roles"]] if about else []
        texts = self._texts["practised"]
        for place, row in enumerate(rows):
            on = open_from(one.starts_on + timedelta(weeks=5 * (place + 1)))
            if on >= (one.ended_on or self._today):
                return
            verdict = _VERDICTS[(person.number + place) % 3] if trainer and place < 2 else None
            yield PractisedWork(
                id=uuid5(one.id, row["code"]),
                participant_id=one.participant_id,
                agreement_id=one.id,
                code=row["code"],
                name=row["name"],
                on=on,
                supervisor_id=trainer,
                verdict=verdict,
                **(texts[place % len(texts)] if verdict else {}),
            )

    def _visits(self, one: PracticeAgreement) -> Iterator[SchoolVisit]:
        """A visit after six weeks, and the next one planned while the practice runs."""
        on = open_from(one.starts_on + timedelta(weeks=6))
        if on >= (one.ended_on or self._today):
            return
        planned = open_from(self._today + timedelta(days=16))
        goes_on = one.ended_on is None and planned <= one.planned_end_on
        yield self._visit(one, "visit", on, VisitKind.VISIT, planned if goes_on else None)
        if goes_on:
            yield self._visit(one, "planned", planned, VisitKind.INTERIM, None)

    def _visit(
        self, one: PracticeAgreement, key: str, on: date, kind: VisitKind, next_on: date | None
    ) -> SchoolVisit:
        is_done = on < self._today
        words = self._texts["visits"][0] if is_done else {}
        return SchoolVisit(
            id=uuid5(one.id, key),
            participant_id=one.participant_id,
            agreement_id=one.id,
            kind=kind,
            on=on,
            is_done=is_done,
            school_person=one.school_supervisor,
            supervisor_id=one.trainer_id,
            next_on=next_on,
            **words,
        )

    def _weeks(self, one: PracticeAgreement, things: Sequence[object]) -> Iterator[GuidedWeek]:
        """Every past week without a note is confirmed; but for one that is still to be proven."""
        here = {week_start(a.on) for a in things if isinstance(a, Attendance) and a.minutes}
        noted = {week_start(e.on) for e in things if isinstance(e, Entry)}
        first = max(week_start(one.starts_on), SchoolYear.of_week(self._today).mondays[0])
        past = [day for day in sorted(here - noted) if first <= day < week_start(self._today)]
        missing = past[-_UNGUIDED_WEEKS_AGO:][:1]
        for monday in past:
            if monday not in missing and one.trainer_id is not None:
                yield GuidedWeek(
                    id=uuid5(one.id, monday.isoformat()),
                    participant_id=one.participant_id,
                    monday=monday,
                    supervisor_id=one.trainer_id,
                )
