"""Who may be somebody twice: in a list from elsewhere, or among the people who are here."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from ca_desktop.domain.folding import fold
from ca_desktop.domain.like_names import LikeNames, plain
from ca_desktop.domain.names import PersonName
from ca_desktop.domain.participant_import import ImportRow
from ca_desktop.domain.phones import phone_digits
from ca_desktop.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Somebody to compare with; `where` says who that is, in words."""

    where: str
    name: PersonName
    born_on: date | None
    email: str
    phone: str


@dataclass(slots=True)
class Everybody:
    """All with whom a row is compared: who is here, and who stood higher in the list."""

    people: list[Known] = field(default_factory=list)
    names: LikeNames = field(default_factory=LikeNames)
    by_name: dict[str, list[Known]] = field(default_factory=dict)
    by_email: dict[str, Known] = field(default_factory=dict)
    by_phone: dict[str, Known] = field(default_factory=dict)

    def add(self, one: Known) -> None:
        """Let this person be found from now on."""
        self.people.append(one)
        self.names.add(one.born_on, one.name)
        self.by_name.setdefault(plain(one.name), []).append(one)
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
        for place in self.names.alike(one.born_on, one.name) if one.born_on else ():
            other = self.people[place]
            message = _("Same date of birth and a similar name as {who}.", who=other.where)
            yield message, other
        for other in self.by_name.get(plain(one.name), ()):
            if one.born_on is None or other.born_on is None:
                yield _("Same name as {who}.", who=other.where), other
        other_one = self.by_email.get(fold(one.email)) if one.email else None
        if other_one:
            yield _("Same e-mail address as {who}.", who=other_one.where), other_one
        other_one = self.by_phone.get(phone_digits(one.phone)) if one.phone else None
        if other_one:
            yield _("Same phone number as {who}.", who=other_one.where), other_one


def with_doubles(rows: Iterable[ImportRow], known: Iterable[Known]) -> Iterator[ImportRow]:
    """The rows, each with why it may be somebody who is here, or stands higher in the list."""
    everybody = Everybody()
    for one in known:
        everybody.add(one)
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
        yield replace(row, doubles=tuple(everybody.reasons(here)))
        everybody.add(here)
