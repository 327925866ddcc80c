"""The models behind the tables: order, persistent indexes, and long lists by the page."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt

from ca_desktop.ui.kit.paged_model import KEPT_PAGES, PAGE, PagedModel
from ca_desktop.ui.kit.table_model import Column, RowsModel


@dataclass(frozen=True, slots=True)
class Line:
    id: int
    name: str
    rank: int | None = None


COLUMNS = (
    Column[Line]("Name", text=lambda x: x.name, sort_name="name"),
    Column[Line]("Rank", text=lambda x: str(x.rank or ""), sort_key=lambda x: x.rank),
)


def test_a_column_can_be_written_with_its_type():
    assert Column[Line]("Name", text=lambda x: x.name).text(Line(1, "a")) == "a"


def test_rows_are_sorted_without_looking_at_capitals():
    model = RowsModel(COLUMNS)
    model.set_rows([Line(1, "boor"), Line(2, "Aambeeld"), Line(3, "Zaag")])
    assert [row.name for row in model.rows] == ["Aambeeld", "boor", "Zaag"]


def test_what_has_no_value_stands_last():
    model = RowsModel(COLUMNS)
    model.set_rows([Line(1, "a", None), Line(2, "b", 2), Line(3, "c", 1)])
    model.sort(1)
    assert [row.id for row in model.rows] == [3, 2, 1]


def test_a_persistent_index_moves_with_its_row():
    model = RowsModel(COLUMNS)
    model.set_rows([Line(1, "a"), Line(2, "b")])
    index = QPersistentModelIndex(model.index(0, 0))
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert index.row() == 1
    model.set_rows([Line(1, "z"), Line(2, "b")])
    assert index.row() == 0


class Archive:
    """A hundred thousand lines that count how often they are fetched."""

    def __init__(self, count: int = 100_000) -> None:
        self.count = count
        self.fetches = 0

    def ids(self, _sort_name: str):
        return list(range(self.count))

    def fetch(self, ids):
        self.fetches += 1
        return [Line(one, f"line {one}") for one in reversed(ids)]


@pytest.fixture
def archive() -> Archive:
    return Archive()


@pytest.fixture
def paged(archive) -> PagedModel[Line]:
    model = PagedModel(COLUMNS, ids=archive.ids, fetch=archive.fetch)
    model.set_hits(None)
    return model


def test_a_long_list_fetches_only_the_pages_looked_at(paged, archive):
    assert paged.rowCount() == 100_000
    for row in range(30):
        assert paged.row_at(row).id == row
    assert archive.fetches == 1
    assert paged.data(paged.index(99_999, 0)) == "line 99999"
    assert archive.fetches == 2


def test_a_search_narrows_in_the_order_of_the_sort(paged):
    paged.set_hits({5, 99, 12})
    assert [paged.id_at(row) for row in range(paged.rowCount())] == [5, 12, 99]
    paged.sort(0, Qt.SortOrder.DescendingOrder)
    assert [paged.id_at(row) for row in range(paged.rowCount())] == [99, 12, 5]
    assert paged.row_of(12) == 1
    assert paged.row_of(13) == -1
    assert paged.total == 100_000


def test_pages_long_not_seen_are_let_go(paged, archive):
    for page in range(KEPT_PAGES + 1):
        paged.row_at(page * PAGE)
    before = archive.fetches
    paged.row_at(0)
    assert archive.fetches == before + 1


def test_a_write_makes_the_list_ask_again(paged, archive):
    archive.count = 10
    paged.forget()
    assert paged.rowCount() == 10
