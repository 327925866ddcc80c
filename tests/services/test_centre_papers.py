"""Papers about the centre: the SBB dossier, the accreditations, supervisors and certificates."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest

from ca_desktop.domain.accreditation_evidence import AccreditationEvidence
from ca_desktop.domain.accreditations import AccreditationState, TrainingCompany
from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.errors import NotAllowed, NotFound, UserError
from ca_desktop.domain.papers import CENTRE_PAPERS
from ca_desktop.domain.supervisors import Certificate
from ca_desktop.services.paper_terms import Paper
from ca_desktop.services.session import Session
from tests.builders import World
from tests.conftest import TODAY
from tests.reports.pdf_text import everything, pages
from tests.services.student_papers import solid
from tests.students import Student, a_student


def all_papers(session: Session, world: World, language: str = "nl") -> list[Paper]:
    papers = session.centre_papers
    return [
        papers.sbb_dossier(None, language),
        papers.accreditation_overview(None, language),
        papers.supervisor_sheet(world.jan, language),
        papers.certificate_overview(language),
    ]


def test_the_dossier_answers_what_an_adviser_asks(petra: Session, amina: Student) -> None:
    text = everything(petra.centre_papers.sbb_dossier().content)
    for words in (
        "Werkplaats Noord", "100077736", "12345678", "Kees Adviseur", "01-10-2026",
        "Een goede en veilige werkplek", "RI&E", "25254 Medewerker hergebruik", "25255",
        "Erkend sinds 01-03-2023", "Brief SBB 2023-0312", "3 van 4 (75%)", "B1-K2-W2",
        "Veilig sorteren", "Sorteren", "Jan Bos, 4 uur per week", "01-03-2027",
        "2025-2026: 1", "2024-2025: 0",
    ):  # fmt: skip
        assert solid(words) in text, words


def test_students_stand_on_the_dossier_as_a_number_and_nowhere_by_name(
    petra: Session, world: World, amina: Student
) -> None:
    for paper in all_papers(petra, world):
        text = everything(paper.content)
        assert "Yusuf" not in text
        assert "Amina" not in text


def test_one_student_with_two_agreements_is_one_student(petra: Session, amina: Student) -> None:
    later = replace(amina.agreement, id=uuid4(), number=2)
    with petra.opened.database.write(petra.actor, "Test") as uow:
        uow.save(later)
    assert solid("2025-2026: 1") in everything(petra.centre_papers.sbb_dossier().content)


def test_a_student_on_an_equivalent_code_counts(petra: Session, world: World) -> None:
    a_student(petra, world, code="25255")
    assert solid("2025-2026: 1") in everything(petra.centre_papers.sbb_dossier().content)


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        (date(2025, 7, 31), date(2025, 7, 31), "2026-2027: 0, 2025-2026: 0, 2024-2025: 1"),
        (date(2025, 8, 1), date(2025, 8, 1), "2026-2027: 0, 2025-2026: 1, 2024-2025: 0"),
        (date(2025, 7, 31), date(2025, 8, 1), "2026-2027: 0, 2025-2026: 1, 2024-2025: 1"),
    ],
)
def test_students_are_counted_in_every_school_year_in_which_they_were_here(
    petra: Session, world: World, first: date, last: date, shown: str
) -> None:
    a_student(petra, world, starts_on=first, planned_end_on=last)
    assert solid(shown) in everything(petra.centre_papers.sbb_dossier().content)


def test_a_dossier_of_one_location_tells_nothing_of_another(petra: Session, amina: Student) -> None:
    other = petra.accreditations.save_company(TrainingCompany(location="Filiaal Zuid"))
    here = everything(petra.centre_papers.sbb_dossier(amina.company.id).content)
    there = everything(petra.centre_papers.sbb_dossier(other.id).content)
    assert "FiliaalZuid" not in here
    assert "25254" not in there
    both = everything(petra.centre_papers.sbb_dossier().content)
    assert "FiliaalZuid" in both
    assert "25254" in both


def test_a_centre_without_a_location_gets_a_dossier_that_says_so(petra: Session) -> None:
    assert solid("nog geen locatie als leerbedrijf") in everything(
        petra.centre_papers.sbb_dossier().content
    )
    assert solid("nog geen kwalificatie") in everything(
        petra.centre_papers.accreditation_overview().content
    )


def test_a_location_that_is_gone_is_not_found(petra: Session, amina: Student) -> None:
    with pytest.raises(NotFound):
        petra.centre_papers.sbb_dossier(amina.accreditation.id)


def test_a_bsn_in_the_evidence_stops_the_dossier(petra: Session, amina: Student) -> None:
    with petra.opened.database.write(petra.actor, "Test") as uow:
        one = uow.of(AccreditationEvidence).all()[0]
        uow.save(replace(one, text="Map van 111222333"))
    with pytest.raises(UserError, match="BSN"):
        petra.centre_papers.sbb_dossier()


def test_the_overview_is_one_page(petra: Session, amina: Student) -> None:
    paper = petra.centre_papers.accreditation_overview()
    (page,) = pages(paper.content)
    for words in ("25254", "Erkendsinds", "01-03-2023", "75%", "JanBos", "100077736"):
        assert words in page


def test_the_sheet_tells_of_one_supervisor(petra: Session, world: World, amina: Student) -> None:
    text = everything(petra.centre_papers.supervisor_sheet(world.jan).content)
    for words in (
        "Jan Bos", "Werkbegeleider, Praktijkopleider", "24 uur per week", "demonteren, lassen",
        "Training praktijkopleider", "01-05-2028", "06-01-2025", "25254 Medewerker hergebruik",
    ):  # fmt: skip
        assert solid(words) in text, words
    assert solid("Begeleidt nu2") in text
    assert "vanaf" not in text  # "Hier sinds" says it already


def test_a_very_long_name_leaves_room_for_the_number_of_the_page(
    petra: Session, world: World, amina: Student
) -> None:
    jan = petra.supervisors.get(world.jan)
    petra.supervisors.save(replace(jan, last_name="van Oldenbarneveldt tot Wassenaar " * 4))
    text = pages(petra.centre_papers.supervisor_sheet(world.jan).content)[0]
    assert "…Pagina1van" in text


def test_a_row_is_not_cut_at_the_end_of_a_page(
    petra: Session, world: World, amina: Student
) -> None:
    jan = petra.supervisors.get(world.jan)
    petra.supervisors.save(replace(jan, last_name="van Oldenbarneveldt tot Wassenaar " * 4))
    for kind in load_catalogue().certificates:
        one = Certificate(supervisor_id=world.jan, kind=kind.code, seen_on=TODAY)
        petra.supervisors.save_certificate(one)
    found = pages(petra.centre_papers.certificate_overview().content)
    assert len(found) > 1
    assert [page.count("GezienopGeldigtot") for page in found] == [1] * len(found)


@pytest.mark.parametrize(
    ("until", "shown"),
    [
        (date(2026, 11, 24), "verlooptbinnenkort"),  # the last day still counts
        (date(2026, 11, 23), "verlopen"),
        (None, "geentermijn"),
    ],
)
def test_a_certificate_stands_with_where_it_is_today(
    petra: Session, world: World, amina: Student, until: date | None, shown: str
) -> None:
    with petra.opened.database.write(petra.actor, "Test") as uow:
        for one in uow.of(Certificate).all():
            uow.save(replace(one, valid_until=until))
    for paper in (
        petra.centre_papers.certificate_overview(),
        petra.centre_papers.supervisor_sheet(world.jan),
    ):
        assert shown in everything(paper.content)


def test_who_left_is_not_on_the_overview_of_certificates(
    petra: Session, world: World, amina: Student
) -> None:
    els = petra.supervisors.get(world.els)
    assert "ElsVeen" in everything(petra.centre_papers.certificate_overview().content)
    petra.supervisors.save(replace(els, ended_on=date(2026, 11, 23)))
    assert "ElsVeen" not in everything(petra.centre_papers.certificate_overview().content)


def test_papers_of_the_centre_are_kept_and_opened_again(
    petra: Session, world: World, amina: Student, tmp_path: Path
) -> None:
    made = all_papers(petra, world)
    kept = [petra.centre_papers.issue(one, tmp_path / one.file_name) for one in made]
    assert {one.kind for one in kept} == CENTRE_PAPERS
    assert {one.id for one in petra.centre_papers.issued()} >= {one.id for one in kept}
    petra.centre_papers.issue_again(kept[0].id, tmp_path / "weer.pdf")
    assert (tmp_path / "weer.pdf").read_bytes() == made[0].content
    with pytest.raises(UserError):
        petra.centre_papers.issue(replace(made[0], content=b"%PDF-anders"))


def test_another_paper_is_not_opened_as_one_of_the_centre(
    petra: Session, world: World, amina: Student
) -> None:
    sheet = petra.papers.issue(petra.papers.factsheet(world.role))
    with pytest.raises(NotFound):
        petra.centre_papers.issue_again(sheet.id)


def test_a_reader_prints_no_papers_of_the_centre_and_a_supervisor_does(
    jan: Session, lies: Session, petra: Session, world: World, amina: Student
) -> None:
    assert len(all_papers(jan, world)) == 4
    with pytest.raises(NotAllowed):
        lies.centre_papers.sbb_dossier()


def test_papers_in_english_are_in_english(petra: Session, world: World, amina: Student) -> None:
    dossier, overview, sheet, certificates = (
        everything(paper.content) for paper in all_papers(petra, world, "en")
    )
    assert solid("The five conditions of SBB") in dossier
    assert solid("Accreditation overview") in overview
    assert solid("Supervisor sheet") in sheet
    assert solid("Certificate overview") in certificates


def test_a_paper_that_a_rule_asks_and_that_is_not_there_is_named(
    petra: Session, world: World, amina: Student
) -> None:
    """Jan and Els guide people under the Wmo, which asks a certificate of conduct."""
    text = everything(petra.centre_papers.certificate_overview().content)
    assert solid("Verklaring Omtrent het Gedrag (VOG) ontbreekt, verplicht") in text
    sheet = everything(petra.centre_papers.supervisor_sheet(world.els).content)
    assert solid("Papieren die ontbreken") in sheet
    assert "Wmo" not in sheet  # why it is asked tells of the people she guides


def test_the_lapse_and_the_last_student_follow_the_agreements(
    petra: Session, amina: Student
) -> None:
    text = everything(petra.centre_papers.sbb_dossier().content)
    assert solid("Laatste student tot 10-07-2026") in text
    assert solid("Vervalt zonder student 10-07-2030") in text


def test_a_planned_reassessment_does_not_look_like_a_start(petra: Session, amina: Student) -> None:
    with petra.opened.database.write(petra.actor, "Test") as uow:
        planned = replace(amina.accreditation, state=AccreditationState.REASSESSMENT_PLANNED)
        uow.save(planned)
    text = everything(petra.centre_papers.accreditation_overview().content)
    assert solid("Herbeoordeling gepland; erkend sinds 01-03-2023") in text


def test_a_dossier_of_several_locations_has_a_title_that_fits_the_foot_of_a_page(
    petra: Session, amina: Student
) -> None:
    assert petra.centre_papers.sbb_dossier().title == "SBB-dossier · Werkplaats Noord"
    petra.accreditations.save_company(TrainingCompany(location="Een heel lang adres 1234"))
    assert petra.centre_papers.sbb_dossier().title == "SBB-dossier"
