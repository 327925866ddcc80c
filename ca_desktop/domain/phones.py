"""Phone numbers: one rule for what somebody types and for what a list holds.

Digits as people write them, and behind them words in brackets, such as '06 12345678 (na 17 uur)'.
"""

import re

from ca_desktop.domain.errors import Problem, RuleBroken
from ca_desktop.i18n import _

_WORDS_BEHIND = re.compile(r"(.*?)\s*\(([^()]*[^\W\d_][^()]*)\)")
_SIGNS = re.compile(r"[\s().\-–/]")
_POSSIBLE = re.compile(
    r"0\d{9}"  # the Netherlands: area code or mobile
    r"|0[89]0\d\d{4}"  # a short service number: 0800 1234, 0900 1234
    r"|140\d{2,3}"  # the number of a municipality: 14 055
    r"|\+[1-9]\d{6,14}",  # another country
    re.ASCII,
)


def number_and_words(text: str) -> tuple[str, str]:
    """What is dialled, as it was written, and the words behind it without their brackets."""
    behind = _WORDS_BEHIND.fullmatch(text.strip())
    return (behind[1], behind[2].strip()) if behind else (text.strip(), "")


def phone_digits(text: str) -> str:
    """The number alone, in one form: '0612345678', '+49…'; '' when there is none in it."""
    digits = _SIGNS.sub("", number_and_words(text)[0].replace("(0)", ""))
    digits = re.sub(r"^00(?=[1-9])", "+", digits)
    digits = re.sub(r"^\+310?", "0", digits)
    if re.fullmatch(r"[1-9]\d{8}", digits, re.ASCII):
        digits = f"0{digits}"  # Excel drops the nought in front
    return digits if _POSSIBLE.fullmatch(digits) else ""


def phone_problem(phone: str, field_name: str = "phone") -> Problem | None:
    """What can't be a phone number, or None; nothing filled in is no problem."""
    if not phone.strip() or phone_digits(phone):
        return None
    return Problem(
        field_name,
        _(
            "“{text}” is no phone number. Write all digits, such as 06 12345678 or 013 1234567. "
            "Words may follow in brackets.",
            text=phone.strip(),
        ),
    )


def read_phone(text: str) -> str:
    """As a list is read in: the number in one form, the words behind it kept."""
    problem = phone_problem(text)
    if problem:
        raise RuleBroken([problem])
    words = number_and_words(text)[1]
    return f"{phone_digits(text)} ({words})" if words else phone_digits(text)
