"""Every paper of the demo centre, page by page: what the printer would make of it."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from ca_desktop.domain.dates import Period
from ca_desktop.domain.errors import UserError
from ca_desktop.domain.flow_measures import FlowBy
from ca_desktop.domain.participants import ParticipantFilter, ParticipantSort
from ca_desktop.domain.partners import Partner, PartnerKind
from ca_desktop.domain.practice_report_lines import PracticeReportKind
from ca_desktop.i18n import LANGUAGES
from ca_desktop.services.papers import ReportWish
from ca_desktop.services.session import Session
from ca_desktop.services.stores import StoreDoor
from ca_desktop.ui.kit.preview import page_sizes, render_page
from tests.screens.stage import Access

SCALE = 1.5  # 108 dots per inch
GROUPS = ("ABCD123", "EFGH456", "JKMN789", "PQRS012", "TVWX345", "YZ01678")
STUDENTS = 6
READERS = (PartnerKind.MUNICIPALITY, PartnerKind.SCHOOL, PartnerKind.CARE)


def draw(access: Access, folder: Path, only: str) -> list[Path]:
    """The papers as pictures and as PDF; returns the pictures."""
    opened = StoreDoor.at(access.store).sign_in(access.name, access.password)
    made: list[Path] = []
    try:
        for name, pdf in _papers(Session(opened), only):
            (folder / f"{name}.pdf").write_bytes(pdf)
            for page in range(len(page_sizes(pdf))):
                made.append(folder / f"{name}-{page + 1}.png")
                render_page(pdf, page, SCALE).save(str(made[-1]))
    finally:
        opened.close()
    return made


def _papers(session: Session, only: str) -> Iterator[tuple[str, bytes]]:
    for line in session.roles.lines():
        for language in LANGUAGES:
            name = f"factsheet-{line.role.key}-{language}"
            if only in name:
                yield name, session.papers.factsheet(line.id, language).content
    if only in "progress-report":
        yield from _reports(session)
    for language in LANGUAGES:
        for by in (FlowBy.ROLE, FlowBy.GROUP):
            name = f"figures-{by}-{language}"
            if only in name:
                today = session.today()
                year = Period(starts_on=today.replace(month=1, day=1), ends_on=today)
                paper = session.flow_papers.paper(year, by, "Gemeente Veenrode", language)
                yield name, paper.content
    yield from (one for one in _of_the_centre(session) if only in one[0])
    yield from (one for one in _of_students(session) if only in one[0])
    if only in "recovery-sheet":
        yield "recovery-sheet", session.papers.recovery_sheet(GROUPS)


def _of_the_centre(session: Session) -> Iterator[tuple[str, bytes]]:
    """The SBB dossier, the accreditations, the certificates and the sheet of every supervisor."""
    papers = session.centre_papers
    for language in LANGUAGES:
        yield f"sbb-dossier-{language}", papers.sbb_dossier(None, language).content
        overview = papers.accreditation_overview(None, language)
        yield f"accreditation-overview-{language}", overview.content
        yield f"certificate-overview-{language}", papers.certificate_overview(language).content
    for number, one in enumerate(session.supervisors.all(active_only=True)[:3], start=1):
        yield f"supervisor-sheet-{number}", papers.supervisor_sheet(one.id).content


def _of_students(session: Session) -> Iterator[tuple[str, bytes]]:
    """The papers of the first students for whom there is each: whoever has none gives none."""
    today, made = session.today(), 0
    order = session.participants.order(ParticipantSort.NAME, ParticipantFilter())
    for person_id in (line.id for line in session.participants.lines(order)):
        offered = session.practice_papers.offered(person_id)
        if not offered.agreements:
            continue
        made += 1
        for year in offered.years[:2]:
            with suppress(UserError):
                paper = session.practice_papers.proof(person_id, year)
                yield f"student-proof-{made}-{year.name}", paper.content
        one = offered.agreements[0]
        with suppress(UserError):
            yield f"student-statement-{made}", session.practice_papers.statement(one.id).content
        for kind in PracticeReportKind:
            with suppress(UserError):
                period = Period(starts_on=one.starts_on, ends_on=today)
                paper = session.practice_papers.report(one.id, kind, period)
                yield f"student-report-{made}-{kind}", paper.content
        if made == STUDENTS:
            return


def _reports(session: Session) -> Iterator[tuple[str, bytes]]:
    """One report for each kind of reader, about the first participant who has one."""
    today = session.today()
    period = Period(starts_on=today.replace(year=today.year - 1), ends_on=today)
    done: set[str] = set()
    for partner, wish in _wishes(session, period):
        kind = partner.kind if partner else "participant"
        if kind in done:
            continue
        try:
            paper = session.papers.progress_report(wish)
        except UserError:
            continue
        done.add(kind)
        yield f"progress-report-{kind}", paper.content


def _wishes(session: Session, period: Period) -> Iterator[tuple[Partner | None, ReportWish]]:
    readers = {p.id: p for p in session.partners.all() if p.kind in READERS}
    for person in session.participants.find("a", limit=40):
        ids = [one.id for one in session.papers.recipients(person.id, period)]
        for partner_id in [*(one for one in ids if one in readers), None]:
            yield (
                readers[partner_id] if partner_id else None,
                ReportWish(
                    participant_id=person.id,
                    partner_id=partner_id,
                    starts_on=period.starts_on,
                    ends_on=period.ends_on,
                    included={},
                ),
            )
