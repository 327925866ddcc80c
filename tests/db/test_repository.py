"""A frozen object comes back from the store exactly as it went in."""

import dataclasses
import typing
from collections.abc import Iterator
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from ca_desktop.db.repository import Repository, from_plain, insert_rows, to_plain, to_row
from ca_desktop.db.tables import TABLES, metadata
from ca_desktop.db.tables.columns import column_type
from ca_desktop.db.tables.storage import NOT_JOURNALLED
from ca_desktop.db.values import optional, store_moment
from ca_desktop.domain.half_days import DayPart, HalfDay, HalfDays
from ca_desktop.domain.names import PersonName
from tests.db.conftest import a_participant

text = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), max_size=40)
dates = st.dates(date(1900, 1, 1), date(2100, 1, 1))
moments = st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - the strategy wants naive limits
half_days = st.frozensets(st.builds(HalfDay, st.integers(0, 6), st.sampled_from(DayPart)))


def values_of(hint: Any) -> "st.SearchStrategy[Any]":
    """Values for a field of this type."""
    kind, is_optional = optional(hint)
    if is_optional:
        return st.none() | values_of(kind)
    simple: dict[Any, st.SearchStrategy[Any]] = {
        str: text,
        int: st.integers(-(2**60), 2**60),
        bool: st.booleans(),
        bytes: st.binary(max_size=40),
        UUID: st.uuids(),
        date: dates,
        datetime: moments,
        HalfDays: st.builds(HalfDays, half_days),
    }
    if kind in simple:
        return simple[kind]
    origin = typing.get_origin(kind)
    if origin is tuple:
        return st.lists(values_of(typing.get_args(kind)[0]), max_size=3).map(tuple)
    if origin is frozenset:
        return st.frozensets(values_of(typing.get_args(kind)[0]), max_size=3)
    if issubclass(kind, StrEnum):
        return st.sampled_from(kind)
    return objects_of(kind)


def objects_of(kind: type[Any]) -> "st.SearchStrategy[Any]":
    """Objects of a dataclass with any values in its fields."""
    hints = typing.get_type_hints(kind)
    fields = {f.name: values_of(hints[f.name]) for f in dataclasses.fields(kind)}
    return st.builds(kind, **fields)


@pytest.fixture(scope="module")
def connection() -> Iterator[sa.Connection]:
    engine = sa.create_engine("sqlite://")
    metadata.create_all(engine)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


@pytest.mark.parametrize("kind", TABLES, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_every_object_comes_back_as_it_went_in(
    kind: type[Any], connection: sa.Connection, data: st.DataObject
) -> None:
    thing = data.draw(objects_of(kind))
    table = TABLES[kind]
    insert_rows(connection, table, [to_row(thing, table, to_plain(thing, table))])
    try:
        assert Repository(connection, table, kind).get(thing.id) == thing
        assert from_plain(to_plain(thing, table), table) == thing
    finally:
        connection.rollback()


@pytest.mark.parametrize("kind", TABLES, ids=lambda kind: kind.__name__)
def test_every_field_has_its_column(kind: type[Any]) -> None:
    table = TABLES[kind]
    hints = typing.get_type_hints(kind)
    storage_only = {"seq", *table.info["derived"]}
    assert {c.name for c in table.columns} - storage_only == set(hints)
    for name, hint in hints.items():
        inner, is_optional = optional(hint)
        assert table.c[name].nullable == is_optional, name
        assert repr(table.c[name].type) == repr(column_type(inner)), name


def test_every_table_is_journalled_or_named_as_not() -> None:
    assert set(metadata.tables) - {table.name for table in TABLES.values()} <= NOT_JOURNALLED


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        store_moment(datetime(2026, 1, 1))  # noqa: DTZ001 - what is refused


def test_a_field_that_can_not_be_stored_is_found_at_once() -> None:
    with pytest.raises(TypeError):
        column_type(complex)


def test_a_small_value_of_several_parts_stands_in_one_column() -> None:
    kind = column_type(tuple[PersonName, ...])
    names = (PersonName(first="Jan", last="Boer"), PersonName(prefix="de"))
    assert isinstance(kind, sa.types.TypeDecorator)
    assert kind.process_result_value(kind.process_bind_param(names, None), None) == names


def test_rows_can_be_asked_for_by_value_and_in_order(connection: sa.Connection) -> None:
    from ca_desktop.domain.participants import Participant

    table = TABLES[Participant]
    people = [
        a_participant(1, ended_on=date(2026, 5, 1), place="Ede"),
        a_participant(2, place="Ede"),
        a_participant(3, ended_on=date(2026, 4, 1)),
    ]
    rows = [to_row(person, table, to_plain(person, table)) for person in people]
    insert_rows(connection, table, rows)
    found = Repository(connection, table, Participant)
    try:
        assert [p.number for p in found.all(order_by="ended_on")] == [3, 1, 2]
        assert [p.number for p in found.all(order_by="-ended_on")] == [1, 3, 2]
        assert [p.number for p in found.all(place="Ede", order_by="number")] == [1, 2]
        assert [p.number for p in found.all(number=(2, 3), order_by="-number")] == [3, 2]
        assert found.ids(ended_on=None) == [people[1].id]
        assert found.by_ids([people[2].id, UUID(int=0), people[0].id]) == [people[2], people[0]]
        assert found.find(number=9) is None
        assert found.count(place="Ede") == 2
    finally:
        connection.rollback()
