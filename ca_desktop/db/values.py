"""How the domain's values look in a row: text and numbers that sort as they should and that the
journal can hold as they are."""

import dataclasses
import json
import types
import typing
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any
from uuid import UUID

from ca_desktop.domain.half_days import HalfDays

_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
Convert = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Codec:
    """Both ways between a value of the domain and what is stored."""

    store: Convert
    load: Convert


def store_moment(value: datetime) -> str:
    """A moment as UTC text that sorts by time. Raises ValueError for a moment without a zone."""
    if value.tzinfo is None:
        raise ValueError("A moment without a time zone can't be stored.")
    return value.astimezone(UTC).isoformat(timespec="microseconds")


def _same(value: Any) -> Any:
    return value


@lru_cache(4096)
def _half_days(*codes: str) -> HalfDays:
    """The same few weeks come by in every list of placements."""
    return HalfDays.of(*codes)


SAME = Codec(_same, _same)
_SIMPLE: dict[Any, Codec] = {
    str: SAME,
    int: SAME,
    float: SAME,
    bool: SAME,
    bytes: SAME,
    UUID: Codec(lambda value: value.hex, lambda text: UUID(int=int(text, 16))),
    date: Codec(date.isoformat, date.fromisoformat),
    datetime: Codec(store_moment, datetime.fromisoformat),
    HalfDays: Codec(lambda value: list(value.codes), lambda codes: _half_days(*codes)),
}


def optional(hint: Any) -> tuple[Any, bool]:
    """The type without None, and whether None is allowed."""
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        kinds = [kind for kind in typing.get_args(hint) if kind is not types.NoneType]
        if len(kinds) != 1:
            raise TypeError(f"A stored field has one type, not {hint}.")
        return kinds[0], len(kinds) < len(typing.get_args(hint))
    return hint, False


@cache
def codec(hint: Any) -> Codec:
    """How values of this type are stored as a plain value. Raises TypeError for an unknown type."""
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    kind, is_optional = optional(hint)
    if is_optional:
        inner = codec(kind)
        return Codec(
            lambda value: None if value is None else inner.store(value),
            lambda value: None if value is None else inner.load(value),
        )
    origin = typing.get_origin(hint)
    if origin in (tuple, frozenset):
        return _many(origin, codec(typing.get_args(hint)[0]))
    if origin is dict:
        return Codec(dict, dict)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return Codec(str, hint)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _small(hint)
    raise TypeError(f"No way to store {hint}.")


@cache
def json_codec(hint: Any) -> Codec:
    """The same as one JSON text, for lists and sets of small values."""
    inner = codec(hint)
    return Codec(lambda value: to_json(inner.store(value)), lambda text: inner.load(_read(text)))


def to_json(value: Any) -> str:
    """JSON, always the same for the same value."""
    return _JSON.encode(value)


def _many(origin: Any, inner: Codec) -> Codec:
    if origin is frozenset:
        return Codec(
            lambda values: sorted(map(inner.store, values)),
            lambda values: frozenset(map(inner.load, values)),
        )
    return Codec(
        lambda values: [inner.store(value) for value in values],
        lambda values: tuple(inner.load(value) for value in values),
    )


def _small(kind: type[Any]) -> Codec:
    hints = typing.get_type_hints(kind)
    codecs = {field.name: codec(hints[field.name]) for field in dataclasses.fields(kind)}
    return Codec(
        lambda value: {name: c.store(getattr(value, name)) for name, c in codecs.items()},
        lambda row: kind(**{name: c.load(row[name]) for name, c in codecs.items() if name in row}),
    )


def _read(text: str) -> Any:
    return json.loads(text)
