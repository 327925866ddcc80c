"""Programme codes, levels and learning paths as lists of SBB, DUO and schools write them."""

import re

from ca_desktop.domain.errors import RuleBroken
from ca_desktop.domain.folding import fold
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.i18n import _

_AROUND = " \t\r\n\u00a0'\"`‘’“”"
_WORD_BEFORE = re.compile(
    r"\b(?:crebo(?:code|nummer|nr)?|opleidingscode|code|nr|nummer)\b[.:]?\s*", re.IGNORECASE
)
_AS_NUMBER = re.compile(r"(?<!\d)(\d{5})[.,]0+(?!\d)", re.ASCII)
_IN_GROUPS = re.compile(r"(?<!\d)(\d{2})[ .\u00a0](\d{3})(?!\d)", re.ASCII)
_BETWEEN = re.compile(r"[\s,;/|+&\u00a0]+|\b(?:en|and|of|or)\b")
_CODE = re.compile(r"\d{5}", re.ASCII)
_LEVEL = re.compile(r"(?<![\d.,])[1-4](?:[.,]0+)?(?![\d.,])", re.ASCII)
_LEVEL_WORDS = (("entree", 1), ("basisberoep", 2), ("vakopleiding", 3), ("middenkader", 4))
_PATH_WORDS = {
    LearningPath.BOL: ("bol", "beroepsopleidend", "beroepsopleidende"),
    LearningPath.BBL: ("bbl", "beroepsbegeleidend", "beroepsbegeleidende"),
    LearningPath.THIRD: ("derde", "third", "3e", "ovo", "overig"),
}


def read_code(text: str) -> str:
    """One code: '25250', also out of "'25 250", '25250.0' or 'crebo 25250'; '' for an empty text.

    RuleBroken with a sentence for anything else.
    """
    found = read_codes(text)
    if len(found) > 1:
        raise RuleBroken(_("“{text}” is more than one code.", text=text.strip()))
    return found[0] if found else ""


def read_codes(text: str) -> tuple[str, ...]:
    """Codes with a comma, semicolon, slash, space or line between them, each once, in their order.

    RuleBroken names what is no code.
    """
    found = split_codes(text)
    for one in found:
        if not _CODE.fullmatch(one):
            raise RuleBroken(
                _("“{text}” is no programme code. A code has five digits, such as 25254.", text=one)
            )
    return found


def split_codes(text: str) -> tuple[str, ...]:
    """The parts of a text that should be codes, whatever they are: for a rule to judge."""
    bare = _WORD_BEFORE.sub(" ", text.replace("’", "'"))
    bare = _IN_GROUPS.sub(r"\1\2", _AS_NUMBER.sub(r"\1", bare))
    parts = (part.strip(_AROUND + ".-–()[]") for part in _BETWEEN.split(bare))
    return tuple(dict.fromkeys(part for part in parts if part))


def read_level(text: str) -> int | None:
    """The mbo level of '2', 'niveau 2', 'Niveau 4' or 'mbo-3'; None for an empty text.

    RuleBroken with a sentence for anything else.
    """
    word = fold(text).strip(_AROUND)
    if not word:
        return None
    numbers = {int(one[0]) for one in _LEVEL.findall(word)}
    if len(numbers) == 1:
        return numbers.pop()
    named = [level for start, level in _LEVEL_WORDS if start in word]
    if not numbers and len(named) == 1:
        return named[0]
    raise RuleBroken(_("“{text}” is no level. Write 1, 2, 3 or 4.", text=text.strip()))


def read_paths(text: str) -> tuple[LearningPath, ...]:
    """The mbo paths of 'BOL/BBL' or 'bol, derde leerweg'. RuleBroken where none is named."""
    words = set(re.findall(r"\w+", fold(text)))
    found = tuple(path for path, known in _PATH_WORDS.items() if words.intersection(known))
    if words and not found:
        raise RuleBroken(
            _("“{text}” is no learning path. Write bol, bbl or third path.", text=text.strip())
        )
    return found
