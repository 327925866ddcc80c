"""Texts in the reader's language: English in the code, Dutch by default on screen and paper.

`_("Text with {name}", name=…)` translates when the text is shown, `N_("Text")` only marks a text
for the catalogue, and `translator("en")` gives a function of another language, so that a Dutch
window can print an English paper.
"""

import gettext
from collections.abc import Callable
from functools import lru_cache

from ca_desktop.resources import resource

Translate = Callable[..., str]

DOMAIN = "ca_desktop"
LANGUAGES = ("nl", "en")
DEFAULT_LANGUAGE = "nl"

_current = DEFAULT_LANGUAGE


def use_language(code: str) -> None:
    """Speak this language from now on. Raises ValueError for a code the program doesn't have."""
    global _current
    _require(code)
    _current = code


def current_language() -> str:
    """The code of the language spoken now, one of LANGUAGES."""
    return _current


def translator(code: str) -> Translate:
    """The translate function of one language, called as `t("Text {x}", x=1)`.

    The current language stays as it is. Raises ValueError for a code the program doesn't have.
    """
    _require(code)

    def translate(message: str, **values: object) -> str:
        return _filled(_said(code, message), values)

    return translate


def _(message: str, **values: object) -> str:
    """The message in the current language, with its named placeholders filled in."""
    return _filled(_said(_current, message), values)


def N_(message: str) -> str:  # noqa: N802 - the name that gettext tools look for
    """Mark a text for the catalogue; it is translated with `_` when it is shown."""
    return message


def ngettext(one: str, many: str, n: int, **values: object) -> str:
    """The singular or plural form for n in the current language; {n} is filled in as well."""
    return _filled(_catalogue(_current).ngettext(one, many, n), {"n": n, **values})


def _require(code: str) -> None:
    if code not in LANGUAGES:
        raise ValueError(f"No such language: {code!r}; there are {', '.join(LANGUAGES)}.")


def _said(code: str, message: str) -> str:
    """An empty message stays empty: gettext would answer with the catalogue's own header."""
    return _catalogue(code).gettext(message) if message else ""


def _filled(text: str, values: dict[str, object]) -> str:
    return text.format(**values) if values else text


@lru_cache(maxsize=len(LANGUAGES))
def _catalogue(code: str) -> gettext.NullTranslations:
    """The compiled catalogue; where there is none, the English texts of the code are shown."""
    try:
        folder = resource("locale")
    except FileNotFoundError:
        return gettext.NullTranslations()
    return gettext.translation(DOMAIN, folder, [code], fallback=True)
