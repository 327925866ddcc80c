"""What forms of participants offer out of the catalogue: languages, levels, agreements."""

from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.languages import LanguageLevel
from ca_desktop.i18n import current_language


def language_choices() -> list[tuple[str, str]]:
    """Every language of the catalogue."""
    language = current_language()
    return [(one.code, one.name.in_(language)) for one in load_catalogue().languages]


def language_name(code: str) -> str:
    """The name of a language; the code itself where the catalogue doesn't have it."""
    return dict(language_choices()).get(code, code)


def level_choices() -> list[tuple[LanguageLevel, str]]:
    """The levels of the ERK."""
    return [(level, level.text) for level in LanguageLevel]


def agreement_choices() -> list[tuple[str, str]]:
    """The agreements for the workplace that can be chosen."""
    language = current_language()
    return [(one.code, one.name.in_(language)) for one in load_catalogue().workplace_agreements]
