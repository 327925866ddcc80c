"""Pictures of the kit, to look at: python -m tests.ui.kit.gallery FOLDER [THEME W H].

Run it with QT_QPA_PLATFORM=offscreen, and QT_SCALE_FACTOR=1.5 with 910 512 for a laptop at 150 %.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.fields import MultiChoiceField, PersonPicker
from ca_desktop.ui.kit.file_view import Fact, FileHeader, FileView
from ca_desktop.ui.kit.form import Form
from ca_desktop.ui.kit.marks import Notice
from ca_desktop.ui.kit.preview import Preview
from ca_desktop.ui.kit.question import ask_unsaved
from ca_desktop.ui.kit.rail import PageEntry
from ca_desktop.ui.kit.sub_list import SubList
from ca_desktop.ui.kit.table_model import Column
from ca_desktop.ui.kit.theme import Theme
from ca_desktop.ui.main_window import MainWindow, Shell
from ca_desktop.ui.sign_in.card_window import CardWindow
from ca_desktop.ui.sign_in.demo_ready import DemoReady
from ca_desktop.ui.sign_in.first_run import FirstRun
from ca_desktop.ui.sign_in.new_centre import NewCentre
from ca_desktop.ui.sign_in.recover import Recover
from ca_desktop.ui.sign_in.recovery_sheet import RecoverySheetStep
from ca_desktop.ui.sign_in.sign_in import SignIn
from tests.ui.kit.example import Shed, Tool, ToolForm, ToolsPage, a_shed
from tests.ui.kit.test_preview import a_pdf

GROUPS = ("ABCD123", "EFGH456", "JKMN789", "PQRS012", "TVWX345", "YZ01678")
RAIL = (
    ("today", "Vandaag", "calendar-check"),
    ("tools", "Gereedschap", "users"),
    ("attendance", "Aanwezigheid", "grid-3x3"),
    ("log", "Logboek", "notebook-pen"),
    ("roles", "Functies", "id-card"),
    ("partners", "Partners", "handshake"),
    ("reports", "Rapporten", "file-text"),
    ("settings", "Beheer", "settings"),
)


class ToolFile(FileView[Tool]):
    def __init__(self, desk: Desk, shed: Shed) -> None:
        super().__init__()
        self.add_section("parts", "Onderdelen", lambda: self._parts(desk, shed))
        self.add_section("form", "Gegevens", ToolForm)
        for name in ("Plaatsingen", "Ontwikkeling", "Logboek", "Aanwezigheid", "Rapporten"):
            self.add_section(name, name, QWidget)

    def _parts(self, desk: Desk, shed: Shed) -> SubList[Tool]:
        return SubList[Tool](
            desk,
            "Onderdelen",
            (Column[Tool]("Naam", text=lambda t: t.name, stretch=True),),
            fetch=shed.all,
            make_form=ToolForm,
            save=shed.save,
            blank=Tool,
            add_text="Onderdeel toevoegen",
        )

    def header(self, record: Tool) -> FileHeader:
        facts = (Fact(text="Werkplaats 2"), Fact(text="Keuring over tijd", tone="warning"))
        return FileHeader(title=f"{record.name} van Petra Bakker", facts=facts)


def steps(desk: Desk) -> Iterator[tuple[str, QWidget]]:
    yield "first_run", FirstRun()
    yield "new_centre", NewCentre(lambda name: Path("/home/petra") / (name or "centrum"))
    yield "sheet", RecoverySheetStep(GROUPS, store=Path("store"), print_sheet=str, save_sheet=str)
    sign_in = SignIn(["petra", "jan"], lambda _n, _p: None, desk.jobs, centre="De Werf")
    sign_in.show_wrong("Dit wachtwoord klopt niet. Probeer het opnieuw.")
    yield "sign_in", sign_in
    yield "recover", Recover(["petra", "jan"], lambda *_what: None, desk.jobs)
    yield "demo", DemoReady("demo", "x7k2-p9mm")


def parts(desk: Desk, shed: Shed) -> Iterator[tuple[str, QWidget]]:
    file = ToolFile(desk, shed)
    file.show_record(Tool(name="Zaag"))
    yield "file", file
    form = Form()
    form.place(Notice("Deze deelnemer heeft nog geen begeleider."))
    form.place(Notice("De schijf is vol.", "danger"))
    people = form.add("p", PersonPicker("Deelnemer", lambda _t: [(1, "Piet"), (2, "Petra")]))
    people.edit.textEdited.emit("pe")
    uses = MultiChoiceField("Voor", [(x, x) for x in ("demonteren", "repareren")], rows=3)
    form.add("u", uses).value = ("repareren",)
    yield "form", form
    preview = Preview()
    preview.show_pdf(a_pdf())
    yield "preview", preview


def main(folder: Path, name: str, width: int, height: int) -> None:
    app = QApplication([])
    Theme.install(app, name)
    desk, shed = Desk(), a_shed()

    def keep(widget: QWidget, title: str) -> None:
        app.processEvents()
        app.processEvents()
        widget.grab().save(str(folder / f"{name}-{width}-{title}.png"))

    card = CardWindow()
    card.resize(width, height)
    card.show()
    for title, step in steps(desk):
        card.show_step(step)
        keep(card, title)
    entries = [
        PageEntry(key=k, title=t, icon=i, make=lambda: ToolsPage(shed, desk), count=lambda: 4)
        for k, t, i in RAIL
    ]
    window = MainWindow(desk, entries, Shell(centre="De Werf", user="Petra", is_demo=True))
    window.resize(width, height)
    window.show()
    window.navigate("tools")
    window.pages.page("tools").table.selectRow(1)
    window.rail.refresh_counts()
    keep(window, "main")
    keep(ask_unsaved(window, str, str), "question")
    keep(show_error(ZeroDivisionError(), window), "crash")
    for title, part in parts(desk, shed):
        holder = QWidget()
        holder.setObjectName("page")
        QVBoxLayout(holder).addWidget(part)
        holder.resize(width // 2 + 100, height)
        holder.show()
        keep(holder, title)
    desk.jobs.close()


if __name__ == "__main__":
    here, look, *size = [*sys.argv[1:], *("light", "1366", "768")[len(sys.argv) - 2 :]]
    main(Path(here), look, int(size[0]), int(size[1]))
