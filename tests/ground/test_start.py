"""With a command the command line, without one the window."""

import pytest

from ca_desktop.__main__ import _is_for_the_window


@pytest.mark.parametrize("arguments", [[], ["/home/petra/centrum/Openen.cacentrum"]])
def test_nothing_or_a_double_click_opens_the_window(arguments: list[str]) -> None:
    assert _is_for_the_window(arguments)


@pytest.mark.parametrize(
    "arguments", [["demo", "map"], ["check"], ["--help"], ["--store", "x.cacentrum", "check"]]
)
def test_a_command_goes_without_a_window(arguments: list[str]) -> None:
    assert not _is_for_the_window(arguments)
