"""The lists beside the accreditation: what is to be verified, and reading in a list in steps."""

import tempfile
from pathlib import Path

from ca_desktop.services.session import Session
from ca_desktop.ui.kit.list_detail import ListDetailPage
from ca_desktop.ui.main_window import MainWindow
from ca_desktop.ui.pages.qualifications.page import QualificationsPage
from ca_desktop.ui.pages.qualifications.reading import COLUMNS, DIFFERENCES, ReadingDialog
from tests.screens.stage import Stage

LIST = """Opleidingscode;Kwalificatie;Niveau;Equivalente crebo's;Startdatum;Einddatum;Opmerkingen
25231;Fietstechnicus;2;25993/25994;1-8-2024;;
25254;Assistent logistiek;1;;;;
25371;Logistiek medewerker;niveau 2;25991;1-8-2016;31-7-2029;loopt af
26010;Vakkracht hergebruik en reparatie;niveau 3;;1-8-2026;;nieuw
26011;Zonder niveau;;;;;
2601;Te korte code;2;;;;
"""


def walk(stage: Stage, window: MainWindow, page: ListDetailPage[object], session: Session) -> None:
    """The programme that ends, the partner that is a school, and the window that reads in."""
    if not isinstance(page, QualificationsPage):
        return
    for code in ("25371", "25231", "25990"):
        window.navigate("qualifications", code)
        stage.keep(window, f"filled-{code}")
    page.open_reading()
    dialog = page.dialog
    assert dialog is not None
    stage.keep(dialog, "reading-1-file")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "koppeltabel.csv"
        file.write_text(LIST, encoding="utf-8")
        dialog.read(file)
        stage.settle(lambda: dialog.step == COLUMNS)
    stage.keep(dialog, "reading-2-columns")
    _differences(stage, dialog)
    school = session.partners.named("ROC Oostermaat")
    window.navigate("partners", school.id)
    stage.keep(window, "filled-school")
    window.navigate("qualifications", None)
    stage.settle()


def _differences(stage: Stage, dialog: ReadingDialog) -> None:
    dialog.go_on()
    stage.settle(lambda: dialog.step == DIFFERENCES)
    stage.keep(dialog, "reading-3-wrong")
    dialog.differences.rows.table.select_id("25371")
    stage.keep(dialog, "reading-3-changed")
    dialog.differences.checked.setChecked(True)
    dialog.differences.tabs.setCurrentIndex(1)
    stage.keep(dialog, "reading-3-in-use")
    stage.keep_dialogs("reading-3-last")
