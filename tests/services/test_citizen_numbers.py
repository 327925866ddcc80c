"""The citizen number: off without ground, masked, journalled when seen, readable nowhere else."""

import traceback
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ca_desktop.db import journal, undo
from ca_desktop.domain.bsn import is_bsn
from ca_desktop.domain.citizen_numbers import CitizenNumber
from ca_desktop.domain.documents import DocumentKind
from ca_desktop.domain.errors import NotAllowed, NotFound, RuleBroken, UserError
from ca_desktop.domain.journal import SECRET_MARK, JournalAction
from ca_desktop.domain.trajectories import LegalRole
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.errors import crash_details
from tests.builders import World, a_wish
from tests.conftest import TODAY

BSN, OTHER = "111222333", "123456782"


def without_ground(session: Session, world: World) -> None:
    """The Wmo trajectory of Amina ended yesterday."""
    (wmo,) = session.trajectories.of(world.amina)
    session.trajectories.save(replace(wmo, ends_on=TODAY - timedelta(days=1)))


def test_it_is_recorded_under_a_running_wmo_trajectory_and_shown_masked(
    petra: Session, world: World
) -> None:
    petra.citizen_numbers.record(world.amina, "1112 22 333")
    state = petra.citizen_numbers.state(world.amina)
    assert (state.masked, state.may_be_recorded) == ("•••••• 333", True)
    assert petra.citizen_numbers.reveal(world.amina) == BSN


@pytest.mark.parametrize("role", [role for role in LegalRole if role is not LegalRole.WMO_PROVIDER])
def test_under_another_legal_role_it_is_off(petra: Session, world: World, role: LegalRole) -> None:
    (wmo,) = petra.trajectories.of(world.amina)
    petra.trajectories.save(replace(wmo, legal_role=role))
    assert not petra.citizen_numbers.state(world.amina).may_be_recorded
    with pytest.raises(RuleBroken):
        petra.citizen_numbers.record(world.amina, BSN)


def test_on_the_last_day_of_the_trajectory_it_is_on_and_the_day_after_off(
    petra: Session, world: World
) -> None:
    (wmo,) = petra.trajectories.of(world.amina)
    petra.trajectories.save(replace(wmo, ends_on=TODAY))
    assert petra.citizen_numbers.state(world.amina).may_be_recorded
    without_ground(petra, world)
    assert not petra.citizen_numbers.state(world.amina).may_be_recorded


def test_a_wrong_number_is_refused_without_being_repeated(petra: Session, world: World) -> None:
    with pytest.raises(RuleBroken) as refused:
        petra.citizen_numbers.record(world.amina, "123456789")
    assert "123456789" not in refused.value.message
    assert petra.citizen_numbers.state(world.amina).masked == ""


def test_looking_at_it_is_journalled(petra: Session, world: World) -> None:
    petra.citizen_numbers.record(world.amina, BSN)
    petra.citizen_numbers.reveal(world.amina)
    newest = petra.history.of_participant(world.amina)[0]
    assert newest.subject == "citizen_numbers"
    assert newest.who == petra.accounts.own().full_name
    with petra.opened.database.read() as uow:
        assert list(journal.lines(uow.connection))[-1].action is JournalAction.READ


def test_when_the_ground_is_gone_it_can_still_be_seen_and_removed(
    petra: Session, world: World
) -> None:
    petra.citizen_numbers.record(world.amina, BSN)
    without_ground(petra, world)
    assert petra.citizen_numbers.state(world.amina).has_lost_its_ground
    petra.citizen_numbers.remove(world.amina)
    state = petra.citizen_numbers.state(world.amina)
    assert (state.masked, state.has_lost_its_ground) == ("", False)
    with pytest.raises(NotFound):
        petra.citizen_numbers.reveal(world.amina)


def test_it_is_for_coordinators_only(petra: Session, jan: Session, world: World) -> None:
    petra.citizen_numbers.record(world.amina, BSN)
    for refused in (
        lambda: jan.citizen_numbers.state(world.amina),
        lambda: jan.citizen_numbers.reveal(world.amina),
        lambda: jan.citizen_numbers.record(world.amina, OTHER),
        lambda: jan.citizen_numbers.remove(world.amina),
    ):
        with pytest.raises(NotAllowed):
            refused()
    assert "citizen_numbers" not in {one.subject for one in jan.history.of_participant(world.amina)}


def test_a_change_of_it_can_not_be_undone(petra: Session, world: World) -> None:
    petra.citizen_numbers.record(world.amina, BSN)
    assert petra.history.undoable() is None
    database, actor = petra.opened.database, petra.actor
    with database.read() as uow:
        last = undo.last_undoable(uow, actor.account_id)
    assert last is not None
    with pytest.raises(UserError, match="ongedaan"), database.write(actor, "Undo") as uow:
        undo.undo(uow, last.transaction_id)
    assert petra.citizen_numbers.reveal(world.amina) == BSN


BSNS = st.integers(10_000_000, 99_999_999).flatmap(
    lambda head: st.sampled_from([f"{head}{tail}" for tail in range(10)])
)


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much],
)
@given(number=BSNS.filter(is_bsn))
def test_it_can_be_read_nowhere_outside_its_own_table(
    petra: Session, world: World, number: str
) -> None:
    petra.citizen_numbers.record(world.amina, number)
    petra.citizen_numbers.reveal(world.amina)
    assert list(places(petra, number)) == ["citizen_numbers.number"]
    history = petra.history.of_participant(world.amina)
    assert number not in repr(history)
    assert SECRET_MARK in repr(history)
    assert petra.search.find(number) == []
    paper = petra.papers.progress_report(a_wish(world.amina, world.municipality))
    assert number.encode() not in paper.content
    assert number not in crash(petra, world)
    petra.citizen_numbers.remove(world.amina)
    assert list(places(petra, number)) == []


def places(session: Session, number: str) -> Iterator[str]:
    """Every column of every table, the search index too, in which the number can be read."""
    with session.opened.database.read() as uow:
        run = uow.connection.exec_driver_sql
        tables = run("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
        for table in tables:
            for row in run(f'SELECT * FROM "{table}"').mappings():
                for column, value in row.items():
                    text = value.decode("utf-8", "ignore") if isinstance(value, bytes) else value
                    if number in str(text):
                        yield f"{table}.{column}"


def crash(session: Session, world: World) -> str:
    """What a crash with the number at hand would write down."""
    try:
        with session.opened.database.read() as uow:
            found = uow.of(CitizenNumber).find(participant_id=world.amina)
            raise RuntimeError(f"a bug about {found}")
    except RuntimeError as error:
        return crash_details(error) + "".join(traceback.format_exception(error))


def test_a_number_that_passes_is_refused_wherever_another_number_is_asked(
    petra: Session, world: World
) -> None:
    (wmo,) = petra.trajectories.of(world.amina)
    for field in ("partner_number", "decision_number"):
        with pytest.raises(RuleBroken):
            petra.trajectories.save(replace(wmo, **{field: BSN}))
    document = replace(
        petra.documents.new(world.amina),
        kind=DocumentKind.LETTER,
        title="Brief",
        keep_reason=f"BSN {BSN}",
        file_name="brief.pdf",
        content=b"%PDF",
    )
    with pytest.raises(RuleBroken):
        petra.documents.keep(document)
