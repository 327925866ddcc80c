"""The catalogue of texts: gathers them from the program, keeps the .po files, compiles the .mo.

Without arguments the .po files are renewed; `--check` only says what is not right;
`--compile` makes the .mo files that are older than their .po.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "resources" / "locale"
_KEYWORDS = {"_": None, "N_": None, "t": None, "gettext": None, "ngettext": (1, 2), "nt": (1, 2)}

Id = str | tuple[str, str]


def extracted() -> dict[Id, set[str]]:
    """Every text in the program, with the modules it stands in."""
    found: dict[Id, set[str]] = {}
    for path in sorted((ROOT / "ca_desktop").rglob("*.py")):
        with path.open("rb") as source:
            for _line, text, _comments, _context in extract("python", source, _KEYWORDS):
                message = text if isinstance(text, str) else (text[0], text[1])
                if message:
                    found.setdefault(message, set()).add(path.relative_to(ROOT).as_posix())
    return found


def catalogues() -> list[Path]:
    """The .po files, one per language that is translated."""
    return sorted(LOCALE.glob("*/LC_MESSAGES/ca_desktop.po"))


def read(path: Path) -> Catalog:
    """The catalogue in one .po file."""
    with path.open("rb") as source:
        return read_po(source, locale=path.parent.parent.name)


def renew(path: Path) -> None:
    """Bring one .po file in line with the program: new texts empty, vanished ones gone."""
    old = read(path)
    new = Catalog(
        locale=old.locale,
        project="CA Desktop",
        version="1",
        header_comment=f"# Texts of CA Desktop: {old.locale_identifier}. Licence: EUPL-1.2.",
        last_translator="CA Desktop",
        language_team="CA Desktop",
        msgid_bugs_address="CA Desktop",
        charset="utf-8",
        fuzzy=False,
        creation_date=old.creation_date,
        revision_date=old.revision_date,
    )
    for text, modules in extracted().items():
        known = old.get(text if isinstance(text, str) else text[0])
        new.add(text, known.string if known else "", [(name, 0) for name in sorted(modules)])
    with path.open("wb") as target:
        write_po(target, new, width=100, include_lineno=False, sort_output=True)


def compile_texts() -> None:
    """Write each .mo that is missing or older than its .po."""
    for path in catalogues():
        compiled = path.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime >= path.stat().st_mtime:
            continue
        with compiled.open("wb") as target:
            write_mo(target, read(path))


def faults(path: Path) -> Iterator[str]:
    """What is not right in one catalogue: gaps, guesses, placeholders that differ, left-overs."""
    wanted = {text if isinstance(text, str) else text[0] for text in extracted()}
    catalogue = read(path)
    present = {_first(message) for message in catalogue if message.id}
    yield from (f"not in the catalogue: {text}" for text in sorted(wanted - present))
    yield from (f"no longer in the program: {text}" for text in sorted(present - wanted))
    for message in catalogue:
        if message.id:
            yield from _faults_of(message)


def _faults_of(message: Message) -> Iterator[str]:
    text = _first(message)
    strings = [message.string] if isinstance(message.string, str) else list(message.string or [])
    if not all(strings):
        yield f"not translated: {text}"
    if message.fuzzy:
        yield f"marked as a guess: {text}"
    originals = [message.id] if isinstance(message.id, str) else list(message.id)
    allowed = set().union(*map(_placeholders, originals))
    for string in strings:
        named = _placeholders(string)
        if string and (named - allowed or (len(originals) == 1 and named != allowed)):
            yield f"placeholders differ: {text}"


def _first(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _placeholders(text: str) -> set[str]:
    try:
        return {name for _literal, name, _spec, _conversion in Formatter().parse(text) if name}
    except ValueError:
        return set()  # a lone brace: a text that is never filled in


def main(arguments: list[str]) -> int:
    """Renew, check or compile, as the argument says."""
    if arguments == ["--compile"]:
        compile_texts()
        return 0
    if arguments != ["--check"]:
        for path in catalogues():
            renew(path)
        compile_texts()
    found = [f"{path.parent.parent.name}: {f}" for path in catalogues() for f in faults(path)]
    print("\n".join(found) or "The catalogue is complete.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
