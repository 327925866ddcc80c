"""The demo centre: repeatable, within every rule, without a word that hurts, with work to do."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TypeVar
from uuid import UUID

import pytest

from ca_desktop.db.check import check
from ca_desktop.domain import (
    accounts,
    accreditations,
    attendance,
    centre,
    entries,
    goals,
    participants,
    partners,
    placements,
    roles,
    supervisors,
    target_groups,
    training_companies,
    trajectories,
)
from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.errors import Problem, StorageError
from ca_desktop.domain.signals import SignalKind
from ca_desktop.services.demo import DemoAccess, create_demo, demo_centre
from ca_desktop.services.demo.create import new_password
from ca_desktop.services.demo.texts import demo_texts
from ca_desktop.services.participants import ParticipantService
from ca_desktop.services.signals import SignalService
from ca_desktop.services.stores import OpenStore, StoreDoor
from tests.conftest import TODAY
from tests.services.words_that_hurt import FORBIDDEN

T = TypeVar("T")


@pytest.fixture(scope="module")
def things() -> Sequence[object]:
    return [thing for batch in demo_centre(2026, 60, TODAY) for thing in batch]


def of(things: Sequence[object], kind: type[T]) -> list[T]:
    return [thing for thing in things if isinstance(thing, kind)]


def by_participant(things: Sequence[T]) -> dict[UUID, list[T]]:
    found: dict[UUID, list[T]] = defaultdict(list)
    for thing in things:
        found[thing.participant_id].append(thing)
    return found


def texts_in(things: Sequence[object]) -> list[str]:
    """Every text on the people; the catalogue's own role texts say what they say."""
    own = [t for t in things if not isinstance(t, roles.Role | roles.RoleProfile)]
    return [
        str(value).casefold()
        for thing in own
        for name in type(thing).__slots__
        if isinstance(value := getattr(thing, name), str | tuple)
    ]


def test_the_same_seed_gives_the_same_centre(things: Sequence[object]) -> None:
    again = [thing for batch in demo_centre(2026, 60, TODAY) for thing in batch]
    same = [t for t in things if not isinstance(t, roles.RoleProfile)]
    assert [t for t in again if not isinstance(t, roles.RoleProfile)] == same
    assert of(again, roles.RoleProfile) == of(things, roles.RoleProfile)


def test_another_seed_gives_other_people(things: Sequence[object]) -> None:
    other = [thing for batch in demo_centre(7, 60, TODAY) for thing in batch]
    assert of(other, participants.Participant)[30:] != of(things, participants.Participant)[30:]


def test_there_are_as_many_people_as_asked_and_the_named_ones_are_among_them(
    things: Sequence[object],
) -> None:
    people = of(things, participants.Participant)
    assert [p.number for p in people] == list(range(1, 61))
    personas = {row["name"][0] for row in demo_texts().personas}
    assert len(personas) == 15
    assert personas <= {p.first_name for p in people}
    assert "De Boer" in {p.name.full for p in people}
    team = of(things, supervisors.Supervisor)
    assert [one.is_active(TODAY) for one in team].count(True) == 9
    assert len(team) == 10
    assert {k.value for k in partners.PartnerKind} - {
        p.kind for p in of(things, partners.Partner)
    } == {"other"}


@pytest.mark.parametrize("seed", [2026, 3])
def test_no_rule_is_broken(seed: int) -> None:
    things = [thing for batch in demo_centre(seed, 60, TODAY) for thing in batch]
    assert list(_problems(things)) == []


def _problems(things: Sequence[object]) -> list[Problem]:
    steps = [step.value for step in load_catalogue().scale("ZELFST4").steps]
    skills = {skill.code for skill in load_catalogue().work_skills}
    kinds = {kind.code for kind in load_catalogue().certificates}
    seen_only = {kind.code for kind in load_catalogue().certificates if kind.seen_only}
    found: list[Problem] = []
    placed = by_participant(of(things, placements.Placement))
    fixed = by_participant(of(things, participants.FixedSupervisor))
    for p in of(things, placements.Placement):
        found += placements.problems(p, placed[p.participant_id])
    for f in of(things, participants.FixedSupervisor):
        found += participants.fixed_supervisor_problems(f, tuple(fixed[f.participant_id]))
    for s in of(things, goals.Score):
        found += goals.score_problems(s, steps, TODAY, skills)
    for c in of(things, supervisors.Certificate):
        found += supervisors.certificate_problems(c, TODAY, kinds, seen_only)
    for e in of(things, entries.Entry):
        found += entries.problems(e, TODAY)
    for a in of(things, accreditations.Accreditation):
        found += accreditations.problems(a, None, TODAY)
        load_catalogue().qualification(a.code)
    for profile in of(things, roles.RoleProfile):
        found += roles.profile_problems(profile)
    return found + _plain_problems(things)


def _plain_problems(things: Sequence[object]) -> list[Problem]:
    rules = {
        centre.Centre: centre.problems,
        accounts.Account: accounts.problems,
        participants.Participant: participants.problems,
        supervisors.Supervisor: supervisors.problems,
        partners.Partner: partners.problems,
        accreditations.TrainingCompany: training_companies.training_company_problems,
        roles.Role: roles.problems,
        trajectories.Trajectory: trajectories.problems,
        attendance.Attendance: partial(attendance.problems, today=TODAY),
        goals.Goal: goals.problems,
    }
    return [p for thing in things if type(thing) in rules for p in rules[type(thing)](thing)]


