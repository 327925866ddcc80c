"""The settings of this computer."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from ca_desktop import settings
from ca_desktop.settings import KnownStore, Settings, Theme


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


WERF = KnownStore(path="/werf", name="De Werf")
DEMO = KnownStore(path="/demo", name="Proef", is_demo=True)


def test_the_demo_never_takes_the_place_of_a_centre_that_is_known() -> None:
    looked = Settings().with_opened(WERF).with_opened(DEMO)
    assert looked.last_store == "/werf"
    assert looked.recent == (DEMO, WERF)
    assert Settings().with_opened(DEMO).last_store == "/demo"
    assert Settings().with_opened(DEMO).with_opened(WERF).last_store == "/werf"


def test_five_demos_do_not_push_the_own_centre_out() -> None:
    chosen = Settings().with_opened(WERF)
    for number in range(6):
        chosen = chosen.with_opened(replace(DEMO, path=f"/demo-{number}"))
    assert len(chosen.recent) == settings.MOST_STORES
    assert WERF in chosen.recent
    assert chosen.last_store == "/werf"


def test_a_store_of_before_the_list_was_kept_is_known_by_its_folder() -> None:
    old = Settings(last_store="/data/de-werf")
    assert old.known == (KnownStore(path="/data/de-werf", name="de-werf"),)
    assert old.with_opened(DEMO).last_store == "/data/de-werf"


def test_the_known_stores_come_back_without_what_makes_no_sense(tmp_path: Path) -> None:
    settings.save(Settings().with_opened(WERF))
    assert settings.load().recent == (WERF,)
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"recent": [3, {"path": "/x"}, {"path": "", "name": "y"}]}))
    assert settings.load(path) == Settings()
