"""The door of a store: making a centre, signing in, recovery, and a store that isn't right."""

import json
import os
from pathlib import Path

import pytest

from ca_desktop.db.journal import lines
from ca_desktop.db.vault import Vault
from ca_desktop.domain.errors import RuleBroken, StorageError, UserError
from ca_desktop.services.recovery_sheets import confirm_recovery, new_recovery_groups
from ca_desktop.services.session import Session
from ca_desktop.services.stores import OpenStore, StoreDoor, create_centre
from tests.builders import OTHER_PASSWORD, PASSWORD, a_participant
from tests.conftest import TODAY
from tests.services.test_papers import full_disk
from tests.stores import new_centre, session_of

THIRD = "witte wolk waait weg"


@pytest.fixture
def store(filled_store: OpenStore) -> Path:
    """The filled centre, closed."""
    filled_store.close()
    return filled_store.store


def refusal(store: Path, name: str = "petra", password: str = PASSWORD) -> str:
    """What somebody reads who can't get in."""
    with pytest.raises(UserError) as refused:
        StoreDoor.at(store).sign_in(name, password)
    return refused.value.message


def test_a_new_centre_is_closed_and_opened_again_with_what_was_in_it(tmp_path: Path) -> None:
    opened = create_centre(new_centre(tmp_path / "nieuw"), TODAY)
    made = a_participant(session_of(opened), "Amina", "Yusuf")
    opened.close()
    door = StoreDoor.at(tmp_path / "nieuw")
    assert door.names == ["petra"]
    again = door.sign_in("PETRA", PASSWORD)
    assert session_of(again).participants.get(made.id) == made
    assert again.centre().name == "De Proef"
    assert len(session_of(again).roles.lines()) > 5
    again.close()


def test_a_centre_is_refused_beside_each_field_and_makes_no_folder(tmp_path: Path) -> None:
    wrong = new_centre(
        tmp_path / "x", name=" ", sign_in_name="p p", full_name="", password="kort", repeated="x"
    )
    with pytest.raises(RuleBroken) as refused:
        create_centre(wrong, TODAY)
    fields = {problem.field for problem in refused.value.problems}
    assert fields == {"name", "sign_in_name", "full_name", "password", "repeated"}
    assert not (tmp_path / "x").exists()


def test_a_centre_is_not_made_in_a_folder_that_is_not_empty(store: Path) -> None:
    before = {path.name for path in store.iterdir()}
    with pytest.raises(RuleBroken, match="niet leeg") as refused:
        create_centre(new_centre(store), TODAY)
    assert [problem.field for problem in refused.value.problems] == ["folder"]
    assert {path.name for path in store.iterdir()} == before


def test_a_centre_that_can_not_be_made_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("geen map")
    with pytest.raises(StorageError):
        create_centre(new_centre(tmp_path / "bestand" / "centrum"), TODAY)
    with full_disk(20_000), pytest.raises(StorageError):
        create_centre(new_centre(tmp_path / "vol"), TODAY)
    assert not (tmp_path / "vol").exists()
    create_centre(new_centre(tmp_path / "vol"), TODAY).close()


def test_a_wrong_name_and_a_wrong_password_read_the_same(store: Path) -> None:
    sentence = "De naam of het wachtwoord klopt niet. Probeer het opnieuw."
    assert refusal(store, password=OTHER_PASSWORD) == sentence
    assert refusal(store, name="niemand") == sentence


def test_the_files_of_a_store_lead_to_its_door(store: Path) -> None:
    for name in ("store.db", "Openen.cacentrum"):
        assert "petra" in StoreDoor.at(store / name).names


def test_signing_in_is_journalled(store: Path) -> None:
    opened = StoreDoor.at(store).sign_in("petra", PASSWORD)
    with opened.database.read() as uow:
        last = list(lines(uow.connection))[-1]
    assert (last.action.value, last.account_id) == ("sign_in", opened.actor.account_id)
    opened.close()


def test_the_recovery_sheet_gives_a_new_password(petra: Session, tmp_path: Path) -> None:
    code = " ".join(new_recovery_groups(petra.opened))
    confirm_recovery(petra.opened)
    assert petra.centre.get().recovery_confirmed
    petra.opened.close()
    store = petra.opened.store
    with pytest.raises(RuleBroken) as refused:
        StoreDoor.at(store).recover(code, "petra", "kort", "kort")
    assert {problem.field for problem in refused.value.problems} == {"password"}
    with pytest.raises(StorageError, match="Niemand meldt zich"):
        StoreDoor.at(store).recover(code, "niemand", THIRD, THIRD)
    StoreDoor.at(store).recover(code.lower(), "petra", THIRD, THIRD).close()
    assert "klopt niet" in refusal(store)
    StoreDoor.at(store).sign_in("petra", THIRD).close()


def test_an_older_recovery_sheet_opens_nothing(petra: Session) -> None:
    older = "-".join(petra.accounts.new_recovery_code())
    petra.accounts.new_recovery_code()
    petra.opened.close()
    with pytest.raises(UserError, match="ouder herstelblad"):
        StoreDoor.at(petra.opened.store).recover(older, "petra", THIRD, THIRD)
    StoreDoor.at(petra.opened.store).sign_in("petra", PASSWORD).close()


def test_a_recovery_sheet_is_put_off_and_still_asked_for(petra: Session) -> None:
    confirm_recovery(petra.opened, postponed=True)
    centre = petra.centre.get()
    assert (centre.recovery_confirmed, centre.recovery_postponed) == (False, True)
    assert "herstelblad" in " ".join(signal.what for signal in petra.signals.all())


def test_a_folder_without_a_centre_says_so(tmp_path: Path) -> None:
    assert refusal(tmp_path).endswith("staat geen centrum. Kies de map van je centrum.")
    assert "staat geen centrum" in refusal(tmp_path / "weg")


def test_a_vault_that_is_not_ours_damaged_or_newer_says_so(store: Path) -> None:
    vault = store / "vault.json"
    whole = json.loads(vault.read_text(encoding="utf-8"))
    vault.write_text(json.dumps({"format": "iets anders"}), encoding="utf-8")
    assert "hoort niet bij een centrum" in refusal(store)
    vault.write_text("{", encoding="utf-8")
    assert "is beschadigd" in refusal(store)
    vault.write_text(json.dumps({**whole, "version": 999}), encoding="utf-8")
    assert "nieuwere versie" in refusal(store)


def test_a_damaged_data_file_says_so_and_stays_as_it_is(store: Path) -> None:
    broken = os.urandom(8192)
    (store / "store.db").write_bytes(broken)
    assert "beschadigd of hoort bij een ander centrum" in refusal(store)
    assert (store / "store.db").read_bytes() == broken


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the system stops root nowhere"
)
def test_a_store_that_may_not_be_written_says_so(store: Path) -> None:
    store.chmod(0o500)
    try:
        assert "mag niet worden beschreven" in refusal(store)
    finally:
        store.chmod(0o700)


def test_a_store_that_is_open_elsewhere_says_where_and_since_when(
    filled_store: OpenStore,
) -> None:
    message = refusal(filled_store.store)
    assert "geopend op" in message
    assert message.endswith("Sluit het daar en probeer het opnieuw.")


def test_closing_twice_does_no_harm(filled_store: OpenStore) -> None:
    filled_store.close()
    filled_store.close()
    assert Vault.load(filled_store.store).names()
