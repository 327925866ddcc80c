"""Renews the locks: every version with its hashes, for all systems and Pythons, no address inside.

`requirements.lock` is what a developer installs, `installer/requirements.lock` what is built into
the program, held to the same versions. Needs `uv`; without it on the PATH, pip fetches it.
"""

import shutil
import subprocess
import sys

_COMPILE = ["pip", "compile", "--universal", "--generate-hashes", "--python-version", "3.11"]
_COMPILE += [
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-header",
    "--no-annotate",
    "--quiet",
]


def main(arguments: list[str]) -> int:
    """Write both locks. Extra arguments go to uv, such as --upgrade."""
    uv = _uv()
    locks = {
        "requirements.lock": ["--extra", "dev", "--extra", "package", *arguments],
        "installer/requirements.lock": ["--extra", "package", "-c", "requirements.lock"],
    }
    for name, words in locks.items():
        subprocess.check_call([*uv, *_COMPILE, *words, "pyproject.toml", "--output-file", name])
        print(f"Written: {name}")
    return 0


def _uv() -> list[str]:
    if shutil.which("uv"):
        return ["uv"]
    subprocess.check_call([sys.executable, "-m", "pip", "install", "--quiet", "uv"])
    return [sys.executable, "-m", "uv"]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
