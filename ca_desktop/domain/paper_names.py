"""How a paper is called: file name and title go through the privacy lens too and hold no name."""

import re
from datetime import date, timedelta

from ca_desktop.domain.bsn import holds_bsn
from ca_desktop.domain.dates import format_date
from ca_desktop.domain.folding import fold
from ca_desktop.domain.privacy import DataElement, Lens


def shown_number(view: Lens, *, centre_number: str, partner_number: str, name: str) -> str:
    """The number that stands for the person in titles and file names: the recipient's, else ours.

    A partner's number that holds a BSN or a part of the person's name does not count as a number.
    """
    number = _slug(partner_number)
    parts = [part for part in re.split(r"\W+", fold(name)) if len(part) > 2]
    is_clean = number and not holds_bsn(partner_number)
    is_clean = is_clean and not any(part in fold(number) for part in parts)
    return number if is_clean and view.shows(DataElement.PARTNER_NUMBER) else _slug(centre_number)


def paper_file_name(kind: str, starts_on: date, ends_on: date, number: str, *, until: str) -> str:
    """'voortgangsrapport-2026-03-tm-2026-05-GEM123.pdf': kind, period and a number, never a name.

    `kind` and `until` are words in the paper's language, `number` comes from `shown_number`.
    """
    parts = (kind, _days_in_name(starts_on, ends_on, until.replace("/", "")), number)
    return "-".join(slug for part in parts if (slug := _slug(part))) + ".pdf"


def days_in_title(starts_on: date, ends_on: date, until: str) -> str:
    """'01-03-2026 t/m 31-05-2026', as dates stand on the paper itself; one day stands once."""
    first, last = format_date(starts_on), format_date(ends_on)
    return first if first == last else f"{first} {until} {last}"


def _days_in_name(starts_on: date, ends_on: date, until: str) -> str:
    """'2026-03 tm 2026-05' for whole months, else whole dates: files sort on it."""
    is_whole = starts_on.day == 1 and (ends_on + timedelta(days=1)).day == 1
    form = "%Y-%m" if is_whole else "%Y-%m-%d"
    first, last = f"{starts_on:{form}}", f"{ends_on:{form}}"
    return first if first == last else f"{first} {until} {last}"


def _slug(text: str) -> str:
    return re.sub(r"[^\w-]+", "-", text).strip("-_")[:40]


def plain_file_name(kind: str, subject: str) -> str:
    """'functieblad-sorteren.pdf': for a paper that is not about a person."""
    return "-".join(slug for part in (kind, subject) if (slug := _slug(fold(part)))) + ".pdf"
