"""Texts in the reader's language."""

import pytest

from ca_desktop import i18n
from ca_desktop.i18n import N_, _, ngettext, translator, use_language


def test_an_unknown_text_is_shown_as_the_code_has_it() -> None:
    assert _("A text that is in no catalogue") == "A text that is in no catalogue"


def test_a_named_placeholder_is_filled_in() -> None:
    assert _("Zzz {name} of {place}", name="Łukasz", place="Ede") == "Zzz Łukasz of Ede"


def test_a_brace_in_a_text_without_values_stays_a_brace() -> None:
    assert _("Zzz {name}") == "Zzz {name}"


def test_a_value_with_braces_is_not_filled_in_again() -> None:
    assert _("Zzz {name}", name="{other}") == "Zzz {other}"


def test_an_empty_text_stays_empty() -> None:
    assert _("") == ""


def test_marking_a_text_leaves_it_as_it_is() -> None:
    assert N_("Zzz") == "Zzz"


def test_one_and_many_are_told_apart() -> None:
    assert ngettext("{n} zzz", "{n} zzzs", 1) == "1 zzz"
    assert ngettext("{n} zzz", "{n} zzzs", 3) == "3 zzzs"


def test_another_language_can_be_had_beside_the_current_one() -> None:
    english = translator("en")
    assert english("Zzz {x}", x=1) == "Zzz 1"
    assert i18n.current_language() == "nl"


def test_changing_language_changes_what_is_said_from_then_on() -> None:
    use_language("en")
    assert i18n.current_language() == "en"


@pytest.mark.parametrize("call", [use_language, translator])
def test_a_language_the_program_does_not_have_is_refused(call) -> None:
    with pytest.raises(ValueError, match="tlh"):
        call("tlh")


def test_the_dutch_catalogue_is_compiled_and_found() -> None:
    assert i18n._catalogue("nl").info().get("language") == "nl"
