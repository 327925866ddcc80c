"""The settings of this computer."""

import json
from pathlib import Path

import pytest

from ca_desktop import settings
from ca_desktop.settings import Settings, Theme


def test_without_a_file_there_are_defaults() -> None:
    assert settings.load() == Settings()
    assert Settings().language == "nl"


def test_what_is_saved_comes_back() -> None:
    chosen = Settings(
        language="en", last_store="/é/ł", zoom=150, theme=Theme.DARK, geometry="AdnQ=="
    )
    settings.save(chosen)
    assert settings.load() == chosen
    assert type(settings.load().theme) is Theme


def test_saving_leaves_nothing_beside_the_file() -> None:
    settings.save(Settings())
    settings.save(Settings(zoom=90))
    assert [p.name for p in settings.settings_file().parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '"x"', "\x00\xff", "1e999"])
def test_a_damaged_file_gives_defaults_and_no_error(tmp_path: Path, content: str) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content.encode("latin-1"))
    assert settings.load(path) == Settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("zoom", 5000),
        ("zoom", True),
        ("zoom", "150"),
        ("theme", "pink"),
        ("theme", 3),
        ("language", "tlh"),
        ("language", ["nl"]),
        ("last_store", None),
        ("from_a_newer_program", 1),
    ],
)
def test_one_value_that_makes_no_sense_leaves_the_others(
    tmp_path: Path, name: str, value: object
) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"geometry": "abc", name: value}), encoding="utf-8")
    assert settings.load(path) == Settings(geometry="abc")


def test_a_folder_that_can_not_be_written_is_said_and_the_old_file_stays(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("x")
    with pytest.raises(OSError, match="file"):
        settings.save(Settings(), in_the_way / "settings.json")
    assert in_the_way.read_text() == "x"
