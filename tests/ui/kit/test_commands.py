"""Commands are found by the global search, and never push a person aside."""

from types import SimpleNamespace

from ca_desktop.ui.kit.commands import Command, with_commands
from ca_desktop.ui.kit.search_popup import GlobalSearch


def finder(hits=()):
    done = []
    words = ("Notitie schrijven", "Rapporten", "Vergrendelen")
    commands = [Command(label=one, do=lambda one=one: done.append(one)) for one in words]
    return with_commands(commands, lambda _text: hits), done


def test_a_command_is_found_by_the_beginning_of_any_of_its_words():
    find, _done = finder()
    assert [hit.label for hit in find("schrij")] == ["Notitie schrijven"]
    assert [hit.label for hit in find("not schr")] == ["Notitie schrijven"]
    assert find("rijven") == []


def test_a_person_stands_before_a_command_until_its_name_is_typed():
    person = SimpleNamespace(group="Deelnemers", label="Verah", detail="", page="p", record_id=1)
    find, _done = finder([person])
    assert [hit.label for hit in find("ve")] == ["Verah", "Vergrendelen"]
    assert [hit.label for hit in find("verg")] == ["Vergrendelen", "Verah"]


def test_taking_a_command_does_it(qtbot):
    find, done = finder()
    search = GlobalSearch(find)
    qtbot.addWidget(search)
    qtbot.keyClicks(search, "vergr")
    search.look()
    search._take()
    assert done == ["Vergrendelen"]
