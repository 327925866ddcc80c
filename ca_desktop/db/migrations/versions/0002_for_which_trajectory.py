"""For which trajectory a note, a goal or a placement is: a partner gets nothing of another one's.

Frozen: what stands here is never changed, a later step is added. SQLite can't put a column before
another, so a table that got columns is made anew under its own name and filled from the old one.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_KINDS: Mapping[str, sa.types.TypeEngine[Any]] = {
    "code": sa.String(32),
    "day": sa.String(10),
    "text": sa.Text(),
    "number": sa.Integer(),
    "yes_no": sa.Boolean(),
    "bytes": sa.LargeBinary(),
}

# Per table: its columns as name:kind, "?" where nothing may stand, ">table" for what it refers to;
# then its key, what is unique, and its indexes.
_WIDER = """
table entries
    seq:number id:code participant_id:code>participants supervisor_id:code?>supervisors
    on:day minutes:number form:code text:text agreement:text follow_up_on:day?
    follow_up_done:yes_no visibility:code trajectory_id:code?>trajectories written_by:code
    written_at:code edited_at:code? adds_to_id:code?>entries search:text
    key seq
    unique id
    index adds_to_id on participant_id,on supervisor_id
table goals
    id:code participant_id:code>participants text:text reason:text competence:text
    set_on:day due_on:day? status:code closed_on:day? trajectory_id:code?>trajectories
    key id
    index participant_id,set_on
table placements
    id:code participant_id:code>participants role_id:code>roles
    supervisor_id:code?>supervisors trajectory_id:code?>trajectories half_days:text
    starts_on:day review_on:day ended_on:day? outcome:code? remarks:text
    key id
    index ended_on participant_id,starts_on review_on
    index role_id,starts_on,ended_on,half_days,participant_id
    index supervisor_id,starts_on,ended_on,participant_id
"""

# What stands in the new column of the rows that were there: for no trajectory in particular.
_FILLED = {"trajectory_id": "NULL"}


def upgrade() -> None:
    """Make the wider tables anew with what stood in them."""
    # References of other tables are to go on meaning the table of this name.
    op.execute("PRAGMA legacy_alter_table = ON")
    for name, lines in _blocks(_WIDER):
        _make_anew(name, lines)
    op.execute("PRAGMA legacy_alter_table = OFF")
    op.create_index(
        "ix_entries_follow_up_on",
        "entries",
        ["follow_up_on"],
        sqlite_where=sa.text("follow_up_done = 0"),
    )
    for statement in _search_triggers("entries"):
        op.execute(statement)


def _blocks(text: str) -> Iterator[tuple[str, list[str]]]:
    for block in text.strip().split("\ntable "):
        name, *lines = block.removeprefix("table ").splitlines()
        yield name, [line.strip() for line in lines]


def _make_anew(name: str, lines: list[str]) -> None:
    op.execute(f"ALTER TABLE {name} RENAME TO {name}_before")
    indexes = _make_table(name, lines)
    kept = [
        word.split(":")[0]
        for line in lines
        for word in line.split()
        if ":" in word and word.split(":")[0] not in _FILLED
    ]
    into = ", ".join(f'"{column}"' for column in (*kept, *_FILLED))
    values = ", ".join((*(f'"{column}"' for column in kept), *_FILLED.values()))
    op.execute(f"INSERT INTO {name} ({into}) SELECT {values} FROM {name}_before")
    op.execute(f"DROP TABLE {name}_before")
    _index(name, indexes)


def _make_table(name: str, lines: list[str]) -> list[str]:
    words = [line.split() for line in lines]
    primary = [
        sa.PrimaryKeyConstraint(*line[1].split(","), name=f"pk_{name}")
        for line in words
        if line[0] == "key"
    ]
    alone = [
        sa.UniqueConstraint(*line[1].split(","), name=f"uq_{name}_{line[1].replace(',', '_')}")
        for line in words
        if line[0] == "unique"
    ]
    columns = [_column(name, word) for line in words for word in line if ":" in word]
    op.create_table(name, *primary, *alone, *columns)
    return [word for line in words if line[0] == "index" for word in line[1:]]


def _index(name: str, indexes: list[str]) -> None:
    for index in indexes:
        op.create_index(f"ix_{name}_{index.replace(',', '_')}", name, index.split(","))


def _column(table: str, word: str) -> "sa.Column[Any]":
    name, rest = word.split(":")
    kind, _, other = rest.partition(">")
    key = f"fk_{table}_{name}_{other}"
    refers = [sa.ForeignKey(f"{other}.id", ondelete="RESTRICT", name=key)] if other else []
    return sa.Column(name, _KINDS[kind.rstrip("?")], *refers, nullable=kind.endswith("?"))


def _search_triggers(name: str) -> Iterator[str]:
    kinds = ("words", "starts")
    add = " ".join(
        f"INSERT INTO {name}_{kind}(rowid, search) VALUES (new.seq, new.search);" for kind in kinds
    )
    remove = " ".join(
        f"INSERT INTO {name}_{kind}({name}_{kind}, rowid, search) "
        "VALUES ('delete', old.seq, old.search);"
        for kind in kinds
    )
    trigger = "CREATE TRIGGER IF NOT EXISTS"
    yield f"{trigger} {name}_added AFTER INSERT ON {name} BEGIN {add} END"
    yield f"{trigger} {name}_removed AFTER DELETE ON {name} BEGIN {remove} END"
    yield (
        f"{trigger} {name}_changed AFTER UPDATE OF search ON {name} "
        f"WHEN old.search IS NOT new.search BEGIN {remove} {add} END"
    )
