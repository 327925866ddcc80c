"""Builds the one-folder program with PyInstaller, in an environment of its own, and proves it.

The environment holds what installer/requirements.lock holds and no development tools, so that
nothing gets in by accident. Started by `python3 dev.py package`.
"""

import hashlib
import subprocess
import sys
from pathlib import Path

from devtools.bare import fresh_environment

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "installer" / "requirements.lock"
BUILD = ROOT / "build"
PROGRAM = ROOT / "dist" / "ca-desktop"


def main(arguments: list[str]) -> int:
    """Build, then prove. `--no-proof` leaves the proof out; its exit status is ours otherwise."""
    python = _environment()
    subprocess.check_call(
        [
            *(str(python), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"),
            *("--distpath", str(PROGRAM.parent), "--workpath", str(BUILD / "pyinstaller")),
            str(ROOT / "installer" / "ca-desktop.spec"),
        ],
        cwd=ROOT,
    )
    size = sum(p.stat().st_size for p in PROGRAM.rglob("*") if p.is_file() and not p.is_symlink())
    print(f"Built: {PROGRAM} ({size / 1_000_000:.0f} MB)", flush=True)
    if "--no-proof" in arguments:
        return 0
    proof = [sys.executable, "-m", "installer.prove_package", str(PROGRAM)]
    return subprocess.call(proof, cwd=ROOT)


def _environment() -> Path:
    """The Python of the build environment, made again when the lock has changed."""
    folder = BUILD / "environment"
    stamp = folder / "made-from"
    wanted = hashlib.sha256(LOCK.read_bytes() + sys.version.encode()).hexdigest()
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not (stamp.is_file() and stamp.read_text() == wanted):
        python = fresh_environment(folder, LOCK)
        stamp.write_text(wanted)
    return python


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
