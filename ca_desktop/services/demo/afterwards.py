"""What was done in the demo centre with the program itself: reports issued, an intake begun."""

from datetime import date

from ca_desktop.db.database import Database
from ca_desktop.domain.accounts import Actor
from ca_desktop.domain.papers import ReportSummary
from ca_desktop.services.drafts import DraftService
from ca_desktop.services.papers import PaperService, ReportWish

_REPORTS = 3
_INTAKE = {
    "first_name": "Mila",
    "last_name": "Verhoeven",
    "phone": "06-0000 1442",
    "place": "Veenrode",
    "language": "nl",
    "step": "1",
}


def work_with_it(database: Database, actor: Actor, today: date) -> None:
    """Issue the first reports of which the summary is there, and begin an intake."""
    papers = PaperService(database, actor, lambda: today)
    with database.read() as uow:
        ended = [one for one in uow.of(ReportSummary).all() if one.ends_on < today]
    of_people = {one.participant_id: one for one in ended}
    for person_id in sorted(of_people)[:_REPORTS]:
        one = of_people[person_id]
        wish = ReportWish(
            participant_id=one.participant_id,
            partner_id=one.partner_id,
            starts_on=one.starts_on,
            ends_on=one.ends_on,
            included={},
        )
        papers.issue(papers.progress_report(wish))
    DraftService(database, actor, lambda: today).keep("intake:new", _INTAKE)
