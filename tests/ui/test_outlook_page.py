"""The board of accreditations: four groups, each line with its reason and its one action."""

from dataclasses import replace
from datetime import date

import pytest

from ca_desktop.domain.accreditations import AccreditationState, TrainingCompany
from ca_desktop.domain.supervisors import Certificate, SupervisorKind
from ca_desktop.services.work_processes import PastedProcesses
from ca_desktop.ui.kit.action_lines import Line
from ca_desktop.ui.kit.desk import Spot
from ca_desktop.ui.pages.outlook.page import OutlookPage

S = AccreditationState


@pytest.fixture
def location(session) -> TrainingCompany:
    new = replace(session.accreditations.new_company(), location="Wilmersdorf")
    return session.accreditations.save_company(new)


@pytest.fixture
def page(qtbot, session, desk) -> OutlookPage:
    made = OutlookPage(session, desk)
    qtbot.addWidget(made)
    made.show()
    return made


def an_accreditation(session, location, code, state, **more):
    new = replace(session.accreditations.new(location.id), code=code, name=code, level=2)
    return session.accreditations.save(replace(new, state=state, **more))


def a_trainer(session):
    new = replace(session.supervisors.new(), last_name="Smit", starts_on=date(2020, 1, 1))
    made = session.supervisors.save(replace(new, kinds=(SupervisorKind.WORKPLACE_TRAINER,)))
    paper = Certificate(supervisor_id=made.id, kind="workplace_trainer", seen_on=date(2025, 1, 1))
    session.supervisors.save_certificate(replace(paper, issued_on=date(2025, 1, 1)))
    return made


def heads(page) -> list[str]:
    return [card.heading.text() for card in page.cards]


def lines(page) -> list[Line]:
    return [line for card in page.cards for line in card.findChildren(Line)]


def test_an_empty_board_leads_to_the_accreditations(page, visits):
    page.refresh()
    page.cards[0].button.click()
    assert visits.last == ("accreditations", None)


def test_every_accreditation_stands_in_one_group(page, session, location):
    trainer = a_trainer(session)
    ready = an_accreditation(
        session, location, "25001", S.ACCREDITED, since=date(2025, 6, 1), trainer_id=trainer.id
    )
    pasted = PastedProcesses(accreditation_id=ready.id, text="B1-K1-W1 Zaagt")
    session.work_processes.paste(pasted)
    ids = [one.id for one in session.work_processes.of(ready.id).lines]
    session.work_processes.tick(ids, is_feasible=True)
    an_accreditation(session, location, "25002", S.ACCREDITED, since=date(2025, 6, 1))
    an_accreditation(session, location, "25041", S.APPLIED)
    an_accreditation(session, location, "25042", S.REJECTED)
    page.refresh()
    assert heads(page) == [
        "Studenten mogen vandaag beginnen (1)",
        "Mag vandaag, maar vraagt aandacht (1)",
        "Onderweg (1)",
        "Er mag geen student beginnen (1)",
    ]
    assert "2 van 4" in page.counts.text()


def test_the_button_opens_the_very_place(page, session, location, visits):
    kept = an_accreditation(session, location, "25002", S.ACCREDITED, since=date(2025, 6, 1))
    page.refresh()
    (line,) = lines(page)
    assert line.button.text() == "Praktijkopleider kiezen"
    line.button.click()
    assert visits.last == ("accreditations", Spot(kept.id, "details"))
    trainer = a_trainer(session)
    session.accreditations.save(replace(kept, trainer_id=trainer.id))
    page.refresh()
    (line,) = lines(page)
    line.button.click()
    assert visits.last == ("accreditations", Spot(kept.id, "processes"))


def test_a_trainer_without_paper_leads_to_his_papers(page, session, location, visits):
    new = replace(session.supervisors.new(), last_name="Smit", starts_on=date(2020, 1, 1))
    made = session.supervisors.save(replace(new, kinds=(SupervisorKind.WORKPLACE_TRAINER,)))
    an_accreditation(
        session, location, "25002", S.ACCREDITED, since=date(2025, 6, 1), trainer_id=made.id
    )
    page.refresh()
    (line,) = lines(page)
    line.button.click()
    assert visits.last == ("supervisors", Spot(made.id, "certificates"))


def test_a_line_that_asks_attention_says_since_when_it_is_accredited_too(page, session, location):
    an_accreditation(session, location, "25002", S.ACCREDITED, since=date(2025, 6, 1))
    page.refresh()
    (line,) = lines(page)
    assert "Erkend sinds 01-06-2025" in line.accessibleName()


def test_whoever_may_only_look_is_offered_to_open_the_accreditation(
    qtbot, session, desk, location, visits
):
    kept = an_accreditation(session, location, "25002", S.ACCREDITED, since=date(2025, 6, 1))
    page = OutlookPage(session, replace(desk, is_allowed=lambda _action: False))
    qtbot.addWidget(page)
    page.show()
    (line,) = lines(page)
    assert line.button.text() == "Erkenning openen"
    line.button.click()
    assert visits.last == ("accreditations", Spot(kept.id, "details", None))
