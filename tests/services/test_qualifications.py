"""The list of qualifications in force: found, changed, checked, put back, and where it is used."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ca_desktop.domain.accreditations import AccreditationState
from ca_desktop.domain.errors import NotAllowed, NotFound, RuleBroken
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.domain.listed_qualifications import ListedQualification
from ca_desktop.domain.qualifications import Qualification
from ca_desktop.i18n import use_language
from ca_desktop.services.session import Session
from tests.builders import World
from tests.conftest import TODAY


def listed(session: Session, code: str) -> ListedQualification:
    found = session.qualifications.known(code)
    assert found is not None
    return found


def an_own(session: Session, **more: object) -> Qualification:
    values: dict[str, object] = {"code": "25999", "name": "Vakman hergebruik", "level": 3, **more}
    return session.qualifications.save(replace(session.qualifications.new(), **values))


def test_the_shipped_list_is_to_be_verified_and_says_where_it_is_from(petra: Session) -> None:
    one = listed(petra, "25250")
    assert (one.is_checked, one.is_own, one.is_changed, one.is_kept_here) == (False,) * 4
    assert "2015" in one.qualification.source
    assert one.qualification.learning_paths == (LearningPath.BOL, LearningPath.BBL)


def test_a_qualification_is_found_by_code_and_by_its_name_in_both_languages(
    petra: Session,
) -> None:
    for words in ("25250", "assistent bouwen", "building assistant"):
        assert "25250" in {one.code for one in petra.qualifications.find(words, 9)}, words
    use_language("en")
    assert listed(petra, "25250").qualification.name.startswith("Assistant")
    assert "25250" in {line.id for line in petra.qualifications.lines("assistent bouwen")}


def test_everybody_reads_the_list_and_only_a_coordinator_changes_it(
    petra: Session, jan: Session, lies: Session
) -> None:
    assert len(lies.qualifications.lines()) == len(jan.qualifications.lines()) == 69
    with pytest.raises(NotAllowed):
        jan.qualifications.save(listed(jan, "25250").qualification)
    with pytest.raises(NotAllowed):
        lies.qualifications.check(["25250"])


def test_what_the_centre_says_of_a_code_goes_before_the_catalogue(petra: Session) -> None:
    before = listed(petra, "25250").qualification
    petra.qualifications.save(replace(before, equivalents=("25777",), ends_on=date(2028, 7, 31)))
    after = listed(petra, "25250")
    assert (after.is_changed, after.is_own) == (True, False)
    assert after.qualification.equivalents == ("25777",)
    petra.qualifications.remove("25250")
    assert listed(petra, "25250").qualification == before
    with pytest.raises(NotFound, match="niets terug te zetten"):
        petra.qualifications.remove("25250")


def test_a_change_is_taken_back_with_undo(petra: Session) -> None:
    an_own(petra)
    petra.history.undo_last()
    assert petra.qualifications.known("25999") is None


def test_checking_notes_today_and_the_source_and_changes_nothing_else(petra: Session) -> None:
    assert petra.qualifications.check(["25250", "00000"], "Koppeltabel SBB") == 1
    one = listed(petra, "25250")
    assert (one.qualification.checked_on, one.qualification.source) == (TODAY, "Koppeltabel SBB")
    assert (one.is_checked, one.is_changed) == (True, False)
    petra.qualifications.check(["25250"])
    assert listed(petra, "25250").qualification.source == "Koppeltabel SBB"


def test_a_checked_name_follows_the_language_and_counts_as_unchanged(petra: Session) -> None:
    petra.qualifications.check(["25250"])
    use_language("en")
    one = listed(petra, "25250")
    assert (one.qualification.name[:9], one.is_changed) == ("Assistant", False)


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"code": "2599"}, "code"),
        ({"code": "25250"}, "code"),
        ({"name": " "}, "name"),
        ({"level": 5}, "level"),
        ({"equivalents": ("123",)}, "equivalents"),
        ({"equivalents": ("25999",)}, "equivalents"),
        ({"starts_on": date(2027, 8, 1), "ends_on": date(2027, 7, 31)}, "ends_on"),
        ({"checked_on": TODAY + timedelta(days=1)}, "checked_on"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(
    petra: Session, more: dict[str, object], field: str
) -> None:
    with pytest.raises(RuleBroken) as refused:
        an_own(petra, **more)
    assert {one.field for one in refused.value.problems} == {field}
    assert petra.qualifications.known("25999") is None


def test_one_that_starts_and_ends_on_the_same_day_may_be_kept(petra: Session) -> None:
    an_own(petra, starts_on=TODAY, ends_on=TODAY, checked_on=TODAY)
    assert listed(petra, "25999").is_own


def test_the_code_of_a_shipped_qualification_stays(petra: Session) -> None:
    before = listed(petra, "25250").qualification
    with pytest.raises(RuleBroken, match="blijft zoals"):
        petra.qualifications.save(replace(before, code="25998"))
    own = an_own(petra)
    petra.qualifications.save(replace(own, code="25998"))
    assert petra.qualifications.known("25999") is None


def test_the_list_says_where_a_code_is_in_use(petra: Session, world: World) -> None:
    company = petra.accreditations.save_company(
        replace(petra.accreditations.new_company(), location="Loods")
    )
    new = petra.accreditations.new(company.id)
    petra.accreditations.save(
        replace(
            new, code="25250", name="Bouw", level=1, equivalents=("25251",),
            state=AccreditationState.ORIENTATION,
        )
    )  # fmt: skip
    used = {line.id for line in petra.qualifications.lines() if line.is_in_use}
    assert used == {"25250", "25251"}


def test_a_factsheet_marks_only_codes_that_nobody_checked(petra: Session, world: World) -> None:
    from ca_desktop.services.paper_sources import factsheet_source

    role = petra.roles.get(world.role)
    codes = role.qualification_codes
    assert len(codes) > 1
    petra.qualifications.check([codes[0]])
    with petra.opened.database.read() as uow:
        source = factsheet_source(uow, role.id, "nl", TODAY)
    assert [bool(line.status) for line in source.qualifications] == [False] + [True] * (
        len(codes) - 1
    )
