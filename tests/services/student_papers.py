"""How the tests of papers about a student ask for them."""

from collections.abc import Callable
from datetime import date
from typing import Any

from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.dates import Period
from ca_desktop.domain.practice_report_lines import PracticeReportKind
from ca_desktop.domain.school_years import SchoolYear
from ca_desktop.services.paper_terms import Paper
from ca_desktop.services.session import Session
from tests.students import (
    Student,
)

YEAR = SchoolYear(2025)
PERIOD = Period(starts_on=date(2025, 9, 1), ends_on=date(2026, 2, 28))
BSN = "111222333"


def change(session: Session, what: Callable[[UnitOfWork], Any]) -> None:
    """Do something in the store, as if it had been recorded."""
    with session.opened.database.write(session.actor, "Test") as uow:
        what(uow)


def report(
    session: Session, student: Student, period: Period = PERIOD, language: str = "nl"
) -> Paper:
    return session.practice_papers.report(
        student.agreement.id, PracticeReportKind.INTERIM, period, language
    )


def all_papers(session: Session, student: Student) -> list[Paper]:
    return [
        session.practice_papers.proof(student.participant, YEAR),
        report(session, student),
        session.practice_papers.statement(student.agreement.id),
    ]


def solid(text: str) -> str:
    return "".join(text.split())
