"""Work processes: pasted, ticked and covered by the roles of the centre."""

from dataclasses import replace

import pytest

from ca_desktop.domain.accreditations import Accreditation
from ca_desktop.domain.errors import NotAllowed, RuleBroken
from ca_desktop.services.session import Session
from ca_desktop.services.work_processes import PastedProcesses
from tests.builders import World

LINES = "B1-K1 Verwerkt goederen\nB1-K1-W1 Ontvangt goederen\nB1-K1-W2 Slaat op"


@pytest.fixture
def about(petra: Session) -> Accreditation:
    where = petra.accreditations.save_company(
        replace(petra.accreditations.new_company(), location="Apeldoorn")
    )
    new = replace(petra.accreditations.new(where.id), code="25254", name="Logistiek", level=1)
    return petra.accreditations.save(new)


def paste(session: Session, about: Accreditation, text: str = LINES) -> int:
    return session.work_processes.paste(PastedProcesses(accreditation_id=about.id, text=text))


def test_pasted_lines_become_work_processes_that_are_not_feasible_yet(
    petra: Session, about: Accreditation
) -> None:
    assert paste(petra, about) == 2
    picture = petra.work_processes.of(about.id)
    assert [one.process.code for one in picture.lines] == ["B1-K1-W1", "B1-K1-W2"]
    assert picture.cover.share.feasible == 0
    assert picture.lines[0].process.task_name == "Verwerkt goederen"
    with pytest.raises(RuleBroken):
        paste(petra, about, "zomaar een zin")


def test_several_are_ticked_at_once_and_undone_at_once(
    petra: Session, about: Accreditation
) -> None:
    paste(petra, about)
    ids = [one.id for one in petra.work_processes.of(about.id).lines]
    petra.work_processes.tick(ids, is_feasible=True)
    assert petra.work_processes.of(about.id).cover.share.percent == 100
    petra.history.undo_last()
    assert petra.work_processes.of(about.id).cover.share.percent == 0
    petra.work_processes.remove(ids)
    petra.history.undo_last()
    assert len(petra.work_processes.of(about.id).lines) == 2


def test_a_role_that_is_no_longer_in_use_covers_nothing(
    petra: Session, about: Accreditation, world: World
) -> None:
    paste(petra, about, "B1-K1-W1 Ontvangt goederen")
    (line,) = petra.work_processes.of(about.id).lines
    petra.work_processes.save(replace(line.process, is_feasible=True, role_ids=(world.role,)))
    picture = petra.work_processes.of(about.id)
    assert picture.cover.homeless == ()
    assert picture.roles == (picture.lines[0].roles[0],)
    role = petra.roles.get(world.role)
    petra.roles.save(replace(role, is_active=False), petra.roles.profile(role.id, "nl"))
    picture = petra.work_processes.of(about.id)
    assert [one.code for one in picture.cover.homeless] == ["B1-K1-W1"]
    assert picture.roles == ()


def test_the_name_of_a_core_task_counts_for_all_of_it_and_a_number_stands_once(
    petra: Session, about: Accreditation
) -> None:
    paste(petra, about)
    new = petra.work_processes.new(about.id)
    petra.work_processes.save(
        replace(new, code=" b1-k1-w3", name="Verzamelt", task_name="Goederen")
    )
    lines = petra.work_processes.of(about.id).lines
    assert [one.process.code for one in lines] == ["B1-K1-W1", "B1-K1-W2", "B1-K1-W3"]
    assert {one.process.task_name for one in lines} == {"Goederen"}
    again = petra.work_processes.new(about.id)
    with pytest.raises(RuleBroken):
        petra.work_processes.save(replace(again, code="B1-K1-W3", name="Dubbel"))


def test_a_reader_sees_the_cover_and_changes_nothing(
    petra: Session, about: Accreditation, lies: Session
) -> None:
    paste(petra, about)
    assert list(lies.work_processes.pictures()) == [about.id]
    with pytest.raises(NotAllowed):
        paste(lies, about)
