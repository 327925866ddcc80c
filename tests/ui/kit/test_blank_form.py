"""A form in which nothing was typed is left without a question; what was typed never is."""

from pytestqt.qtbot import QtBot

from tests.ui.kit.example import Tool, ToolForm


def a_form(qtbot: QtBot) -> ToolForm:
    form = ToolForm()
    qtbot.addWidget(form)
    form.show_record(Tool())
    return form


def test_a_refused_empty_form_holds_nothing_to_lose(qtbot: QtBot) -> None:
    form = a_form(qtbot)
    form.try_save()
    assert form.problem_at("name") == "Vul dit in."
    assert not form.is_dirty


def test_half_a_date_is_something_to_lose(qtbot: QtBot) -> None:
    form = a_form(qtbot)
    form.fields["bought_on"].edit.setText("7-4")
    assert form.is_dirty
