"""The team of the demo centre: every status of a paper, rules, plans, hand-over, one alone."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from ca_desktop.domain import hand_over_points, supervisor_paper_rules, supervisors
from ca_desktop.domain.hand_over_points import HandOverPoint
from ca_desktop.domain.reliance import Away, RelianceKind
from ca_desktop.domain.signals import SignalKind
from ca_desktop.domain.supervisor_paper_rules import RuleOrigin, SupervisorPaperRule
from ca_desktop.domain.supervisors import CertificateStatus, Supervisor, SupervisorKind
from ca_desktop.services.demo import create_demo, demo_centre
from ca_desktop.services.session import Session
from ca_desktop.services.stores import StoreDoor
from tests.conftest import TODAY
from tests.services.test_demo import of


@pytest.fixture(scope="module", params=[(2026, TODAY), (3, date(2028, 2, 29))])
def drawn(request: pytest.FixtureRequest) -> tuple[Sequence[object], date]:
    seed, day = request.param
    return [thing for batch in demo_centre(seed, 12, day) for thing in batch], day


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    store: Path = tmp_path_factory.mktemp("team") / "centre"
    access = create_demo(store, 60, today=TODAY)
    opened = StoreDoor.at(store).sign_in(access.sign_in_name, access.password)
    yield Session(opened, today=lambda: TODAY)
    opened.close()


def test_the_team_keeps_its_rules(drawn: tuple[Sequence[object], date]) -> None:
    things, day = drawn
    for one in of(things, Supervisor):
        assert list(supervisors.problems(one)) == []
        assert supervisors.settled(one) == one
    for rule in of(things, SupervisorPaperRule):
        assert list(supervisor_paper_rules.problems(rule)) == []
    for point in of(things, HandOverPoint):
        assert list(hand_over_points.problems(point, day)) == []


def test_the_team_has_everything_that_can_be_known_of_it(session: Session) -> None:
    team = session.supervisors.all()
    for field in ("partner_id", "languages", "crafts", "slot_minutes", "deputy_id", "employer"):
        assert any(getattr(one, field) for one in team), field
    origins = {line.origin for line in session.supervisor_paper_rules.lines()}
    assert origins == set(RuleOrigin)
    assert not all(line.rule.is_active for line in session.supervisor_paper_rules.lines())


def test_the_matrix_has_every_status_and_gaps_of_both_kinds(session: Session) -> None:
    matrix = session.supervisor_papers.matrix()
    found = {row.cell(key).status for row in matrix.rows for key, _name in matrix.papers}
    assert found == set(CertificateStatus)
    assert matrix.required_gaps
    assert matrix.recommended_gaps


def test_a_renewal_is_planned_and_another_is_not(session: Session) -> None:
    planned = {
        line.certificate.renewal_on is not None for line in session.supervisor_papers.renewals()
    }
    assert planned == {True, False}


def test_every_signal_about_supervisors_is_there(session: Session) -> None:
    found = {one.kind for one in session.signals.all()}
    assert found >= {
        SignalKind.CERTIFICATE,
        SignalKind.MISSING_PAPER,
        SignalKind.TRAINER_PAPER,
        SignalKind.OVERLOAD,
        SignalKind.NO_DEPUTY,
    }


def test_without_the_quartermaster_nobody_has_bhv_and_much_is_not_handed_over(
    session: Session,
) -> None:
    (leads,) = [
        one for one in session.supervisors.all() if SupervisorKind.QUARTERMASTER in one.kinds
    ]
    found = session.reliance.of(Away(supervisor_id=leads.id, starts_on=TODAY, for_good=True))
    papers = [one.who for one in found.lines if one.kind is RelianceKind.PAPER]
    assert "Bedrijfshulpverlening (BHV)" in papers
    kinds = {one.kind for one in found.lines}
    assert kinds >= {RelianceKind.HAND_OVER, RelianceKind.PLACEMENT, RelianceKind.FIXED_SUPERVISOR}
    told = [line.point.explained_on for line in session.hand_over.of(leads.id)]
    assert any(told)
    assert not all(told)
