"""What people typed, on a button or in a menu: there Qt takes one & for the key of a shortcut."""


def as_typed(text: str) -> str:
    """The text with every & shown as it is: 'Hout & Co', not 'Hout Co'."""
    return text.replace("&", "&&")
