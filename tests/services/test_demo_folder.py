"""Where a demo centre is made, and what is left of one that was broken off."""

from pathlib import Path

import pytest

from ca_desktop.domain.errors import StorageError
from ca_desktop.services.demo import create_demo
from tests.conftest import TODAY


def test_a_demo_is_not_made_among_other_files(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("blijft")
    with pytest.raises(StorageError, match="niet leeg"):
        create_demo(tmp_path, 5, today=TODAY)
    assert [path.name for path in tmp_path.iterdir()] == ["brief.txt"]


@pytest.mark.parametrize("error", [StorageError("vol"), KeyboardInterrupt()])
def test_a_demo_that_was_broken_off_leaves_nothing(tmp_path: Path, error: BaseException) -> None:
    def stop(_done: int, _all: int) -> None:
        raise error

    with pytest.raises(type(error)):
        create_demo(tmp_path / "centrum", 5, today=TODAY, progress=stop)
    assert list(tmp_path.iterdir()) == []


def test_a_demo_does_not_go_over_a_centre_and_leaves_it_whole(tmp_path: Path) -> None:
    create_demo(tmp_path / "centrum", 5, today=TODAY)
    before = {path.name: path.read_bytes() for path in (tmp_path / "centrum").iterdir()}
    with pytest.raises(StorageError, match="staat al een centrum"):
        create_demo(tmp_path / "centrum", 5, today=TODAY)
    after = {path.name: path.read_bytes() for path in (tmp_path / "centrum").iterdir()}
    assert after == before
