"""What the demo centre tells holds together: dates, presence and texts fit one another."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from uuid import UUID

import pytest

from ca_desktop.domain.attendance import Attendance, AttendanceCode
from ca_desktop.domain.dates import Period, week_start
from ca_desktop.domain.entries import Entry, GuidanceForm
from ca_desktop.domain.goals import Goal, Score
from ca_desktop.domain.participants import FixedSupervisor, Participant
from ca_desktop.domain.placements import Placement
from ca_desktop.domain.privacy import RecipientKind, lens
from ca_desktop.domain.progress_attendance import attendance_summary
from ca_desktop.domain.public_holidays import is_public_holiday
from ca_desktop.domain.target_groups import RestrictedBlock
from ca_desktop.domain.trajectories import Trajectory
from ca_desktop.services.demo import demo_centre
from ca_desktop.services.demo.person import INTENSIVE
from ca_desktop.services.demo.texts import demo_texts
from tests.conftest import TODAY
from tests.services.test_demo import by_participant, of

DAYS = {
    Participant: ("starts_on", "ended_on"),
    FixedSupervisor: ("starts_on", "ends_on"),
    Trajectory: ("starts_on", "ends_on"),
    Placement: ("starts_on", "review_on", "ended_on"),
    Goal: ("set_on", "due_on", "closed_on"),
    Score: ("on",),
    Entry: ("on", "follow_up_on"),
}
PRESENT = AttendanceCode.PRESENT


@pytest.fixture(scope="module", params=[(2026, TODAY), (11, date(2027, 6, 1))])
def things(request: pytest.FixtureRequest) -> Sequence[object]:
    seed, day = request.param
    return [thing for batch in demo_centre(seed, 60, day) for thing in batch]


@pytest.fixture(scope="module")
def was_there(things: Sequence[object]) -> dict[UUID, set[date]]:
    found: dict[UUID, set[date]] = defaultdict(set)
    for line in of(things, Attendance):
        if line.code is PRESENT:
            found[line.participant_id].add(line.on)
    return found


def closed(day: date) -> bool:
    christmas = day.month == 12 and 24 <= day.day <= 31
    return day.weekday() >= 5 or christmas or is_public_holiday(day)


def test_nothing_is_dated_on_a_day_on_which_the_centre_is_closed(things: Sequence[object]) -> None:
    found = [
        (type(thing).__name__, name, day)
        for thing in things
        for name in DAYS.get(type(thing), ())
        if (day := getattr(thing, name)) is not None and closed(day)
    ]
    assert found == []


def test_on_a_closed_day_nobody_was_expected(things: Sequence[object]) -> None:
    lines = [line for line in of(things, Attendance) if closed(line.on)]
    assert lines
    assert {line.code for line in lines} == {AttendanceCode.HOLIDAY}


def test_attendance_goes_back_to_the_first_days(things: Sequence[object]) -> None:
    lines = by_participant(of(things, Attendance))
    for person in (one for one in of(things, Participant) if one.id in lines):
        first = min(line.on for line in lines[person.id])
        assert first - person.starts_on < timedelta(days=7)
    oldest = min(person.starts_on for person in of(things, Participant))
    assert (max(line.on for line in of(things, Attendance)) - oldest).days > 600


def test_who_was_spoken_to_was_there(
    things: Sequence[object], was_there: dict[UUID, set[date]]
) -> None:
    spoken = [e for e in of(things, Entry) if e.form is not GuidanceForm.PHONE]
    assert [e for e in spoken if e.on not in was_there[e.participant_id]] == []


def test_a_call_about_staying_away_fits_the_attendance(things: Sequence[object]) -> None:
    codes = defaultdict(set)
    for line in of(things, Attendance):
        codes[line.participant_id, line.on].add(line.code)
    wanted = {
        "excused": {AttendanceCode.EXCUSED},
        "unknown": {AttendanceCode.UNKNOWN},
        "late": {PRESENT},
        "elsewhere": set(),
    }
    calls = [e for e in of(things, Entry) if e.form is GuidanceForm.PHONE]
    kinds: Counter[str] = Counter()
    for call in calls:
        when = demo_texts().notes["phone"][_number_of(call.text, "phone")].when
        found = codes[call.participant_id, call.on]
        assert wanted[when] <= found if wanted[when] else not found
        kinds[when] += 1
    assert set(kinds) == set(wanted)


def _number_of(text: str, kind: str) -> int:
    notes = demo_texts().notes[kind]
    return next(i for i, note in enumerate(notes) if _pattern(note.text).fullmatch(text))


def _pattern(text: str) -> re.Pattern[str]:
    """Every text that this one can become when its slots are filled in."""
    return re.compile(re.sub(r"\\\{\w+\\\}", ".+?", re.escape(text)), re.DOTALL)


def test_a_text_about_presence_fits_the_counts(things: Sequence[object]) -> None:
    lines = by_participant(of(things, Attendance))
    claims = [
        (_pattern(note.text), note)
        for notes in demo_texts().notes.values()
        for note in notes
        if note.share or note.reported is not None
    ]
    checked = 0
    for entry in of(things, Entry):
        for pattern, note in claims:
            if pattern.fullmatch(entry.text):
                first = entry.on - timedelta(weeks=note.weeks)
                within = [a for a in lines[entry.participant_id] if first <= a.on < entry.on]
                if note.share:
                    assert note.share[0] <= _share(within) <= note.share[1]
                else:
                    assert _days_reported(within) == note.reported
                checked += 1
    assert checked >= 10


def counted(lines: Sequence[Attendance]) -> tuple[int, int]:
    """Present and expected, as the progress report counts them."""
    ever = Period(starts_on=date.min, ends_on=date.max)
    found = attendance_summary(lens(RecipientKind.PARTICIPANT), lines, (), [ever])
    assert found is not None
    return found.present, found.recorded


def _share(lines: Sequence[Attendance]) -> float:
    present, expected = counted(lines)
    return present / expected


def _days_reported(lines: Sequence[Attendance]) -> int:
    there = {line.on for line in lines if line.code is PRESENT}
    reported = {AttendanceCode.EXCUSED, AttendanceCode.SICK}
    return len({line.on for line in lines if line.code in reported} - there)


def test_the_week_of_youssef_is_as_his_note_tells(things: Sequence[object]) -> None:
    words = ("nul", "één", "twee", "drie", "vier", "vijf", "zes")
    note = next(e for e in of(things, Entry) if e.text.startswith("Youssef was er vorige week"))
    monday = week_start(note.on) - timedelta(weeks=1)
    week = [
        line
        for line in of(things, Attendance)
        if line.participant_id == note.participant_id and week_start(line.on) == monday
    ]
    present, expected = counted(week)
    assert f"{words[present]} van de {words[expected]} dagdelen" in note.text
    assert 0 < present < expected


def test_no_text_is_written_twice_about_somebody_within_a_year(things: Sequence[object]) -> None:
    patterns = [_pattern(note.text) for notes in demo_texts().notes.values() for note in notes]
    for notes in by_participant(of(things, Entry)).values():
        used: dict[re.Pattern[str], list[date]] = defaultdict(list)
        for entry in notes:
            pattern = next((p for p in patterns if p.fullmatch(entry.text)), None)
            used[pattern or re.compile(re.escape(entry.text))].append(entry.on)
        for days in used.values():
            assert all((other - day).days >= 365 for day, other in pairwise(sorted(days)))


def test_an_intensive_person_is_spoken_to_every_two_weeks(
    things: Sequence[object], was_there: dict[UUID, set[date]]
) -> None:
    blocks = of(things, RestrictedBlock)
    intensive = {b.participant_id for b in blocks if (b.intensity or 0) >= INTENSIVE}
    assert len(intensive) >= 10
    written = by_participant(of(things, Entry))
    for person in of(things, Participant):
        if person.id in intensive:
            days = was_there[person.id]
            spoken = sorted({person.starts_on, *(e.on for e in written[person.id]), max(days)})
            for day, following in pairwise(spoken):
                late = day + timedelta(days=14)
                between = {d for d in days if day < d <= late}
                assert following <= late or not between, (person.number, day, following)


def test_the_texts_are_free_of_words_that_went_wrong() -> None:
    notes = [note for notes in demo_texts().notes.values() for note in notes]
    for text in (f"{note.text} {note.agreement}" for note in notes):
        assert not re.search(r"insteekte|aanslaan van|Vanaf maandag doet", text)
    assert "een magnetron" not in demo_texts().things["demonteren"]


def test_a_text_that_says_how_long_it_took_is_logged_so(things: Sequence[object]) -> None:
    half_hours = [e for e in of(things, Entry) if e.text.startswith("Een half uur geoefend")]
    assert half_hours
    assert {entry.minutes for entry in half_hours} == {30}
