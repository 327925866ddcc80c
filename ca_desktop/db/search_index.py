"""The search index: FTS5 tables over the folded `search` columns. All that is SQLite's own.

Trigrams answer words of three letters and more, anywhere in a word; shorter words are looked up as
the beginning of a word. Triggers keep both in step with the subject's table.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import sqlalchemy as sa

from ca_desktop.db.tables import SEARCHABLE

SHORTEST_TRIGRAM = 3  # shorter words are found where a word begins
KINDS = {
    "words": "tokenize='trigram'",
    "starts": "tokenize='unicode61 remove_diacritics 0', prefix='1 2', detail='none'",
}


def create(connection: sa.Connection) -> None:
    """Make the index tables and triggers of every searchable subject that has none yet."""
    for statement in statements():
        connection.exec_driver_sql(statement)


def statements() -> Iterator[str]:
    """The statements that make the whole index, each harmless when it was made before."""
    for table in SEARCHABLE:
        yield from _statements(table.name)


def index_tables() -> tuple[str, ...]:
    """The names of the FTS tables."""
    return tuple(f"{table.name}_{kind}" for table in SEARCHABLE for kind in KINDS)


def is_of_the_index(name: str) -> bool:
    """Whether a table in the file is an FTS table or one of its shadows."""
    return any(name == index or name.startswith(index + "_") for index in index_tables())


def rebuild(connection: sa.Connection) -> None:
    """Read everything again into the index."""
    for name in index_tables():
        connection.exec_driver_sql(f"INSERT INTO {name}({name}) VALUES ('rebuild')")


def tables_out_of_step(connection: sa.Connection) -> list[str]:
    """The subjects whose index does not hold as many rows as their table."""
    return [table.name for table in SEARCHABLE if not _is_in_step(connection, table.name)]


def _is_in_step(connection: sa.Connection, name: str) -> bool:
    rows = connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar()
    indexed = (
        connection.exec_driver_sql(f"SELECT count(*) FROM {name}_{kind}_docsize").scalar()
        for kind in KINDS
    )
    return all(count == rows for count in indexed)


def matching_seqs(
    uow: Any, table: sa.Table, words: Sequence[str], *also: sa.ColumnElement[bool]
) -> list[int]:
    """The row numbers (`seq`) of the rows in which every word stands; none for no words.

    `words` are folded already; `also` must hold for the row as well. `uow` is a unit of work:
    anything with a `connection`.
    """
    query = _query(table, words)
    if query is None:
        return []
    if also:
        found = sa.select(table.c.seq).where(table.c.seq.in_(_hits(query[0])), *also)
        return list(uow.connection.execute(found, query[1]).scalars())
    return list(uow.connection.execute(sa.text(query[0]), query[1]).scalars())


def matching_ids(uow: Any, table: sa.Table, words: Sequence[str]) -> list[Any]:
    """The ids of the rows in which every word stands."""
    query = _query(table, words)
    if query is None:
        return []
    found = sa.select(table.c.id).where(table.c.seq.in_(_hits(query[0])))
    return list(uow.connection.execute(found, query[1]).scalars())


def _hits(query: str) -> sa.Select[tuple[int]]:
    seqs = sa.text(query).columns(sa.column("rowid", sa.Integer)).subquery()
    return sa.select(seqs.c.rowid)


def parts(words: Iterable[str]) -> Iterator[str]:
    """What is looked up of these words: long ones as they are, short ones without their marks."""
    for word in words:
        if len(word) < SHORTEST_TRIGRAM:
            yield from "".join(c if c.isalnum() else " " for c in word).split()
        elif any(character.isalnum() for character in word):
            yield word


def _query(table: sa.Table, words: Sequence[str]) -> tuple[str, dict[str, str]] | None:
    usable = [word for word in words if any(character.isalnum() for character in word)]
    if not usable:
        return None
    parts, values = [], {}
    for kind, chosen in (("words", _long(usable)), ("starts", _short(usable))):
        if chosen:
            name = f"{table.name}_{kind}"
            parts.append(f"SELECT rowid FROM {name} WHERE {name} MATCH :{kind}")
            values[kind] = " AND ".join(chosen)
    return " INTERSECT ".join(parts), values


def _long(words: Iterable[str]) -> list[str]:
    return [_quoted(word) for word in words if len(word) >= SHORTEST_TRIGRAM]


def _short(words: Iterable[str]) -> list[str]:
    return [
        f"{_quoted(part)} *"
        for word in words
        if len(word) < SHORTEST_TRIGRAM
        for part in "".join(c if c.isalnum() else " " for c in word).split()
    ]


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'


def _statements(name: str) -> Iterator[str]:
    about = f"search, content='{name}', content_rowid='seq'"
    for kind, options in KINDS.items():
        index = f"{name}_{kind}"
        yield f"CREATE VIRTUAL TABLE IF NOT EXISTS {index} USING fts5({about}, {options})"
        # Without this the index keeps the words of what was erased.
        yield f"INSERT INTO {index}({index}, rank) VALUES ('secure-delete', 1)"
    add = " ".join(
        f"INSERT INTO {name}_{kind}(rowid, search) VALUES (new.seq, new.search);" for kind in KINDS
    )
    remove = " ".join(
        f"INSERT INTO {name}_{kind}({name}_{kind}, rowid, search) "
        "VALUES ('delete', old.seq, old.search);"
        for kind in KINDS
    )
    trigger = "CREATE TRIGGER IF NOT EXISTS"
    yield f"{trigger} {name}_added AFTER INSERT ON {name} BEGIN {add} END"
    yield f"{trigger} {name}_removed AFTER DELETE ON {name} BEGIN {remove} END"
    yield (
        f"{trigger} {name}_changed AFTER UPDATE OF search ON {name} "
        f"WHEN old.search IS NOT new.search BEGIN {remove} {add} END"
    )
