"""Dates, postcodes and languages as lists write them, read into how we keep them."""

import re
from datetime import date, timedelta

from ca_desktop.domain.dates import DateKind, parse_date
from ca_desktop.domain.errors import RuleBroken
from ca_desktop.domain.folding import fold
from ca_desktop.domain.participants import SHEET_LANGUAGES
from ca_desktop.domain.partners import tidy_postcode
from ca_desktop.i18n import _

_EXCEL_ZERO = date(1899, 12, 30)  # Excel's day 0, as it counts from March 1900
_SERIAL = re.compile(r"\d{5}(?:[.,]0+)?", re.ASCII)
_TIME_BEHIND = re.compile(r"[t ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?z?$", re.ASCII)
_IN_WORDS = re.compile(r"(\d{1,2})[-. ]+([a-z]+)\.?[-. ]+(\d{2}|\d{4})", re.ASCII)
_MONTHS = (
    ("januari", "january", "jan"),
    ("februari", "february", "feb"),
    ("maart", "march", "mrt", "mar"),
    ("april", "apr"),
    ("mei", "may"),
    ("juni", "june", "jun"),
    ("juli", "july", "jul"),
    ("augustus", "august", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "october", "okt", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
_MONTH_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_LANGUAGE_WORDS = {
    "nl": ("nl", "nederlands", "dutch", "ned"),
    "en": ("en", "engels", "english"),
    "ar": ("ar", "arabisch", "arabic"),
    "ti": ("ti", "tigrinya", "tigrigna", "tigrinja"),
    "uk": ("uk", "oekraiens", "ukrainian"),
    "tr": ("tr", "turks", "turkish"),
    "fa": ("fa", "perzisch", "farsi", "dari", "persian"),
    "pl": ("pl", "pools", "polish"),
    "so": ("so", "somalisch", "somali"),
}
_LANGUAGE_OF = {word: code for code, words in _LANGUAGE_WORDS.items() for word in words}


def read_date(text: str, *, today: date, kind: DateKind = DateKind.PLAN) -> date | None:
    """31-12-1990, 1-3-90, 1 maart 1990, 1990-03-01 (with a time behind it) or Excel's number.

    RuleBroken with a sentence for anything else; words such as "vandaag" are no date in a list.
    """
    typed = _TIME_BEHIND.sub("", fold(text))
    if not typed:
        return None
    if _SERIAL.fullmatch(typed):
        day = _EXCEL_ZERO + timedelta(days=int(typed[:5]))
        typed = f"{day:%d-%m-%Y}"
    in_words = _IN_WORDS.fullmatch(typed)
    if in_words and in_words[2] in _MONTH_OF:
        typed = f"{in_words[1]}-{_MONTH_OF[in_words[2]]}-{in_words[3]}"
    if not typed[0].isdigit():
        raise RuleBroken(_("“{text}” is not a date. Type it as 7-4-2026.", text=text.strip()))
    return parse_date(typed, today=today, kind=kind)


def read_postcode(text: str) -> str:
    """'7311 AB'. What is no postcode comes back as it was, for the rule to refuse."""
    bare = re.sub(r"[\s.\-]", "", text)
    tidy = tidy_postcode(bare)
    return text.strip() if tidy == bare else tidy


def read_email(text: str) -> str:
    """Without 'mailto:' and spaces around it."""
    return re.sub(r"^mailto:", "", text.strip(), flags=re.IGNORECASE)


def read_language(text: str) -> str:
    """The code of a language in words; 'other' for one that we have no sheets in."""
    word = fold(text)
    own = {fold(_(name)): code for code, name in SHEET_LANGUAGES.items()}
    return own.get(word) or _LANGUAGE_OF.get(word) or "other"


def read_labels(text: str) -> tuple[str, ...]:
    """Labels with commas, semicolons or lines between them, each once."""
    parts = (part.strip() for part in re.split(r"[,;\n]", text))
    return tuple(dict.fromkeys(part for part in parts if part))
