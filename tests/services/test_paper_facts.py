"""What a paper says of the centre is known, not guessed; the register keeps what was printed."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from ca_desktop.domain.accreditations import AccreditationState, TrainingCompany
from ca_desktop.domain.privacy import DataElement
from ca_desktop.services.session import Session
from tests.builders import World, a_supervisor, a_wish, join
from tests.reports.pdf_text import everything

MAIN, SECOND = "100200300", "100200301"


def _location(session: Session, town: str, company_id: str) -> TrainingCompany:
    new = session.accreditations.new_company()
    return session.accreditations.save_company(replace(new, location=town, company_id=company_id))


def _accredit(
    session: Session,
    where: TrainingCompany,
    state: AccreditationState,
    number: int = 0,
    trainer: UUID | None = None,
) -> None:
    code = session.roles.named("sorteren").qualification_codes[number]
    new = replace(session.accreditations.new(where.id), code=code, name="Entree", level=1)
    new = replace(new, trainer_id=trainer)
    session.accreditations.save(replace(new, state=state, since=date(2025, 3, 1)))


def _factsheet(session: Session, world: World) -> str:
    return everything(session.papers.factsheet(world.role).content)


def test_of_two_locations_the_accredited_one_stands_on_the_factsheet(
    petra: Session, world: World
) -> None:
    first, second = _location(petra, "Apeldoorn", MAIN), _location(petra, "Zutphen", SECOND)
    _accredit(petra, second, AccreditationState.ACCREDITED)
    _accredit(petra, first, AccreditationState.IN_PREPARATION)
    text = _factsheet(petra, world)
    assert SECOND in text
    assert MAIN not in text
    assert "Invoorbereiding" not in text


def test_without_an_accreditation_no_number_suggests_that_there_is_one(
    petra: Session, world: World
) -> None:
    where = _location(petra, "Apeldoorn", MAIN)
    assert MAIN not in _factsheet(petra, world)
    _accredit(petra, where, AccreditationState.APPLIED)
    assert MAIN not in _factsheet(petra, world)


def test_two_accredited_locations_stand_on_the_factsheet_each_with_its_place(
    petra: Session, world: World
) -> None:
    _accredit(petra, _location(petra, "Apeldoorn", MAIN), AccreditationState.ACCREDITED)
    _accredit(petra, _location(petra, "Zutphen", SECOND), AccreditationState.ACCREDITED, 1)
    assert f"{MAIN}(Apeldoorn),{SECOND}(Zutphen)" in _factsheet(petra, world)


def test_each_accredited_code_names_its_own_trainer(petra: Session, world: World) -> None:
    where = _location(petra, "Apeldoorn", MAIN)
    second = a_supervisor(petra, "Ruben", "Kartosen").id
    _accredit(petra, where, AccreditationState.ACCREDITED, trainer=world.jan)
    _accredit(petra, where, AccreditationState.ACCREDITED, 1, second)
    _accredit(petra, where, AccreditationState.APPLIED, 2, a_supervisor(petra, "Bo", "Vis").id)
    text = _factsheet(petra, world)
    assert "Kartosen" in text
    assert "".join(petra.supervisors.get(world.jan).name.full.split()) in text
    assert "BoVis" not in text


def test_only_a_coordinator_at_work_signs_as_coordinator(
    petra: Session, jan: Session, world: World
) -> None:
    wish = a_wish(world.amina, world.municipality)
    assert "Naam:PetraJansen" in everything(petra.papers.progress_report(wish).content)
    assert "PetraJansen" not in everything(jan.papers.progress_report(wish).content)


def test_the_register_keeps_the_purpose_that_is_printed(petra: Session, world: World) -> None:
    join(petra, world.amina, world.employer)
    reason = {DataElement.NAME: "brief van 20-11-2026"}
    wishes = (
        a_wish(world.amina, None),
        a_wish(world.amina, world.municipality),
        a_wish(world.amina, world.employer, included=reason),
    )
    for wish in wishes:
        issued = petra.papers.issue(petra.papers.progress_report(wish))
        assert issued.purpose
        assert "".join(issued.purpose.split()) in everything(issued.content)
