"""How a group of the recovery sheet is read: people write an O for a 0, and small letters."""

_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})


def read_group(text: str) -> str:
    """Letters and digits alone, as they stand on the sheet; dashes and spaces don't matter."""
    kept = "".join(sign for sign in text.upper() if sign.isalnum())
    return kept.translate(_LOOKALIKES)


def is_same_group(typed: str, group: str) -> bool:
    """Whether what was typed back is this group of the sheet."""
    return read_group(typed) == read_group(group)
