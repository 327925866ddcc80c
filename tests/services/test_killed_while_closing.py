"""The power may fail while a window closes and the store gets another key."""

import subprocess
import sys
from pathlib import Path

import pytest

from ca_desktop.services.session import Session
from ca_desktop.services.stores import StoreDoor
from tests.builders import PASSWORD
from tests.stores import session_of

ROOT = Path(__file__).resolve().parents[2]
WINDOWS = """
import sys
from dataclasses import replace
from pathlib import Path
from ca_desktop.domain.accounts import AccountRole
from ca_desktop.services.stores import StoreDoor
from tests.builders import PASSWORD, an_account
from tests.stores import cheap_keys, session_of
turn = 0
with cheap_keys():
    while True:
        opened = StoreDoor.at(Path(sys.argv[1])).sign_in("petra", PASSWORD)
        accounts = session_of(opened)
        made = an_account(accounts, f"mo{sys.argv[2]}.{turn}", "Mo Dekker", AccountRole.READER)
        accounts.accounts.change(replace(made, is_active=False))
        print("closing", flush=True)
        opened.close()
        turn += 1
"""


@pytest.mark.parametrize("windows", [1, 2, 3, 4])
def test_a_kill_while_closing_leaves_a_store_that_opens(petra: Session, windows: int) -> None:
    store = petra.opened.store
    petra.opened.close()
    words = [sys.executable, "-c", WINDOWS, str(store), str(windows)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, cwd=ROOT) as child:
        assert child.stdout is not None
        assert [child.stdout.readline() for _ in range(windows)] == ["closing\n"] * windows
        child.kill()
    looked = StoreDoor.at(store).look("petra", PASSWORD)
    assert looked.centre().name == "De Proef"
    looked.close()
    again = StoreDoor.at(store).sign_in("petra", PASSWORD)
    assert session_of(again).backups.check() == []
    again.close()
