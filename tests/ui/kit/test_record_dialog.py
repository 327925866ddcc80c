"""The dialog around a record: ready to type in."""

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ca_desktop.ui.kit.fields import RunningTextField, TextField
from ca_desktop.ui.kit.record_dialog import RecordDialog
from tests.ui.kit.example import Tool, ToolForm


def test_the_keyboard_is_in_the_first_field_at_once(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    form = ToolForm()
    dialog = RecordDialog.edit(window, "Gereedschap", form, Tool(), lambda tool: tool)
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    qtbot.keyClicks(QApplication.focusWidget(), "Zaag")
    assert form.fields["name"].value == "Zaag"


def test_running_text_is_as_tall_as_its_lines(qtbot: QtBot) -> None:
    short, long = RunningTextField("Kort", lines=2), RunningTextField("Lang", lines=8)
    qtbot.addWidget(short)
    qtbot.addWidget(long)
    assert short.edit.sizeHint().height() * 2 < long.edit.sizeHint().height()


def test_running_text_keeps_its_lines_in_a_form(qtbot: QtBot) -> None:
    form = ToolForm()
    field = form.add("more", RunningTextField("Meer", lines=3))
    qtbot.addWidget(form)
    form.resize(400, 300)
    with qtbot.waitExposed(form):
        form.show()
    assert field.edit.height() == field.edit.sizeHint().height()


def test_two_wide_fields_beside_each_other_do_not_lie_under_the_scroll_bar(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    form = ToolForm()
    pair = [form.add(str(n), TextField("E-mailadres van de begeleider op school")) for n in (1, 2)]
    form.side_by_side(*pair)
    for number in range(20):
        form.add(f"more{number}", TextField("Meer"))
    dialog = RecordDialog.edit(window, "Gereedschap", form, Tool(), lambda tool: tool)
    with qtbot.waitExposed(dialog):
        window.show()
    assert form.area.verticalScrollBar().isVisible()
    assert form.body.width() == form.area.viewport().width()
