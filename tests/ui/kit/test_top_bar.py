"""The bar on top names the centre, whole where that can be."""

from pytestqt.qtbot import QtBot

from ca_desktop.ui.kit.top_bar import TopBar

NAME = "Circulair Ambachtscentrum De Schakel (voorbeeld)"


def a_bar(qtbot: QtBot, width: int) -> TopBar:
    bar = TopBar(NAME, "Hanneke Vermeer", lambda _text: ())
    qtbot.addWidget(bar)
    bar.set_narrow(width < 1100)
    bar.resize(width, 50)
    with qtbot.waitExposed(bar):
        bar.show()
    return bar


def test_the_name_of_the_centre_is_whole_on_the_smallest_screen(qtbot: QtBot) -> None:
    assert a_bar(qtbot, 1366).centre.text() == NAME
    assert a_bar(qtbot, 911).centre.text() == NAME


def test_where_there_is_no_room_it_ends_in_dots_and_can_be_read_in_whole(qtbot: QtBot) -> None:
    bar = a_bar(qtbot, 560)
    assert bar.centre.text().endswith("…")
    assert bar.centre.toolTip() == NAME
    bar.resize(1366, 50)
    assert bar.centre.text() == NAME
