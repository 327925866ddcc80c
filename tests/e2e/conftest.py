"""Passwords that cost nothing to try: these tests go through many doors."""

from collections.abc import Iterator

import pytest

from tests.stores import cheap_keys


@pytest.fixture(autouse=True)
def _cheap_passwords() -> Iterator[None]:
    with cheap_keys():
        yield
