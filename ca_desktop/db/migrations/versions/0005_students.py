"""The centre's SBB dossier, papers of supervisors, and students with their practice agreements.

Frozen: what stands here is never changed, a later step is added. SQLite can't put a column before
another, so a table that got columns is made anew under its own name and filled from the old one.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
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
table accreditation_steps
    id:code accreditation_id:code>accreditations state:code on:day letter:text
    planned_on:day? remarks:text
    key id
    index accreditation_id,on
table accreditation_letters
    id:code step_id:code>accreditation_steps file_name:text content:bytes sha256:text
    added_at:code
    key id
    unique step_id
table work_processes
    id:code accreditation_id:code>accreditations task_code:text task_name:text code:text
    name:text is_feasible:yes_no role_ids:text cards:text
    key id
    unique accreditation_id,code
table accreditation_evidence
    id:code training_company_id:code>training_companies condition:code on:day text:text
    with_whom:text valid_until:day?
    key id
    index training_company_id,on
table checklist_ticks
    id:code training_company_id:code>training_companies item:text done_on:day remarks:text
    key id
    unique training_company_id,item
table qualifications
    id:code code:text name:text level:number dossier:text learning_paths:text
    equivalents:text starts_on:day? ends_on:day? source:text checked_on:day?
    key id
    unique code
table practice_agreements
    id:code participant_id:code>participants trajectory_id:code?>trajectories
    school_id:code>partners training_company_id:code?>training_companies number:number
    code:text qualification:text learning_path:code level:number starts_on:day
    planned_end_on:day ended_on:day? hours:number yearly_hours:text to_achieve:text
    assessed_how:text early_end:text guidance:text process_codes:text signed_by:text
    signed_on:day? trainer_id:code?>supervisors school_supervisor:text
    school_supervisor_email:text school_supervisor_phone:text phase:code remarks:text
    key id
    index ended_on,planned_end_on participant_id,starts_on school_id trainer_id
    index training_company_id,code trajectory_id
table practice_sheets
    id:code participant_id:code>participants agreement_id:code>practice_agreements
    number:number signed_on:day? starts_on:day planned_end_on:day ended_on:day? hours:number
    elective_code:text elective_name:text remarks:text
    key id
    unique agreement_id,number
    index participant_id
table practised_work
    id:code participant_id:code>participants agreement_id:code>practice_agreements code:text
    name:text on:day supervisor_id:code?>supervisors verdict:code? situation:text task:text
    action:text result:text reflection:text
    key id
    index agreement_id,on participant_id
table school_visits
    id:code participant_id:code>participants agreement_id:code>practice_agreements kind:code
    on:day is_done:yes_no school_person:text supervisor_id:code?>supervisors text:text
    agreed:text next_on:day?
    key id
    index agreement_id,on participant_id
table guided_weeks
    id:code participant_id:code>participants monday:day supervisor_id:code>supervisors
    key id
    unique participant_id,monday
table school_holidays
    id:code code:text region:code name:text starts_on:day ends_on:day source:text
    checked_on:day?
    key id
    index region,starts_on
table supervisor_paper_rules
    id:code code:text legal_role:code? minors:yes_no target_group:text task:code?
    certificate:text kind:code? is_required:yes_no source:text checked_on:day?
    is_active:yes_no
    key id
    unique code
table hand_over_points
    id:code supervisor_id:code>supervisors subject:text text:text partner_id:code?>partners
    takes_over_id:code?>supervisors explained_on:day?
    key id
    index supervisor_id
"""

# The tables that got columns, whole as they are from now on.
_WIDER = """
table partners
    id:code number:number name:text kind:code contact_name:text email:text phone:text
    address:text postcode:text place:text remarks:text region:code? brin:text
    is_active:yes_no
    key id
    unique number
table supervisors
    id:code number:number first_name:text prefix:text last_name:text kinds:text phone:text
    email:text employer:text weekly_minutes:number half_days:text slot_minutes:text
    partner_id:code?>partners languages:text crafts:text deputy_id:code?>supervisors
    starts_on:day ended_on:day?
    key id
    unique number
table certificates
    id:code supervisor_id:code>supervisors kind:text description:text issued_on:day?
    seen_on:day? valid_until:day? evidence:text renewal_on:day? renewal_note:text
    key id
    index supervisor_id valid_until
table training_companies
    id:code location:text company_id:text adviser_name:text adviser_email:text
    adviser_phone:text last_checked_on:day? kvk_number:text
    key id
table accreditations
    id:code training_company_id:code>training_companies code:text name:text level:number
    state:code since:day? last_assessed_on:day? next_assessment_on:day?
    trainer_id:code?>supervisors trainer_minutes:number remarks:text dossier:text
    learning_paths:text equivalents:text ends_on:day? last_student_on:day?
    key id
    index code training_company_id
"""

# What stands in the new columns of the rows that were there.
_FILLED = {
    "partners": {"region": "NULL", "brin": "''"},
    "supervisors": {
        "slot_minutes": "'[]'",
        "partner_id": "NULL",
        "languages": "'[]'",
        "crafts": "'[]'",
        "deputy_id": "NULL",
    },
    "certificates": {"evidence": "''", "renewal_on": "NULL", "renewal_note": "''"},
    "training_companies": {"kvk_number": "''"},
    "accreditations": {
        "trainer_minutes": "0",
        "dossier": "''",
        "learning_paths": "'[]'",
        "equivalents": "'[]'",
        "ends_on": "NULL",
        "last_student_on": "NULL",
    },
}

# Since when a centre is accredited was known: that is the first step of its timeline.
_FIRST_STEPS = """
INSERT INTO accreditation_steps (id, accreditation_id, state, "on", letter, remarks)
SELECT lower(hex(randomblob(16))), id, 'accredited', since, '', ''
FROM accreditations WHERE since IS NOT NULL
"""


def upgrade() -> None:
    """Make the new tables; make the wider ones anew with what stood in them."""
    for name, lines in _blocks(_NEW):
        _index(name, _make_table(name, lines))
    # References of other tables are to go on meaning the table of this name.
    op.execute("PRAGMA legacy_alter_table = ON")
    for name, lines in _blocks(_WIDER):
        _make_anew(name, lines)
    op.execute("PRAGMA legacy_alter_table = OFF")
    op.execute(_FIRST_STEPS)
    op.create_index("ix_participants_born_on", "participants", ["born_on"])  # who is under 18


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
