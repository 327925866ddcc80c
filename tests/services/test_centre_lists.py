"""What belongs to the centre: roles, partners, supervisors, accreditations and its settings."""

from dataclasses import replace
from datetime import timedelta

import pytest

from ca_desktop.domain.accreditation_steps import AccreditationStep
from ca_desktop.domain.accreditations import Accreditation, AccreditationState
from ca_desktop.domain.errors import NotFound, RuleBroken, UserError
from ca_desktop.domain.partners import PartnerKind
from ca_desktop.domain.signals import SignalKind, Urgency
from ca_desktop.domain.supervisors import Certificate, CertificateStatus
from ca_desktop.i18n import use_language
from ca_desktop.services.accreditation_steps import StepWish
from ca_desktop.services.session import Session
from tests.builders import World, a_partner, a_supervisor
from tests.conftest import TODAY


def fields_of(refused: pytest.ExceptionInfo[RuleBroken]) -> set[str]:
    return {problem.field for problem in refused.value.problems}


@pytest.mark.parametrize("name", ["sorteren", "SORTEREN", "Sorteren"])
def test_a_role_is_named_by_its_key_or_name(petra: Session, world: World, name: str) -> None:
    assert petra.roles.named(name).id == world.role


def test_a_role_is_named_by_its_number_and_in_either_language(petra: Session, world: World) -> None:
    role = petra.roles.get(world.role)
    assert petra.roles.named(str(role.number)) == role
    for language in ("nl", "en"):
        assert petra.roles.named(petra.roles.profile(role.id, language).name) == role


def test_an_unknown_role_gives_the_nearest_keys(petra: Session) -> None:
    with pytest.raises(NotFound, match="Er is geen functie “sorteeren”") as missing:
        petra.roles.named("sorteeren")
    assert missing.value.nearest[0] == "sorteren"
    with pytest.raises(NotFound) as far:
        petra.roles.named("xyzzy")
    assert len(far.value.nearest) == len(petra.roles.lines())


def test_the_list_of_roles_counts_people_and_finds_both_languages(
    petra: Session, world: World
) -> None:
    line = next(line for line in petra.roles.lines() if line.id == world.role)
    assert (line.people_now, line.fullest) == (3, 3)
    english = petra.roles.profile(world.role, "en").name
    assert world.role in {line.id for line in petra.roles.lines(english)}
    use_language("en")
    assert english in {line.name for line in petra.roles.lines()}


def test_a_role_in_which_somebody_works_is_not_removed(petra: Session, world: World) -> None:
    with pytest.raises(UserError, match="verwijzen"):
        petra.roles.remove(world.role)
    assert petra.roles.profile(world.role, "nl").name
    unused = next(line for line in petra.roles.lines() if line.people_now == 0)
    petra.roles.remove(unused.id)
    with pytest.raises(NotFound):
        petra.roles.get(unused.id)


def test_a_role_without_a_name_or_tasks_is_refused_beside_the_fields(petra: Session) -> None:
    before = len(petra.roles.lines())
    with pytest.raises(RuleBroken) as refused:
        petra.roles.save(*petra.roles.new())
    assert {"key", "name", "tasks"} <= fields_of(refused)
    assert len(petra.roles.lines()) == before


def test_a_partner_is_named_by_number_or_name_and_not_by_a_part(
    petra: Session, world: World
) -> None:
    for name in ("1", "gemeente apeldoorn"):
        assert petra.partners.named(name).id == world.municipality
    with pytest.raises(NotFound, match="Er is geen partner “Apeldoorn”") as missing:
        petra.partners.named("Apeldoorn")
    assert missing.value.nearest == ("Gemeente Apeldoorn",)


def test_an_unknown_partner_gives_the_nearest_names(petra: Session) -> None:
    with pytest.raises(NotFound, match="Er is geen partner “graafschap colege”") as missing:
        petra.partners.named("graafschap colege")
    assert missing.value.nearest == ("Graafschap College",)


def test_a_name_that_fits_two_partners_asks_for_the_number(petra: Session) -> None:
    a_partner(petra, "Gemeente Apeldoorn", PartnerKind.MUNICIPALITY)
    with pytest.raises(NotFound, match="Meer dan één partner") as several:
        petra.partners.named("gemeente apeldoorn")
    assert several.value.nearest == ("1 Gemeente Apeldoorn", "4 Gemeente Apeldoorn")


def test_a_partner_that_a_trajectory_names_is_not_removed(petra: Session, world: World) -> None:
    with pytest.raises(UserError, match="verwijzen"):
        petra.partners.remove(world.municipality)
    assert petra.partners.get(world.municipality)
    petra.partners.remove(world.school)
    with pytest.raises(NotFound):
        petra.partners.get(world.school)


def test_a_partner_is_refused_beside_its_fields(petra: Session) -> None:
    with pytest.raises(RuleBroken) as refused:
        petra.partners.save(replace(petra.partners.new(), email="x@", postcode="123"))
    assert fields_of(refused) == {"name", "email", "postcode"}
    assert len(petra.partners.all()) == 3


