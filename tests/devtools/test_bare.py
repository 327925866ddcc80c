"""From a bare machine: what is printed when something is missing."""

import os
from pathlib import Path

import pytest

from devtools import bare

on_linux = pytest.mark.skipif(not Path("/proc").exists(), reason="apt is Debian's way")


@pytest.fixture
def nothing_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A computer with apt-get, without the libraries, and without a right to install."""
    monkeypatch.setattr(bare, "LIBRARIES", {"libzzz1": "libzzz.so.1"})
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    command(tmp_path, "apt-get")
    return tmp_path


def command(folder: Path, name: str) -> None:
    (folder / name).write_text("#!/bin/sh\n")
    (folder / name).chmod(0o755)


@on_linux
def test_an_ordinary_user_gets_the_exact_line(nothing_there: Path) -> None:
    with pytest.raises(bare.Missing, match=r"su -c 'apt-get update && apt-get install .* libzzz1'"):
        bare._system_libraries()


@on_linux
def test_with_sudo_the_line_says_sudo(nothing_there: Path) -> None:
    command(nothing_there, "sudo")
    with pytest.raises(
        bare.Missing, match=r"sudo apt-get update && sudo apt-get install .*libzzz1"
    ):
        bare._system_libraries()


@on_linux
def test_without_apt_the_library_itself_is_named(nothing_there: Path) -> None:
    (nothing_there / "apt-get").unlink()
    with pytest.raises(bare.Missing, match=r"package manager: .*libzzz\.so\.1"):
        bare._system_libraries()


def test_a_catalogue_newer_than_its_compiled_file_is_seen(tmp_path: Path) -> None:
    folder = tmp_path / "resources" / "locale" / "nl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    assert bare.texts_are_compiled(tmp_path)
    (folder / "x.po").write_text("")
    assert not bare.texts_are_compiled(tmp_path)
    (folder / "x.mo").write_text("")
    os.utime(folder / "x.po", (1, 1))
    assert bare.texts_are_compiled(tmp_path)
