"""A citizen service number is no number of a partner: not in a record, not on a paper."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from ca_desktop.domain.bsn import holds_bsn
from ca_desktop.domain.paper_names import shown_number
from ca_desktop.domain.privacy import RecipientKind, lens
from ca_desktop.domain.trajectories import LegalRole, Trajectory, TrajectoryGoal, problems
from tests.reports.examples import a_partner, a_report, a_source

BSN = "123456782"


@pytest.mark.parametrize("text", [BSN, "1234.56.782", "123 456 782", f"bsn {BSN}", f"nr. {BSN}."])
def test_a_bsn_is_recognised_however_it_is_written(text: str) -> None:
    assert holds_bsn(text)


@pytest.mark.parametrize(
    "text", ["", "123456789", "000000000", "12345678", f"{BSN}0", f"W{BSN}", "GEM-2026-00413"]
)
def test_another_number_is_no_bsn(text: str) -> None:
    assert not holds_bsn(text)


def test_a_trajectory_with_a_bsn_as_partner_number_is_refused() -> None:
    trajectory = Trajectory(
        participant_id=uuid4(),
        partner_id=uuid4(),
        legal_role=LegalRole.REINTEGRATION,
        goal=TrajectoryGoal.PAID_WORK,
        starts_on=date(2026, 1, 5),
        partner_number=BSN,
    )
    (problem,) = problems(trajectory)
    assert problem.field == "partner_number"
    assert "burgerservicenummer" in problem.message


def test_a_title_or_file_name_never_shows_a_bsn() -> None:
    view = lens(RecipientKind.MUNICIPALITY)
    number = shown_number(view, centre_number="D7", partner_number=BSN, name="Amina Yusuf")
    assert number == "D7"


def test_an_older_record_with_a_bsn_leaves_it_off_the_paper() -> None:
    partner = a_partner()
    old = tuple(replace(t, partner_number=BSN) for t in a_source(partner).trajectories)
    assert BSN not in str(a_report(partner, trajectories=old))
