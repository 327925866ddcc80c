"""A demo centre and the command line on it, as a script would use it."""

import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from ca_desktop.__main__ import main

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Ran:
    """What a command said and how it ended."""

    status: int
    out: str
    err: str

    @property
    def last_word(self) -> str:
        return self.out.split()[-1]


@dataclass(frozen=True)
class Demo:
    """A demo centre and how to get into it."""

    store: Path
    name: str
    password: str

    def at(self, store: Path) -> "Demo":
        return replace(self, store=store)


class CommandLine:
    """Runs commands on one store as one account."""

    def __init__(
        self,
        demo: Demo,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        self.demo = demo
        self._capsys = capsys
        monkeypatch.setenv("CA_DESKTOP_PASSWORD", demo.password)

    def __call__(self, *words: object) -> Ran:
        """Run a command on the store of this test."""
        return self.bare("--store", self.demo.store, "--user", self.demo.name, *words)

    def bare(self, *words: object) -> Ran:
        """Run a command as it is."""
        self._capsys.readouterr()
        try:
            status = main([str(word) for word in words])
        except SystemExit as ended:
            status = int(ended.code or 0)
        said = self._capsys.readouterr()
        return Ran(status, said.out, said.err)


def in_a_process(*words: object, **environment: str) -> Ran:
    """Run a command in a process of its own, without a screen."""
    home = environment.get("HOME", "")
    done = subprocess.run(
        [sys.executable, "-m", "ca_desktop", *map(str, words)],
        cwd=ROOT,
        env={"HOME": home, "XDG_CONFIG_HOME": home, "PYTHONUTF8": "1", **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    return Ran(done.returncode, done.stdout, done.stderr)