def test_a_supervisor_shows_the_worst_paper_and_who_is_guided(petra: Session, world: World) -> None:
    def papers(name: str) -> CertificateStatus | None:
        return petra.supervisors.lines(name)[0].papers

    assert papers("bos") is None
    first_aid = Certificate(supervisor_id=world.jan, kind="emergency_response", issued_on=TODAY)
    petra.supervisors.save_certificate(replace(first_aid, valid_until=TODAY + timedelta(days=900)))
    assert papers("bos") is CertificateStatus.VALID
    yesterday = TODAY - timedelta(days=1)
    petra.supervisors.save_certificate(
        replace(first_aid, issued_on=yesterday - timedelta(days=365), valid_until=yesterday)
    )
    assert papers("bos") is CertificateStatus.EXPIRED
    assert petra.supervisors.lines("bos")[0].participants_now == 2


def test_a_supervisor_is_removed_with_papers_but_not_with_people(
    petra: Session, world: World
) -> None:
    with pytest.raises(UserError, match="verwijzen"):
        petra.supervisors.remove(world.jan)
    loose = a_supervisor(petra, "Kim", "Los")
    petra.supervisors.save_certificate(
        Certificate(supervisor_id=loose.id, kind="emergency_response", issued_on=TODAY)
    )
    petra.supervisors.remove(loose.id)
    assert petra.supervisors.lines("los") == []


@pytest.fixture
def accreditation(petra: Session) -> Accreditation:
    """A qualification in orientation at the centre's only location."""
    company = petra.accreditations.save_company(
        replace(petra.accreditations.new_company(), location="Apeldoorn", company_id="100200300")
    )
    new = replace(petra.accreditations.new(company.id), code="25254", name="Timmerman", level=2)
    return petra.accreditations.save(new)


def test_an_accreditation_goes_along_the_steps_of_sbb(
    petra: Session, accreditation: Accreditation
) -> None:
    with pytest.raises(RuleBroken, match="is de volgende stap") as refused:
        petra.accreditations.save(
            replace(accreditation, state=AccreditationState.ACCREDITED, since=TODAY)
        )
    assert "state" in fields_of(refused)
    for state in (
        AccreditationState.IN_PREPARATION,
        AccreditationState.APPLIED,
        AccreditationState.ACCREDITED,
    ):
        step = AccreditationStep(accreditation_id=accreditation.id, state=state, on=TODAY)
        petra.accreditation_steps.take(StepWish(step=step))
    (line,) = petra.accreditations.lines("timmer")
    assert line.expected_on == TODAY.replace(year=TODAY.year + 4)
    assert line.company_id == "100200300"


def test_a_passed_forecast_of_sbb_is_expected_and_never_overdue(
    petra: Session, accreditation: Accreditation
) -> None:
    new = petra.accreditations.new(accreditation.training_company_id)
    since = TODAY.replace(year=TODAY.year - 6)
    named = replace(new, code="25371", name="Logistiek", level=2, since=since)
    petra.accreditations.save(replace(named, state=AccreditationState.ACCREDITED))
    (signal,) = [one for one in petra.signals.all() if one.kind is SignalKind.REASSESSMENT]
    assert signal.urgency is Urgency.THIS_WEEK
    assert "te verwachten sinds 24-11-2024" in signal.what


def test_a_location_with_an_accreditation_is_not_removed(
    petra: Session, accreditation: Accreditation
) -> None:
    with pytest.raises(UserError, match="verwijzen"):
        petra.accreditations.remove_company(accreditation.training_company_id)
    petra.accreditations.remove(accreditation.id)
    petra.accreditations.remove_company(accreditation.training_company_id)
    assert petra.accreditations.companies() == []


def test_the_centre_keeps_its_settings_and_stays_real(petra: Session) -> None:
    centre = petra.centre.get()
    with pytest.raises(RuleBroken) as refused:
        petra.centre.save(replace(centre, name=" ", lock_after_minutes=0, entry_edit_hours=400))
    assert fields_of(refused) == {"name", "lock_after_minutes", "entry_edit_hours"}
    with pytest.raises(RuleBroken, match="voorbeeldcentrum"):
        petra.centre.save(replace(centre, is_demo=True))
    changed = petra.centre.save(replace(centre, phone="055 1234567"))
    assert petra.centre.get() == changed


def test_a_search_finds_every_kind_of_record_and_where_it_lives(
    petra: Session, accreditation: Accreditation
) -> None:
    def pages(text: str) -> set[str]:
        return {hit.page for hit in petra.search.find(text)}

    assert pages("amina") == {"participants", "entries"}
    assert pages("sorteren") == {"roles"}
    assert pages("bos") == {"supervisors"}
    assert pages("graafschap") == {"partners"}
    assert pages("25254") == {"accreditations"}
    assert pages("   ") == pages("xyzzy") == set()
