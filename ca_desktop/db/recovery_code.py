"""The code on the recovery sheet: 160 random bits as six groups of seven characters.

Each group carries its own check (its number leaves a remainder that belongs to its place), so a
typing mistake is found at once and the group that holds it can be named.
"""

import secrets
from dataclasses import dataclass
from itertools import pairwise

from ca_desktop.domain.errors import UserError
from ca_desktop.domain.recovery_groups import read_group
from ca_desktop.i18n import _

GROUPS = 6
GROUP_LENGTH = 7
SECRET_BYTES = 20

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
# Six digits in this base hold 160 bits; a prime above 31 finds every single wrong character and
# every swap of two neighbours within a group.
_BASE = 106_528_682
_CHECK = 317


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryCode:
    """A recovery code; `groups` is what stands on the sheet."""

    secret: bytes

    @property
    def groups(self) -> tuple[str, ...]:
        """The six groups, in the order of the sheet."""
        number = int.from_bytes(self.secret, "big")
        digits: list[int] = []
        for _place in range(GROUPS):
            number, digit = divmod(number, _BASE)
            digits.append(digit)
        return tuple(_spell(digit, place) for place, digit in enumerate(digits))

    def __str__(self) -> str:
        """The whole code with dashes between the groups."""
        return "-".join(self.groups)

    def __repr__(self) -> str:
        """Nothing secret, for logs."""
        return "RecoveryCode(…)"


def new_recovery_code() -> RecoveryCode:
    """A fresh random code."""
    return RecoveryCode(secret=secrets.token_bytes(SECRET_BYTES))


def read_recovery_code(text: str) -> RecoveryCode:
    """Read a typed code; case, spaces, dashes, O for 0 and I or L for 1 don't matter.

    Raises UserError that names the group with the mistake, or says how long a code is.
    """
    digits = [_read_group(group, place) for place, group in enumerate(_split(text))]
    number = sum(digit * _BASE**place for place, digit in enumerate(digits))
    if number >= 1 << (SECRET_BYTES * 8):
        raise _mistake_in(GROUPS)
    return RecoveryCode(secret=number.to_bytes(SECRET_BYTES, "big"))


def _split(text: str) -> list[str]:
    spelled = [read_group(part) for part in text.replace("-", " ").split()]
    if len(spelled) == GROUPS:
        return spelled
    folded = "".join(spelled)
    if len(folded) != GROUPS * GROUP_LENGTH:
        raise UserError(
            _(
                "A recovery code has {groups} groups of {length} characters; {typed} characters "
                "were typed.",
                groups=GROUPS,
                length=GROUP_LENGTH,
                typed=len(folded),
            )
        )
    cuts = range(0, len(folded) + 1, GROUP_LENGTH)
    return [folded[start:end] for start, end in pairwise(cuts)]


def _read_group(group: str, place: int) -> int:
    number = _number(group, place) if len(group) == GROUP_LENGTH else None
    if number is None:
        raise _mistake_in(place + 1)
    return number


def _number(group: str, place: int) -> int | None:
    value = 0
    for character in group:
        found = _ALPHABET.find(character)
        if found < 0:
            return None
        value = value * len(_ALPHABET) + found
    digit, rest = divmod(value, _CHECK)
    return digit if rest == _remainder(place) and digit < _BASE else None


def _spell(digit: int, place: int) -> str:
    value = digit * _CHECK + _remainder(place)
    characters = []
    for _position in range(GROUP_LENGTH):
        value, index = divmod(value, len(_ALPHABET))
        characters.append(_ALPHABET[index])
    return "".join(reversed(characters))


def _remainder(place: int) -> int:
    return 41 + 43 * place


def _mistake_in(group: int) -> UserError:
    return UserError(
        _("There is a mistake in group {group} of the recovery code. Check it.", group=group)
    )
