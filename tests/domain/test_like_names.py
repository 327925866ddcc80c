"""The quick way to find names that are alike finds exactly what comparing each with each finds."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ca_desktop.domain.like_names import LikeNames, are_alike
from ca_desktop.domain.names import PersonName

SYLLABLES = ("ja", "jan", "piet", "er", "de", "boer", "bos", "ma", "n", "a", "é", "O'", "-", " ")
PARTS = st.lists(st.sampled_from(SYLLABLES), max_size=6).map("".join)
LETTERS = st.text(st.sampled_from("abnr éÅ"), max_size=9)
NAMES = st.builds(
    PersonName, first=PARTS | LETTERS, prefix=st.just(""), last=PARTS | LETTERS | st.just("Boer")
)
BIRTHS = st.sampled_from([date(1990, 1, 1), date(1991, 3, 17), None])


@given(st.lists(st.tuples(BIRTHS, NAMES), max_size=25), BIRTHS, NAMES)
def test_the_quick_way_finds_what_the_plain_way_finds(
    others: list[tuple[date | None, PersonName]], born_on: date | None, name: PersonName
) -> None:
    names = LikeNames()
    for group, other in others:
        names.add(group, other)
    plainly = [
        place
        for place, (group, other) in enumerate(others)
        if group == born_on and are_alike(name, other)
    ]
    assert list(names.alike(born_on, name)) == plainly


@given(NAMES, st.data())
def test_a_name_with_one_slip_is_found_where_it_is_alike(
    name: PersonName, data: st.DataObject
) -> None:
    last = name.last
    at = data.draw(st.integers(0, len(last)))
    slipped = PersonName(first=name.first, prefix="", last=last[:at] + "x" + last[at + 1 :])
    names = LikeNames()
    names.add(None, name)
    assert list(names.alike(None, slipped)) == ([0] if are_alike(slipped, name) else [])
