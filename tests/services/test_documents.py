"""Documents inside the store: who sees which, what is journalled, and what never leaves a trace."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from ca_desktop.db import journal
from ca_desktop.domain.documents import LARGEST_DOCUMENT, Document, DocumentKind
from ca_desktop.domain.errors import NotAllowed, NotFound, RuleBroken, StorageError
from ca_desktop.domain.journal import JournalAction
from ca_desktop.services.session import Session
from tests.builders import World
from tests.conftest import TODAY

PDF = b"%PDF-1.7 a plan"


def a_document(session: Session, world: World, kind: DocumentKind = DocumentKind.PLAN) -> Document:
    return replace(
        session.documents.new(world.amina),
        kind=kind,
        title="Plan van aanpak",
        keep_reason="Nodig voor de evaluatie",
        file_name="plan.pdf",
        content=PDF,
    )


def kept(session: Session, world: World, kind: DocumentKind = DocumentKind.PLAN) -> Document:
    return session.documents.keep(a_document(session, world, kind))


def test_a_kept_document_comes_back_as_it_was(petra: Session, world: World) -> None:
    document = kept(petra, world)
    assert petra.documents.open(document.id) == document
    (line,) = petra.documents.of(world.amina)
    assert (line.title, line.size, line.file_name) == ("Plan van aanpak", len(PDF), "plan.pdf")


def test_a_list_reads_no_bytes(petra: Session, world: World) -> None:
    kept(petra, world)
    asked: list[str] = []
    with petra.opened.database.read() as uow:
        uow.connection.connection.dbapi_connection.set_trace_callback(asked.append)
    petra.documents.of(world.amina)
    selects = [one for one in asked if "FROM documents" in one]
    assert selects
    assert all("content" not in one.replace("length(documents.content)", "") for one in selects)


def test_the_journal_holds_a_fingerprint_and_no_bytes(petra: Session, world: World) -> None:
    document = kept(petra, world)
    with petra.opened.database.read() as uow:
        lines = [one for one in journal.lines(uow.connection) if one.row_id == document.id]
    after = json.loads(lines[0].after or "{}")
    assert after["content"] == {"sha256": document.sha256, "length": len(PDF)}


def test_opening_and_saving_outside_are_journalled(
    petra: Session, world: World, tmp_path: Path
) -> None:
    document = kept(petra, world)
    petra.documents.open(document.id)
    petra.documents.save_as(document.id, tmp_path / "plan.pdf")
    assert (tmp_path / "plan.pdf").read_bytes() == PDF
    with petra.opened.database.read() as uow:
        done = [one.action for one in journal.lines(uow.connection) if one.row_id == document.id]
    assert done == [JournalAction.ADD, JournalAction.READ, JournalAction.EXPORT]


def test_what_can_not_be_written_is_not_journalled(
    petra: Session, world: World, tmp_path: Path
) -> None:
    document = kept(petra, world)
    with pytest.raises(StorageError, match=r"plan\.pdf"):
        petra.documents.save_as(document.id, tmp_path / "gone" / "plan.pdf")
    with petra.opened.database.read() as uow:
        done = [one.action for one in journal.lines(uow.connection) if one.row_id == document.id]
    assert done == [JournalAction.ADD]


def test_a_destroyed_document_leaves_only_that_it_was_destroyed(
    petra: Session, world: World
) -> None:
    document = kept(petra, world)
    petra.documents.destroy(document.id)
    assert petra.documents.of(world.amina) == []
    with pytest.raises(NotFound):
        petra.documents.open(document.id)
    with petra.opened.database.read() as uow:
        last = list(journal.lines(uow.connection))[-1]
    assert last.action is JournalAction.ERASE
    assert json.loads(last.after or "{}") == {"kind": "plan", "sha256": document.sha256}
    assert petra.history.undoable() is None


def test_a_decision_is_for_the_fixed_supervisor_and_the_coordinator(
    petra: Session, jan: Session, els: Session, world: World
) -> None:
    decision = kept(petra, world, DocumentKind.DECISION)
    assert [one.id for one in jan.documents.of(world.amina)] == [decision.id]
    of_cato = petra.documents.keep(
        replace(a_document(petra, world, DocumentKind.DECISION), participant_id=world.cato)
    )
    plan = petra.documents.keep(replace(a_document(petra, world), participant_id=world.cato))
    petra.documents.open(of_cato.id)
    assert [one.id for one in jan.documents.of(world.cato)] == [plan.id]
    assert DocumentKind.DECISION not in jan.documents.kinds(world.cato)
    for refused in (
        lambda: jan.documents.open(of_cato.id),
        lambda: jan.documents.destroy(of_cato.id),
        lambda: jan.documents.keep(replace(of_cato, kind=DocumentKind.PLAN)),
        lambda: jan.documents.keep(replace(plan, kind=DocumentKind.DECISION)),
    ):
        with pytest.raises(NotAllowed):
            refused()
    assert of_cato.id not in {one.row_id for one in jan.history.of_participant(world.cato)}
    assert plan.id in {one.row_id for one in jan.history.of_participant(world.cato)}


def test_a_document_of_somebody_else_is_refused(petra: Session, els: Session, world: World) -> None:
    document = kept(petra, world)
    for refused in (
        lambda: els.documents.of(world.amina),
        lambda: els.documents.open(document.id),
        lambda: els.documents.destroy(document.id),
    ):
        with pytest.raises(NotAllowed):
            refused()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": " "}, "title"),
        ({"keep_reason": ""}, "keep_reason"),
        ({"content": b""}, "content"),
        ({"on": TODAY + timedelta(days=1)}, "on"),
        ({"expires_on": TODAY - timedelta(days=1)}, "expires_on"),
        ({"title": "Besluit 111222333"}, "title"),
        ({"file_name": "111222333.pdf"}, "content"),
    ],
)
def test_a_document_without_a_reason_or_with_a_citizen_number_is_refused(
    petra: Session, world: World, changes: dict[str, object], field: str
) -> None:
    with pytest.raises(RuleBroken) as refused:
        petra.documents.keep(replace(a_document(petra, world), **changes))
    assert [problem.field for problem in refused.value.problems] == [field]


def test_a_file_that_is_gone_empty_or_too_large_is_said_beside_the_file(
    petra: Session, tmp_path: Path
) -> None:
    empty, large = tmp_path / "empty.pdf", tmp_path / "large.pdf"
    empty.touch()
    with large.open("wb") as file:
        file.truncate(LARGEST_DOCUMENT + 1)
    for path in (tmp_path / "gone.pdf", tmp_path, empty, large):
        with pytest.raises(RuleBroken) as refused:
            petra.documents.read_file(path)
        assert [problem.field for problem in refused.value.problems] == ["content"]


def test_a_full_disk_is_said_and_nothing_is_kept(petra: Session, world: World) -> None:
    with petra.opened.database.read() as uow:
        pages = uow.connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    _limit(petra, int(pages) + 2)
    large = replace(a_document(petra, world), content=b"%PDF-" + bytes(2_000_000))
    with pytest.raises(StorageError, match="schijf is vol"):
        petra.documents.keep(large)
    _limit(petra, 1_000_000_000)
    assert petra.documents.of(world.amina) == []


def _limit(session: Session, pages: int) -> None:
    """So many pages and no more, as on a disk that is full; for every connection that is open."""
    with session.opened.database.read() as uow:
        uow.connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
