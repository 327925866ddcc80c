"""Papers for SBB and RVO from the command line: the same rights, words and journal as elsewhere."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from ca_desktop.domain.accreditations import TrainingCompany
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.partners import Partner, PartnerKind
from ca_desktop.domain.practice_agreements import ALWAYS_SIGN, PracticeAgreement
from ca_desktop.services.stores import StoreDoor
from tests.e2e.commands import CommandLine
from tests.e2e.test_paper_commands import printed
from tests.reports.pdf_text import everything


@pytest.fixture
def student(run: CommandLine) -> Participant:
    """Somebody of the demo centre with a bbl agreement over the school year 2023-2024."""
    opened = StoreDoor.at(run.demo.store).sign_in(run.demo.name, run.demo.password)
    with opened.database.write(opened.actor, "Test") as uow:
        person = min(uow.of(Participant).all(), key=lambda one: one.number)
        school = uow.of(Partner).all(kind=PartnerKind.SCHOOL)[0]
        company = uow.of(TrainingCompany).all()[0]
        uow.save(an_agreement(person.id, school.id, company.id))
    opened.close()
    return person


def an_agreement(person: UUID, school: UUID, company: UUID) -> PracticeAgreement:
    return PracticeAgreement(
        participant_id=person,
        school_id=school,
        training_company_id=company,
        number=91,
        code="25254",
        qualification="Medewerker hergebruik",
        learning_path=LearningPath.BBL,
        level=2,
        starts_on=date(2023, 8, 1),
        planned_end_on=date(2024, 7, 31),
        hours=610,
        signed_by=tuple(ALWAYS_SIGN),
        signed_on=date(2023, 7, 20),
    )


def test_the_sbb_dossier_is_printed_and_journalled(run: CommandLine, tmp_path: Path) -> None:
    before, out = len(printed(run)), tmp_path / "sbb"
    ran = run("report", "sbb", "--out", out)
    assert (ran.status, ran.err) == (0, "")
    assert str(tmp_path / "sbb.pdf") in ran.out
    text = everything((tmp_path / "sbb.pdf").read_bytes())
    assert "SBB-dossier" in text
    assert "VOORBEELD" in text
    assert printed(run)[before:] == ["issued_papers"]


def test_the_dossier_of_one_location_is_asked_by_its_name(run: CommandLine, tmp_path: Path) -> None:
    opened = StoreDoor.at(run.demo.store).sign_in(run.demo.name, run.demo.password)
    with opened.database.read() as uow:
        place = uow.of(TrainingCompany).all()[0].location
    opened.close()
    out = tmp_path / "een.pdf"
    assert run("report", "sbb", "--location", place.upper(), "--out", out).status == 0
    wrong = run("report", "sbb", "--location", "Nergens", "--out", tmp_path / "geen.pdf")
    assert (wrong.status, wrong.out) == (1, "")
    assert "Er is geen locatie “Nergens”" in wrong.err
    assert place in wrong.err
    assert not (tmp_path / "geen.pdf").exists()


def test_the_proof_is_printed_and_says_that_something_is_missing(
    run: CommandLine, student: Participant, tmp_path: Path
) -> None:
    out = tmp_path / "bewijs.pdf"
    ran = run("report", "praktijkleren", student.number, "--school-year", "2023-2024", "--out", out)
    assert ran.status == 0
    assert str(out) in ran.out
    assert "ontbreekt" in ran.err
    text = everything(out.read_bytes())
    assert "2023-2024" in text
    assert "".join(student.name.full.split()) in text


@pytest.mark.parametrize("year", ["2023", "23-24", "2023-2025", "vorig jaar", "2024-2023"])
def test_what_is_no_school_year_is_said_in_a_sentence(
    run: CommandLine, student: Participant, tmp_path: Path, year: str
) -> None:
    out = tmp_path / "bewijs.pdf"
    ran = run("report", "praktijkleren", student.number, "--school-year", year, "--out", out)
    assert (ran.status, ran.out) == (1, "")
    assert "2025-2026" in ran.err
    assert not out.exists()


def test_without_an_agreement_in_that_year_there_is_no_paper(
    run: CommandLine, student: Participant, tmp_path: Path
) -> None:
    out = tmp_path / "bewijs.pdf"
    ran = run("report", "praktijkleren", student.number, "--school-year", "2010-2011", "--out", out)
    assert (ran.status, ran.out) == (1, "")
    assert "geen praktijkovereenkomst in de bbl" in ran.err
    assert not out.exists()


def test_the_school_year_is_asked_for(run: CommandLine, tmp_path: Path) -> None:
    ran = run("report", "praktijkleren", "1", "--out", tmp_path / "bewijs.pdf")
    assert ran.status == 2
    assert "--school-year" in ran.err
