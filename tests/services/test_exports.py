"""Lists that leave the program: within reach, journalled, nothing half written."""

from dataclasses import replace
from pathlib import Path

import pytest

from ca_desktop.db.tables.storage import journal
from ca_desktop.domain.accounts import AccountRole
from ca_desktop.domain.errors import NotAllowed, StorageError, UserError
from ca_desktop.domain.exports import ExportKind, ExportWish
from ca_desktop.domain.journal import JournalAction
from ca_desktop.domain.participants import ParticipantFilter, ParticipantSort
from ca_desktop.domain.permissions import Action, Scope, scope_of
from ca_desktop.services.session import Session
from tests.builders import MONDAY, World


def text_of(session: Session, wish: ExportWish, folder: Path) -> list[str]:
    out = folder / f"{wish.kind}.csv"
    session.exports.write(wish, out)
    return out.read_bytes().decode("utf-8-sig").splitlines()


def exported(session: Session) -> list[str]:
    with session.opened.database.read() as uow:
        query = journal.select().where(journal.c.action == JournalAction.EXPORT)
        return [f"{row.subject} {row.after}" for row in uow.connection.execute(query)]


@pytest.mark.parametrize("kind", ExportKind)
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_every_list_can_be_saved(
    petra: Session, tmp_path: Path, kind: ExportKind, ending: str
) -> None:
    rows = petra.exports.write(ExportWish(kind=kind, day=MONDAY), tmp_path / f"lijst.{ending}")
    assert rows or kind in (ExportKind.ACCREDITATIONS, ExportKind.STUDENTS)
    assert len(exported(petra)) == 1


def test_names_stand_in_three_columns_and_the_week_in_half_days(
    petra: Session, tmp_path: Path
) -> None:
    head, first, *_rest = text_of(petra, ExportWish(kind=ExportKind.PARTICIPANTS), tmp_path)
    assert head.startswith("Nr.;Voornaam;")
    assert ";Cato;;Berg;" in first
    week = text_of(petra, ExportWish(kind=ExportKind.ATTENDANCE, day=MONDAY), tmp_path)
    assert "ma 23-11 ochtend" in week[0]


def test_the_list_of_supervisors_says_hours_skills_deputy_and_load(
    petra: Session, world: World, tmp_path: Path
) -> None:
    jan = petra.supervisors.get(world.jan)
    petra.supervisors.save(
        replace(
            jan,
            partner_id=world.municipality,
            weekly_minutes=630,
            languages=("ar",),
            crafts=("hout", "metaal"),
            deputy_id=world.els,
        )
    )
    head, first, *_rest = text_of(petra, ExportWish(kind=ExportKind.SUPERVISORS), tmp_path)
    cells = dict(zip(head.split(";"), first.split(";"), strict=True))
    assert cells["Werkgever"] == "Gemeente Apeldoorn"
    assert cells["Uren per week"] == "10,5"
    assert (cells["Talen"], cells["Ambachten"]) == ("Arabisch", "hout, metaal")
    assert cells["Vervanger"] == "Els Veen"
    need, supply = (
        float(cells[f"Begeleiding {word} deze week (uren)"].replace(",", "."))
        for word in ("nodig", "beschikbaar")
    )
    assert supply == 10.5
    assert abs(int(cells["Bezetting deze week (%)"]) - 100 * need / supply) < 1


def test_only_the_rows_that_are_shown_leave_in_their_order(petra: Session, tmp_path: Path) -> None:
    order = petra.participants.order(ParticipantSort.NAME, ParticipantFilter())
    wish = ExportWish(kind=ExportKind.PARTICIPANTS, keys=order[:0:-1], words="Gezocht op ‘x’")
    lines = text_of(petra, wish, tmp_path)
    assert [line.split(";")[1] for line in lines[1:]] == ["Amina", "Bram"]
    assert '"rows":2' in exported(petra)[0]
    assert "Gezocht op" in exported(petra)[0]


def test_a_supervisor_takes_out_own_participants_only(jan: Session, tmp_path: Path) -> None:
    wish = ExportWish(kind=ExportKind.PARTICIPANTS, keys=range(1, 100))
    assert {line.split(";")[1] for line in text_of(jan, wish, tmp_path)[1:]} == {"Amina", "Cato"}


def test_a_reader_takes_nothing_out(lies: Session, tmp_path: Path) -> None:
    with pytest.raises(NotAllowed):
        lies.exports.write(ExportWish(kind=ExportKind.ROLES), tmp_path / "x.csv")


@pytest.mark.parametrize("role", AccountRole)
def test_nobody_takes_out_what_is_out_of_sight(role: AccountRole) -> None:
    if scope_of(role, Action.EXPORT_LISTS) is not Scope.NONE:
        assert scope_of(role, Action.SEE_FILE) is not Scope.NONE


def test_what_can_not_be_written_is_not_journalled(petra: Session, tmp_path: Path) -> None:
    wish = ExportWish(kind=ExportKind.ROLES)
    with pytest.raises(StorageError):
        petra.exports.write(wish, tmp_path / "weg" / "x.csv")
    with pytest.raises(UserError, match=r"\.xlsx"):
        petra.exports.write(wish, tmp_path / "x.pdf")
    assert exported(petra) == []


def test_filters_are_kept_per_account_and_page_under_one_name(petra: Session, jan: Session) -> None:
    kept = petra.filters.keep("participants", " Dinsdag ", {"role": "x"})
    assert [one.name for one in petra.filters.all("participants")] == ["Dinsdag"]
    assert not petra.filters.all("roles")
    assert not jan.filters.all("participants")
    for name in ("Dinsdag", " "):
        with pytest.raises(UserError):
            petra.filters.keep("participants", name, {})
    with pytest.raises(UserError):
        jan.filters.remove(kept.id)
    petra.filters.rename(kept.id, "Woensdag")
    petra.filters.remove(kept.id)
    assert not petra.filters.all("participants")
