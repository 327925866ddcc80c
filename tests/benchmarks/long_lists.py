"""Lists at scale: chips, a file with 1 000 notes, likely doubles, figures, lists in and out."""

import statistics
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from ca_desktop.db.engine import open_file
from ca_desktop.domain.dates import Period
from ca_desktop.domain.entries import EntryFilter
from ca_desktop.domain.exports import ExportKind, ExportWish
from ca_desktop.domain.flow_measures import FlowBy
from ca_desktop.domain.participant_import import RowState
from ca_desktop.domain.participants import ParticipantFilter, ParticipantSort
from ca_desktop.domain.tables import TableIn
from ca_desktop.services.session import Session
from tests.benchmarks.measure import Measured, Painted, median_ms, median_of, seconds, wait_for
from tests.benchmarks.stores import DAY
from tests.benchmarks.window import Window

NOTES = 1_000
EXPORTED, READ_IN = 5_000, 1_000
CHIPS = 7


def measures(window: Window, times: int) -> Iterator[Measured]:
    """Everything a long list is asked for; notes are added to one file, once."""
    session = window.workplace.session
    yield _chips(window, "role", [one.id for one in session.roles.lines()])
    yield _chips(window, "supervisor", [one.id for one in session.supervisors.lines()])
    yield _full_file(window, times)
    everybody = _bare_rows(window, "participants")
    yield _likely(session, everybody, times)
    yield Measured(key="figures", value=_figures(session), floor=everybody)
    yield Measured(key="list_out", value=1000 * seconds(lambda: _out(window)), floor=everybody)
    yield Measured(key="list_in", value=1000 * seconds(lambda: _look_in(session)), floor=everybody)


def _bare_rows(window: Window, table: str) -> float:
    """Reading every row of a table once, by the driver alone."""
    file = open_file(window.demo.store / "store.db", window.opened.data_key)
    try:
        return median_ms(lambda: file.execute(f"SELECT * FROM {table}").fetchall(), 3)
    finally:
        file.close()


def _chips(window: Window, chip: str, ids: list[UUID]) -> Measured:
    """From the choice of a chip to the painted list, over several choices."""
    pane = window.go("participants").pane
    paint = Painted(pane)

    def choose(wanted: UUID) -> None:
        pane.filters.choose(chip, wanted)
        wait_for(paint, window.jobs)

    value = median_of([lambda one=one: choose(one) for one in ids[:CHIPS]])
    pane.filters.clear()
    window.app.processEvents()
    return Measured(key=f"chip_{chip}", value=value, floor=window.repaint)


def _full_file(window: Window, times: int) -> Measured:
    """Opening a file on its log, with a thousand notes in it."""
    page = window.go("participants")
    people = window.workplace.session.participants
    order = people.order(ParticipantSort.NAME, ParticipantFilter())
    full, other = (line.id for line in people.lines(order[:2]))
    _add_notes(window, full)
    page.detail.open_section("log")
    paint = Painted(page.detail)

    def open_it(person_id: UUID) -> None:
        page.open_row(person_id)
        wait_for(paint, window.jobs)

    taken = []
    for _time in range(times):
        open_it(other)
        taken.append(seconds(lambda: open_it(full)))
    return Measured(
        key="open_full_file", value=1000 * statistics.median(taken), floor=window.repaint
    )


def _add_notes(window: Window, person_id: UUID) -> None:
    """Fill this file up to a thousand notes; one that is full stays as it is."""
    session = window.workplace.session
    entries = session.entries
    rows = entries.order(EntryFilter(participant_id=person_id))
    notes = [line.entry for line in entries.lines(rows)]
    lacking = NOTES - len(notes)
    example = notes[0]
    with window.opened.database.write(session.actor, "Bench") as uow:
        uow.save_all(
            replace(example, id=_id(place), on=example.on - timedelta(days=place % 700))
            for place in range(lacking)
        )


def _id(place: int) -> UUID:
    return UUID(int=(0xBE << 120) + place)


def _likely(session: Session, everybody: float, times: int) -> Measured:
    """Whoever is taken in, compared with everybody who is here."""
    new = replace(session.participants.new(), first_name="Fatima", last_name="Jansen")
    value = median_ms(lambda: session.intake.likely(new), times)
    return Measured(key="likely_doubles", value=value, floor=everybody)


def _figures(session: Session) -> float:
    """A year of figures per role."""
    period = Period(starts_on=DAY - timedelta(days=365), ends_on=DAY)
    return median_ms(lambda: session.flow.figures(period, FlowBy.ROLE), 1)


def _out(window: Window) -> None:
    """Five thousand participants as an Excel file."""
    session = window.workplace.session
    keys = session.participants.order(ParticipantSort.NAME, ParticipantFilter())[:EXPORTED]
    path = window.demo.folder / "out.xlsx"
    path.unlink(missing_ok=True)
    written = session.exports.write(ExportWish(kind=ExportKind.PARTICIPANTS, keys=keys), path)
    assert written == min(EXPORTED, len(keys))
    path.unlink()


def _look_in(session: Session) -> None:
    """A list of a thousand people looked at row by row, and compared with everybody here."""
    table = TableIn(
        name="list.csv",
        headings=("Voornaam", "Achternaam", "Geboortedatum"),
        rows=tuple(
            (f"Anna{place}", f"Meting{place % 83}", f"{1 + place % 28:02}-03-1990")
            for place in range(READ_IN)
        ),
    )
    columns = session.imports.guess(table).columns
    rows = session.imports.preview(table, columns)
    assert sum(row.state is not RowState.PROBLEM for row in rows) == READ_IN
