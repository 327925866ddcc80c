"""Pictures of every page, dialog, sign-in step and paper of the demo centre, to be looked at.

    python3 dev.py screenshots [--only WORD] [--out build/screenshots]

Light and dark, at 1366×768 and at 150 % (where such a screen has room for 911×512), without a
screen. WORD is a part of a picture's name, such as `participants` or `factsheet`. The folder
`sheets` holds four pictures on one.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

SCREEN = (1366, 768)  # px of the smallest screen that has to do
LOOKS = ("light", "dark")
SCALES = ("1", "1.5")
SEED = 2026


def main(arguments: list[str]) -> int:
    """Make the demo centre once, then take the pictures, one process for each look and scale."""
    wish = _wish(arguments)
    wish.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="ca-desktop-pictures-") as folder:
        home = Path(folder)
        screen = {"screens": [{"name": "small", "width": SCREEN[0], "height": SCREEN[1]}]}
        (home / "screen.json").write_text(json.dumps(screen))
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={home / 'screen.json'}"
        for variable in ("DATA", "CONFIG", "STATE"):
            os.environ[f"XDG_{variable}_HOME"] = str(home)
        _make_demo(home)
        for look in LOOKS:
            for scale in SCALES:
                _child(look, scale, home, wish)
        _child("papers", "1", home, wish)
    print(f"Look at them in {wish.out}")
    return 0


def _wish(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py screenshots", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--only", default="", help="a part of the names of the pictures")
    parser.add_argument("--out", type=Path, default=Path("build/screenshots"))
    return parser.parse_args(arguments)


def _make_demo(home: Path) -> None:
    from ca_desktop.services.demo.create import create_demo

    access = create_demo(home / "demo", seed=SEED)
    (home / "access.json").write_text(json.dumps([access.sign_in_name, access.password]))


def _child(look: str, scale: str, home: Path, wish: argparse.Namespace) -> None:
    words = [sys.executable, "-m", "tests.screens.shoot", look, scale, str(home), str(wish.out)]
    subprocess.check_call([*words, wish.only], env={**os.environ, "QT_SCALE_FACTOR": scale})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
