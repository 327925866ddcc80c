"""The three themes can be read by everyone, and the zoom reaches the whole program."""

from time import perf_counter

import pytest
from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from ca_desktop.ui.kit.icons import icon
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.kit.theme import Theme, theme
from ca_desktop.ui.kit.tokens import READ_PAIRS, TOKENS, ThemeName, contrast


@pytest.mark.parametrize("name", list(ThemeName))
def test_every_text_colour_has_enough_contrast(name):
    tokens = TOKENS[name]
    weak = [
        (front, back)
        for front, back in READ_PAIRS
        if contrast(getattr(tokens, front), getattr(tokens, back)) < 4.5
    ]
    assert weak == []


@pytest.mark.parametrize("name", list(ThemeName))
def test_the_edges_of_controls_can_be_seen(name):
    tokens = TOKENS[name]
    assert contrast(tokens.edge, tokens.surface) >= 3
    assert contrast(tokens.focus, tokens.surface) >= 3
    assert contrast(tokens.focus, tokens.paper) >= 3


def test_black_on_white_has_a_contrast_of_twenty_one():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_zoom_grows_fonts_and_stays_within_bounds(qapp):
    theme().zoom_by(1)
    assert qapp.font().pointSizeF() == pytest.approx(11.55)
    for _step in range(20):
        theme().zoom_by(1)
    assert theme().zoom == 200
    theme().zoom_by(0)
    assert theme().zoom == 100


def test_dates_are_dutch_whatever_the_computer_speaks():
    assert QLocale().language() is QLocale.Language.Dutch


def test_qt_itself_speaks_dutch(qapp):
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Annuleren"


def test_an_icon_follows_the_theme(qapp):
    lock = icon("lock")
    light = lock.pixmap(20, 20).toImage()
    theme().use(ThemeName.DARK)
    assert lock.pixmap(20, 20).toImage() != light


def test_a_damaged_theme_name_falls_back(qapp):
    assert Theme.install(qapp, "lila").name in (ThemeName.LIGHT, ThemeName.DARK)


def test_setting_a_text_many_times_keeps_none_alive(qapp):
    import sys

    words = QLabel()
    before = sys.getrefcount(None)
    for _time in range(100):
        words.setText("x")
    assert abs(sys.getrefcount(None) - before) < 50


def nested(qtbot, levels: int) -> QWidget:
    """A window with four hundred labels, so many widgets inside one another."""
    window = here = QWidget()
    qtbot.addWidget(window)
    for _level in range(levels):
        column = QVBoxLayout(here)
        here = QWidget()
        column.addWidget(here)
    column = QVBoxLayout(here)
    for _label in range(400):
        column.addWidget(label("x", "title"))
    window.show()
    return window


def switching(qtbot, levels: int) -> float:
    """The seconds of a change of zoom with such a window open, at best."""
    window = nested(qtbot, levels)
    moments = []
    for zoom in (110, 125, 110):
        begun = perf_counter()
        theme().use(zoom=zoom)
        moments.append(perf_counter() - begun)
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return min(moments)


def test_a_change_of_zoom_costs_no_more_for_what_stands_deep_in_the_window(qtbot):
    assert switching(qtbot, 24) < 4 * switching(qtbot, 1)


def test_what_the_sheet_sizes_follows_the_zoom_and_comes_back(qtbot):
    window = nested(qtbot, 1)
    title = window.findChild(QLabel)
    assert title is not None
    theme().use(zoom=150)
    assert title.font().pointSizeF() == pytest.approx(27)
    theme().use(zoom=100)
    assert title.font().pointSizeF() == pytest.approx(18)
