"""The check of the catalogue finds what is wrong in it."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from devtools import texts


@pytest.fixture
def po(tmp_path: Path) -> Path:
    path = tmp_path / "nl" / "LC_MESSAGES" / "ca_desktop.po"
    path.parent.mkdir(parents=True)
    return path


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch) -> dict[texts.Id, set[str]]:
    """The texts of a program that has only these."""
    found: dict[texts.Id, set[str]] = {}
    monkeypatch.setattr(texts, "extracted", lambda: found)
    return found


def write(path: Path, *messages: tuple[texts.Id, object]) -> None:
    catalogue = Catalog(locale="nl", fuzzy=False)
    for text, string in messages:
        catalogue.add(text, string)
    with path.open("wb") as target:
        write_po(target, catalogue)


def test_a_complete_catalogue_has_no_faults(po: Path, program: dict) -> None:
    program.update({"Save {name}": {"a.py"}, ("{n} day", "{n} days"): {"a.py"}})
    write(po, ("Save {name}", "Bewaar {name}"), (("{n} day", "{n} days"), ("Eén dag", "{n} dagen")))
    assert list(texts.faults(po)) == []


@pytest.mark.parametrize(
    ("text", "string", "fault"),
    [
        ("Save", "", "not translated: Save"),
        (("{n} day", "{n} days"), ("{n} dag", ""), "not translated: {n} day"),
        ("Save {name}", "Bewaar {naam}", "placeholders differ: Save {name}"),
        ("Save {name}", "Bewaar", "placeholders differ: Save {name}"),
        (("{n} day", "{n} days"), ("{n} dag", "{m} dagen"), "placeholders differ: {n} day"),
    ],
)
def test_a_gap_or_another_placeholder_is_found(
    po: Path, program: dict, text: texts.Id, string: object, fault: str
) -> None:
    program[text] = {"a.py"}
    write(po, (text, string))
    assert list(texts.faults(po)) == [fault]


def test_a_text_that_came_or_went_is_found(po: Path, program: dict) -> None:
    program["New"] = {"a.py"}
    write(po, ("Old", "Oud"))
    assert list(texts.faults(po)) == [
        "not in the catalogue: New",
        "no longer in the program: Old",
    ]


def test_renewing_keeps_what_was_translated(po: Path, program: dict) -> None:
    program.update({"New": {"a.py"}, "Known": {"a.py"}})
    write(po, ("Old", "Oud"), ("Known", "Bekend"))
    texts.renew(po)
    assert {m.id: m.string for m in texts.read(po) if m.id} == {"New": "", "Known": "Bekend"}
