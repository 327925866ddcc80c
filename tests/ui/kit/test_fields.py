"""Fields: what people type, what they refuse, and how they say so."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from ca_desktop.domain.dates import DateKind
from ca_desktop.domain.half_days import HalfDays
from ca_desktop.ui.kit.fields import (
    CheckField,
    ChoiceField,
    DateField,
    HalfDaysField,
    LinesField,
    MultiChoiceField,
    NumberField,
    PersonPicker,
    RunningTextField,
    TextField,
)
from tests.ui.kit.example import TODAY, Kind

PEOPLE = [(1, "Piet de Boer"), (2, "Petra Bakker"), (3, "Ayşe Yılmaz")]


def a_date(qtbot, **more) -> DateField:
    field = DateField("Start", today=lambda: TODAY, **more)
    qtbot.addWidget(field)
    return field


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("7-4-26", date(2026, 4, 7)),
        ("070426", date(2026, 4, 7)),
        ("vandaag", TODAY),
        ("+2w", date(2026, 12, 8)),
        ("", None),
    ],
)
def test_a_date_is_read_as_people_type_it(qtbot, typed, day):
    field = a_date(qtbot)
    qtbot.keyClicks(field.edit, typed)
    assert field.value == day


def test_a_date_stands_in_full_when_the_field_is_left(qtbot):
    field = a_date(qtbot)
    qtbot.keyClicks(field.edit, "7-4-26")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.edit.text() == "07-04-2026"


def test_two_digits_of_a_birth_year_go_to_the_past(qtbot):
    field = a_date(qtbot, kind=DateKind.BIRTH)
    qtbot.keyClicks(field.edit, "7-4-61")
    assert field.value == date(1961, 4, 7)


@pytest.mark.parametrize("typed", ["31-2-2026", "blauw", "7-4-1066"])
def test_an_absurd_date_is_refused_in_words(qtbot, typed):
    field = a_date(qtbot)
    qtbot.keyClicks(field.edit, typed)
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.value is None
    assert field.problem
    assert field.own_problem()


def test_a_problem_is_words_and_not_only_a_colour(qtbot):
    field = TextField("Naam")
    qtbot.addWidget(field)
    field.show()
    field.set_problem("Deze naam bestaat al.")
    assert field._problem_row.isVisible()
    assert field.edit.accessibleDescription() == "Deze naam bestaat al."


def test_typing_takes_the_problem_away(qtbot):
    field = TextField("Naam")
    qtbot.addWidget(field)
    field.set_problem("Deze naam bestaat al.")
    qtbot.keyClicks(field.edit, "x")
    assert field.problem == ""


def test_changed_is_for_people_and_not_for_the_program(qtbot):
    field = TextField("Naam")
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.changed):
        field.value = "Piet"
    with qtbot.waitSignal(field.changed):
        qtbot.keyClicks(field.edit, "x")


@pytest.mark.parametrize(
    "make",
    [
        lambda: TextField("Naam"),
        lambda: DateField("Naam"),
        lambda: NumberField("Naam"),
        lambda: ChoiceField("Naam", [(1, "een")]),
        lambda: CheckField("Naam"),
        lambda: MultiChoiceField("Naam", [(1, "een")]),
        lambda: LinesField("Naam"),
        lambda: RunningTextField("Naam"),
        lambda: PersonPicker("Naam", lambda _text: []),
    ],
)
def test_every_field_says_its_name_to_a_screen_reader(qtbot, make):
    field = make()
    qtbot.addWidget(field)
    assert field.focusProxy().accessibleName() == "Naam"


def test_the_wheel_does_not_change_a_choice_in_passing(qtbot):
    field = ChoiceField("Soort", [(k, k.text) for k in Kind])
    qtbot.addWidget(field)
    field.value = Kind.HAND
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field.combo, turn)
    assert field.value is Kind.HAND


def test_a_choice_that_left_the_list_is_kept(qtbot):
    field = ChoiceField("Soort", [("a", "A")])
    qtbot.addWidget(field)
    field.value = "oud"
    assert field.value == "oud"


def test_a_number_takes_a_comma_and_refuses_words(qtbot):
    field = NumberField("Prijs", decimals=2, most=100)
    qtbot.addWidget(field)
    qtbot.keyClicks(field.edit, "12,5")
    assert field.value == 12.5
    field.edit.clear()
    qtbot.keyClicks(field.edit, "veel")
    assert "veel" in (field.own_problem() or "")
    field.edit.clear()
    qtbot.keyClicks(field.edit, "101")
    assert field.own_problem()


def test_half_days_are_walked_with_the_arrow_keys(qtbot):
    field = HalfDaysField("Dagen")
    qtbot.addWidget(field)
    field.show()
    with qtbot.waitActive(field):
        field.activateWindow()
    boxes = list(field._boxes.values())
    boxes[0].setFocus()
    qtbot.keyClick(boxes[0], Qt.Key.Key_Right)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert field.value == HalfDays.of("1a")


def test_lines_drop_what_is_empty(qtbot):
    field = LinesField("Taken")
    qtbot.addWidget(field)
    field.edit.setPlainText("sorteren\n\n  wegen \n")
    assert field.value == ("sorteren", "wegen")


def test_a_person_is_found_by_two_letters(qtbot):
    def suggest(text: str):
        return [(i, name) for i, name in PEOPLE if text.casefold() in name.casefold()]

    field = PersonPicker("Deelnemer", suggest, required=True)
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClicks(field.edit, "p")
    assert not field.popup.isVisible()
    qtbot.keyClicks(field.edit, "e")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.value == 2
    assert field.edit.text() == "Petra Bakker"


def test_a_name_that_nobody_has_is_not_a_person(qtbot):
    field = PersonPicker("Deelnemer", lambda _text: [])
    qtbot.addWidget(field)
    qtbot.keyClicks(field.edit, "Xx")
    assert field.value is None
    assert field.own_problem()
