"""One voice: the program says “je” to everybody, on screen and in the catalogue."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[1]
FORMAL = re.compile(r"(?<![\w‘'])(u|uw|Uw)(?!\w)")


def test_no_text_on_screen_or_paper_says_u() -> None:
    with (ROOT / "resources/locale/nl/LC_MESSAGES/ca_desktop.po").open("rb") as file:
        catalogue = read_po(file, locale="nl")
    formal = [one.id for one in catalogue if one.id and FORMAL.search(str(one.string))]
    assert formal == []


@pytest.mark.parametrize(
    "file", sorted((ROOT / "resources/catalogue").rglob("*.toml")), ids=lambda file: file.stem
)
def test_no_text_of_the_catalogue_says_u(file: Path) -> None:
    lines = file.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if FORMAL.search(line)] == []
