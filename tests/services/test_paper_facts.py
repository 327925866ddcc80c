"""What a paper says of the centre is known, not guessed; the register keeps what was printed."""

from dataclasses import replace
from datetime import date

from ca_desktop.domain.accreditations import AccreditationState, TrainingCompany
from ca_desktop.domain.privacy import DataElement
from ca_desktop.services.session import Session
from tests.builders import World, a_wish, join
from tests.reports.pdf_text import everything

MAIN, SECOND = "100200300", "100200301"


def _location(session: Session, town: str, company_id: str) -> TrainingCompany:
    new = session.accreditations.new_company()
    return session.accreditations.save_company(replace(new, location=town, company_id=company_id))


def _accredit(session: Session, where: TrainingCompany, state: AccreditationState) -> None:
    code = session.roles.named("sorteren").qualification_codes[0]
    new = replace(session.accreditations.new(where.id), code=code, name="Entree", level=1)
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


def test_without_an_accreditation_no_location_is_picked(petra: Session, world: World) -> None:
    _location(petra, "Apeldoorn", MAIN)
    assert MAIN in _factsheet(petra, world)
    _location(petra, "Zutphen", SECOND)
    text = _factsheet(petra, world)
    assert MAIN not in text
    assert SECOND not in text


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
