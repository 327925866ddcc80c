"""Where this computer keeps things, and what travels with the program."""

import sys
from pathlib import Path

import pytest

from ca_desktop.paths import config_folder, crash_folder, data_folder
from ca_desktop.resources import resource

on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="XDG is Linux's way")


@on_linux
def test_the_places_of_the_desktop_are_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    assert data_folder() == tmp_path / "data" / "ca-desktop"
    assert config_folder() == tmp_path / "config" / "ca-desktop"
    assert crash_folder() == tmp_path / "state" / "ca-desktop" / "crashes"


@on_linux
@pytest.mark.parametrize("value", ["", "relative/place"])
def test_a_place_that_is_not_absolute_is_ignored(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", value)
    assert data_folder() == Path.home() / ".local" / "share" / "ca-desktop"


def test_asking_for_a_folder_does_not_make_it() -> None:
    assert not any(f.exists() for f in (data_folder(), config_folder(), crash_folder()))


@pytest.mark.parametrize(
    "font",
    [
        "NotoSans-Regular.ttf",
        "NotoSans-Bold.ttf",
        "NotoSans-Italic.ttf",
        "NotoSans-BoldItalic.ttf",
        "NotoSansArabic-Regular.ttf",
        "NotoSansEthiopic-Regular.ttf",
        "DejaVuSans.ttf",
        "OFL.txt",
        "DEJAVU-LICENSE.txt",
    ],
)
def test_the_fonts_travel_with_their_licences(font: str) -> None:
    assert resource("fonts", font).stat().st_size > 1000


def test_a_resource_that_is_not_shipped_is_a_bug() -> None:
    with pytest.raises(FileNotFoundError, match=r"fonts/Comic\.ttf"):
        resource("fonts", "Comic.ttf")
