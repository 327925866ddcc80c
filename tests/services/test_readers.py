"""A reader knows who is here and in which role, and learns nothing that stands in the file."""

from dataclasses import replace

from ca_desktop.domain.attendance import AttendanceCode
from ca_desktop.domain.half_days import DayPart
from ca_desktop.domain.participants import ParticipantFilter, ParticipantSort
from ca_desktop.domain.placements import Outcome, PlacementFilter
from ca_desktop.services.session import Session
from tests.builders import World
from tests.conftest import TODAY

EVERYTHING = PlacementFilter(running_only=False)


def found(session: Session, words: str) -> set[str]:
    rows = sorted(session.participants.matching(words) or ())
    return {line.name.first for line in session.participants.lines(rows)}


def test_a_town_is_found_by_who_sees_the_file_only(petra: Session, lies: Session) -> None:
    for town in ("Apeldoorn", "ap", "doorn"):
        assert found(petra, town) == {"Amina", "Bram", "Cato"}
        assert found(lies, town) == set()
        assert not [hit for hit in lies.search.find(town) if hit.page == "participants"]
    assert found(lies, "amina apeldoorn") == set()


def test_a_reader_finds_people_on_name_and_number(
    petra: Session, lies: Session, world: World
) -> None:
    person = replace(petra.participants.get(world.bram), prefix="van 't", last_name="Hof-Meijer")
    petra.participants.change(person)
    for words in ("bram", "br", "me", "hof-meijer", "t", "van hof", "eijer", str(person.number)):
        assert "Bram" in found(lies, words), words
    assert found(lies, "bram , hof") == {"Bram"}


def test_a_name_that_is_no_town_is_told_apart_from_one_that_is(
    petra: Session, lies: Session, world: World
) -> None:
    petra.participants.change(
        replace(petra.participants.get(world.cato), last_name="Kaap", place="Zutphen")
    )
    petra.participants.change(
        replace(petra.participants.get(world.bram), last_name="Kaap", place="Apeldoorn")
    )
    assert found(lies, "kaap ap") == set()


def test_a_reader_is_not_told_who_is_the_fixed_supervisor(
    petra: Session, lies: Session, world: World
) -> None:
    rows = lies.participants.order(ParticipantSort.NAME, ParticipantFilter())
    assert {line.supervisor for line in lies.participants.lines(rows)} == {""}
    assert {line.supervisor for line in petra.participants.lines(rows)} == {"Jan Bos", "Els Veen"}
    (fixed,) = petra.participants.fixed_supervisors(world.amina)
    petra.participants.remove_fixed_supervisor(fixed.id)
    assert "no_supervisor" in {one.kind for one in petra.signals.all()}
    assert "no_supervisor" not in {one.kind for one in lies.signals.all()}


def test_a_reader_reads_no_remarks_and_not_how_a_placement_ended(
    petra: Session, lies: Session, world: World
) -> None:
    placed = petra.placements.of(world.amina)[0].placement
    ended = replace(placed, ended_on=TODAY, outcome=Outcome.ILL_OR_DECEASED, remarks="Ziek")
    petra.placements.save(ended)
    (line,) = lies.placements.of(world.amina)
    shown = replace(ended, remarks="", outcome=None)
    assert line.placement == lies.placements.get(placed.id) == shown
    assert shown in {one.placement for one in lies.placements.lines("amina", EVERYTHING)}
    assert shown in {one.placement for one in lies.placements.lines_of([placed.id])}
    assert petra.placements.get(placed.id) == ended


def test_a_reader_hears_that_somebody_is_away_and_never_why(
    petra: Session, lies: Session, world: World
) -> None:
    codes = (AttendanceCode.SICK, AttendanceCode.LEAVE)
    for part, code in zip(DayPart, codes, strict=True):
        petra.attendance.record(world.amina, TODAY, part, code)
    seen = [c for row in lies.attendance.week(TODAY) for c in row.cells if c.on == TODAY]
    assert {c.recorded.code for c in seen if c.recorded} <= {AttendanceCode.PRESENT}
    assert sum(c.is_away for c in seen) == 2
    assert codes[0] not in {line.code for line in lies.attendance.of(world.amina, TODAY, TODAY)}
    known = [c for row in petra.attendance.week(TODAY) for c in row.cells if c.on == TODAY]
    assert {c.recorded.code for c in known if c.recorded} >= set(codes)
    assert not any(c.is_away for c in known)
