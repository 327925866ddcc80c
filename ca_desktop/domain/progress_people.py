"""About whom and for whom a progress report is, as far as the lens shows it."""

from ca_desktop.domain.bsn import holds_bsn
from ca_desktop.domain.paper_names import shown_number
from ca_desktop.domain.privacy import DataElement, Lens
from ca_desktop.domain.progress_lines import ReportPerson, ReportRecipient
from ca_desktop.domain.progress_source import ProgressSource
from ca_desktop.domain.trajectories import Trajectory


def number_of(view: Lens, source: ProgressSource, trajectories: tuple[Trajectory, ...]) -> str:
    """The number that stands for the person in title and file name."""
    partner_number = ""
    if source.partner is not None:
        partner_number = next((one.partner_number for one in trajectories), "")
    return shown_number(
        view,
        centre_number=f"D{source.participant.number}",
        partner_number=partner_number,
        name=source.participant.name.full,
    )


def recipient_of(view: Lens, source: ProgressSource) -> ReportRecipient:
    """For whom, with the address of a partner."""
    partner = source.partner
    if partner is None:
        return ReportRecipient(kind=view.recipient, name=source.participant.name.full)
    town = _town(partner.postcode, partner.place)
    return ReportRecipient(
        kind=view.recipient,
        name=partner.name,
        contact_name=partner.contact_name,
        address_lines=tuple(line for line in (partner.address, town) if line),
    )


def _town(postcode: str, place: str) -> str:
    """Postcode and place; a line never breaks inside the postcode."""
    return " ".join(part for part in ("\u00a0".join(postcode.split()), place) if part)


def person_of(
    view: Lens, source: ProgressSource, trajectories: tuple[Trajectory, ...]
) -> ReportPerson:
    """About whom, as far as the lens shows it."""
    person = source.participant
    town = _town(person.postcode, person.place)
    address = ", ".join(part for part in (person.address, town) if part)
    contact = ", ".join(part for part in (person.phone, person.email) if part)
    numbers = dict.fromkeys(one.partner_number for one in trajectories)
    numbers_shown = tuple(n for n in numbers if n and not holds_bsn(n))
    return ReportPerson(
        name=person.name.full,
        number=str(person.number) if view.shows(DataElement.CENTRE_NUMBER) else "",
        partner_numbers=numbers_shown if view.shows(DataElement.PARTNER_NUMBER) else (),
        born_on=person.born_on if view.shows(DataElement.BIRTH_DATE) else None,
        address=address if view.shows(DataElement.ADDRESS) else "",
        contact=contact if view.shows(DataElement.CONTACT) else "",
        target_group=source.target_group if view.shows(DataElement.TARGET_GROUP) else "",
    )
