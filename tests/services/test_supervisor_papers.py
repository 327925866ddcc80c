"""The matrix of papers, the rules of the centre, and what a placement asks by them."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.catalogue_entries import Recordable
from ca_desktop.domain.conditions import Condition, ConditionKind
from ca_desktop.domain.errors import NotAllowed, RuleBroken
from ca_desktop.domain.supervisor_paper_rules import RuleOrigin, SupervisorPaperRule
from ca_desktop.domain.supervisors import Certificate, CertificateStatus, SupervisorKind
from ca_desktop.domain.target_groups import RestrictedBlock
from ca_desktop.domain.trajectories import LegalRole
from ca_desktop.services.session import Session
from ca_desktop.services.supervisor_papers import MatrixRow
from tests.builders import World
from tests.conftest import TODAY


def row_of(session: Session, supervisor_id: UUID) -> MatrixRow:
    return next(row for row in session.supervisor_papers.matrix().rows if row.id == supervisor_id)


def give_legal_role(session: Session, person: UUID, role: LegalRole) -> None:
    (running,) = session.trajectories.of(person)
    session.trajectories.save(replace(running, legal_role=role, legal_form=None))


def everybody_as_employer(session: Session, world: World) -> None:
    """No rule looks at people who work here in a job."""
    for person in world.people:
        give_legal_role(session, person, LegalRole.EMPLOYER)


def add_rule(session: Session, **more: object) -> SupervisorPaperRule:
    made = replace(session.supervisor_paper_rules.new(), source="Besluit van het centrum")
    return session.supervisor_paper_rules.save(replace(made, **more))


def test_a_paper_is_asked_for_the_legal_role_of_people_he_guides(
    petra: Session, world: World
) -> None:
    everybody_as_employer(petra, world)
    assert not row_of(petra, world.jan).cell("vog").is_asked
    give_legal_role(petra, world.amina, LegalRole.WMO_PROVIDER)
    cell = row_of(petra, world.jan).cell("vog")
    assert (cell.status, cell.is_required, cell.is_gap) == (CertificateStatus.MISSING, True, True)
    assert "Wmo-aanbieder" in row_of(petra, world.jan).why("vog")
    petra.supervisors.save_certificate(
        Certificate(supervisor_id=world.jan, kind="vog", seen_on=TODAY)
    )
    assert row_of(petra, world.jan).cell("vog").status is CertificateStatus.VALID


def test_a_paper_is_asked_for_somebody_under_18_until_the_birthday(
    petra: Session, world: World
) -> None:
    everybody_as_employer(petra, world)
    amina = petra.participants.get(world.amina)
    petra.participants.change(replace(amina, born_on=date(2008, 11, 25)))
    assert date(2026, 11, 24) == TODAY
    assert row_of(petra, world.jan).cell("vog").is_required
    amina = petra.participants.get(world.amina)
    petra.participants.change(replace(amina, born_on=date(2008, 11, 24)))
    assert not row_of(petra, world.jan).cell("vog").is_required


def test_only_who_is_at_work_stands_in_the_matrix(petra: Session, world: World) -> None:
    jan = petra.supervisors.get(world.jan)
    petra.supervisors.save(replace(jan, ended_on=TODAY))
    assert world.jan in {row.id for row in petra.supervisor_papers.matrix().rows}
    petra.supervisors.save(replace(jan, ended_on=TODAY - timedelta(days=1)))
    assert world.jan not in {row.id for row in petra.supervisor_papers.matrix().rows}


def test_a_group_counts_only_when_enough_people_of_it_are_here(
    petra: Session, world: World
) -> None:
    add_rule(petra, target_group="VW", certificate="harrie", is_required=True)
    for person in world.people[:1]:
        label(petra, person, "VW")
    assert not row_of(petra, world.jan).cell("harrie").is_asked
    for number in range(4):
        fresh = replace(petra.participants.new(), last_name=f"Vrijwilliger {number}")
        label(petra, petra.participants.take_in(fresh).id, "VW")
    assert row_of(petra, world.jan).cell("harrie").is_gap
    assert row_of(petra, world.els).cell("harrie").is_gap


def label(session: Session, person: UUID, group: str) -> None:
    with session.opened.database.write(session.actor, "test") as uow:
        found = uow.of(RestrictedBlock).find(participant_id=person)
        block = found or RestrictedBlock(participant_id=person, recorded_on=TODAY)
        uow.save(replace(block, target_group=group))


def test_the_words_why_are_for_coordinators_and_for_himself(
    petra: Session, jan: Session, world: World
) -> None:
    give_legal_role(petra, world.amina, LegalRole.WMO_PROVIDER)
    give_legal_role(petra, world.bram, LegalRole.WMO_PROVIDER)
    assert "Wmo" in row_of(jan, world.jan).why("vog")
    assert row_of(jan, world.els).why("vog") == "verplicht"
    assert "Wmo" in row_of(petra, world.els).why("vog")


def test_a_reader_does_not_see_the_matrix(lies: Session) -> None:
    with pytest.raises(NotAllowed):
        lies.supervisor_papers.matrix()


def test_a_shipped_rule_is_switched_off_and_put_back(petra: Session, world: World) -> None:
    give_legal_role(petra, world.amina, LegalRole.WMO_PROVIDER)
    rules = petra.supervisor_paper_rules
    line = next(one for one in rules.lines() if one.rule.code == "wmo_vog")
    assert line.origin is RuleOrigin.SHIPPED
    rules.switch(line.rule, False)
    line = next(one for one in rules.lines() if one.rule.code == "wmo_vog")
    assert (line.origin, line.rule.is_active) == (RuleOrigin.CHANGED, False)
    assert not row_of(petra, world.jan).cell("vog").is_required
    rules.switch(line.rule, True)
    assert row_of(petra, world.jan).cell("vog").is_required
    rules.remove("wmo_vog")
    line = next(one for one in rules.lines() if one.rule.code == "wmo_vog")
    assert (line.origin, line.rule.is_active) == (RuleOrigin.SHIPPED, True)
    with pytest.raises(RuleBroken):
        rules.remove("wmo_vog")


def test_a_rule_without_a_source_is_refused(petra: Session) -> None:
    with pytest.raises(RuleBroken) as refused:
        add_rule(petra, certificate="vca", source=" ")
    assert refused.value.problems[0].field == "source"


def test_a_changed_rule_can_be_taken_back_with_undo(petra: Session) -> None:
    rule = add_rule(petra, certificate="vca")
    assert petra.history.undoable() == "Regel over papieren bewaren"
    petra.history.undo_last()
    assert rule.code not in {one.rule.code for one in petra.supervisor_paper_rules.lines()}


def papers_of_a_placement(session: Session, world: World) -> list[Condition]:
    role = session.roles.named("demonteren").id
    asked = replace(session.placements.new(world.amina, role), supervisor_id=world.jan)
    found = session.matches.explain(asked)
    return [one for one in found if one.kind is ConditionKind.SUPERVISOR]


def test_a_placement_asks_by_the_rules_in_force(petra: Session, world: World) -> None:
    give_legal_role(petra, world.amina, LegalRole.WMO_PROVIDER)
    names = [one.detail for one in papers_of_a_placement(petra, world)]
    assert any("VOG" in name for name in names)
    rules = petra.supervisor_paper_rules
    for line in rules.lines():
        if line.rule.code in ("wmo_vog", "wmo_support_worker"):
            rules.switch(line.rule, False)
    assert papers_of_a_placement(petra, world) == []
    add_rule(petra, legal_role=LegalRole.WMO_PROVIDER, certificate="vca", source="Ons besluit")
    (condition,) = papers_of_a_placement(petra, world)
    assert condition.source == "Ons besluit"


def test_a_placement_asks_by_the_task_of_the_supervisor_and_never_by_group(
    petra: Session, world: World
) -> None:
    label(petra, world.amina, "VW")
    add_rule(petra, target_group="VW", certificate="vca")
    before = papers_of_a_placement(petra, world)
    jan = petra.supervisors.get(world.jan)
    petra.supervisors.save(replace(jan, kinds=(*jan.kinds, SupervisorKind.EMERGENCY_RESPONDER)))
    (added,) = set(papers_of_a_placement(petra, world)) - set(before)
    assert "BHV" in added.detail
    assert "VCA" not in "".join(one.detail for one in papers_of_a_placement(petra, world))


def test_what_expires_is_listed_until_a_newer_paper_is_there(petra: Session, world: World) -> None:
    until = TODAY + timedelta(days=40)
    old = Certificate(supervisor_id=world.jan, kind="vca", issued_on=TODAY, valid_until=until)
    petra.supervisors.save_certificate(old)
    (line,) = petra.supervisor_papers.renewals()
    assert (line.certificate, line.status) == (old, CertificateStatus.EXPIRING)
    planned = replace(old, renewal_on=TODAY + timedelta(days=9), renewal_note="ROC")
    petra.supervisors.save_certificate(planned)
    assert petra.supervisor_papers.renewals()[0].certificate.renewal_note == "ROC"
    newer = Certificate(supervisor_id=world.jan, kind="vca", valid_until=until.replace(year=2036))
    petra.supervisors.save_certificate(newer)
    assert petra.supervisor_papers.renewals() == []


def test_the_group_of_the_test_may_be_recorded_without_a_legal_role() -> None:
    assert load_catalogue().target_group("VW").recordable is Recordable.YES
