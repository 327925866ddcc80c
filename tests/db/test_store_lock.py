"""One window or writing command at a time."""

import json
import socket
from pathlib import Path

import pytest

from ca_desktop.db.store_lock import StoreLock, holder
from ca_desktop.domain.errors import StorageError
from tests.services.test_papers import full_disk


def test_a_second_window_hears_where_the_centre_is_open(tmp_path: Path) -> None:
    with StoreLock(tmp_path):
        who = holder(tmp_path)
        assert who is not None
        with pytest.raises(StorageError) as refusal:
            StoreLock(tmp_path).acquire()
        assert socket.gethostname() in refusal.value.message
        assert who.time in refusal.value.message


def test_after_closing_the_next_one_comes_in(tmp_path: Path) -> None:
    with StoreLock(tmp_path):
        pass
    assert holder(tmp_path) is None
    with StoreLock(tmp_path):
        pass


def test_a_stale_file_never_stands_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "store.lock").touch()
    stale = {"pid": 1, "computer": "weg", "since": "2020-01-01T00:00:00+00:00"}
    (tmp_path / "store.lock.json").write_text(json.dumps(stale), encoding="utf-8")
    with StoreLock(tmp_path):
        pass


def test_an_unreadable_note_still_gives_a_message(tmp_path: Path) -> None:
    with StoreLock(tmp_path):
        (tmp_path / "store.lock.json").write_text("?", encoding="utf-8")
        with pytest.raises(StorageError, match="already open"):
            StoreLock(tmp_path).acquire()


def test_a_full_disk_leaves_the_lock_free(tmp_path: Path) -> None:
    with full_disk(0), pytest.raises(StorageError, match="full") as refusal:
        StoreLock(tmp_path).acquire()
    assert refusal.value.message
    with StoreLock(tmp_path):
        pass
