"""The house on disk is the house in docs/architecture.md: floors, sizes, words, start-up, texts."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ca_desktop.i18n import LANGUAGES
from devtools import texts

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "ca_desktop"
LONGEST_MODULE = 250
LONGEST_FUNCTION = 40
LONGEST_TEST_FILE = 300

# Modules that are still too long, with their number of lines. This list may only shrink.
TOO_LONG: dict[str, int] = {}

# Imported on first use only, so that the first window is there at once.
NOT_AT_START = ("reportlab", "alembic", "pypdfium2", "pikepdf", "xlsxwriter", "python_calamine")


def modules(folder: Path = PACKAGE) -> Iterator[Path]:
    """Every module but the migrations: those are history, written once and never changed."""
    return (p for p in sorted(folder.rglob("*.py")) if p.parent.name != "versions")


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def length(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_every_floor_stands_only_on_the_floors_below_it() -> None:
    """In a process of its own: the linter switches off the loggers of whoever calls it."""
    words = [sys.executable, "-m", "devtools.floors"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout.rpartition("╝")[2] + done.stderr


def test_no_module_is_too_long() -> None:
    found = {name_of(p): length(p) for p in modules() if length(p) > LONGEST_MODULE}
    assert found == TOO_LONG


def test_no_test_file_is_too_long() -> None:
    found = {name_of(p): length(p) for p in modules(ROOT / "tests")}
    assert {name: n for name, n in found.items() if n > LONGEST_TEST_FILE} == {}


def test_no_function_is_too_long() -> None:
    found = [
        f"{name_of(path)}: {node.name}"
        for path in modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
        and (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION
    ]
    assert found == []


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        name_of(path)
        for path in (*modules(), *modules(ROOT / "devtools"), *modules(ROOT / "installer"))
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_there_are_no_drawers() -> None:
    drawers = {"utils", "util", "helpers", "helper", "manager", "misc", "common"}
    assert [name_of(p) for p in modules() if drawers & set(p.with_suffix("").parts)] == []


def test_no_dialog_blocks_the_window() -> None:
    """`exec()` on a dialog can hang a whole session; `open()` is the way."""
    calls = [
        f"{name_of(path)}:{node.lineno}"
        for path in modules(PACKAGE / "ui")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"exec", "exec_"}
    ]
    assert calls == []


def test_qt_gives_back_every_reference_to_none(qtbot) -> None:
    """PySide6 6.12.0 on CPython 3.11 loses one at every void call and aborts after some 5 000."""
    from PySide6.QtWidgets import QLabel

    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(100):
        label.setText(str(number))
    assert before - sys.getrefcount(None) < 50


@pytest.mark.parametrize("module", ["ca_desktop.app", "ca_desktop.cli"])
def test_what_is_heavy_is_imported_on_first_use_only(module: str) -> None:
    program = f"import sys, {module}; print(*(m for m in {NOT_AT_START!r} if m in sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, ""), done.stderr


def test_every_language_but_english_has_a_catalogue() -> None:
    translated = {path.parent.parent.name for path in texts.catalogues()}
    assert translated == set(LANGUAGES) - {"en"}


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {"en"}))
def test_every_text_is_translated_with_the_same_placeholders(language: str) -> None:
    path = texts.LOCALE / language / "LC_MESSAGES" / "ca_desktop.po"
    assert list(texts.faults(path)) == []


def test_renewing_the_catalogue_changes_nothing(tmp_path: Path) -> None:
    for path in texts.catalogues():
        copy = tmp_path / path.relative_to(texts.LOCALE)
        copy.parent.mkdir(parents=True)
        copy.write_bytes(path.read_bytes())
        texts.renew(copy)
        same = copy.read_text(encoding="utf-8") == path.read_text(encoding="utf-8")
        assert same, "run: python3 dev.py texts"


def test_a_text_is_never_put_together_before_it_is_translated() -> None:
    """`_(f"…")` and `_("…" % x)` can't be found by the extraction: placeholders are named."""
    wrong = [
        f"{name_of(path)}:{node.lineno}"
        for path in modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"_", "N_", "ngettext"}
        and node.args
        and isinstance(node.args[0], ast.JoinedStr | ast.BinOp)
    ]
    assert wrong == []


def test_no_text_is_translated_inside_another_text() -> None:
    """`f"{_('Text')}"` is not found by the extraction on Python 3.11: it would stay English."""
    wrong = [
        f"{name_of(path)}:{call.lineno}"
        for path in modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.JoinedStr)
        for call in ast.walk(node)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in {"_", "t", "ngettext"}
        and call.args
        and isinstance(call.args[0], ast.Constant)
    ]
    assert wrong == []
