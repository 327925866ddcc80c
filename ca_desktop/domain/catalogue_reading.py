"""Turns rows of a TOML file into catalogue entries, field by field, by the types of the dataclass.

A key that is missing, unknown or of the wrong type raises CatalogueError: the catalogue travels
with the program, so that is a bug and no choice of a user.
"""

import tomllib
from collections.abc import Hashable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

from ca_desktop.domain.catalogue_entries import Origin, Text
from ca_desktop.domain.catalogue_roles import CatalogueRole

T = TypeVar("T")
Row = Mapping[str, Any]
_ORIGIN_KEYS = ("source", "valid_from", "checked_on")
_SHARED = frozenset({"status"})  # what else the top of a file may say for all its rows


class CatalogueError(ValueError):
    """A file of the catalogue can't be read; the message names the place."""


def read_table(path: Path) -> dict[str, Any]:
    """The TOML file as it stands. Raises CatalogueError with the file's name when it is no TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(f"{path.name}: {error}") from error


def read_entries(cls: type[T], table: Row, key: str) -> tuple[T, ...]:
    """All rows `[[key]]` as entries; the top of the file speaks for a row that is silent."""
    own = _SHARED.intersection(_shape(cast(Hashable, cls))[0]).union(_ORIGIN_KEYS)
    shared = {name: value for name, value in table.items() if name in own}
    return tuple(
        build(cls, {**shared, **row}, f"{key} {number}")
        for number, row in enumerate(table.get(key, ()), start=1)
    )


def read_role(path: Path) -> CatalogueRole:
    """One role from its own file."""
    row = read_table(path)
    where = f"roles/{path.stem}"
    try:
        row["qualifications"] = [line["code"] for line in row.get("qualifications", ())]
        row["growth"] = row["growth"]["text"]
    except KeyError as error:
        raise CatalogueError(f"{where}: {error} is missing") from error
    return build(CatalogueRole, row, where)


def build(cls: type[T], row: Row, where: str) -> T:
    """One entry from one row. Raises CatalogueError for a missing, unknown or mistyped key."""
    types, optional = _shape(cast(Hashable, cls))  # mypy: a type variable has no hash
    values = dict(row)
    if "origin" in types:
        origin = {key: values.pop(key) for key in _ORIGIN_KEYS if key in values}
        values["origin"] = build(Origin, origin, where)
    unknown = values.keys() - types.keys()
    missing = types.keys() - values.keys() - optional
    if unknown or missing:
        words = [f"unknown: {key}" for key in sorted(unknown)]
        words += [f"missing: {key}" for key in sorted(missing)]
        raise CatalogueError(f"{where}: {', '.join(words)}")
    return cls(
        **{name: _value(types[name], value, f"{where}.{name}") for name, value in values.items()}
    )


@cache
def _shape(cls: Hashable) -> tuple[dict[str, Any], frozenset[str]]:
    """The type of each field, and which fields a row may leave out."""
    if not (isinstance(cls, type) and is_dataclass(cls)):
        raise CatalogueError(f"{cls} is no kind of entry")
    hints = get_type_hints(cls)
    members = fields(cls)
    optional = frozenset(field.name for field in members if field.default is not MISSING)
    return {field.name: hints[field.name] for field in members}, optional


def _value(kind: Any, value: Any, where: str) -> Any:
    """The value as its field wants it."""
    if kind is Text:
        return _text(value, where)
    if get_origin(kind) is tuple:
        if not isinstance(value, list):
            raise CatalogueError(f"{where}: not a list")
        return tuple(_value(get_args(kind)[0], item, where) for item in value)
    if isinstance(kind, UnionType):
        kind = next(option for option in get_args(kind) if option is not type(None))
    if is_dataclass(kind) and isinstance(kind, type) and not isinstance(value, kind):
        return build(kind, value, where)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        if value not in list(kind):
            raise CatalogueError(f"{where}: {value!r} is not one of {', '.join(kind)}")
        return kind(value)
    if type(value) is not kind:
        raise CatalogueError(f"{where}: {value!r} is not {_WORDS.get(kind, kind)}")
    return value


_WORDS = {int: "a whole number", str: "a text", bool: "true or false", date: "a date"}


def _text(value: Any, where: str) -> Text:
    if not isinstance(value, dict) or value.keys() - {"nl", "en"}:
        raise CatalogueError(f"{where}: a text is written as {{ nl = …, en = … }}")
    return Text(nl=str(value.get("nl", "")), en=str(value.get("en", "")))
