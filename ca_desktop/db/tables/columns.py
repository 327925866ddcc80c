"""Column types, and a subject's table made from its dataclass so that the two never differ."""

import dataclasses
import typing
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.types import TypeDecorator, TypeEngine

from ca_desktop.db.values import Codec, codec, json_codec, optional

CODE_LENGTH = 32
DATE_LENGTH = 10
MOMENT_LENGTH = 32
ID_LENGTH = 32

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Derived = Mapping[str, Callable[[Any], Any]]


class Stored(TypeDecorator[Any]):
    """A value of the domain in a plain column, through its codec."""

    impl = sa.Text
    cache_ok = True

    def __init__(self, hint: Any, length: int | None = None, *, as_json: bool = False) -> None:
        super().__init__()
        self.hint = hint
        self.length = length
        self.as_json = as_json
        self._codec: Codec = json_codec(hint) if as_json else codec(hint)
        self._store = self._codec.store

    def to_plain(self, value: Any) -> Any:
        """What stands in the row."""
        return None if value is None else self._store(value)

    def load_dialect_impl(self, dialect: sa.Dialect) -> TypeEngine[Any]:
        """Text, or characters of a fixed length."""
        kind = sa.String(self.length) if self.length else sa.Text()
        return dialect.type_descriptor(kind)

    def process_bind_param(self, value: Any, _dialect: sa.Dialect | None) -> Any:
        """SQLAlchemy's name for `to_plain`."""
        return self.to_plain(value)

    def process_result_value(self, value: Any, _dialect: sa.Dialect | None) -> Any:
        """What the domain gets."""
        return None if value is None else self._codec.load(value)


def column_type(hint: Any) -> TypeEngine[Any]:
    """The column type for a field of this type."""
    plain: dict[Any, TypeEngine[Any]] = {
        str: sa.Text(),
        int: sa.Integer(),
        bool: sa.Boolean(),
        bytes: sa.LargeBinary(),
        UUID: Stored(UUID, ID_LENGTH),
        date: Stored(date, DATE_LENGTH),
        datetime: Stored(datetime, MOMENT_LENGTH),
    }
    if hint in plain:
        return plain[hint]
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return Stored(hint, CODE_LENGTH)
    return Stored(hint, as_json=True)


def subject_table(
    name: str,
    kind: type[Any],
    *,
    references: Mapping[str, str] | None = None,
    indexes: Iterable[tuple[str, ...]] = (),
    unique: Iterable[tuple[str, ...]] = (),
    derived: Derived | None = None,
    is_searchable: bool = False,
) -> sa.Table:
    """The table of a subject: one column per field, by name.

    `references` maps a field to the table it refers to; `derived` columns are filled from the
    object at each save and belong to the storage alone. A searchable subject also has `seq`, the
    row number that the search index uses, and a `search` column with its folded text.
    """
    extra = dict(derived or {})
    if is_searchable:
        extra["search"] = lambda thing: thing.search_text
    columns: list[sa.Column[Any]] = (
        [sa.Column("seq", sa.Integer, primary_key=True)] if is_searchable else []
    )
    columns += [
        _column(field.name, hint, (references or {}).get(field.name), is_key=not is_searchable)
        for field, hint in _fields(kind)
    ]
    columns += [sa.Column(derived_name, sa.Text, nullable=False) for derived_name in extra]
    table = sa.Table(
        name,
        metadata,
        *columns,
        *(sa.UniqueConstraint(*names) for names in unique),
        *([sa.UniqueConstraint("id")] if is_searchable else []),
        info={"type": kind, "derived": extra, "is_searchable": is_searchable},
    )
    for names in indexes:
        sa.Index(None, *(table.c[column] for column in names))
    return table


def _fields(kind: type[Any]) -> list[tuple[dataclasses.Field[Any], Any]]:
    hints = typing.get_type_hints(kind)
    return [(field, hints[field.name]) for field in dataclasses.fields(kind)]


def _column(name: str, hint: Any, reference: str | None, *, is_key: bool) -> sa.Column[Any]:
    kind, is_optional = optional(hint)
    arguments = [sa.ForeignKey(f"{reference}.id", ondelete="RESTRICT")] if reference else []
    if name == "id" and is_key:
        return sa.Column(name, column_type(kind), primary_key=True)
    return sa.Column(name, column_type(kind), *arguments, nullable=is_optional)
