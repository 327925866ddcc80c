"""A code that is not in the catalogue is refused; one of an older catalogue still loads."""

from dataclasses import replace
from datetime import timedelta

import pytest

from ca_desktop.domain.errors import RuleBroken
from ca_desktop.domain.goals import Score
from ca_desktop.domain.signals import SignalKind
from ca_desktop.domain.supervisors import Certificate, CertificateStatus
from ca_desktop.i18n import N_
from ca_desktop.services.session import Session
from tests.builders import World
from tests.conftest import TODAY


@pytest.mark.parametrize(
    ("field", "code"), [("skill", "bestaat_niet"), ("skill", ""), ("scale", "ONZIN")]
)
def test_a_score_on_what_is_not_in_the_catalogue_is_refused(
    petra: Session, world: World, field: str, code: str
) -> None:
    good = Score(participant_id=world.amina, skill="execution", value=2, on=TODAY)
    with pytest.raises(RuleBroken) as refused:
        petra.goals.save_score(replace(good, **{field: code}))
    assert [problem.field for problem in refused.value.problems] == [field]
    assert petra.goals.scores(world.amina) == []


def test_a_certificate_of_no_kind_is_refused(petra: Session, world: World) -> None:
    with pytest.raises(RuleBroken) as refused:
        petra.supervisors.save_certificate(Certificate(supervisor_id=world.jan, kind="onzin"))
    assert [problem.field for problem in refused.value.problems] == ["kind"]
    assert petra.supervisors.certificates(world.jan) == []


def test_a_certificate_of_an_older_catalogue_goes_by_its_code(petra: Session, world: World) -> None:
    old = Certificate(
        supervisor_id=world.jan, kind="oud_papier", valid_until=TODAY + timedelta(days=3)
    )
    with petra.opened.database.write(petra.actor, N_("Save certificate")) as uow:
        uow.save(old)
    (line,) = petra.supervisors.certificates(world.jan)
    assert (line.name, line.status) == ("oud_papier", CertificateStatus.EXPIRING)
    assert {one.papers for one in petra.supervisors.lines()} == {CertificateStatus.EXPIRING, None}
    (signal,) = [one for one in petra.signals.all() if one.kind is SignalKind.CERTIFICATE]
    assert "oud_papier" in signal.what
