"""Who may be somebody twice: in a list from elsewhere, or among the people who are here."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import SequenceMatcher

from ca_desktop.domain.folding import fold
from ca_desktop.domain.names import PersonName
from ca_desktop.domain.participant_import import ImportRow
from ca_desktop.domain.phones import phone_digits
from ca_desktop.i18n import _

_ALIKE = 0.82  # how alike two folded names are; 'piet boer' and 'pieter boer' are 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Somebody to compare with; `where` says who that is, in words."""

    where: str
    name: PersonName
    born_on: date | None
    email: str
    phone: str


@dataclass(slots=True)
class _Index:
    by_birth: dict[date, list[Known]] = field(default_factory=dict)
    by_name: dict[str, list[Known]] = field(default_factory=dict)
    by_email: dict[str, Known] = field(default_factory=dict)
    by_phone: dict[str, Known] = field(default_factory=dict)

    def add(self, one: Known) -> None:
        """Let this person be found from now on."""
        if one.born_on:
            self.by_birth.setdefault(one.born_on, []).append(one)
        self.by_name.setdefault(_plain(one.name), []).append(one)
        if one.email:
            self.by_email.setdefault(fold(one.email), one)
        if phone := phone_digits(one.phone):
            self.by_phone.setdefault(phone, one)

    def reasons(self, one: Known) -> Iterator[str]:
        """Why this may be somebody who is known, each once."""
        seen: set[str] = set()
        for message, other in self._found(one):
            if other.where not in seen:
                seen.add(other.where)
                yield message

    def _found(self, one: Known) -> Iterator[tuple[str, Known]]:
        for other in self.by_birth.get(one.born_on, ()) if one.born_on else ():
            if are_alike(one.name, other.name):
                message = _("Same date of birth and a similar name as {who}.", who=other.where)
                yield message, other
        for other in self.by_name.get(_plain(one.name), ()):
            if one.born_on is None or other.born_on is None:
                yield _("Same name as {who}.", who=other.where), other
        other_one = self.by_email.get(fold(one.email)) if one.email else None
        if other_one:
            yield _("Same e-mail address as {who}.", who=other_one.where), other_one
        other_one = self.by_phone.get(phone_digits(one.phone)) if one.phone else None
        if other_one:
            yield _("Same phone number as {who}.", who=other_one.where), other_one


def with_doubles(rows: Sequence[ImportRow], known: Iterable[Known]) -> Iterator[ImportRow]:
    """The rows, each with why it may be somebody who is here, or stands higher in the list."""
    index = _Index()
    for one in known:
        index.add(one)
    for row in rows:
        person = row.participant
        if person is None:
            yield row
            continue
        here = Known(
            where=_("row {number} of this list", number=row.number),
            name=person.name,
            born_on=person.born_on,
            email=person.email,
            phone=person.phone,
        )
        yield replace(row, doubles=tuple(index.reasons(here)))
        index.add(here)


def are_alike(one: PersonName, other: PersonName) -> bool:
    """Whether two names may be of one person: the same family and initial, or hardly different."""
    if fold(one.last) == fold(other.last) and fold(one.first)[:1] == fold(other.first)[:1]:
        return True
    return SequenceMatcher(None, _plain(one), _plain(other)).ratio() >= _ALIKE


def _plain(name: PersonName) -> str:
    return fold(f"{name.first} {name.last}")
