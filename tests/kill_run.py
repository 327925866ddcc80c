"""Kills a writing program again and again: no committed change may be lost, the store stays whole.

python tests/kill_run.py --times 100
"""

import argparse
import random
import secrets
import subprocess
import sys
import tempfile
from pathlib import Path
from uuid import UUID, uuid4

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from ca_desktop.db.check import check  # noqa: E402 - the path comes first
from ca_desktop.db.database import Database  # noqa: E402
from ca_desktop.domain.accounts import AccountRole, Actor  # noqa: E402
from ca_desktop.domain.partners import Partner, PartnerKind  # noqa: E402

MOST_LINES = 25


def write_for_ever(store: Path, data_key: bytes) -> None:
    """The program that is killed: each id is printed once its change is committed."""
    database = Database.open(store, data_key)
    actor = Actor(account_id=uuid4(), name="kill", role=AccountRole.COORDINATOR)
    while True:
        with database.write(actor, "Add partner") as uow:
            number = uow.next_number("partners")
            partner = Partner(
                number=number, name=f"Partner {number}", kind=PartnerKind.OTHER, remarks="x" * 3000
            )
            uow.save(partner)
        sys.stdout.write(f"{partner.id.hex}\n")
        sys.stdout.flush()


def kill_once(store: Path, data_key: bytes, chance: random.Random) -> set[UUID]:
    """Start the program, kill it somewhere in its work, and return what it said it committed."""
    child = subprocess.Popen(
        [sys.executable, __file__, "--child", str(store)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdin.write(data_key.hex() + "\n")
    child.stdin.flush()
    said = [child.stdout.readline() for _ in range(chance.randint(1, MOST_LINES))]
    child.kill()
    said += child.stdout.readlines()
    child.wait()
    child.stdin.close()
    child.stdout.close()
    return {UUID(hex=line.strip()) for line in said if line.endswith("\n")}


def kill_many(folder: Path, times: int, seed: int = 1) -> list[str]:
    """Kill a number of times; returns what was lost or broken, in words."""
    store, data_key, chance = folder / "centre", secrets.token_bytes(32), random.Random(seed)
    Database.create(store, data_key).close()
    committed: set[UUID] = set()
    problems: list[str] = []
    for turn in range(1, times + 1):
        committed |= kill_once(store, data_key, chance)
        database = Database.open(store, data_key)
        with database.read() as uow:
            there = set(uow.of(Partner).ids())
        problems += [f"Turn {turn}: {gone} is lost" for gone in committed - there]
        problems += [f"Turn {turn}: {finding}" for finding in check(database)]
        database.close()
    if len(committed) < times:
        problems.append(f"Only {len(committed)} changes in {times} turns: nothing was tested.")
    return problems


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.child:
        write_for_ever(chosen.child, bytes.fromhex(sys.stdin.readline().strip()))
    with tempfile.TemporaryDirectory() as folder:
        problems = kill_many(Path(folder), chosen.times)
    sys.stdout.write("\n".join(problems) or f"{chosen.times} kills: nothing lost, all whole.")
    sys.stdout.write("\n")
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main())
