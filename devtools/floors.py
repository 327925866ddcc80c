"""Checks the floors: the import contracts in pyproject.toml."""

import sys
from pathlib import Path

from importlinter.cli import lint_imports

if __name__ == "__main__":
    sys.path.insert(0, str(Path.cwd()))
    sys.exit(lint_imports(no_cache=True))
