"""What stands at the head of every paper: the centre's name, address and logo."""

from dataclasses import dataclass

from ca_desktop.domain.centre import Centre


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """The sender. A demo centre's papers carry a word across every page."""

    centre: str
    address_lines: tuple[str, ...] = ()
    contact_lines: tuple[str, ...] = ()
    logo: bytes | None = None
    is_demo: bool = False


def letterhead(centre: Centre) -> Letterhead:
    """The letterhead of this centre; empty lines are left out."""
    town = " ".join(part for part in (centre.postcode, centre.place) if part)
    return Letterhead(
        centre=centre.name,
        address_lines=tuple(line for line in (centre.address, town) if line),
        contact_lines=tuple(line for line in (centre.phone, centre.email, centre.website) if line),
        logo=centre.logo,
        is_demo=centre.is_demo,
    )
