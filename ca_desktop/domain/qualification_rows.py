"""What a list of qualifications from elsewhere says of one code, beside the list in force."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from ca_desktop.domain.accreditations import Accreditation
from ca_desktop.domain.dates import format_date
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.domain.qualification_columns import QualificationField
from ca_desktop.domain.qualifications import Qualification
from ca_desktop.i18n import _


class Difference(StrEnum):
    """What the file says of one code, beside the list that holds here."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    GONE = "gone"
    WRONG = "wrong"

    @property
    def text(self) -> str:
        """The word beside the icon."""
        return {
            Difference.NEW: _("new"),
            Difference.CHANGED: _("changed"),
            Difference.SAME: _("the same"),
            Difference.GONE: _("not in the file"),
            Difference.WRONG: _("has a problem"),
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field that differs, in words: how it stands, and how it stands in the file."""

    field: QualificationField
    before: str
    after: str

    @property
    def text(self) -> str:
        """'Niveau: 2 → 3'."""
        empty = _("nothing")
        return f"{self.field.text}: {self.before or empty} → {self.after or empty}"


@dataclass(frozen=True, slots=True, kw_only=True)
class QualificationRow:
    """One code of the file, or one of the list that is not in the file.

    `numbers` are the rows of the file that are about it; `qualification` is what it would become.
    """

    code: str
    name: str
    difference: Difference
    numbers: tuple[int, ...] = ()
    qualification: Qualification | None = None
    changes: tuple[FieldChange, ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Its code, which stands once; a row of which the code can't be read has its number."""
        return self.code or f"#{self.numbers[0]}"

    @property
    def may_be_taken(self) -> bool:
        return self.qualification is not None and not self.problems

    @property
    def reason(self) -> str:
        """What differs or is wrong, in sentences."""
        if self.problems:
            return " ".join(self.problems)
        return "; ".join(change.text for change in self.changes)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCopy:
    """An accreditation, or the agreements, of a code: what they say otherwise than the file does.

    They keep it: reading in a list changes nothing that is in use.
    """

    code: str
    where: str
    changes: tuple[FieldChange, ...]
    accreditation_id: UUID | None = None

    @property
    def id(self) -> str:
        return f"{self.code} {self.accreditation_id or self.where} {self.reason}"

    @property
    def reason(self) -> str:
        """What differs, in words."""
        return "; ".join(change.text for change in self.changes)


_COPIED = (
    QualificationField.NAME,
    QualificationField.LEVEL,
    QualificationField.EQUIVALENTS,
    QualificationField.ENDS_ON,
)


def kept_accreditation(
    accreditation: Accreditation, location: str, after: Qualification
) -> KeptCopy | None:
    """How an accreditation differs from what its qualification becomes; None where it does not.

    For which learning paths the centre trains is its own affair, and what the list leaves empty
    says nothing.
    """
    values = {one.value: getattr(after, one) for one in _COPIED if getattr(after, one)}
    changes = field_changes(accreditation, values)
    if not changes:
        return None
    return KeptCopy(
        code=accreditation.code,
        where=_("Accreditation, {location}", location=location),
        changes=changes,
        accreditation_id=accreditation.id,
    )


def kept_agreements(after: Qualification, name: str, level: int, where: str) -> KeptCopy | None:
    """How practice agreements with this code, name and level differ; None where they do not."""
    pairs = [(QualificationField.NAME, name, after.name)]
    if level:
        pairs.append((QualificationField.LEVEL, str(level), str(after.level)))
    changes = tuple(
        FieldChange(field=field, before=before, after=new)
        for field, before, new in pairs
        if before != new
    )
    return KeptCopy(code=after.code, where=where, changes=changes) if changes else None


def field_changes(before: object, values: Mapping[str, Any]) -> tuple[FieldChange, ...]:
    """What the file says otherwise than a qualification, or a copy of it, does.

    The order of equivalents does not count; a field that a copy does not have is left out.
    """
    return tuple(
        FieldChange(field=field, before=shown(getattr(before, field)), after=shown(values[field]))
        for field in QualificationField
        if field in values
        and hasattr(before, field)
        and _compared(getattr(before, field)) != _compared(values[field])
    )


def _compared(value: Any) -> Any:
    return frozenset(value) if isinstance(value, tuple) else value


def shown(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(one.text if isinstance(one, LearningPath) else str(one) for one in value)
    if isinstance(value, date):
        return format_date(value)
    return "" if value is None else str(value)


def counts(rows: Sequence[QualificationRow]) -> dict[Difference, int]:
    """How many there are of each kind."""
    found = dict.fromkeys(Difference, 0)
    for row in rows:
        found[row.difference] += 1
    return found
