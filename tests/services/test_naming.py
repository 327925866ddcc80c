"""Who is meant by a number or a name typed by hand: never somebody who only looks like it."""

import pytest

from ca_desktop.domain.errors import NotFound
from ca_desktop.services.session import Session
from tests.builders import World


@pytest.mark.parametrize("typed", ["2", " 2 ", "bram visser", "Visser, Bram", "visser bram"])
def test_a_number_or_the_whole_name_is_that_person(
    petra: Session, world: World, typed: str
) -> None:
    assert petra.participants.named(typed).id == world.bram


@pytest.mark.parametrize("typed", ["Bra", "Bram", "Visser", "ram vis"])
def test_a_part_of_a_name_picks_nobody_and_says_who_is_near(petra: Session, typed: str) -> None:
    with pytest.raises(NotFound) as missing:
        petra.participants.named(typed)
    assert missing.value.nearest == ("2 Bram Visser",)


def test_the_town_somebody_lives_in_picks_nobody(petra: Session) -> None:
    with pytest.raises(NotFound, match="Er is geen deelnemer “Apeldoorn”"):
        petra.participants.named("Apeldoorn")


def test_an_unknown_number_gives_the_nearest_numbers(petra: Session) -> None:
    with pytest.raises(NotFound) as missing:
        petra.participants.named("99")
    assert missing.value.nearest == ("3 Cato Berg", "2 Bram Visser", "1 Amina Yusuf")


@pytest.mark.parametrize("typed", ["", "   ", "9" * 40, ",", "%"])
def test_what_is_no_number_and_no_name_is_nobody(petra: Session, typed: str) -> None:
    with pytest.raises(NotFound):
        petra.participants.named(typed)
    with pytest.raises(NotFound):
        petra.partners.named(typed)


def test_a_raised_figure_is_no_number_of_a_participant(petra: Session) -> None:
    with pytest.raises(NotFound):
        petra.participants.named("²")
