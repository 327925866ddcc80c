"""Which column of a list of qualifications fills which field, guessed by its heading."""

from collections.abc import Sequence
from enum import StrEnum
from functools import cache

from ca_desktop.domain.heading_guess import bare, guess_columns, known_headings
from ca_desktop.domain.import_mappings import ImportMapping
from ca_desktop.domain.tables import TableIn
from ca_desktop.i18n import _


class QualificationField(StrEnum):
    """What a column can fill; the value is the field of a qualification."""

    CODE = "code"
    NAME = "name"
    LEVEL = "level"
    EQUIVALENTS = "equivalents"
    STARTS_ON = "starts_on"
    ENDS_ON = "ends_on"
    LEARNING_PATHS = "learning_paths"
    DOSSIER = "dossier"

    @property
    def text(self) -> str:
        """How people call it."""
        return {
            QualificationField.CODE: _("Code"),
            QualificationField.NAME: _("Qualification"),
            QualificationField.LEVEL: _("Level"),
            QualificationField.EQUIVALENTS: _("Equivalent codes"),
            QualificationField.STARTS_ON: _("Starts on"),
            QualificationField.ENDS_ON: _("Ends on"),
            QualificationField.LEARNING_PATHS: _("Learning paths"),
            QualificationField.DOSSIER: _("Qualification dossier"),
        }[self]


Columns = Sequence[QualificationField | None]


@cache
def _known() -> dict[str, QualificationField]:
    return dict(known_headings("qualification_columns.toml", QualificationField))


def guessed(table: TableIn, remembered: ImportMapping | None = None) -> Columns:
    """What each column fills: as the last time for these headings, else by its heading."""
    own = {bare(one.text): one for one in QualificationField}

    def by_heading(heading: str) -> QualificationField | None:
        return own.get(heading) or _known().get(heading)

    return guess_columns(table.headings, by_heading, QualificationField, remembered)


def mapping_problem(columns: Columns) -> str:
    """What is wrong with the choice of columns as a whole, or ''."""
    chosen = [one for one in columns if one is not None]
    if QualificationField.CODE not in chosen:
        return _("Say which column holds the code.")
    twice = next((one for one in chosen if chosen.count(one) > 1), None)
    if twice is not None:
        return _("Two columns fill “{field}”. Choose one of them.", field=twice.text)
    if len(chosen) == 1:
        return _("Say what else stands in this list, for example the name or the equivalents.")
    return ""
