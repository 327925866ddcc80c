"""A role of the centre's own has Dutch texts only, and is there in every language."""

from dataclasses import replace

import pytest

from ca_desktop.domain.roles import Role
from ca_desktop.domain.signals import SignalKind
from ca_desktop.i18n import use_language
from ca_desktop.services.session import Session
from tests.builders import START, World, a_participant, a_supervisor, guide, place
from tests.conftest import TODAY


@pytest.fixture
def own_role(petra: Session, world: World) -> Role:
    """'Houtbewerken', with the texts of sorting, in which Dirk works and is reviewed today."""
    texts = petra.roles.profile(world.role, "nl")
    role, empty = petra.roles.new()
    role = replace(petra.roles.get(world.role), id=role.id, number=0, key="hout")
    texts = replace(texts, id=empty.id, role_id=role.id, name="Houtbewerken")
    role, _texts = petra.roles.save(role, texts)
    dirk = a_participant(petra, "Dirk", "Prins")
    guide(petra, dirk.id, world.jan)
    placement = petra.placements.get(place(petra, dirk.id, role.id, world.jan, "1m"))
    petra.placements.save(replace(placement, starts_on=START, review_on=TODAY))
    return role


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_lists_name_a_role_with_dutch_texts_only(
    petra: Session, own_role: Role, language: str
) -> None:
    use_language(language)
    (line,) = petra.participants.find("dirk")
    assert line.role_names == ("Houtbewerken",)
    assert line.review_on == TODAY
    assert [one.role for one in petra.placements.lines("dirk")] == ["Houtbewerken"]
    assert "Houtbewerken" in {one.name for one in petra.roles.lines()}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_review_in_a_role_with_dutch_texts_only_is_a_signal(
    petra: Session, own_role: Role, language: str
) -> None:
    use_language(language)
    reviews = [one.what for one in petra.signals.all() if one.kind is SignalKind.REVIEW]
    assert any("Houtbewerken" in what for what in reviews)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_global_search_finds_a_role_in_every_language(
    petra: Session, own_role: Role, language: str
) -> None:
    use_language(language)
    (hit,) = petra.search.find("houtbew")
    assert (hit.label, hit.page, hit.record_id) == ("Houtbewerken", "roles", own_role.id)
    sorting = petra.roles.named("sorteren")
    for name in (petra.roles.profile(sorting.id, one).name for one in ("nl", "en")):
        (found,) = [one for one in petra.search.find(name) if one.page == "roles"]
        assert found.label == petra.roles.profile(sorting.id, language).name


def test_the_global_search_gives_a_few_supervisors_on_last_name(petra: Session) -> None:
    for number in range(10):
        a_supervisor(petra, f"Noor{number}", f"Achter{9 - number}")
    labels = [one.label for one in petra.search.find("noor") if one.page == "supervisors"]
    assert labels == [f"Noor{9 - number} Achter{number}" for number in range(8)]


def test_a_role_with_texts_in_both_languages_follows_the_language(
    petra: Session, world: World
) -> None:
    names = {}
    for language in ("nl", "en"):
        use_language(language)
        names[language] = petra.participants.line(world.amina).role_names
    assert names["nl"] == ("Sorteren",)
    assert names["en"] == (petra.roles.profile(world.role, "en").name,) != names["nl"]
