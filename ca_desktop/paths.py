"""Where this computer keeps things: stores, settings, crash details. Makes no folder itself."""

import os
import sys
from pathlib import Path

_NAME = "ca-desktop"


def data_folder() -> Path:
    """The default place for stores (the folder itself need not exist yet)."""
    if sys.platform == "win32":
        return _from_environment("LOCALAPPDATA", Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / _NAME
    return _from_environment("XDG_DATA_HOME", Path.home() / ".local" / "share")


def config_folder() -> Path:
    """Where settings.json stands (the folder itself need not exist yet)."""
    if sys.platform == "win32":
        return _from_environment("APPDATA", Path.home() / "AppData" / "Roaming")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Preferences" / _NAME
    return _from_environment("XDG_CONFIG_HOME", Path.home() / ".config")


def crash_folder() -> Path:
    """Where details of a crash are kept, without personal data (need not exist yet)."""
    if sys.platform == "win32":
        return data_folder() / "crashes"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Logs" / _NAME
    return _from_environment("XDG_STATE_HOME", Path.home() / ".local" / "state") / "crashes"


def _from_environment(variable: str, otherwise: Path) -> Path:
    """The folder of this program under the one the variable names; a relative value is ignored."""
    named = Path(os.environ.get(variable, ""))
    return (named if named.is_absolute() else otherwise) / _NAME
