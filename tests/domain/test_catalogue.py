"""The shipped catalogue is whole: every word in two languages, every reference resolves."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path

import pytest

from ca_desktop.domain.accreditations import NEXT_STATES, AccreditationState
from ca_desktop.domain.attendance import AttendanceCode
from ca_desktop.domain.catalogue import Catalogue, Intensity, Text, load_catalogue, main
from ca_desktop.domain.catalogue_entries import Recordable
from ca_desktop.domain.catalogue_problems import problems
from ca_desktop.domain.catalogue_reading import CatalogueError, read_entries, read_role, read_table
from ca_desktop.domain.entries import GuidanceForm
from ca_desktop.domain.errors import NotFound
from ca_desktop.domain.partners import PartnerKind
from ca_desktop.domain.placements import Outcome
from ca_desktop.domain.privacy import RecipientKind
from ca_desktop.domain.supervisors import SupervisorKind
from ca_desktop.domain.trajectories import LegalForm, LegalRole, TrajectoryGoal
from ca_desktop.i18n import LANGUAGES, use_language

ASSUMED = "Eigen aanname, aan te passen door het centrum"
CODES: tuple[tuple[str, type[StrEnum]], ...] = (
    ("attendance_codes", AttendanceCode),
    ("legal_roles", LegalRole),
    ("legal_forms", LegalForm),
    ("accreditation_states", AccreditationState),
    ("guidance_forms", GuidanceForm),
    ("partner_kinds", PartnerKind),
    ("supervisor_kinds", SupervisorKind),
    ("trajectory_goals", TrajectoryGoal),
    ("outcomes", Outcome),
)
STIGMA = re.compile(r"(?i)\b(daders?|patiënt(en)?|gestoorde?n?|gehandicapten)\b")


@pytest.fixture
def catalogue() -> Catalogue:
    return load_catalogue()


def test_the_shipped_catalogue_has_no_problems(catalogue: Catalogue) -> None:
    assert [f"{p.field}: {p.message}" for p in problems(catalogue)] == []


def test_the_check_on_the_command_line_is_content(capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0
    assert "0 problems" in capsys.readouterr().out


def test_the_nine_roles_come_from_the_workshop_to_the_office(catalogue: Catalogue) -> None:
    assert [role.key for role in catalogue.roles] == [
        "sorteren",
        "demonteren",
        "repareren",
        "upcycling",
        "webshop",
        "winkel",
        "begeleiding",
        "stagiair",
        "kwartiermaker",
    ]
    assert [role.key for role in catalogue.roles if role.optional] == ["winkel"]


def test_there_are_25_competences_and_26_work_skills(catalogue: Catalogue) -> None:
    assert len(catalogue.competences) == 25
    assert len(catalogue.work_skills) == 26
    assert catalogue.competence("T").name.in_("nl") == "Instructies en procedures opvolgen"


def test_the_usual_scale_has_four_steps_in_plain_words(catalogue: Catalogue) -> None:
    scale = catalogue.default_scale
    assert scale.code == "ZELFST4"
    assert [step.label.nl for step in scale.steps] == [
        "doet mee met voordoen",
        "met hulp",
        "met controle achteraf",
        "zelfstandig",
    ]
    assert (scale.lowest, scale.highest) == (1, 4)


@pytest.mark.parametrize(
    ("code", "values"),
    [
        ("OVG", "1 2 3"),
        ("ZELFST4", "1 2 3 4"),
        ("ZELFST5", "1 2 3 4 5"),
        ("BEH2", "1 2"),
        ("PL6", "1 2 3 4 5 6"),
        ("ZRM5", "1 2 3 4 5"),
        ("M5", "1 2 3 4 5"),
        ("PCT", ""),
        ("ERK", "0 1 2 3 4 5"),
        ("REF", "0 1 2 3"),
        ("SMILEY", "1 2 3"),
    ],
)
def test_each_value_of_a_scale_has_words(catalogue: Catalogue, code: str, values: str) -> None:
    scale = catalogue.scale(code)
    assert [str(step.value) for step in scale.steps] == values.split()
    assert all(step.label.nl and step.label.en and step.sentence.nl for step in scale.steps)


def test_a_percentage_runs_from_0_to_100(catalogue: Catalogue) -> None:
    scale = catalogue.scale("PCT")
    assert (scale.lowest, scale.highest) == (0, 100)


@pytest.mark.parametrize("code", ["EX", "TS", "AZ", "OE"])
@pytest.mark.parametrize("legal_role", [None, *LegalRole])
def test_a_criminal_past_or_origin_is_never_recorded(
    catalogue: Catalogue, code: str, legal_role: LegalRole | None
) -> None:
    group = catalogue.target_group(code)
    assert group.is_never_recorded
    assert not group.may_be_recorded(legal_role)


def test_wmo_is_recorded_only_under_the_wmo_roles(catalogue: Catalogue) -> None:
    group = catalogue.target_group("WM")
    allowed = {role for role in LegalRole if group.may_be_recorded(role)}
    assert allowed == {LegalRole.WMO_PROVIDER, LegalRole.CARE_SUBCONTRACTOR}


@pytest.mark.parametrize("code", ["VS", "MB1", "MB2", "MB3", "MB4", "HB"])
def test_a_school_group_is_recorded_only_as_a_training_company(
    catalogue: Catalogue, code: str
) -> None:
    group = catalogue.target_group(code)
    assert [r for r in LegalRole if group.may_be_recorded(r)] == [LegalRole.TRAINING_COMPANY]


@pytest.mark.parametrize("code", ["ST", "PW", "LG", "WW"])
def test_a_commissioned_group_is_recorded_only_under_reintegration(
    catalogue: Catalogue, code: str
) -> None:
    group = catalogue.target_group(code)
    assert [r for r in LegalRole if group.may_be_recorded(r)] == [LegalRole.REINTEGRATION]


def test_without_a_trajectory_no_active_group_is_recorded(catalogue: Catalogue) -> None:
    assert not any(g.may_be_recorded(None) for g in catalogue.target_groups if g.active)


def test_every_group_says_why_it_may_or_may_not_be_recorded(catalogue: Catalogue) -> None:
    assert all(len(group.hint.nl) > 40 for group in catalogue.target_groups)


def test_a_suggested_intensity_is_a_dated_assumption(catalogue: Catalogue) -> None:
    for group in catalogue.target_groups:
        assert ASSUMED.casefold() in group.origin.source.casefold()
        assert group.origin.valid_from.year >= 2026
    assert all(level.origin.source == ASSUMED for level in catalogue.intensities)


def test_more_guidance_costs_more_minutes(catalogue: Catalogue) -> None:
    minutes = [level.minutes_per_hour for level in catalogue.intensities]
    assert minutes == sorted(set(minutes))
    assert minutes[-1] == 60


def test_of_a_vog_only_that_it_was_seen_is_kept(catalogue: Catalogue) -> None:
    assert [c.code for c in catalogue.certificates if c.seen_only] == ["vog"]


@pytest.mark.parametrize(("list_name", "codes"), CODES)
def test_every_code_of_the_program_has_its_words(
    catalogue: Catalogue, list_name: str, codes: Iterable[StrEnum]
) -> None:
    entries = getattr(catalogue, list_name)
    assert {entry.code for entry in entries} == {code.value for code in codes}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("list_name", "codes"), CODES)
def test_the_catalogue_and_the_screen_have_one_word_for_a_code(
    catalogue: Catalogue, list_name: str, codes: type[StrEnum], language: str
) -> None:
    words = {entry.code: entry.name.in_(language) for entry in getattr(catalogue, list_name)}
    use_language(language)
    assert words == {code.value: getattr(code, "text") for code in codes}  # noqa: B009  # a plain StrEnum has no text for mypy


def test_only_work_at_a_machine_asks_for_an_authorisation(catalogue: Catalogue) -> None:
    """Of minors: what is hazardous without a machine stands under safety, in words."""
    machines = {task.code for role in catalogue.roles for task in role.tasks if task.machine}
    assert machines == {"DE-07", "RE-05", "RE-09", "UP-03", "UP-04"}


def test_the_letters_of_the_attendance_grid_are_those_of_the_program(catalogue: Catalogue) -> None:
    assert all(catalogue.attendance_code(code).letter == code.letter for code in AttendanceCode)


def test_the_steps_of_an_accreditation_are_those_of_the_program(catalogue: Catalogue) -> None:
    for state in AccreditationState:
        entry = catalogue.accreditation_state(state)
        assert set(entry.next) == set(NEXT_STATES[state])
        assert entry.is_accredited == state.is_accredited


def test_every_recipient_of_a_partner_is_known_to_the_lens(catalogue: Catalogue) -> None:
    recipients = {kind.recipient for kind in catalogue.partner_kinds if kind.recipient}
    # RVO is no partner: it reads the proof of practical learning alone.
    assert recipients == set(RecipientKind) - {RecipientKind.PARTICIPANT, RecipientKind.SUBSIDY}


def test_a_qualification_has_five_digits_and_waits_for_a_check(catalogue: Catalogue) -> None:
    for qualification in catalogue.qualifications:
        assert re.fullmatch(r"\d{5}", qualification.code)
        assert qualification.status == "te verifiëren"
        assert qualification.origin.checked_on is None
        assert qualification.origin.valid_from.isoformat() == "2015-08-01"


def test_no_sentence_calls_people_names(catalogue: Catalogue) -> None:
    assert STIGMA.search(repr([g.description.nl for g in catalogue.target_groups])) is None
    assert STIGMA.search(repr([r.purpose.nl for r in catalogue.roles])) is None


def test_an_unknown_role_is_answered_with_the_nearest(catalogue: Catalogue) -> None:
    with pytest.raises(NotFound) as caught:
        catalogue.role("sorteeren")
    assert caught.value.nearest[0] == "sorteren"
    with pytest.raises(NotFound) as caught:
        catalogue.role("Dismantling")
    assert "demonteren" in caught.value.nearest


def test_a_text_is_dutch_where_a_language_is_missing() -> None:
    text = Text("werk", "work")
    assert (text.in_("nl"), text.in_("en"), text.in_("ti")) == ("werk", "work", "werk")


def test_a_gap_a_double_and_a_reference_to_nothing_are_found(catalogue: Catalogue) -> None:
    role = replace(catalogue.roles[0], language_level="d9", name=Text("Sorteren", ""))
    broken = replace(catalogue, roles=(role, *catalogue.roles))
    said = {f"{p.field}: {p.message}" for p in problems(broken)}
    assert "roles: sorteren stands here 2 times" in said
    assert "roles/sorteren.name: no text in en" in said
    assert "roles/sorteren: unknown language level: d9" in said


def test_a_group_that_is_recordable_without_a_legal_role_is_found(catalogue: Catalogue) -> None:
    group = replace(catalogue.target_group("EX"), recordable=Recordable.UNDER_LEGAL_ROLE)
    broken = replace(catalogue, target_groups=(group,))
    assert any(p.field == "target_groups/EX" for p in problems(broken))


def test_a_broken_file_says_which_and_where(tmp_path: Path) -> None:
    path = tmp_path / "sorteren.toml"
    path.write_text("key = \n", encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"sorteren\.toml.*line 1"):
        read_table(path)


def test_a_missing_and_an_unknown_key_are_named(tmp_path: Path) -> None:
    path = tmp_path / "sorteren.toml"
    lines = [
        'source = "eigen"',
        "valid_from = 2026-11-24",
        'colour = "red"',
        'growth.text.nl = "x"',
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"roles/sorteren: unknown: colour.*missing: name"):
        read_role(path)


def test_a_value_of_the_wrong_kind_is_named() -> None:
    words = {"nl": "licht", "en": "light"}
    row = {"level": "one", "name": words, "minutes_per_hour": 3, "ratio": words, "typical": words}
    table = {"source": "eigen", "valid_from": date(2026, 11, 24), "intensities": [row]}
    with pytest.raises(CatalogueError, match=r"intensities 1\.level: 'one' is not a whole number"):
        read_entries(Intensity, table, "intensities")
