"""The code on the recovery sheet: easy to copy by hand, mistakes are found and placed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ca_desktop.db.recovery_code import (
    GROUP_LENGTH,
    GROUPS,
    RecoveryCode,
    new_recovery_code,
    read_recovery_code,
)
from ca_desktop.domain.errors import UserError
from ca_desktop.domain.recovery_groups import is_same_group

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
codes = st.binary(min_size=20, max_size=20).map(lambda secret: RecoveryCode(secret=secret))


@given(codes)
def test_what_is_printed_reads_back(code: RecoveryCode) -> None:
    assert len(code.groups) == GROUPS
    assert {len(group) for group in code.groups} == {GROUP_LENGTH}
    assert read_recovery_code(str(code)) == code


@given(codes)
def test_capitals_spaces_and_lookalikes_do_not_matter(code: RecoveryCode) -> None:
    typed = "  ".join(code.groups).lower().replace("0", "o").replace("1", "l")
    assert read_recovery_code(typed) == code
    assert read_recovery_code("".join(code.groups)) == code


@given(codes, st.integers(0, 5), st.integers(0, 6), st.sampled_from(ALPHABET))
def test_a_wrong_character_is_found_and_its_group_named(
    code: RecoveryCode, place: int, position: int, character: str
) -> None:
    groups = list(code.groups)
    group = groups[place]
    if group[position] == character:
        return
    groups[place] = group[:position] + character + group[position + 1 :]
    with pytest.raises(UserError, match=rf"\b{place + 1}\b"):
        read_recovery_code("-".join(groups))


@given(codes, st.integers(0, 5), st.integers(0, 5))
def test_two_neighbours_swapped_are_found(code: RecoveryCode, place: int, position: int) -> None:
    group = code.groups[place]
    swapped = group[:position] + group[position + 1] + group[position] + group[position + 2 :]
    if swapped == group:
        return
    with pytest.raises(UserError, match=rf"\b{place + 1}\b"):
        read_recovery_code("-".join((*code.groups[:place], swapped, *code.groups[place + 1 :])))


def test_a_group_that_is_too_short_is_named() -> None:
    groups = list(new_recovery_code().groups)
    groups[3] = groups[3][:-1]
    with pytest.raises(UserError, match="4"):
        read_recovery_code(" ".join(groups))


def test_a_code_of_the_wrong_length_says_how_long_it_is() -> None:
    with pytest.raises(UserError, match=re.escape("6")):
        read_recovery_code("ABC")


def test_groups_in_another_order_are_found() -> None:
    groups = new_recovery_code().groups
    with pytest.raises(UserError):
        read_recovery_code("-".join(reversed(groups)))


def test_one_group_can_be_typed_back() -> None:
    group = new_recovery_code().groups[2]
    assert is_same_group(group.lower(), group)
    assert not is_same_group(group[1:], group)


def test_the_code_does_not_show_in_a_log() -> None:
    code = new_recovery_code()
    assert code.groups[0] not in repr(code)
