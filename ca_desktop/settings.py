"""What belongs to this computer, not to a centre: language, last store, zoom, theme, window.

Kept as `settings.json` in the configuration folder, written beside and then replaced, so that a
power cut leaves the old file or the new one. What can't be read is left out, one value at a time:
a damaged file must never keep anyone from opening the program.
"""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Self

from ca_desktop.i18n import DEFAULT_LANGUAGE, LANGUAGES
from ca_desktop.paths import config_folder

SMALLEST_ZOOM, LARGEST_ZOOM = 80, 200


class Theme(StrEnum):
    """How the window is coloured; `system` follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of this computer. `zoom` is a percentage, `geometry` Qt's own text (base64)."""

    language: str = DEFAULT_LANGUAGE
    last_store: str = ""
    zoom: int = 100
    theme: Theme = Theme.SYSTEM
    geometry: str = ""

    @classmethod
    def from_values(cls, values: Mapping[str, object]) -> Self:
        """Settings from what a file said; each value that makes no sense becomes its default."""
        sound = cls()
        for name, value in values.items():
            with suppress(ValueError):
                sound = replace(sound, **_sound(name, value))
        return sound


def settings_file() -> Path:
    """Where the settings of this computer stand."""
    return config_folder() / "settings.json"


def load(path: Path | None = None) -> Settings:
    """The settings of this computer; defaults where there is no readable file."""
    try:
        values = json.loads((path or settings_file()).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    return Settings.from_values(values) if isinstance(values, dict) else Settings()


def save(settings: Settings, path: Path | None = None) -> None:
    """Write the settings beside the old file and replace it. Raises OSError when that can't be."""
    target = path or settings_file()
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f"{target.name}.{os.getpid()}.new")
    try:
        beside.write_text(
            json.dumps(asdict(settings), indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
        )
        beside.replace(target)
    except OSError:
        with suppress(OSError):
            beside.unlink()
        raise


def _sound(name: str, value: object) -> dict[str, Any]:
    """The value as its field wants it; nothing when it makes no sense."""
    match name, value:
        case "zoom", int(zoom) if SMALLEST_ZOOM <= zoom <= LARGEST_ZOOM:
            return {name: zoom}
        case "theme", str(theme):
            return {name: Theme(theme)}
        case "language", str(code) if code in LANGUAGES:
            return {name: code}
        case (("last_store" | "geometry"), str(text)):
            return {name: text}
        case _:
            return {}
