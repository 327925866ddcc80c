"""What the papers for newcomers point at is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAPERS = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
NAMED = re.compile(
    r"`((?:ca_desktop|app|cli|ui|services|exchange|reports|db|domain|resources|devtools|installer"
    r"|tests|docs|kit|catalogue)/[\w/]*(?:\.\w+|/))(?:: \w+)?`"
)
LINKED = re.compile(r"\]\((?!https?:)([^)#]+)\)")
WHERE = (ROOT, ROOT / "ca_desktop", ROOT / "ca_desktop/ui", ROOT / "resources")


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_every_file_that_is_named_exists(paper: Path) -> None:
    words = paper.read_text(encoding="utf-8")
    gone = [one for one in NAMED.findall(words) if not any((top / one).exists() for top in WHERE)]
    gone += [one for one in LINKED.findall(words) if not (paper.parent / one).exists()]
    assert not gone
