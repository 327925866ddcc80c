"""Qualifications: the list in force, what the centre makes of it, and where codes are in use."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from ca_desktop.db.queries.qualifications import codes_in_use
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.errors import NotFound, Problem, refuse
from ca_desktop.domain.folding import fold
from ca_desktop.domain.listed_qualifications import ListedQualification, in_force, shipped_id
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.qualifications import Qualification, problems
from ca_desktop.i18n import N_, _, current_language
from ca_desktop.services.service import Service, allowed


@dataclass(frozen=True, slots=True, kw_only=True)
class QualificationLine:
    """A qualification of the list, with in how many places its code is in use."""

    listed: ListedQualification
    accreditations: int = 0
    agreements: int = 0

    @property
    def id(self) -> str:
        return self.listed.code

    @property
    def is_in_use(self) -> bool:
        return bool(self.accreditations or self.agreements)


class QualificationService(Service):
    """What a user can do with the list of qualifications."""

    @allowed(Action.SEE_CENTRE)
    def lines(self, search: str = "") -> Sequence[QualificationLine]:
        """Those whose code and name, in either language, hold all words; sorted on code."""
        words = fold(search).split()
        with self._database.read() as uow:
            listed, used = listed_in(uow), codes_in_use(uow)
        return [
            QualificationLine(
                listed=one,
                accreditations=used.accreditations.get(one.code, 0),
                agreements=used.agreements.get(one.code, 0),
            )
            for one in listed.values()
            if one.fits(words)
        ]

    @allowed(Action.SEE_CENTRE)
    def find(self, search: str, limit: int) -> Sequence[ListedQualification]:
        """The first that match, to choose from."""
        words = fold(search).split()
        with self._database.read() as uow:
            listed = listed_in(uow)
        return list(islice((one for one in listed.values() if one.fits(words)), limit))

    @allowed(Action.SEE_CENTRE)
    def known(self, code: str) -> ListedQualification | None:
        """What the list says of this code; None for a code that is not in it."""
        with self._database.read() as uow:
            return listed_in(uow).get(code)

    @allowed(Action.CHANGE_ACCREDITATIONS)
    def new(self) -> Qualification:
        """An empty qualification to fill in."""
        return Qualification(code="", name="", level=1)

    @allowed(Action.CHANGE_ACCREDITATIONS)
    def save(self, qualification: Qualification) -> Qualification:
        """Keep what the centre says of a code; accreditations and agreements keep theirs."""
        with self._database.write(self._actor, N_("Save qualification")) as uow:
            found = [*problems(qualification), *_code_problems(uow, qualification)]
            if qualification.checked_on and qualification.checked_on > self._today():
                found.append(Problem("checked_on", _("This day is still to come.")))
            refuse(found)
            uow.save(qualification)
        return qualification

    @allowed(Action.CHANGE_ACCREDITATIONS)
    def check(self, codes: Sequence[str], source: str = "") -> int:
        """Note that somebody compared these with SBB today, and where; gives how many."""
        with self._database.write(self._actor, N_("Check qualifications")) as uow:
            listed = listed_in(uow)
            found = [listed[code].qualification for code in codes if code in listed]
            uow.save_all(
                replace(one, checked_on=self._today(), source=source or one.source) for one in found
            )
        return len(found)

    @allowed(Action.CHANGE_ACCREDITATIONS)
    def remove(self, code: str) -> None:
        """Take away one of the centre's own, or put one of the catalogue back as shipped."""
        with self._database.write(self._actor, N_("Remove qualification")) as uow:
            own = uow.of(Qualification).find(code=code)
            if own is None:
                raise NotFound(
                    _("This qualification stands as it was shipped: there is nothing to put back.")
                )
            uow.remove(own)


def listed_in(uow: UnitOfWork, language: str = "") -> Mapping[str, ListedQualification]:
    """The list in force by code, inside a transaction of another service."""
    shipped, own = load_catalogue().qualifications, uow.of(Qualification).all()
    return in_force(shipped, own, language or current_language())


def _code_problems(uow: UnitOfWork, qualification: Qualification) -> Sequence[Problem]:
    """A code stands in the list once; a row keeps its code."""
    other = listed_in(uow).get(qualification.code)
    if other is not None and other.qualification.id != qualification.id:
        name = other.qualification.name
        words = _("This code is in the list already: {name}. Change that one.", name=name)
        return (Problem("code", words),)
    codes = {shipped_id(info.code): info.code for info in load_catalogue().qualifications}
    if codes.get(qualification.id, qualification.code) != qualification.code:
        words = _(
            "The code of a qualification that came with the program stays as it is. Add a new one "
            "for another code."
        )
        return (Problem("code", words),)
    return ()
