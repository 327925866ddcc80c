"""Makes a demo centre on disk: fictional, marked as a demo for ever, with its own password."""

import secrets
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path

from ca_desktop.db.database import Database
from ca_desktop.db.empty_folder import clear, refuse_occupied
from ca_desktop.db.vault import Vault
from ca_desktop.domain.accounts import Account
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.partners import Partner
from ca_desktop.domain.roles import Role
from ca_desktop.domain.supervisors import Supervisor
from ca_desktop.i18n import N_
from ca_desktop.services.demo.afterwards import work_with_it
from ca_desktop.services.demo.plan import FULL_UP_TO, demo_centre
from ca_desktop.services.entering import actor_of

DEFAULT_PARTICIPANTS = 60
DEFAULT_SEED = 2026
_WORDS = (
    "appel", "baken", "bamboe", "beker", "beuk", "boter", "brood", "dijk", "draad", "eik",
    "fiets", "gans", "gras", "haven", "hazel", "helm", "honing", "kaars", "kanaal", "karton",
    "kast", "kers", "klok", "knoop", "koffer", "laken", "lamp", "linde", "maan", "mand",
    "molen", "mos", "muts", "naald", "noot", "oever", "parel", "peer", "plank", "pont",
    "radijs", "regen", "riet", "roos", "sjaal", "sloot", "spijker", "stoel", "tafel", "tegel",
    "tent", "trommel", "tuin", "veer", "vlag", "vonk", "waaier", "wilg", "wol", "zaag",
    "zand", "zeil", "zilver", "zomer",
)  # fmt: skip
_NUMBERED: dict[type, str] = {
    Participant: "participants",
    Supervisor: "supervisors",
    Partner: "partners",
    Role: "roles",
}

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoAccess:
    """How to get into the demo centre; the password is shown once and kept nowhere."""

    sign_in_name: str
    password: str


def create_demo(
    store: Path,
    participants: int = DEFAULT_PARTICIPANTS,
    seed: int = DEFAULT_SEED,
    today: date | None = None,
    progress: Progress | None = None,
) -> DemoAccess:
    """Make a demo centre in an empty or new folder.

    `progress` is called after each transaction with the participants written so far and their
    number. Raises StorageError when the folder is not empty or can't be written. A demo that was
    not finished leaves nothing behind.
    """
    was_there = store.exists()
    day = today or date.today()  # noqa: DTZ011 - the day on the wall of this computer
    batches = demo_centre(seed, participants, day)
    first = next(batches)
    account = next(thing for thing in first if isinstance(thing, Account))
    access = DemoAccess(sign_in_name=account.sign_in_name, password=new_password())
    vault, data_key = Vault.create(store)
    refuse_occupied(store)
    try:
        with closing(Database.create(store, data_key)) as database:
            vault.set_slot(account.id, account.sign_in_name, access.password, data_key)
            _write(database, account, first, batches, participants, progress)
            if participants <= FULL_UP_TO:
                work_with_it(database, actor_of(account), day)
    except BaseException:
        clear(store, not was_there)
        raise
    return access


def new_password() -> str:
    """Four short Dutch words and two digits, different every time (30 bits)."""
    words = "-".join(secrets.choice(_WORDS) for _word in range(4))
    return f"{words}-{secrets.randbelow(90) + 10}"


def _write(
    database: Database,
    account: Account,
    first: list[object],
    batches: Iterable[list[object]],
    participants: int,
    progress: Progress | None,
) -> None:
    actor = actor_of(account)
    highest = dict.fromkeys(_NUMBERED.values(), 0)
    for batch in chain((first,), batches):
        with database.write(actor, N_("Make demo centre")) as uow:
            uow.save_all(batch)
            for thing in batch:
                if type(thing) in _NUMBERED:
                    highest[_NUMBERED[type(thing)]] += 1
            for name, last in highest.items():
                uow.reserve_numbers(name, last)
        if progress is not None:
            progress(highest["participants"], participants)
