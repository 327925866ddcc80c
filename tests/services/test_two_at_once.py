"""Two at one store: a command beside a window that closes, and a card that stood open for hours."""

import secrets
import subprocess
import sys
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

from ca_desktop.db.rotation import rotation_steps
from ca_desktop.db.store_lock import StoreLock
from ca_desktop.db.vault import Vault
from ca_desktop.domain.accounts import AccountRole
from ca_desktop.domain.errors import StorageError, UserError
from ca_desktop.services.session import Session
from ca_desktop.services.stores import StoreDoor
from tests.builders import OTHER_PASSWORD, PASSWORD, an_account
from tests.stores import session_of

ROOT = Path(__file__).resolve().parents[2]
THIRD = "witte wolk waait weg"
TIMES = 4
READER = """
import sys
from pathlib import Path
from ca_desktop.domain.errors import StorageError
from ca_desktop.services.stores import StoreDoor
store, password = Path(sys.argv[1]), sys.argv[2]
print("ready", flush=True)
seen = 0
while not (store / "stop").exists():
    try:
        opened = StoreDoor.at(store).look("petra", password)
        opened.centre()
        opened.close()
        seen += 1
    except StorageError:
        pass
print(seen)
"""


@pytest.mark.parametrize("steps", [0, 1, 2, 3])
def test_a_list_beside_a_window_that_closes_takes_nothing_away(petra: Session, steps: int) -> None:
    store, key, new = petra.opened.store, petra.opened.data_key, secrets.token_bytes(32)
    petra.opened.close()
    with StoreLock(store):
        going = rotation_steps(Vault.load(store), key, new, None)
        list(islice(going, steps))
        looked = StoreDoor.at(store).look("petra", PASSWORD)
        assert looked.centre().name == "De Proef"
        looked.close()
        with pytest.raises(StorageError, match="geopend op"):
            StoreDoor.at(store).sign_in("petra", PASSWORD)
        with pytest.raises(UserError, match="klopt niet"):
            StoreDoor.at(store).look("petra", THIRD)
        list(going)
    again = StoreDoor.at(store).sign_in("petra", PASSWORD)
    assert again.data_key == new
    again.close()


def test_readers_in_another_process_do_no_harm_to_windows_that_close(petra: Session) -> None:
    store = petra.opened.store
    petra.opened.close()
    words = [sys.executable, "-c", READER, str(store), PASSWORD]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, cwd=ROOT) as reader:
        assert reader.stdout is not None
        assert reader.stdout.readline() == "ready\n"
        for turn in range(TIMES):
            opened = StoreDoor.at(store).sign_in("petra", PASSWORD)
            session = session_of(opened)
            made = an_account(session, f"mo{turn}", "Mo Dekker", AccountRole.READER)
            session.accounts.change(replace(made, is_active=False))
            opened.close()
        (store / "stop").touch()
        assert int(reader.stdout.readline()) > 0
    last = StoreDoor.at(store).sign_in("petra", PASSWORD)
    assert session_of(last).backups.check() == []
    last.close()


def test_an_old_card_asks_for_the_password_of_now(petra: Session) -> None:
    card = StoreDoor.at(petra.opened.store)
    petra.accounts.change_own_password(PASSWORD, THIRD, THIRD)
    petra.opened.close()
    with pytest.raises(UserError, match="klopt niet"):
        card.sign_in("petra", PASSWORD)
    card.sign_in("petra", THIRD).close()


def test_what_is_done_after_an_old_card_keeps_the_new_ways_in(petra: Session) -> None:
    card = StoreDoor.at(petra.opened.store)
    an_account(petra, "mo", "Mo Dekker", AccountRole.READER)
    sheet = "-".join(petra.accounts.new_recovery_code())
    petra.opened.close()
    opened = card.sign_in("petra", PASSWORD)
    an_account(session_of(opened), "piet", "Piet Bos", AccountRole.READER)
    opened.close()
    door = StoreDoor.at(petra.opened.store)
    door.sign_in("mo", OTHER_PASSWORD).close()
    door.sign_in("piet", OTHER_PASSWORD).close()
    door.recover(sheet, "petra", THIRD, THIRD).close()


def test_an_old_card_opens_a_store_that_got_another_key(petra: Session) -> None:
    made = an_account(petra, "mo", "Mo Dekker", AccountRole.READER)
    sheet = "-".join(petra.accounts.new_recovery_code())
    signs_in, recovers, looks = (StoreDoor.at(petra.opened.store) for _card in range(3))
    petra.accounts.change(replace(made, is_active=False))
    petra.opened.close()
    signs_in.sign_in("petra", PASSWORD).close()
    recovers.recover(sheet, "petra", THIRD, THIRD).close()
    looks.look("petra", THIRD).close()


def test_passwords_that_changed_elsewhere_are_not_written_over(petra: Session) -> None:
    elsewhere = Vault.load(petra.opened.store)
    elsewhere.set_slot(petra.actor.account_id, "petra", THIRD, petra.opened.data_key)
    with pytest.raises(StorageError, match="ergens anders"):
        petra.accounts.new_recovery_code()
    assert not Vault.load(petra.opened.store).has_recovery


def test_a_password_set_with_the_sheet_is_ones_own(petra: Session) -> None:
    an_account(petra, "mo", "Mo Dekker", AccountRole.READER)
    sheet = "-".join(petra.accounts.new_recovery_code())
    petra.opened.close()
    opened = StoreDoor.at(petra.opened.store).recover(sheet, "mo", THIRD, THIRD)
    assert not session_of(opened).accounts.own().must_change_password
    opened.close()
