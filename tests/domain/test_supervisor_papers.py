"""Which papers are asked of a supervisor, by which rule, and where the gaps are."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.dates import add_months
from ca_desktop.domain.supervisor_paper_rules import (
    RuleOrigin,
    SupervisorPaperRule,
    in_force,
    overlaid,
    problems,
    shipped_rule,
    strictest,
)
from ca_desktop.domain.supervisor_papers import (
    Guided,
    asked_of,
    cells,
    expires_within,
    groups_of_centre,
    months_from,
    replaced,
)
from ca_desktop.domain.supervisors import Certificate, CertificateStatus, Supervisor, SupervisorKind
from ca_desktop.domain.trajectories import LegalRole
from tests.conftest import TODAY

JAN = Supervisor(number=1, last_name="Bos", kinds=(SupervisorKind.SUPPORT_WORKER,), starts_on=TODAY)
WMO = LegalRole.WMO_PROVIDER
NOBODY = Guided()


def rule(code: str = "r", **more: object) -> SupervisorPaperRule:
    made = SupervisorPaperRule(code=code, certificate="vog", is_required=True, source="wet")
    return replace(made, **more)


def asked(
    *rules: SupervisorPaperRule, guided: Guided = NOBODY, groups: Iterable[str] = ()
) -> list[str]:
    return list(asked_of(JAN, rules, guided, set(groups)))


def test_a_rule_for_a_legal_role_is_asked_of_who_guides_under_it() -> None:
    assert asked(rule(legal_role=WMO)) == []
    assert asked(rule(legal_role=WMO), guided=Guided(legal_roles=frozenset({WMO}))) == ["vog"]


def test_a_rule_for_minors_is_asked_of_who_guides_one() -> None:
    assert asked(rule(minors=True)) == []
    assert asked(rule(minors=True), guided=Guided(minors=True)) == ["vog"]


def test_a_rule_for_a_task_is_asked_of_who_does_it() -> None:
    assert asked(rule(task=SupervisorKind.JOB_COACH)) == []
    assert asked(rule(task=SupervisorKind.SUPPORT_WORKER)) == ["vog"]


def test_a_rule_for_a_target_group_never_looks_at_whom_somebody_guides() -> None:
    guided = Guided(legal_roles=frozenset(LegalRole), minors=True)
    assert asked(rule(target_group="WM"), guided=guided) == []
    assert asked(rule(target_group="WM"), groups=["WM"]) == ["vog"]


def test_the_centre_works_with_a_group_once_nobody_can_be_meant_by_it() -> None:
    groups = load_catalogue().target_groups
    never = {one.code for one in groups if one.is_never_recorded}
    assert groups_of_centre({"WM": 4, "ST": 5}, groups, 5) == {"ST", *never}
    assert "EX" in never


def test_the_rule_of_the_centre_goes_before_the_shipped_one_with_its_code() -> None:
    shipped = (rule("a"), rule("b", certificate="vca"))
    own = (rule("b", certificate="vca", is_required=False), rule("c", certificate="nt2"))
    found = overlaid(shipped, own)
    assert [(one.code, origin) for one, origin in found] == [
        ("a", RuleOrigin.SHIPPED),
        ("b", RuleOrigin.CHANGED),
        ("c", RuleOrigin.OWN),
    ]
    assert not found[1][0].is_required
    off = (rule("a", is_active=False),)
    assert [one.code for one in in_force(shipped, off)] == ["b"]


def test_of_two_rules_that_ask_the_same_the_stricter_one_counts() -> None:
    mild, strict = rule("a", is_required=False), rule("b")
    assert strictest((mild, strict)) == (strict,)
    assert strictest((strict, mild)) == (strict,)


@pytest.mark.parametrize(
    ("wrong", "at"),
    [
        ({"minors": True, "legal_role": WMO}, "target_group"),
        ({"minors": True, "target_group": "WM"}, "target_group"),
        ({"kind": SupervisorKind.JOB_COACH}, "certificate"),
        ({"certificate": ""}, "certificate"),
        ({"source": "  "}, "source"),
        ({"code": ""}, "code"),
    ],
)
def test_a_rule_asks_one_thing_of_one_group_and_names_its_source(
    wrong: dict[str, object], at: str
) -> None:
    assert not list(problems(rule()))
    assert [one.field for one in problems(rule(**wrong))] == [at]


def test_every_shipped_rule_keeps_the_rules_and_its_id() -> None:
    for paper in load_catalogue().supervisor_papers:
        assert not list(problems(shipped_rule(paper)))
        assert shipped_rule(paper).id == shipped_rule(paper).id


def paper(kind: str = "vog", until: date | None = None) -> Certificate:
    return Certificate(supervisor_id=JAN.id, kind=kind, seen_on=TODAY, valid_until=until)


def test_each_paper_has_one_of_the_five_statuses() -> None:
    rules = {one.paper: one for one in (rule(), rule(certificate="vca"), rule(certificate="nt2"))}
    rules["harrie"] = rule(certificate="harrie")
    held = [
        paper("vog"),
        paper("vca", date(2026, 12, 1)),
        paper("nt2", date(2026, 11, 1)),
        paper("forklift"),
    ]
    found = cells(JAN, rules, held, date(2026, 11, 24), {"vca": 30})
    assert {key: cell.status for key, cell in found.items()} == {
        "vog": CertificateStatus.VALID,
        "vca": CertificateStatus.EXPIRING,
        "nt2": CertificateStatus.EXPIRED,
        "harrie": CertificateStatus.MISSING,
        "forklift": CertificateStatus.VALID,
    }
    assert [key for key, cell in found.items() if cell.is_gap] == ["nt2", "harrie"]
    assert not found["forklift"].is_asked


def test_a_kind_that_is_asked_is_there_when_somebody_is_of_it() -> None:
    kind = rule(certificate="", kind=SupervisorKind.SUPPORT_WORKER)
    other = rule(certificate="", kind=SupervisorKind.JOB_COACH)
    found = cells(JAN, {one.paper: one for one in (kind, other)}, [], TODAY, {})
    assert found[kind.paper].status is CertificateStatus.VALID
    assert found[other.paper].is_gap


def test_of_two_papers_of_one_kind_the_one_that_is_valid_longest_counts() -> None:
    old, new = paper("vca", date(2026, 1, 1)), paper("vca", date(2030, 1, 1))
    found = cells(JAN, {}, [old, new], TODAY, {})
    assert found["vca"].certificate == new
    assert replaced(old, [old, new])
    assert not replaced(new, [old, new])
    assert not replaced(old, [replace(new, supervisor_id=uuid4())])


def test_what_expires_within_twelve_months_counts_whole_months() -> None:
    today = date(2028, 2, 29)
    last, first_after = date(2029, 1, 31), date(2029, 2, 1)
    held = [paper("a", first_after), paper("b", last), paper("c"), paper("d", date(2027, 5, 1))]
    assert [one.kind for one in expires_within(held, today)] == ["d", "b"]
    assert months_from(today)[0] == date(2028, 2, 1)
    assert months_from(today)[-1] == date(2029, 1, 1)


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1)), st.integers(0, 800))
def test_every_paper_that_expires_soon_stands_in_a_month_of_the_list(day: date, days: int) -> None:
    until = date.fromordinal(day.toordinal() + days)
    listed = bool(list(expires_within([paper("vca", until)], day)))
    assert listed == (until.replace(day=1) in months_from(day))
    assert listed == (until < add_months(day.replace(day=1), 12))
