"""From a bare machine to a working environment: system libraries, then .venv from the lock.

Standard library only: this runs before anything is installed.
"""

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

# Debian package → the library that shows it is there: what PySide6 doesn't bring along.
LIBRARIES = {
    "libgl1": "libGL.so.1",
    "libegl1": "libEGL.so.1",
    "libglib2.0-0": "libglib-2.0.so.0",
    "libdbus-1-3": "libdbus-1.so.3",
    "libfontconfig1": "libfontconfig.so.1",
    "libxkbcommon0": "libxkbcommon.so.0",
}
SCREEN_LIBRARIES = {
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libwayland-cursor0": "libwayland-cursor.so.0",
    "libcups2": "libcups.so.2",
}


class Missing(Exception):
    """Something only the user can put right; the message says how."""


def prepare(root: Path) -> None:
    """Make sure the program can run from this folder. Raises Missing with the line to run."""
    if sys.platform.startswith("linux"):
        _system_libraries()
    _environment(root)


def texts_are_compiled(root: Path) -> bool:
    """Whether each catalogue of texts has a compiled file that is not older."""
    sources = list(root.glob("resources/locale/*/LC_MESSAGES/*.po"))
    compiled = [source.with_suffix(".mo") for source in sources]
    return all(
        mo.exists() and mo.stat().st_mtime >= po.stat().st_mtime
        for po, mo in zip(sources, compiled, strict=True)
    )


def python(root: Path) -> Path:
    """The Python of the project's own environment."""
    return _python_of(root / ".venv")


def fresh_environment(folder: Path, lock: Path) -> Path:
    """A new virtual environment with exactly what the lock holds; returns its Python."""
    print(f"Installing {lock.name} into {folder.name} (once; takes half a minute) …", flush=True)
    subprocess.check_call([sys.executable, "-m", "venv", "--clear", str(folder)])
    install = [str(_python_of(folder)), "-m", "pip", "install", "--quiet"]
    install += ["--disable-pip-version-check", "--no-input", "--no-deps"]
    subprocess.check_call([*install, "--require-hashes", "-r", str(lock)])
    return _python_of(folder)


def _python_of(folder: Path) -> Path:
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _environment(root: Path) -> None:
    """`.venv` from requirements.lock; the stamp makes the second start quick."""
    lock = root / "requirements.lock"
    wanted = hashlib.sha256(lock.read_bytes() + sys.version.encode() + bytes(root)).hexdigest()
    stamp = root / ".venv" / "made-from"
    if stamp.is_file() and stamp.read_text() == wanted and python(root).exists():
        return
    try:
        chosen = fresh_environment(root / ".venv", lock)
        _install_the_project(chosen, root)
    except (OSError, subprocess.CalledProcessError) as error:
        raise Missing(
            f"The environment could not be made: {error}\n"
            f"This step needs the network once. Try again: python3 {' '.join(sys.argv)}"
        ) from error
    stamp.write_text(wanted)


def _install_the_project(chosen: Path, root: Path) -> None:
    install = [str(chosen), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    install += ["--no-deps", "--no-build-isolation", "--editable", str(root)]
    subprocess.check_call(install)


def _system_libraries() -> None:
    has_screen = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    is_root = os.geteuid() == 0
    wanted = LIBRARIES | (SCREEN_LIBRARIES if has_screen or is_root else {})
    missing = [package for package, library in wanted.items() if not _loads(library)]
    if importlib.util.find_spec("ensurepip") is None:
        missing.insert(0, "python3-venv")
    if not missing:
        return
    if not is_root:  # all at once, also what only a screen needs: no second round
        more = {p: lib for p, lib in SCREEN_LIBRARIES.items() if p not in wanted}
        missing += [package for package, library in more.items() if not _loads(library)]
        wanted = wanted | more
    if shutil.which("apt-get") is None:
        names = ", ".join(wanted.get(package, package) for package in missing)
        raise Missing(f"These are missing; install them with your package manager: {names}")
    line = ["apt-get", "install", "--yes", "--no-install-recommends", *missing]
    if not is_root:
        raise Missing(f"Something is missing on this computer. Run:\n\n    {_as_root(line)}\n")
    print(f"Installing {' '.join(missing)} …", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.call(["apt-get", "update", "-qq"], env=quiet)
    if subprocess.call([*line, "-qq"], env=quiet, stdout=subprocess.DEVNULL) != 0:
        raise Missing(f"That failed. Run it by hand to see why:\n\n    {' '.join(line)}\n")


def _as_root(line: list[str]) -> str:
    install = " ".join(line)
    if shutil.which("sudo"):
        return f"sudo apt-get update && sudo {install}"
    return f"su -c 'apt-get update && {install}'"


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
