"""The first schema. Frozen: what stands here is never changed, a later step is added."""

from collections.abc import Iterator, Mapping
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
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
_TABLES = """
table centre
    id:code name:text place:text address:text postcode:text phone:text email:text website:text
    logo:bytes? is_demo:yes_no created_on:day catalogue_version:text recovery_confirmed:yes_no
    recovery_postponed:yes_no lock_after_minutes:number entry_edit_hours:number
    review_after_weeks:number
    key id
table counters
    name:text last:number
    key name
table drafts
    account_id:code key:text values:text saved_at:code
    key account_id,key
table journal
    seq:number transaction_id:code label:text at:code account_id:code workstation:text
    action:code subject:text row_id:code? participant_id:code? undoes_id:code? salt:bytes?
    before:text? after:text? content_hash:text previous_hash:text hash:text
    key seq
    index account_id participant_id row_id transaction_id
table journal_head
    id:number seq:number hash:text
    key id
table partners
    id:code number:number name:text kind:code contact_name:text email:text phone:text
    address:text postcode:text place:text remarks:text is_active:yes_no
    key id
    unique number
table supervisors
    id:code number:number first_name:text prefix:text last_name:text kinds:text phone:text
    email:text employer:text weekly_minutes:number starts_on:day ended_on:day?
    key id
    unique number
table training_companies
    id:code location:text company_id:text adviser_name:text adviser_email:text
    adviser_phone:text last_checked_on:day?
    key id
table accounts
    id:code sign_in_name:text full_name:text role:code supervisor_id:code?>supervisors
    is_active:yes_no must_change_password:yes_no
    key id
    unique sign_in_name
table accreditations
    id:code training_company_id:code>training_companies code:text name:text level:number
    state:code since:day? last_assessed_on:day? next_assessment_on:day?
    trainer_id:code?>supervisors remarks:text
    key id
    index code training_company_id
table certificates
    id:code supervisor_id:code>supervisors kind:text description:text issued_on:day?
    seen_on:day? valid_until:day?
    key id
    index supervisor_id valid_until
table participants
    seq:number id:code number:number first_name:text prefix:text last_name:text born_on:day?
    phone:text email:text address:text postcode:text place:text language:text contact_name:text
    contact_relation:text contact_phone:text referrer:text referrer_partner_id:code?>partners
    workplace_agreements:text starts_on:day ended_on:day? sort_key:text search:text
    key seq
    unique number
    unique id
    index ended_on referrer_partner_id sort_key starts_on
table roles
    id:code number:number key:text is_active:yes_no places:number intensity:number
    language_level:text icon:text qualification_codes:text catalogue_source:text
    contact_supervisor_id:code?>supervisors
    key id
    unique number
    unique key
table attendance
    id:code participant_id:code>participants on:day part:code code:code minutes:number
    key id
    unique participant_id,on,part
    index on
table entries
    seq:number id:code participant_id:code>participants supervisor_id:code?>supervisors on:day
    minutes:number form:code text:text agreement:text follow_up_on:day? follow_up_done:yes_no
    visibility:code written_by:code written_at:code edited_at:code? adds_to_id:code?>entries
    search:text
    key seq
    unique id
    index adds_to_id on participant_id,on supervisor_id
table fixed_supervisors
    id:code participant_id:code>participants supervisor_id:code>supervisors starts_on:day
    ends_on:day?
    key id
    index participant_id,starts_on,ends_on supervisor_id
table goals
    id:code participant_id:code>participants text:text reason:text competence:text set_on:day
    due_on:day? status:code closed_on:day?
    key id
    index participant_id,set_on
table issued_papers
    id:code kind:code participant_id:code?>participants role_id:code?>roles
    partner_id:code?>partners recipient:text purpose:text basis:text starts_on:day? ends_on:day?
    language:text issued_at:code issued_by:code file_name:text sha256:text content:bytes
    key id
    index issued_at participant_id,issued_at
table placements
    id:code participant_id:code>participants role_id:code>roles supervisor_id:code?>supervisors
    half_days:text starts_on:day review_on:day ended_on:day? outcome:code? remarks:text
    key id
    index ended_on participant_id,starts_on review_on
    index role_id,starts_on,ended_on,half_days,participant_id
    index supervisor_id,starts_on,ended_on,participant_id
table report_summaries
    id:code participant_id:code>participants partner_id:code?>partners starts_on:day ends_on:day
    text:text next_step:text written_by:code written_at:code
    key id
    index participant_id,starts_on
table restricted_blocks
    id:code participant_id:code>participants target_group:text intensity:number? recorded_on:day
    key id
    unique participant_id
    index target_group
table role_profiles
    id:code role_id:code>roles language:text name:text purpose:text tasks:text minimum:text
    developable:text suitability:text steering:text safety:text protective_equipment:text
    conditions:text cautions:text intern_profiles:text growth:text
    key id
    unique role_id,language
table scores
    id:code participant_id:code>participants skill:text scale:text value:number
    own_value:number? on:day supervisor_id:code?>supervisors evidence:text
    key id
    index participant_id,on
table trajectories
    id:code participant_id:code>participants partner_id:code>partners legal_role:code
    partner_number:text purpose:text goal:code goal_text:text starts_on:day ends_on:day?
    half_days_per_week:number
    key id
    index participant_id,ends_on partner_id
"""


def upgrade() -> None:
    """Make every table and the search index."""
    for block in _TABLES.strip().split("\ntable "):
        name, *lines = block.removeprefix("table ").splitlines()
        _make_table(name, [line.strip() for line in lines])
    op.create_index(
        "ix_journal_undoes_id",
        "journal",
        ["undoes_id"],
        sqlite_where=sa.text("undoes_id IS NOT NULL"),
    )
    op.create_index(
        "ix_entries_follow_up_on",
        "entries",
        ["follow_up_on"],
        sqlite_where=sa.text("follow_up_done = 0"),
    )
    for name in ("participants", "entries"):
        for statement in _search_index(name):
            op.get_bind().exec_driver_sql(statement)


def _make_table(name: str, lines: list[str]) -> None:
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
    for index in (word for line in words if line[0] == "index" for word in line[1:]):
        op.create_index(f"ix_{name}_{index.replace(',', '_')}", name, index.split(","))


def _column(table: str, word: str) -> "sa.Column[Any]":
    name, rest = word.split(":")
    kind, _, other = rest.partition(">")
    key = f"fk_{table}_{name}_{other}"
    refers = [sa.ForeignKey(f"{other}.id", ondelete="RESTRICT", name=key)] if other else []
    return sa.Column(name, _KINDS[kind.rstrip("?")], *refers, nullable=kind.endswith("?"))


def _search_index(name: str) -> Iterator[str]:
    kinds = {
        "words": "tokenize='trigram'",
        "starts": "tokenize='unicode61 remove_diacritics 0', prefix='1 2', detail='none'",
    }
    about = f"search, content='{name}', content_rowid='seq'"
    for kind, options in kinds.items():
        index = f"{name}_{kind}"
        yield f"CREATE VIRTUAL TABLE IF NOT EXISTS {index} USING fts5({about}, {options})"
        # Without this the index keeps the words of what was erased.
        yield f"INSERT INTO {index}({index}, rank) VALUES ('secure-delete', 1)"
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
