"""Proves that a built program stands alone: it makes a demo centre and prints from it.

The program runs from a copy elsewhere, in an empty home, with an environment scrubbed of anything
that points at a Python or at this checkout: only its own fonts, catalogue, migrations and texts
can be found. Started by `dev.py package`, or by hand with the folder of a built program.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAME = "ca-desktop.exe" if os.name == "nt" else "ca-desktop"


class NotProven(Exception):
    """The built program doesn't do what it must."""


def main(arguments: list[str]) -> int:
    """Prove the program in the folder named; 0 when everything held, 1 with what didn't."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    with tempfile.TemporaryDirectory(prefix="proof-") as elsewhere:
        try:
            prove(Path(arguments[0]), Path(elsewhere))
        except NotProven as error:
            print(f"Not proven: {error}", file=sys.stderr)
            return 1
    print("Proven: the built program works by itself.")
    return 0


def prove(built: Path, elsewhere: Path) -> None:
    """Copy the program into the folder and let it do its work there."""
    copy = elsewhere / "program"
    shutil.copytree(built, copy, symlinks=True)
    _has_every_migration(copy)
    store = elsewhere / "centre"
    said = _run(copy, elsewhere, "demo", str(store), "--participants", "12")
    password = _password(said)
    if not (store / "store.db").is_file():
        raise NotProven("demo made no store")
    name = _sign_in_name(said)
    for language, words in {"nl": ("Functieblad", "Sorteren"), "en": ("Sorting",)}.items():
        paper = elsewhere / f"role-{language}.pdf"
        _run(
            *(copy, elsewhere, "--store", str(store), "--user", name, "factsheet", "sorteren"),
            *("--language", language, "--out", str(paper)),
            password=password,
        )
        _look_at(paper, words)
    found = _run(copy, elsewhere, "--store", str(store), "--user", name, "check", password=password)
    print(found.strip())


def _has_every_migration(program: Path) -> None:
    """A new store doesn't need them, so `demo` would not notice that they are missing."""
    versions = Path("ca_desktop", "db", "migrations", "versions")
    wanted = {path.name for path in (ROOT / versions).glob("[0-9]*.py")}
    there = {path.name for path in (program / "_internal" / versions).glob("[0-9]*.py")}
    if not wanted or wanted - there:
        raise NotProven(f"migrations are missing: {sorted(wanted - there)}")


def _run(program: Path, home: Path, *words: str, password: str = "") -> str:
    """What the program printed. Raises NotProven when it didn't end with status 0."""
    kept = ("SYSTEMROOT", "TEMP", "TMP") if os.name == "nt" else ()
    scrubbed = {name: os.environ[name] for name in kept if name in os.environ}
    scrubbed |= {"HOME": str(home), "USERPROFILE": str(home), "PATH": os.defpath}
    scrubbed |= {"LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
    if password:
        scrubbed["CA_DESKTOP_PASSWORD"] = password
    done = subprocess.run(
        [str(program / NAME), *words],
        env=scrubbed,
        cwd=home,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    if done.returncode != 0:
        raise NotProven(f"{' '.join(words)} ended with {done.returncode}:\n{done.stderr}")
    print(f"  done: {' '.join(words[-4:])}", flush=True)
    return done.stdout


def _password(said: str) -> str:
    return _after(said, r"(?:wachtwoord|password)")


def _sign_in_name(said: str) -> str:
    return _after(said, r"(?:aanmeldnaam|gebruikersnaam|naam|sign-in name|name)")


def _after(said: str, label: str) -> str:
    """What stands behind a label in what `demo` printed, such as `Wachtwoord: drie woorden`."""
    found = re.search(rf"^\W*{label}\s*:\s*(.+?)\s*$", said, re.IGNORECASE | re.MULTILINE)
    if found is None:
        raise NotProven(f"demo did not say {label}: {said}")
    return found[1]


def _look_at(paper: Path, words: tuple[str, ...]) -> None:
    """The paper has the words that the catalogue must give, and every font is inside it."""
    from pypdf import PdfReader

    reader = PdfReader(paper)
    text = "\n".join(page.extract_text() for page in reader.pages)
    missing = [word for word in words if word.casefold() not in text.casefold()]
    if missing:
        raise NotProven(f"{paper.name} doesn't say {', '.join(missing)}")
    embedded, not_embedded = (
        set().union(*fonts) for fonts in zip(*(p._get_fonts() for p in reader.pages), strict=True)
    )
    if not_embedded or not any("NotoSans" in font for font in embedded):
        raise NotProven(f"{paper.name} has {embedded}, but leaves out {not_embedded}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
