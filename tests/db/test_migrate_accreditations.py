"""An older centre keeps its accreditations, supervisors, papers and partners after the update."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ca_desktop.db import migrate
from ca_desktop.db.database import Database
from ca_desktop.db.engine import make_engine, make_file
from ca_desktop.domain.accreditation_steps import AccreditationStep
from ca_desktop.domain.accreditations import Accreditation, AccreditationState, TrainingCompany
from ca_desktop.domain.partners import Partner
from ca_desktop.domain.supervisors import Certificate, Supervisor

SCHOOL, TRAINER, PAPER, COMPANY, HELD, BEGUN = (f"{n:032x}" for n in range(1, 7))
ACCREDITATION = {
    "training_company_id": COMPANY, "name": "Assistent logistiek", "level": 1,
    "trainer_id": TRAINER, "remarks": "Brief in de map.",
}  # fmt: skip
ROWS: list[tuple[str, dict[str, Any]]] = [
    ("partners", {
        "id": SCHOOL, "number": 1, "name": "ROC De Beemd", "kind": "school", "contact_name": "",
        "email": "", "phone": "", "address": "", "postcode": "", "place": "", "remarks": "",
        "is_active": 1,
    }),
    ("supervisors", {
        "id": TRAINER, "number": 1, "first_name": "Els", "prefix": "", "last_name": "Vos",
        "kinds": '["workplace_trainer"]', "phone": "", "email": "", "employer": "",
        "weekly_minutes": 960, "starts_on": "2020-01-01",
    }),
    ("certificates", {
        "id": PAPER, "supervisor_id": TRAINER, "kind": "vog", "description": "",
        "seen_on": "2025-02-28",
    }),
    ("training_companies", {
        "id": COMPANY, "location": "De Loods", "company_id": "100077736", "adviser_name": "",
        "adviser_email": "", "adviser_phone": "",
    }),
    ("accreditations", ACCREDITATION | {
        "id": HELD, "code": "25254", "state": "reassessment_planned", "since": "2024-02-29",
    }),
    ("accreditations", ACCREDITATION | {"id": BEGUN, "code": "25250", "state": "orientation"}),
]  # fmt: skip


@pytest.fixture
def updated(tmp_path: Path, data_key: bytes) -> Iterator[Database]:
    path = tmp_path / "store.db"
    make_file(path, data_key)
    engine = make_engine(path, data_key, foreign_keys=False)
    with engine.execution_options(writes=True).begin() as connection:
        migrate.upgrade(connection, "0001")
        for table, row in ROWS:
            names, marks = ", ".join(f'"{name}"' for name in row), ", ".join("?" * len(row))
            statement = f"INSERT INTO {table} ({names}) VALUES ({marks})"
            connection.exec_driver_sql(statement, tuple(row.values()))
    engine.dispose()
    migrate.migrate(tmp_path, data_key)
    database = Database.open(tmp_path, data_key)
    yield database
    database.close()


def test_people_papers_and_partners_are_as_they_were(updated: Database) -> None:
    with updated.read() as uow:
        [school], [trainer] = uow.of(Partner).all(), uow.of(Supervisor).all()
        [paper], [company] = uow.of(Certificate).all(), uow.of(TrainingCompany).all()
    assert (school.name, school.region, school.brin) == ("ROC De Beemd", None, "")
    assert (trainer.weekly_minutes, trainer.slot_minutes, trainer.deputy_id) == (960, (), None)
    assert (paper.seen_on, paper.evidence, paper.renewal_on) == (date(2025, 2, 28), "", None)
    assert (company.company_id, company.kvk_number) == ("100077736", "")


def test_an_accreditation_keeps_its_state_and_its_first_step_is_known(updated: Database) -> None:
    with updated.read() as uow:
        held, begun = sorted(uow.of(Accreditation).all(), key=lambda a: a.state, reverse=True)
        [step] = uow.of(AccreditationStep).all()
    assert held.state is AccreditationState.REASSESSMENT_PLANNED
    assert held.remarks == "Brief in de map."
    assert begun.state is AccreditationState.ORIENTATION
    assert (step.accreditation_id, step.state) == (held.id, AccreditationState.ACCREDITED)
    assert step.on == date(2024, 2, 29)