def test_a_group_is_recorded_only_where_the_catalogue_allows_it(things: Sequence[object]) -> None:
    legal = by_participant(of(things, trajectories.Trajectory))
    blocks = of(things, target_groups.RestrictedBlock)
    catalogue = {group.code: group for group in load_catalogue().target_groups}
    for block in blocks:
        under = [t.legal_role for t in legal[block.participant_id]]
        group = catalogue.get(block.target_group)
        assert list(target_groups.problems(block, group, under, TODAY)) == []
    recorded = {block.target_group for block in blocks}
    assert "EX" not in recorded
    assert {"ST", "WM", "PW", "VS", "MB1", "WW"} <= recorded
    assert any(not block.target_group for block in blocks)


def test_no_text_says_why_somebody_needs_something(things: Sequence[object]) -> None:
    found = {(word, text) for text in texts_in(things) for word in FORBIDDEN if word in text}
    assert found == set()


def test_no_slot_is_left_open_and_no_note_follows_itself(things: Sequence[object]) -> None:
    for notes in by_participant(of(things, entries.Entry)).values():
        for note in notes:
            assert not {"{", "}"} & set(note.text + note.agreement)
            assert note.text[0].isupper() or not note.text[0].isalpha()
        texts = [note.text for note in sorted(notes, key=lambda n: n.on)]
        assert all(one != other for one, other in pairwise(texts))


def test_there_are_enough_different_texts() -> None:
    assert sum(len(notes) for notes in demo_texts().notes.values()) >= 120


def test_everybody_has_a_file_that_looks_lived_in(things: Sequence[object]) -> None:
    written = by_participant(of(things, entries.Entry))
    scored = by_participant(of(things, goals.Score))
    people = of(things, participants.Participant)
    for person in (p for p in people if p.stage not in ("signed_up", "waiting")):
        assert 8 <= len(written[person.id]) <= 70
        assert all(note.on >= person.starts_on for note in written[person.id])
        assert len({score.skill for score in scored[person.id]}) in (0, 5, 6, 7)


def test_one_role_has_more_people_than_places(things: Sequence[object]) -> None:
    full = [
        role.key
        for role in of(things, roles.Role)
        if placements.fullest_half_day(
            [p for p in of(things, placements.Placement) if p.role_id == role.id], TODAY
        )
        > role.places
    ]
    assert full == ["repareren"]


def test_a_large_centre_comes_in_batches_that_refer_backwards_only() -> None:
    known: set[UUID] = set()
    notes = 0
    for batch in demo_centre(1, 1500, TODAY):
        assert len(batch) <= 10_000
        for thing in batch:
            for name in ("participant_id", "supervisor_id", "role_id", "partner_id"):
                if (reference := getattr(thing, name, None)) is not None:
                    assert reference in known
            known.add(thing.id)
            notes += isinstance(thing, entries.Entry)
    assert notes == 15_000


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, DemoAccess, list[int]]:
    store = tmp_path_factory.mktemp("demo") / "centre"
    seen: list[int] = []
    access = create_demo(store, 60, today=TODAY, progress=lambda done, _all: seen.append(done))
    return store, access, seen


@pytest.fixture
def opened(made: tuple[Path, DemoAccess, list[int]]) -> Iterator[OpenStore]:
    store, access, _seen = made
    opened = StoreDoor.at(store).sign_in(access.sign_in_name, access.password)
    yield opened
    opened.close()


def test_it_opens_with_the_password_that_was_shown_and_passes_the_check(
    opened: OpenStore,
) -> None:
    assert opened.centre().is_demo
    assert check(opened.database) == []


def test_it_says_how_far_it_is(made: tuple[Path, DemoAccess, list[int]]) -> None:
    assert made[2][-1] == 60


def test_numbers_go_on_after_the_last(tmp_path: Path) -> None:
    access = create_demo(tmp_path / "small", 15, today=TODAY)
    opened = StoreDoor.at(tmp_path / "small").sign_in(access.sign_in_name, access.password)
    service = ParticipantService(opened.database, opened.actor, lambda: TODAY)
    new = participants.Participant(number=0, last_name="Nieuw", starts_on=TODAY)
    saved = service.take_in(new)
    opened.close()
    assert saved.number == 16


def test_every_kind_of_signal_is_there(opened: OpenStore) -> None:
    signals = SignalService(opened.database, opened.actor, lambda: TODAY).all()
    assert {signal.kind for signal in signals} == set(SignalKind)
    reviews = [s for s in signals if s.kind is SignalKind.REVIEW and s.due_on and s.due_on < TODAY]
    assert len(reviews) >= 2
    assert 1 <= sum(s.kind is SignalKind.NO_SUPERVISOR for s in signals) <= 2
    assert sum(s.kind is SignalKind.REASSESSMENT for s in signals) >= 2


def test_a_second_demo_does_not_go_over_the_first(made: tuple[Path, DemoAccess, list[int]]) -> None:
    with pytest.raises(StorageError):
        create_demo(made[0], 60, today=date(2026, 11, 24))


def test_the_password_is_long_and_different_every_time() -> None:
    passwords = {new_password() for _time in range(50)}
    assert len(passwords) == 50
    for password in passwords:
        assert list(accounts.password_problems(password, password, "hanneke")) == []
