"""Papers of the demo centre beside an empty ReportLab document."""

from collections.abc import Iterator
from io import BytesIO

from reportlab.platypus import Paragraph, SimpleDocTemplate

from ca_desktop.domain.dates import Period
from ca_desktop.services.papers import ReportWish
from ca_desktop.services.session import Session
from ca_desktop.services.stores import StoreDoor
from tests.benchmarks.measure import Measured, median_ms
from tests.benchmarks.stores import DAY, DemoStore


def measures(demo: DemoStore, times: int) -> Iterator[Measured]:
    """A progress report of a year for a municipality, and the factsheet of its first role."""
    opened = StoreDoor.at(demo.store).sign_in(demo.name, demo.password)
    session = Session(opened, today=lambda: DAY)
    try:
        wish, role = a_wish(session), session.roles.lines()[0].id
        empty = median_ms(_empty_document, 31)
        report = median_ms(lambda: session.papers.progress_report(wish), times)
        yield Measured(key="progress_report", value=report, floor=empty)
        sheet = median_ms(lambda: session.papers.factsheet(role), times)
        yield Measured(key="factsheet", value=sheet, floor=empty)
    finally:
        opened.close()


def a_wish(session: Session) -> ReportWish:
    """A year of the first participant who has a trajectory."""
    period = Period(starts_on=DAY.replace(year=DAY.year - 1), ends_on=DAY)
    for person in session.participants.find("a", limit=40):
        for partner in session.papers.recipients(person.id, period):
            return ReportWish(
                participant_id=person.id,
                partner_id=partner.id,
                starts_on=period.starts_on,
                ends_on=period.ends_on,
                included={},
            )
    raise LookupError("nobody in the demo centre has a trajectory")


def _empty_document() -> None:
    SimpleDocTemplate(BytesIO()).build([Paragraph("")])
