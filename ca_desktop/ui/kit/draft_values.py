"""What stands in a field as text for a draft, and back."""

from typing import Any
from uuid import UUID

from ca_desktop.domain.errors import UserError
from ca_desktop.domain.half_days import HalfDays
from ca_desktop.ui.kit.fields import Field, HalfDaysField, LinesField, PersonPicker


def as_text(field: Field[Any]) -> str:
    """What stands in a field, as text; a half-typed date or number stays as it was typed."""
    edit = getattr(field, "edit", None)
    value = field.value
    if isinstance(field, LinesField) or (edit is None and isinstance(value, tuple)):
        return "\n".join(str(one) for one in value)
    if isinstance(field, HalfDaysField):
        return " ".join(field.value.codes)
    if edit is not None and not isinstance(field, PersonPicker):
        return str(edit.toPlainText() if hasattr(edit, "toPlainText") else edit.text())
    return "" if value is None else str(value)


def put_back(field: Field[Any], text: str) -> bool:
    """Fill a field as `put_text` does; False when what it held is not there any more."""
    try:
        put_text(field, text)
    except (UserError, ValueError):
        return False
    return True


def put_text(field: Field[Any], text: str) -> None:
    """Fill a field with what `as_text` gave; what is no longer an option is left out."""
    edit = getattr(field, "edit", None)
    if isinstance(field, PersonPicker):
        field.value = UUID(text) if text else None
    elif isinstance(field, HalfDaysField):
        field.value = HalfDays.of(*text.split())
    elif isinstance(field, LinesField):
        field.value = tuple(text.splitlines())
    elif edit is not None:
        put = edit.setPlainText if hasattr(edit, "setPlainText") else edit.setText
        put(text)
    else:
        _choose(field, text)


def _choose(field: Field[Any], text: str) -> None:
    """A check, a choice or several, by the text of the value."""
    options = getattr(field, "_values", (True, False))
    if isinstance(field.value, tuple):
        wanted = text.splitlines()
        field.value = tuple(one for one in options if str(one) in wanted)
        return
    found = [one for one in options if one is not None and str(one) == text]
    field.value = found[0] if found else None
