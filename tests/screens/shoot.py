"""One process of pictures: one look at one scale, or the papers. Started by tests.screenshots."""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from ca_desktop.i18n import use_language
from ca_desktop.ui.kit.jobs import Jobs
from ca_desktop.ui.kit.theme import Theme
from tests.screens import pages, papers, quiet, sheets, sign_in
from tests.screens.stage import Access, Stage
from tests.screenshots import SCREEN


def main(look: str, scale: str, home: Path, out: Path, only: str) -> None:
    """Empty the folder of this look, fill it, and lay contact sheets beside it."""
    use_language("nl")
    quiet.install()
    name, password = json.loads((home / "access.json").read_text())
    access = Access(store=home / "demo", name=name, password=password)
    title = look if look == "papers" else f"{look}-{round(100 * float(scale))}"
    folder = _empty(out / title, "*")
    together = _empty(out / "sheets", f"{title}-*")
    app = QApplication(["ca-desktop"])
    if look == "papers":
        sheets.lay_out(papers.draw(access, folder, only), together, title, 4, 1, 480)
        return
    Theme.install(app, look)
    jobs = Jobs(app)
    size = QSize(*(round(pixels / float(scale)) for pixels in SCREEN))
    stage = Stage(app, jobs, folder, size, only)
    sign_in.walk(stage, access)
    pages.walk(stage, access)
    jobs.close()
    sheets.lay_out(stage.taken, together, title, 2, 2, 960)


def _empty(folder: Path, pattern: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob(pattern):
        old.unlink()
    return folder


if __name__ == "__main__":
    main(*sys.argv[1:3], Path(sys.argv[3]), Path(sys.argv[4]), sys.argv[5])
