"""Who the people of the demo centre are: ages, names, partners and summaries fit one another."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import combinations
from uuid import UUID

import pytest

from ca_desktop.domain.attendance import Attendance
from ca_desktop.domain.dates import Period
from ca_desktop.domain.entries import Entry
from ca_desktop.domain.papers import ReportSummary
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.partners import Partner, PartnerKind
from ca_desktop.domain.placements import Placement
from ca_desktop.domain.trajectories import LegalRole, Trajectory, in_period
from ca_desktop.services.demo import demo_centre
from ca_desktop.services.demo.chance import Chance
from ca_desktop.services.demo.lives import SUPERVISED
from ca_desktop.services.demo.people import people as people_of
from ca_desktop.services.demo.texts import demo_texts
from tests.conftest import TODAY
from tests.services.test_demo import by_participant, of
from tests.services.test_demo_truth import counted

READERS = {
    LegalRole.WMO_PROVIDER: {PartnerKind.MUNICIPALITY},
    LegalRole.CARE_SUBCONTRACTOR: {PartnerKind.CARE},
    LegalRole.TRAINING_COMPANY: {PartnerKind.SCHOOL},
    LegalRole.REINTEGRATION: {PartnerKind.MUNICIPALITY},
    LegalRole.UNPAID_HOST: {PartnerKind.MUNICIPALITY, PartnerKind.EMPLOYER},
}
AT_MACHINES = re.compile(r"\bsolder|accuschroef|geboord|gezaagd|naaimachine|\bmachine", re.I)


@pytest.fixture(scope="module", params=[(2026, TODAY), (11, date(2027, 6, 1))])
def things(request: pytest.FixtureRequest) -> Sequence[object]:
    seed, day = request.param
    return [thing for batch in demo_centre(seed, 60, day) for thing in batch]


@pytest.fixture(scope="module")
def people(things: Sequence[object]) -> dict[UUID, Participant]:
    return {person.id: person for person in of(things, Participant)}


def test_nobody_starts_before_sixteen_and_minors_work_under_supervision(
    things: Sequence[object],
) -> None:
    people = of(things, Participant)
    ages = {person.id: person.age(person.starts_on) or 0 for person in people}
    assert min(ages.values()) >= 16
    minors = [person for person in people if ages[person.id] < 18]
    assert minors
    assert [p.number for p in minors if SUPERVISED not in p.workplace_agreements] == []


def test_a_minor_is_at_a_machine_under_supervision_only(
    things: Sequence[object], people: dict[UUID, Participant]
) -> None:
    written = [e for e in of(things, Entry) if (people[e.participant_id].age(e.on) or 0) < 18]
    assert written
    at_machines = [e.text for e in written if AT_MACHINES.search(e.text)]
    assert [text for text in at_machines if "toezicht" not in text] == []


@pytest.mark.parametrize("seed", range(8))
def test_everybody_has_a_name_of_their_own(seed: int) -> None:
    cast = people_of(Chance(seed), demo_texts(), 60)
    names = Counter(f"{one.first} {one.prefix} {one.last}" for one in cast)
    assert [name for name, times in names.items() if times > 1] == []


def test_a_partner_is_of_the_kind_that_the_legal_role_asks_for(things: Sequence[object]) -> None:
    partners = {partner.id: partner for partner in of(things, Partner)}
    for trajectory in of(things, Trajectory):
        partner = partners[trajectory.partner_id]
        assert partner.kind in READERS[trajectory.legal_role], trajectory.purpose
        if "gemeente" in trajectory.purpose:
            assert partner.name.startswith("Gemeente")


def test_three_people_have_two_partners_of_different_kinds_at_once(
    things: Sequence[object],
) -> None:
    kinds = {partner.id: partner.kind for partner in of(things, Partner)}
    placed = by_participant(of(things, Placement))
    both: dict[UUID, set[PartnerKind]] = {}
    for person_id, own in by_participant(of(things, Trajectory)).items():
        for one, other in combinations(own, 2):
            if one.partner_id != other.partner_id and one.period.overlaps(other.period):
                both[person_id] = {kinds[one.partner_id], kinds[other.partner_id]}
    assert len(both) == 3
    assert {PartnerKind.MUNICIPALITY, PartnerKind.SCHOOL} in both.values()
    assert {PartnerKind.MUNICIPALITY, PartnerKind.CARE} in both.values()
    for person_id in both:
        running = [p for p in placed[person_id] if p.ended_on is None]
        assert len(running) == 2
        assert not running[0].half_days & running[1].half_days


def test_ten_people_have_a_summary_that_fits_their_attendance(things: Sequence[object]) -> None:
    summaries = of(things, ReportSummary)
    ties, lines = by_participant(of(things, Trajectory)), by_participant(of(things, Attendance))
    assert len({summary.participant_id for summary in summaries}) == 10
    for summary in summaries:
        assert summary.next_step
        running = in_period(ties[summary.participant_id], _period_of(summary))
        assert summary.partner_id in {t.partner_id for t in running}
        within = [a for a in lines[summary.participant_id] if _period_of(summary).includes(a.on)]
        told = re.search(r"er (\d+) van de (\d+)", summary.text)
        assert told is None or (int(told[1]), int(told[2])) == counted(within)
    assert sum("van de" in summary.text for summary in summaries) >= 10


def _period_of(summary: ReportSummary) -> Period:
    return Period(starts_on=summary.starts_on, ends_on=summary.ends_on)
