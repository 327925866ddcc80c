"""The list of qualifications in force: that of the catalogue, with the centre's rows before it.

The catalogue's list is of 2015 and nobody compared it with SBB, so it is to be verified; a row of
the centre is too, until it says on which day somebody did that.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from uuid import NAMESPACE_URL, UUID, uuid5

from ca_desktop.domain.catalogue_codes import QualificationInfo
from ca_desktop.domain.folding import fold
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.domain.qualifications import Qualification
from ca_desktop.i18n import N_

TO_BE_VERIFIED = N_("To be verified: compare the code with SBB before you use it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedQualification:
    """A qualification as it holds here; `shipped` is the row of the catalogue behind it, if any.

    `names` are all names it is found by: those of the catalogue in both languages, and our own.
    """

    qualification: Qualification
    shipped: Qualification | None = None
    names: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Its code, which stays when a row of the centre comes or goes."""
        return self.qualification.code

    @property
    def code(self) -> str:
        return self.qualification.code

    @property
    def is_own(self) -> bool:
        """Whether the catalogue does not have it."""
        return self.shipped is None

    @property
    def is_changed(self) -> bool:
        """Whether what it says differs from the catalogue; a check alone changes nothing."""
        return self.shipped is not None and _facts(self.qualification) != _facts(self.shipped)

    @property
    def is_kept_here(self) -> bool:
        """Whether the centre has a row of its own for it, which may be put back or removed."""
        return self.shipped is None or self.qualification != self.shipped

    @property
    def is_checked(self) -> bool:
        """Whether somebody compared it with SBB."""
        return self.qualification.checked_on is not None

    @property
    def search_text(self) -> str:
        one = self.qualification
        return fold(" ".join((one.code, one.name, *self.names, str(one.level), one.dossier)))

    def fits(self, words: Iterable[str]) -> bool:
        """Whether its code and names hold all these (folded) words."""
        text = self.search_text
        return all(word in text for word in words)


def _facts(one: Qualification) -> tuple[object, ...]:
    return (
        one.name, one.level, one.dossier, one.learning_paths, one.equivalents, one.starts_on,
        one.ends_on,
    )  # fmt: skip


def shipped_id(code: str) -> UUID:
    """The id of a row of the catalogue, and so of the centre's row that goes before it."""
    return uuid5(NAMESPACE_URL, f"qualifications/{code}")


def shipped_qualification(info: QualificationInfo, language: str) -> Qualification:
    """The row of the catalogue as a qualification, always with the same id."""
    return Qualification(
        id=shipped_id(info.code),
        code=info.code,
        name=info.name.in_(language),
        level=info.level,
        dossier=info.dossier,
        learning_paths=tuple(LearningPath(route) for route in info.routes),
        source=info.origin.source,
        checked_on=info.origin.checked_on,
    )


def in_force(
    shipped: Iterable[QualificationInfo], own: Iterable[Qualification], language: str
) -> Mapping[str, ListedQualification]:
    """By code: the catalogue overlaid by the rows of the centre, sorted on code."""
    kept = {one.code: one for one in own}
    found: dict[str, ListedQualification] = {}
    for info in shipped:
        row, names = shipped_qualification(info, language), (info.name.nl, info.name.en)
        holds = kept.pop(row.code, row)
        if holds.name in names:  # kept in the other language
            holds = replace(holds, name=row.name)
        found[row.code] = ListedQualification(qualification=holds, shipped=row, names=names)
    found |= {code: ListedQualification(qualification=one) for code, one in kept.items()}
    return dict(sorted(found.items()))
