"""The commands that print: factsheet, progress report, SBB dossier and praktijkleren proof."""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from pathlib import Path
from uuid import UUID

from ca_desktop.cli.access import signed_in
from ca_desktop.cli.values import day_of, refuse_folder
from ca_desktop.domain.errors import NotFound
from ca_desktop.domain.folding import fold
from ca_desktop.domain.privacy import DataElement
from ca_desktop.domain.school_years import SchoolYear
from ca_desktop.i18n import _
from ca_desktop.services.papers import ReportWish
from ca_desktop.services.session import Session


def report(wishes: Namespace) -> int:
    """Print the report that was asked for."""
    kinds: dict[str, Callable[[Namespace], int]] = {
        "progress": _progress_report,
        "sbb": _sbb_dossier,
        "praktijkleren": _practice_proof,
    }
    return kinds[wishes.report](wishes)


def factsheet(wishes: Namespace) -> int:
    """Print the factsheet of a role."""
    out = _pdf(wishes.out)
    with signed_in(wishes) as session:
        role = session.roles.named(wishes.role)
        paper = session.papers.factsheet(role.id, wishes.language)
        session.papers.issue(paper, out)
    print(_("Written: {path}", path=out))
    return 0


def _progress_report(wishes: Namespace) -> int:
    out = _pdf(wishes.out)
    with signed_in(wishes) as session:
        wish = _report_wish(wishes, session)
        paper = session.papers.progress_report(wish)
        session.papers.issue(paper, out)
    print(_("Written: {path}", path=out))
    if paper.lacks_summary:
        print(_("No summary was written for this report: it went out without."), file=sys.stderr)
    return 0


def _report_wish(wishes: Namespace, session: Session) -> ReportWish:
    participant = session.participants.named(wishes.participant)
    partner = session.partners.named(wishes.partner) if wishes.partner else None
    return ReportWish(
        participant_id=participant.id,
        partner_id=partner.id if partner else None,
        starts_on=day_of(wishes.from_on, session),
        ends_on=day_of(wishes.to_on, session),
        included=dict(_included(wishes.include)),
        language=wishes.language,
    )


def _included(wishes: Iterable[str]) -> Iterable[tuple[DataElement, str]]:
    for wish in wishes:
        element, _sign, reason = wish.partition("=")
        try:
            yield DataElement(element.strip()), reason
        except ValueError:
            names = [one.value for one in DataElement]
            nearest = get_close_matches(element, names, 3, 0.4) or names
            raise NotFound(_("There is no element “{name}”.", name=element), nearest) from None


def _sbb_dossier(wishes: Namespace) -> int:
    out = _pdf(wishes.out)
    with signed_in(wishes) as session:
        place = _location(session, wishes.location) if wishes.location else None
        paper = session.centre_papers.sbb_dossier(place, wishes.language)
        session.centre_papers.issue(paper, out)
    print(_("Written: {path}", path=out))
    return 0


def _location(session: Session, name: str) -> UUID:
    """The location with this name, however its capitals are written."""
    companies = session.accreditations.companies()
    found = [one for one in companies if fold(one.location) == fold(name)]
    if not found:
        names = [one.location for one in companies]
        nearest = get_close_matches(name, names, 3, 0.4) or names
        raise NotFound(_("There is no location “{name}”.", name=name), nearest)
    return found[0].id


def _practice_proof(wishes: Namespace) -> int:
    out, year = _pdf(wishes.out), SchoolYear.parse(wishes.school_year)
    with signed_in(wishes) as session:
        student = session.participants.named(wishes.participant)
        paper = session.practice_papers.proof(student.id, year, wishes.language)
        session.practice_papers.issue(paper, out)
    print(_("Written: {path}", path=out))
    if paper.lacks_proof:
        print(
            _("Something is still missing in this proof; it stands on the paper."), file=sys.stderr
        )
    return 0


def _pdf(out: Path) -> Path:
    refuse_folder(out, "FILE.pdf")
    return out if out.suffix.lower() == ".pdf" else out.with_name(f"{out.name}.pdf")
