"""The participant file grows: stages, contacts, languages, documents, waiting list, aftercare …

Frozen: what stands here is never changed, a later step is added. SQLite can't put a column before
another, so a table that got columns is made anew under its own name and filled from the old one.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
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
_NEW = """
table stage_changes
    id:code participant_id:code>participants before:code after:code on:day reason:text
    outcome:text next_step:text
    key id
    index on participant_id,on
table contact_persons
    id:code participant_id:code>participants role:code name:text organisation:text
    phone:text email:text in_emergency:yes_no
    key id
    index participant_id
table language_skills
    id:code participant_id:code>participants language:text listening:code? reading:code?
    conversation:code? speaking:code? writing:code? measured_on:day? source:text
    key id
    unique participant_id,language
table availabilities
    id:code participant_id:code>participants half_days:text starts_on:day ends_on:day?
    key id
    index participant_id,starts_on
table documents
    id:code participant_id:code>participants kind:code title:text on:day expires_on:day?
    keep_reason:text file_name:text content:bytes sha256:text added_at:code
    key id
    index expires_on participant_id
table aids
    id:code participant_id:code>participants name:text helps_with:text provided_by:text
    starts_on:day ends_on:day?
    key id
    index participant_id
table machine_authorisations
    id:code participant_id:code>participants machine:text given_on:day
    signed_by:code>supervisors valid_until:day?
    key id
    index participant_id valid_until
table waiting_list
    id:code participant_id:code>participants role_id:code>roles half_days:text since_on:day
    ended_on:day? remarks:text
    key id
    index participant_id role_id,ended_on,since_on
table aftercare
    id:code participant_id:code>participants months:number due_on:day
    supervisor_id:code?>supervisors done_on:day? result:code? remarks:text
    key id
    index due_on participant_id
table file_links
    id:code participant_id:code>participants other_id:code>participants reason:text
    linked_on:day
    key id
    index other_id participant_id
table citizen_numbers
    id:code participant_id:code>participants number:text recorded_on:day
    key id
    unique participant_id
table overrules
    id:code participant_id:code>participants placement_id:code>placements condition:text
    finding:text reason:text decided_by:code decided_at:code
    key id
    index participant_id placement_id
table supervisor_absences
    id:code supervisor_id:code>supervisors starts_on:day ends_on:day?
    substitute_id:code?>supervisors
    key id
    index supervisor_id,starts_on
table centre_settings
    id:code name:text value:text
    key id
    unique name
table saved_filters
    id:code account_id:code>accounts page:text name:text values:text
    key id
    index account_id,page
table import_mappings
    id:code headings:text columns:text
    key id
    unique headings
"""

# The tables that got columns, whole as they are from now on.
_WIDER = """
table participants
    seq:number id:code number:number first_name:text prefix:text last_name:text born_on:day?
    phone:text email:text address:text postcode:text place:text language:text
    contact_name:text contact_relation:text contact_phone:text referrer:text
    referrer_partner_id:code?>partners workplace_agreements:text agreement_codes:text
    tags:text stage:code starts_on:day ended_on:day? sort_key:text search:text
    key seq
    unique number
    unique id
    index ended_on referrer_partner_id sort_key stage starts_on
table trajectories
    id:code participant_id:code>participants partner_id:code>partners legal_role:code
    partner_number:text purpose:text goal:code goal_text:text starts_on:day ends_on:day?
    half_days_per_week:number minutes_per_week:number legal_form:code? evaluation_on:day?
    decision_number:text predecessor_id:code?>trajectories
    key id
    index participant_id,ends_on partner_id predecessor_id
table restricted_blocks
    id:code participant_id:code>participants target_group:text intensity:number?
    register:code register_checked_on:day? recorded_on:day
    key id
    unique participant_id
    index target_group
table supervisors
    id:code number:number first_name:text prefix:text last_name:text kinds:text phone:text
    email:text employer:text weekly_minutes:number half_days:text starts_on:day
    ended_on:day?
    key id
    unique number
table roles
    id:code number:number key:text is_active:yes_no places:number intensity:number
    language_level:text demands:text machines:text icon:text qualification_codes:text
    catalogue_source:text contact_supervisor_id:code?>supervisors
    key id
    unique number
    unique key
"""

# What stands in the new columns of the rows that were there. A file that has ended is finished.
_FILLED = {
    "participants": {
        "agreement_codes": "'[]'",
        "tags": "'[]'",
        "stage": "CASE WHEN ended_on < date('now', 'localtime') THEN 'finished' ELSE 'active' END",
    },
    "trajectories": {
        "minutes_per_week": "0",
        "legal_form": "NULL",
        "evaluation_on": "NULL",
        "decision_number": "''",
        "predecessor_id": "NULL",
    },
    "restricted_blocks": {"register": "'unknown'", "register_checked_on": "NULL"},
    "supervisors": {"half_days": "'[]'"},
    "roles": {"demands": "'[]'", "machines": "'[]'"},
}


def upgrade() -> None:
    """Make the new tables; make the wider ones anew with what stood in them."""
    for name, lines in _blocks(_NEW):
        _index(name, _make_table(name, lines))
    # References of other tables are to go on meaning the table of this name.
    op.execute("PRAGMA legacy_alter_table = ON")
    for name, lines in _blocks(_WIDER):
        _make_anew(name, lines)
    op.execute("PRAGMA legacy_alter_table = OFF")
    for statement in _search_triggers("participants"):
        op.execute(statement)


def _blocks(text: str) -> Iterator[tuple[str, list[str]]]:
    for block in text.strip().split("\ntable "):
        name, *lines = block.removeprefix("table ").splitlines()
        yield name, [line.strip() for line in lines]


def _make_anew(name: str, lines: list[str]) -> None:
    op.execute(f"ALTER TABLE {name} RENAME TO {name}_before")
    indexes = _make_table(name, lines)
    filled = _FILLED[name]
    kept = [
        word.split(":")[0]
        for line in lines
        for word in line.split()
        if ":" in word and word.split(":")[0] not in filled
    ]
    into = ", ".join(f'"{column}"' for column in (*kept, *filled))
    values = ", ".join((*(f'"{column}"' for column in kept), *filled.values()))
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
