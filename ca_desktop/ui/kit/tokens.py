"""The colours of the three themes, as names with a meaning, and how contrast is computed."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum

from ca_desktop.i18n import N_


class ThemeName(StrEnum):
    """What a person can choose in the View menu."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


THEME_TEXTS: Mapping[ThemeName, str] = {
    ThemeName.LIGHT: N_("Light"),
    ThemeName.DARK: N_("Dark"),
    ThemeName.CONTRAST: N_("High contrast"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Colours as '#rrggbb'. Every pair in `READ_PAIRS` has a contrast of at least 4.5:1."""

    paper: str  # the window
    surface: str  # fields, tables, cards
    raised: str  # rail, top bar, table heading
    ink: str
    muted: str  # help texts, second lines
    line: str  # hairlines between parts
    edge: str  # the border of a control (3:1 against its surface)
    accent: str
    accent_ink: str  # text on the accent
    accent_soft: str  # selected row, hovered item
    danger: str
    danger_soft: str
    warning: str
    warning_soft: str
    good: str
    focus: str  # the ring around what has the keyboard


TOKENS: Mapping[ThemeName, Tokens] = {
    ThemeName.LIGHT: Tokens(
        paper="#f7f4ee",
        surface="#fffdf9",
        raised="#efeae0",
        ink="#25231f",
        muted="#5f5a51",
        line="#ddd6c8",
        edge="#8d8678",
        accent="#2f6b4f",
        accent_ink="#ffffff",
        accent_soft="#dcebe2",
        danger="#a52a22",
        danger_soft="#f9e3df",
        warning="#835300",
        warning_soft="#fbedcf",
        good="#2f6b4f",
        focus="#1f5f8b",
    ),
    ThemeName.DARK: Tokens(
        paper="#1f201e",
        surface="#282a27",
        raised="#181917",
        ink="#f0ede5",
        muted="#b8b3a8",
        line="#3d403b",
        edge="#83867c",
        accent="#8fcdab",
        accent_ink="#10231a",
        accent_soft="#2e4439",
        danger="#ffa79c",
        danger_soft="#4a2723",
        warning="#f3c56b",
        warning_soft="#45371a",
        good="#8fcdab",
        focus="#8cc8f2",
    ),
    ThemeName.CONTRAST: Tokens(
        paper="#000000",
        surface="#000000",
        raised="#000000",
        ink="#ffffff",
        muted="#ffffff",
        line="#ffffff",
        edge="#ffffff",
        accent="#ffe600",
        accent_ink="#000000",
        accent_soft="#00307a",
        danger="#ff9d94",
        danger_soft="#000000",
        warning="#ffe600",
        warning_soft="#000000",
        good="#7dffb0",
        focus="#00e5ff",
    ),
}

READ_PAIRS = (
    *((front, back) for front in ("ink", "muted") for back in ("paper", "surface", "raised")),
    *((front, back) for front in ("danger", "warning", "good") for back in ("paper", "surface")),
    ("ink", "accent_soft"),
    ("muted", "accent_soft"),
    ("accent_ink", "accent"),
    ("accent", "paper"),
    ("accent", "surface"),
    ("danger", "danger_soft"),
    ("warning", "warning_soft"),
    ("ink", "warning_soft"),
    ("ink", "danger_soft"),
)


def contrast(one: str, other: str) -> float:
    """The WCAG contrast ratio of two '#rrggbb' colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def as_mapping(tokens: Tokens) -> dict[str, str]:
    """Token names and colours, for the stylesheet."""
    return {item.name: getattr(tokens, item.name) for item in fields(tokens)}
