"""Nothing personal lies readable on the disk: store, backup, temporary files, crash reports."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from ca_desktop import paths
from ca_desktop.services.session import Session
from ca_desktop.services.stores import OpenStore, StoreDoor
from ca_desktop.ui.kit.errors import crash_details, write_crash
from tests.builders import PASSWORD, World, a_participant, a_wish, join
from tests.stores import session_of

NAME = "Zwaluwkruid"
NOTE = "Fluisterpapaver"


@pytest.fixture
def temp_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files, of this test's own."""
    folder = tmp_path / "tijdelijk"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return folder


def readable_in(folder: Path, *words: str) -> list[str]:
    """The files in which one of these words can be read, as UTF-8 or UTF-16, in any case."""
    spellings = {form for word in words for form in (word, word.lower(), word.upper())}
    wanted = [
        form.encode(code) for form in spellings for code in ("utf-8", "utf-16-le", "utf-16-be")
    ]
    return sorted(
        f"{path.relative_to(folder)}"
        for path in folder.rglob("*")
        if path.is_file() and any(word in path.read_bytes() for word in wanted)
    )


def use(session: Session, world: World) -> None:
    """A morning's work on somebody with a name and a note that nobody else has."""
    person = a_participant(session, "Wilde", NAME)
    join(session, person.id, world.municipality)
    session.drafts.keep("entry", {"text": f"{NOTE} half"})
    session.entries.write(replace(session.entries.new(person.id), text=f"{NOTE} over {NAME}"))
    assert session.search.find(NAME.lower())
    assert session.entries.matching(NOTE)
    changes = session.history.of_participant(person.id)[-1].changes
    assert ("last_name", "", NAME) in changes
    paper = session.papers.progress_report(a_wish(person.id, world.municipality))
    session.papers.issue(paper)
    assert session.papers.issued_about(person.id)[0].content == paper.content
    session.participants.change(replace(person, place=NAME))
    session.history.undo_last()


@pytest.fixture
def used(filled_store: OpenStore, world: World, temp_folder: Path) -> Session:
    """A centre in which that work was done, still open."""
    session = session_of(filled_store)
    use(session, world)
    return session


def test_the_search_for_readable_words_finds_them(tmp_path: Path) -> None:
    for number, code in enumerate(("utf-8", "utf-16-le", "utf-16-be")):
        (tmp_path / f"{number}").write_bytes(b"\x00\x01" + NOTE.upper().encode(code))
    assert readable_in(tmp_path, NOTE) == ["0", "1", "2"]


def test_an_open_store_shows_nothing(used: Session, temp_folder: Path) -> None:
    files = {path.name for path in used.opened.store.iterdir()}
    assert {"store.db", "vault.json"} <= files
    assert readable_in(used.opened.store, NAME, NOTE) == []
    assert readable_in(temp_folder, NAME, NOTE) == []


def test_a_closed_store_shows_nothing(used: Session, temp_folder: Path) -> None:
    used.opened.close()
    assert readable_in(used.opened.store, NAME, NOTE) == []
    opened = StoreDoor.at(used.opened.store).sign_in("petra", PASSWORD)
    assert session_of(opened).participants.find(NAME)
    opened.close()
    assert readable_in(temp_folder, NAME, NOTE) == []


def test_a_change_that_broke_off_shows_nothing(used: Session) -> None:
    person = used.participants.named(f"Wilde {NAME}")

    def break_off() -> None:
        with used.opened.database.write(used.actor, "Half") as uow:
            uow.save(replace(person, place=f"{NAME} half"))
            uow.flush_journal()
            assert readable_in(used.opened.store, NAME, NOTE) == []
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        break_off()
    assert readable_in(used.opened.store, NAME, NOTE) == []


def test_a_backup_shows_nothing(used: Session, tmp_path: Path, temp_folder: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    used.backups.back_up(folder / used.backups.suggested_name())
    assert len(list(folder.iterdir())) == 1
    assert readable_in(folder, NAME, NOTE) == []
    assert readable_in(temp_folder, NAME, NOTE) == []


def test_a_crash_leaves_no_name_and_no_note(used: Session, tmp_path: Path) -> None:
    person = used.participants.named(f"Wilde {NAME}")
    broken = replace(used.entries.new(person.id), text=NOTE, minutes=NOTE)
    with pytest.raises(TypeError) as crash:
        used.entries.write(broken)
    try:
        raise ValueError(f"{NAME}: {NOTE}") from crash.value
    except ValueError as error:
        written = write_crash(error)
        details = crash_details(error)
    assert written is not None
    assert written.parent == paths.crash_folder()
    assert "ValueError" in details
    assert "TypeError" in written.read_text(encoding="utf-8")
    assert readable_in(paths.crash_folder(), NAME, NOTE) == []
    assert NOTE not in details


def test_nothing_readable_lies_anywhere_the_program_may_write(
    used: Session, tmp_path: Path
) -> None:
    used.opened.close()
    assert readable_in(tmp_path, NAME, NOTE) == []


def test_a_paper_that_was_asked_for_is_the_only_readable_file(
    used: Session, world: World, tmp_path: Path
) -> None:
    person = used.participants.named(f"Wilde {NAME}")
    paper = used.papers.progress_report(a_wish(person.id, world.municipality))
    (tmp_path / "uit").mkdir()
    used.papers.issue(paper, tmp_path / "uit" / paper.file_name)
    assert [path.name for path in (tmp_path / "uit").iterdir()] == [paper.file_name]
    assert NAME.lower() not in paper.file_name.lower()
