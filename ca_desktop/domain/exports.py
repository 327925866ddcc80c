"""Lists that leave the program as Excel or CSV: which there are, and what their file is called."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from ca_desktop.domain.errors import UserError
from ca_desktop.domain.folding import fold
from ca_desktop.domain.tables import example_word
from ca_desktop.i18n import _

ENDINGS = ("xlsx", "csv")


class ExportKind(StrEnum):
    """Which list; the value is the name of its records in the journal."""

    PARTICIPANTS = "participants"
    PLACEMENTS = "placements"
    ENTRIES = "entries"
    SUPERVISORS = "supervisors"
    PARTNERS = "partners"
    ROLES = "roles"
    ACCREDITATIONS = "accreditations"
    QUALIFICATIONS = "qualifications"
    ATTENDANCE = "attendance"
    STUDENTS = "practice_agreements"

    @property
    def text(self) -> str:
        """What the list is called."""
        return {
            ExportKind.PARTICIPANTS: _("Participants"),
            ExportKind.PLACEMENTS: _("Placements"),
            ExportKind.ENTRIES: _("Guidance log"),
            ExportKind.SUPERVISORS: _("Supervisors"),
            ExportKind.PARTNERS: _("Partners"),
            ExportKind.ROLES: _("Roles"),
            ExportKind.ACCREDITATIONS: _("SBB accreditation"),
            ExportKind.QUALIFICATIONS: _("Programmes"),
            ExportKind.ATTENDANCE: _("Attendance"),
            ExportKind.STUDENTS: _("Students"),
        }[self]

    @property
    def is_about_people(self) -> bool:
        """Whether names of people stand in it, so that the file is worth guarding."""
        return self not in _NOT_ABOUT_PEOPLE


_NOT_ABOUT_PEOPLE = (ExportKind.ROLES, ExportKind.ACCREDITATIONS, ExportKind.QUALIFICATIONS)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportWish:
    """What is asked for. `keys` are the rows that a list shows, in its order (None: all within
    reach); `words` say how that list was filtered; a week of attendance has a `day` in it.
    """

    kind: ExportKind
    keys: Sequence[Hashable] | None = None
    words: str = ""
    day: date | None = None
    role_id: UUID | None = None


def file_name(kind: ExportKind, today: date, ending: str, *, is_demo: bool) -> str:
    """'deelnemers-2026-11-24.xlsx'; in a demo with the word EXAMPLE in front."""
    words = fold(kind.text).replace(" ", "-")
    name = f"{words}-{today.isoformat()}.{ending}"
    return f"{example_word()}-{name}" if is_demo else name


def ending_of(path: Path) -> str:
    """'xlsx' or 'csv'. UserError for a file name that says neither."""
    ending = path.suffix.lower().lstrip(".")
    if ending not in ENDINGS:
        raise UserError(_("End the name of the file in .xlsx (Excel) or .csv."))
    return ending
