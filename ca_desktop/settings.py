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
MOST_STORES = 5


class Theme(StrEnum):
    """How the window is coloured; `system` follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownStore:
    """A store that was opened on this computer, with its name as it was then."""

    path: str
    name: str
    is_demo: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of this computer. `zoom` is a percentage, `geometry` Qt's own text (base64)."""

    language: str = DEFAULT_LANGUAGE
    last_store: str = ""
    zoom: int = 100
    theme: Theme = Theme.SYSTEM
    geometry: str = ""
    recent: tuple[KnownStore, ...] = ()

    @classmethod
    def from_values(cls, values: Mapping[str, object]) -> Self:
        """Settings from what a file said; each value that makes no sense becomes its default."""
        sound = cls()
        for name, value in values.items():
            with suppress(ValueError):
                sound = replace(sound, **_sound(name, value))
        return sound

    @property
    def known(self) -> tuple[KnownStore, ...]:
        """The stores of this computer, the one opened last first."""
        last = KnownStore(path=self.last_store, name=Path(self.last_store).name)
        is_listed = not last.path or any(one.path == last.path for one in self.recent)
        return self.recent if is_listed else (*self.recent, last)

    def with_opened(self, store: KnownStore) -> Self:
        """After this store was opened. A demo never takes the place of a centre that is known."""
        others = [one for one in self.known if one.path != store.path]
        recent = [store, *others][:MOST_STORES]
        own = next((one for one in (store, *others) if not one.is_demo), None)
        if own is not None and own not in recent:
            recent[-1] = own
        return replace(self, recent=tuple(recent), last_store=(own or store).path)


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
        case "recent", list(stores):
            return {name: tuple(known for one in stores if (known := _known(one)))[:MOST_STORES]}
        case _:
            return {}


def _known(value: object) -> KnownStore | None:
    match value:
        case {"path": str(path), "name": str(name), "is_demo": bool(is_demo)} if path:
            return KnownStore(path=path, name=name, is_demo=is_demo)
        case _:
            return None
