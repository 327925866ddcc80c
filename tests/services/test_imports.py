"""A list from elsewhere: read, looked at, and then everybody or nobody."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ca_desktop.domain.contacts import ContactRole
from ca_desktop.domain.errors import NotAllowed, RuleBroken, UserError
from ca_desktop.domain.exports import ExportKind, ExportWish
from ca_desktop.domain.import_columns import ImportField
from ca_desktop.domain.participant_import import ImportRow, RowState
from ca_desktop.domain.participants import ParticipantFilter, ParticipantSort
from ca_desktop.services.session import Session
from tests.builders import World

HEAD = "Achternaam;Voornaam;Geboortedatum;Telefoon;Postcode"


def a_list(folder: Path, *lines: str, head: str = HEAD) -> Path:
    file = folder / "lijst.csv"
    file.write_bytes("\r\n".join((head, *lines)).encode("cp1252"))
    return file


def preview(session: Session, file: Path) -> list[ImportRow]:
    table = session.imports.read(file)
    return list(session.imports.preview(table, session.imports.guess(table).columns))


def how_many(session: Session) -> int:
    return len(session.participants.order(ParticipantSort.NAME, ParticipantFilter()))


def test_a_good_list_is_taken_in_tidied_and_can_be_undone(petra: Session, tmp_path: Path) -> None:
    file = a_list(tmp_path, "VAN DER BERG;zoë;1-3-90;612345678;7311ab", "Boer, de;Piet;;;")
    table, before = petra.imports.read(file), how_many(petra)
    columns = petra.imports.guess(table).columns
    assert petra.imports.take_in(table, columns, [2, 3]) == 2
    person = petra.participants.named("Zoë van der Berg")
    assert (person.prefix, person.born_on) == ("van der", date(1990, 3, 1))
    assert (person.phone, person.postcode) == ("0612345678", "7311 AB")
    assert petra.participants.named("Piet de Boer").number == person.number + 1
    petra.history.undo_last()
    assert how_many(petra) == before


def test_the_choice_of_columns_is_remembered(petra: Session, tmp_path: Path) -> None:
    table = petra.imports.read(a_list(tmp_path, "Bos;Jan;Epe", head="Wie;Hoe;Waar"))
    assert petra.imports.guess(table).columns == (None, None, None)
    chosen = (ImportField.LAST_NAME, ImportField.FIRST_NAME, ImportField.PLACE)
    petra.imports.take_in(table, chosen, [2])
    again = petra.imports.guess(table)
    assert (again.columns, again.is_remembered) == (chosen, True)


def test_what_is_wrong_is_said_per_cell_and_nobody_is_taken_in(
    petra: Session, tmp_path: Path
) -> None:
    file = a_list(tmp_path, "Bos;Jan;31-2-1990;06;7311", "Vos;Els;;;", ";;1-1-1990;;")
    rows, before = preview(petra, file), how_many(petra)
    assert [row.state for row in rows] == [RowState.PROBLEM, RowState.GOOD, RowState.PROBLEM]
    assert {one.column for one in rows[0].problems} == {2, 3, 4}
    assert "31-2-1990" in rows[0].reason
    assert rows[2].problems[0].column == 0
    table = petra.imports.read(file)
    columns = petra.imports.guess(table).columns
    with pytest.raises(RuleBroken, match="niets ingelezen"):
        petra.imports.take_in(table, columns, [2, 3])
    assert how_many(petra) == before


def test_every_wrong_cell_of_a_row_is_said_at_once(petra: Session, tmp_path: Path) -> None:
    [row] = preview(petra, a_list(tmp_path, ";;31-2-1990;bel me;731A"))
    assert {one.column for one in row.problems} == {0, 2, 3, 4}
    [row] = preview(petra, a_list(tmp_path, "Bos;Jan;31-2-1990;;7311 AB"))
    assert [one.column for one in row.problems] == [2]


def test_a_house_number_addition_and_a_phone_of_a_contact_are_known_by_their_short_headings(
    petra: Session, tmp_path: Path
) -> None:
    head = "Naam;Straat;Huisnr.;Toev.;Tel. contact"
    table = petra.imports.read(a_list(tmp_path, "Bos, Jan;Laan;3;bis;055 1234567", head=head))
    guess = petra.imports.guess(table).columns
    assert guess[3:] == (ImportField.HOUSE_ADDITION, ImportField.CONTACT_PHONE)


def test_somebody_who_may_be_there_twice_is_pointed_out(
    petra: Session, world: World, tmp_path: Path
) -> None:
    amina = replace(petra.participants.get(world.amina), born_on=date(1991, 3, 17))
    petra.participants.change(replace(amina, email="amina@voorbeeld.nl"))
    rows = preview(
        petra,
        a_list(
            tmp_path,
            "Yusuf;Aminah;17-3-1991;;",
            "Vos;Els;1-1-1990;0612345678;",
            "Bos;Jan;1-1-1980;06-12345678;",
            "Visser;Bram;;;",
        ),
    )
    assert [row.state for row in rows] == [
        RowState.DOUBLE,
        RowState.GOOD,
        RowState.DOUBLE,
        RowState.DOUBLE,
    ]
    assert "Amina Yusuf" in rows[0].reason
    assert "regel 3" in rows[2].reason


def test_a_bsn_and_what_is_private_is_never_read_in(petra: Session, tmp_path: Path) -> None:
    head = "Naam;Burgerservicenummer;Diagnose;Nationaliteit;Strafblad;Code;Plaats"
    file = a_list(tmp_path, "Bos, Jan;123456782;x;x;x;111222333;123456782", head=head)
    table = petra.imports.read(file)
    refused = petra.imports.guess(table).refused
    assert [one.kind if one else "" for one in refused] == [
        "",
        "citizen_number",
        "health",
        "origin",
        "offence",
        "citizen_number",
        "citizen_number",
    ]
    chosen = (ImportField.NAME, ImportField.PLACE, *[None] * 5)
    (row,) = petra.imports.preview(table, chosen)
    assert row.cells == ("Bos, Jan", "", "", "", "", "", "")
    assert row.participant is not None
    assert row.participant.place == ""


def test_the_rows_that_were_left_out_are_written_with_the_reason(
    petra: Session, tmp_path: Path
) -> None:
    file = a_list(tmp_path, "Bos;Jan;gisteren;;", "Vos;Els;;;")
    rows, out = preview(petra, file), tmp_path / "rest.csv"
    petra.imports.write_failed(petra.imports.read(file), rows[:1], out)
    text = out.read_bytes().decode("utf-8-sig")
    assert text.splitlines()[0].endswith("Regel;Waarom")
    assert "Bos;Jan;gisteren;;;2;" in text


def test_our_own_list_of_participants_is_recognised(petra: Session, tmp_path: Path) -> None:
    out = tmp_path / "deelnemers.xlsx"
    assert petra.exports.write(ExportWish(kind=ExportKind.PARTICIPANTS), out) == 3
    table = petra.imports.read(out)
    rows = petra.imports.preview(table, petra.imports.guess(table).columns)
    known = {line.id for line in petra.participants.find("yusuf")}
    assert len(known) == 1
    assert {row.participant.name.full for row in rows if row.participant} == {
        "Amina Yusuf",
        "Bram Visser",
        "Cato Berg",
    }
    assert {row.state for row in rows} == {RowState.DOUBLE}


def test_only_a_coordinator_reads_lists_in(jan: Session, tmp_path: Path) -> None:
    with pytest.raises(NotAllowed):
        jan.imports.read(tmp_path / "lijst.csv")


def test_two_columns_for_one_field_are_refused(petra: Session, tmp_path: Path) -> None:
    table = petra.imports.read(a_list(tmp_path, "Bos;Jan;;;"))
    twice = (ImportField.NAME, ImportField.NAME, None, None, None)
    for chosen in (twice, (None,) * 5):
        with pytest.raises(UserError):
            petra.imports.preview(table, chosen)


def test_whom_to_call_becomes_a_contact_person_with_its_role(
    petra: Session, tmp_path: Path
) -> None:
    head = "Achternaam;Voornaam;Contactpersoon;Relatie;Telefoon contactpersoon"
    lines = (
        "Bos;Jan;Anja Bos;Moeder;0612345678",
        "Vos;Els;;Klantmanager;0687654321",
        "Smit;Cor;Piet Smit;kaartvriend;",
        "Berg;Noor;;;",
    )
    table = petra.imports.read(a_list(tmp_path, *lines, head=head))
    columns = petra.imports.guess(table).columns
    assert petra.imports.take_in(table, columns, [2, 3, 4, 5]) == 4
    found = {
        name: [
            (one.name, one.role, one.phone)
            for one in petra.contacts.of(petra.participants.named(name).id)
        ]
        for name in ("Jan Bos", "Els Vos", "Cor Smit", "Noor Berg")
    }
    assert found == {
        "Jan Bos": [("Anja Bos (Moeder)", ContactRole.FAMILY, "0612345678")],
        "Els Vos": [("Klantmanager", ContactRole.CASE_MANAGER, "0687654321")],
        "Cor Smit": [("Piet Smit (kaartvriend)", ContactRole.OTHER, "")],
        "Noor Berg": [],
    }


def test_a_phone_of_a_contact_person_that_is_no_phone_is_said_in_its_cell(
    petra: Session, tmp_path: Path
) -> None:
    head = "Achternaam;Contactpersoon;Telefoon contactpersoon"
    (row,) = preview(petra, a_list(tmp_path, "Bos;Anja;geen", head=head))
    assert [one.column for one in row.problems] == [2]


def test_checking_a_long_list_stops_where_it_is_asked_to(petra: Session, tmp_path: Path) -> None:
    table = petra.imports.read(a_list(tmp_path, *(f"Bos{n};Jan;;;" for n in range(500))))
    columns, seen = petra.imports.guess(table).columns, list[int]()

    def step(done: int, total: int) -> None:
        seen.append(done)
        if done >= 200:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        petra.imports.preview(table, columns, step)
    assert seen == [0, 200]
