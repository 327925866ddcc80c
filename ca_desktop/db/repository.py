"""One generic repository: a frozen dataclass is a row, field by field, by name."""

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, TypeVar
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.types import TypeDecorator

from ca_desktop.db.tables.columns import Stored
from ca_desktop.domain.errors import NotFound
from ca_desktop.i18n import _

T = TypeVar("T")
BATCH = 500


class Repository(Generic[T]):
    """Reads objects of one type in one transaction; writing goes through the unit of work."""

    def __init__(self, connection: sa.Connection, table: sa.Table, kind: type[T]) -> None:
        self._connection = connection
        self._table = table
        self._kind = kind
        self._names = tuple(field.name for field in dataclasses.fields(kind))  # type: ignore[arg-type]  # every stored type is a dataclass
        self._columns = [table.c[name] for name in self._names]

    def get(self, row_id: UUID) -> T:
        """The object with this id. Raises NotFound."""
        found = self.find(id=row_id)
        if found is None:
            raise NotFound(_("This record is not there any more. Somebody may have removed it."))
        return found

    def find(self, **equals: Any) -> T | None:
        """The first object whose fields have these values, or None."""
        rows = self._rows(self._select(equals, None).limit(1))
        return rows[0] if rows else None

    def all(self, *, order_by: str | Sequence[str] | None = None, **equals: Any) -> list[T]:
        """All objects whose fields have these values; a tuple or list means one of them.

        `order_by` names columns; a minus in front turns the order, empty values come last.
        """
        return self._rows(self._select(equals, order_by))

    def ids(self, *, order_by: str | Sequence[str] | None = None, **equals: Any) -> list[UUID]:
        """The ids only, for long lists."""
        query = self._select(equals, order_by).with_only_columns(self._table.c.id)
        return list(self._connection.execute(query).scalars())

    def by_ids(self, ids: Iterable[UUID]) -> list[T]:
        """The objects with these ids, in the order asked; ids that are not there are left out."""
        wanted = list(ids)
        found: dict[UUID, T] = {}
        for start in range(0, len(wanted), BATCH):
            query = self._select({"id": wanted[start : start + BATCH]}, None)
            for thing in self._rows(query):
                found[thing.id] = thing  # type: ignore[attr-defined]  # every stored type has an id
        return [found[row_id] for row_id in wanted if row_id in found]

    def count(self, **equals: Any) -> int:
        """How many objects have these values."""
        query = sa.select(sa.func.count()).select_from(self._table)
        return int(self._connection.execute(self._where(query, equals)).scalar_one())

    def _select(
        self, equals: dict[str, Any], order_by: str | Sequence[str] | None
    ) -> sa.Select[Any]:
        query = self._where(sa.select(*self._columns), equals)
        names = [order_by] if isinstance(order_by, str) else list(order_by or ())
        for name in names:
            column = self._table.c[name.removeprefix("-")]
            direction = column.desc() if name.startswith("-") else column.asc()
            query = query.order_by(direction.nulls_last() if column.nullable else direction)
        return query

    def _where(self, query: sa.Select[Any], equals: dict[str, Any]) -> sa.Select[Any]:
        for name, value in equals.items():
            column = self._table.c[name]
            if isinstance(value, list | tuple | set | frozenset):
                query = query.where(column.in_(list(value)))
            else:
                query = query.where(column.is_(None) if value is None else column == value)
        return query

    def _rows(self, query: sa.Select[Any]) -> list[T]:
        names = self._names
        return [
            self._kind(**dict(zip(names, row, strict=True)))
            for row in self._connection.execute(query)
        ]


def to_plain(thing: Any, table: sa.Table) -> dict[str, Any]:
    """The fields as plain stored values, as the journal keeps them."""
    return {name: store(getattr(thing, name)) for name, store in _stores(table)}


def to_row(thing: Any, table: sa.Table, plain: dict[str, Any]) -> dict[str, Any]:
    """All columns that a save writes: the plain fields, and the derived columns."""
    derived = table.info["derived"].items()
    return plain | {name: derive(thing) for name, derive in derived} if derived else plain


def insert_rows(connection: sa.Connection, table: sa.Table, rows: list[dict[str, Any]]) -> None:
    """Write rows of plain stored values, all with the same columns, in one go.

    The driver's own statement: SQLAlchemy would convert every value a second time.
    """
    names = ", ".join(f'"{name}"' for name in rows[0])
    marks = ", ".join("?" * len(rows[0]))
    statement = f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})'
    connection.exec_driver_sql(statement, [tuple(row.values()) for row in rows])


def from_plain(row: dict[str, Any], table: sa.Table) -> Any:
    """The object again from plain stored values."""
    kind = table.info["type"]
    values = {}
    for name in field_names(table):
        column_type = table.c[name].type
        value = row[name]
        if isinstance(column_type, TypeDecorator):
            value = column_type.process_result_value(value, None)  # type: ignore[arg-type]  # ours needs no dialect
        values[name] = value
    return kind(**values)


def field_names(table: sa.Table) -> tuple[str, ...]:
    """The names of the fields of the table's type."""
    names: tuple[str, ...] | None = table.info.get("names")
    if names is None:
        names = tuple(field.name for field in dataclasses.fields(table.info["type"]))
        table.info["names"] = names
    return names


def secret_names(table: sa.Table) -> frozenset[str]:
    """The fields that the domain declares secret: nothing but their own table may hold them."""
    names: frozenset[str] | None = table.info.get("secret")
    if names is None:
        names = frozenset(
            field.name
            for field in dataclasses.fields(table.info["type"])
            if field.metadata.get("is_secret")
        )
        table.info["secret"] = names
    return names


def _stores(table: sa.Table) -> list[tuple[str, Any]]:
    stores: list[tuple[str, Any]] | None = table.info.get("stores")
    if stores is None:
        stores = [(name, plain_value(table.c[name].type)) for name in field_names(table)]
        table.info["stores"] = stores
    return stores


def plain_value(column_type: Any) -> Callable[[Any], Any]:
    """What makes a plain stored value of a value in a column of this type."""
    if isinstance(column_type, Stored):
        return column_type.to_plain
    return lambda value: value
