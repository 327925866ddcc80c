"""The power may fail at any moment (the long form is `python tests/kill_run.py --times 100`)."""

from pathlib import Path

from tests.kill_run import kill_many


def test_ten_kills_lose_nothing_and_leave_a_whole_store(tmp_path: Path) -> None:
    assert kill_many(tmp_path, times=10) == []
