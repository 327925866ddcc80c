"""A made-up subject (tools in a workshop) to try the kit on."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid4

from ca_desktop.domain.errors import Problem, RuleBroken
from ca_desktop.domain.half_days import HalfDays
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.fields import (
    CheckField,
    ChoiceField,
    DateField,
    HalfDaysField,
    LinesField,
    MultiChoiceField,
    NumberField,
    RunningTextField,
    TextField,
)
from ca_desktop.ui.kit.filters import Filter
from ca_desktop.ui.kit.list_detail import ListDetailPage
from ca_desktop.ui.kit.record_form import RecordForm
from ca_desktop.ui.kit.table import RowAction
from ca_desktop.ui.kit.table_model import Column

TODAY = date(2026, 11, 24)


class Kind(StrEnum):
    HAND = "hand"
    POWER = "power"

    @property
    def text(self) -> str:
        return {"hand": "Handgereedschap", "power": "Elektrisch"}[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    id: UUID = field(default_factory=uuid4)
    name: str = ""
    kind: Kind | None = None
    bought_on: date | None = None
    price: float | None = None
    is_lent: bool = False
    half_days: HalfDays = field(default_factory=HalfDays)
    parts: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    notes: str = ""


class Shed:
    """Stands in for a service: keeps tools and refuses one without a name."""

    def __init__(self, *tools: Tool) -> None:
        self.tools = {tool.id: tool for tool in tools}
        self.removed: list[Tool] = []

    def all(self, search: str = "") -> list[Tool]:
        return [t for t in self.tools.values() if search.casefold() in t.name.casefold()]

    def save(self, tool: Tool) -> Tool:
        if tool.name == "fout":
            raise RuleBroken(
                [Problem("name", "Deze naam bestaat al."), Problem("", "Kies anders.")]
            )
        self.tools[tool.id] = tool
        return tool


class ToolForm(RecordForm[Tool]):
    def __init__(self) -> None:
        super().__init__()
        self.section("Gereedschap")
        self.name = self.add("name", TextField("Naam", required=True))
        self.kind = self.add("kind", ChoiceField("Soort", [(k, k.text) for k in Kind]))
        self.bought_on = self.add(
            "bought_on", DateField("Gekocht op", today=lambda: TODAY, help="Zoals op de bon staat.")
        )
        self.price = self.add("price", NumberField("Prijs", decimals=2, unit="euro", most=5000))
        self.is_lent = self.add("is_lent", CheckField("Is uitgeleend"))
        self.section("Gebruik")
        self.half_days = self.add("half_days", HalfDaysField("In gebruik op"))
        self.parts = self.add("parts", LinesField("Onderdelen"))
        self.uses = self.add(
            "uses",
            MultiChoiceField(
                "Voor", [(x, x) for x in ("demonteren", "repareren", "sorteren")], rows=3
            ),
        )
        self.notes = self.add("notes", RunningTextField("Opmerkingen"))


class ToolsPage(ListDetailPage[Tool]):
    title = "Gereedschap"
    topics = frozenset({"tools"})
    add_text = "Gereedschap toevoegen"
    new_title = "Nieuw gereedschap"
    empty_text = "Voeg het eerste gereedschap toe."
    columns = (
        Column[Tool]("Naam", text=lambda t: t.name, stretch=True),
        Column[Tool]("Soort", text=lambda t: t.kind.text if t.kind else "", width=150),
        Column[Tool](
            "Gekocht",
            text=lambda t: f"{t.bought_on:%d-%m-%Y}" if t.bought_on else "",
            sort_key=lambda t: t.bought_on,
            minor=True,
            icon=lambda t: "triangle-alert" if t.is_lent else "",
        ),
    )

    def __init__(self, shed: Shed, desk: Desk) -> None:
        self.shed = shed
        super().__init__(desk)

    def name_of(self, row: Tool) -> str:
        return row.name

    def filters(self) -> Sequence[Filter]:
        return (
            Filter(key="kind", text="Soort", options=lambda: [(k, k.text) for k in Kind]),
            Filter(key="lent", text="Uitgeleend"),
        )

    def row_actions(self) -> Sequence[RowAction]:
        return (
            RowAction(text="Weggooien", do=self.shed.removed.extend, icon="trash-2", keys="Del"),
        )

    def fetch(self, search: str) -> Sequence[Tool]:
        kind, lent = self.filter("kind"), self.filter("lent")
        return [
            t for t in self.shed.all(search) if kind in (None, t.kind) and (t.is_lent or not lent)
        ]

    def make_detail(self) -> ToolForm:
        return ToolForm()

    def save(self, record: Any) -> Any:
        return self.shed.save(record)

    def blank(self) -> Tool:
        return Tool()


def a_shed() -> Shed:
    saw = Tool(
        name="Zaag",
        kind=Kind.HAND,
        bought_on=date(2024, 4, 7),
        price=12.5,
        half_days=HalfDays.of("0m", "2a"),
        parts=("blad", "greep"),
        uses=("demonteren",),
    )
    drill = replace(
        saw, id=uuid4(), name="Boor", kind=Kind.POWER, is_lent=True, bought_on=date(2026, 1, 12)
    )
    return Shed(saw, drill, replace(saw, id=uuid4(), name="Hamer", bought_on=None))
