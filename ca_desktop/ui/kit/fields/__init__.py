"""Form fields with one API: `.value`, `.changed`, `.set_problem(text)`, a label and a help text."""

from ca_desktop.ui.kit.fields.base import Field
from ca_desktop.ui.kit.fields.checks import CheckField, MultiChoiceField
from ca_desktop.ui.kit.fields.choice import ChoiceField
from ca_desktop.ui.kit.fields.date_field import DateField
from ca_desktop.ui.kit.fields.file import ChosenFile, FileField
from ca_desktop.ui.kit.fields.half_days import HalfDaysField
from ca_desktop.ui.kit.fields.number import NumberField
from ca_desktop.ui.kit.fields.person import PersonPicker
from ca_desktop.ui.kit.fields.radio import RadioField
from ca_desktop.ui.kit.fields.tags import TagsField
from ca_desktop.ui.kit.fields.text import LinesField, PasswordField, RunningTextField, TextField

__all__ = [
    "CheckField",
    "ChoiceField",
    "ChosenFile",
    "DateField",
    "Field",
    "FileField",
    "HalfDaysField",
    "LinesField",
    "MultiChoiceField",
    "NumberField",
    "PasswordField",
    "PersonPicker",
    "RadioField",
    "RunningTextField",
    "TagsField",
    "TextField",
]
