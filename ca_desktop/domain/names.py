"""Dutch personal names: sorted on the last name, with the prefix (tussenvoegsel) written where it
belongs.
"""

from dataclasses import dataclass

from ca_desktop.domain.folding import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """First name (or call name), prefix such as 'van der', and last name; each may be empty."""

    first: str = ""
    prefix: str = ""
    last: str = ""

    @property
    def full(self) -> str:
        """'Piet de Boer'; 'De Boer' where the first name is missing."""
        if self.first:
            return " ".join(part for part in (self.first, self.prefix, self.last) if part)
        family = " ".join(part for part in (self.prefix, self.last) if part)
        return family[:1].upper() + family[1:]

    @property
    def sorted_form(self) -> str:
        """'Boer, Piet de', as it stands in a sorted list."""
        given = " ".join(part for part in (self.first, self.prefix) if part)
        if not self.last:
            return given
        return f"{self.last}, {given}" if given else self.last

    @property
    def sort_key(self) -> str:
        """Folded: last name first, then first name, then prefix."""
        return fold(f"{self.last or self.first}\u0001{self.first}\u0001{self.prefix}")
