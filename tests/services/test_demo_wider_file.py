"""Everything that the wider file brought has rows in the demo centre, and each keeps its rules."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from ca_desktop.db.tables import TABLES
from ca_desktop.domain import citizen_numbers, documents, machines, overrules, saved_filters
from ca_desktop.domain.accounts import Account
from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.citizen_numbers import CitizenNumber
from ca_desktop.domain.documents import Document, DocumentKind, Showing, showing_of
from ca_desktop.domain.machines import MachineAuthorisation
from ca_desktop.domain.overrules import Overrule
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.placements import Placement
from ca_desktop.domain.saved_filters import SavedFilter
from ca_desktop.domain.target_groups import RegisterState, RestrictedBlock
from ca_desktop.domain.trajectories import Trajectory
from ca_desktop.domain.trajectory_terms import form_of, term_of
from ca_desktop.services.demo import create_demo, demo_centre
from ca_desktop.services.demo.texts import demo_texts
from ca_desktop.services.session import Session
from ca_desktop.services.stores import OpenStore, StoreDoor
from tests.conftest import TODAY
from tests.services.test_demo import by_participant, of
from tests.services.words_that_hurt import FORBIDDEN

LAST_DAY = date(2028, 2, 29)


@pytest.fixture(scope="module", params=[(2026, TODAY), (3, LAST_DAY)])
def drawn(request: pytest.FixtureRequest) -> tuple[Sequence[object], date]:
    seed, day = request.param
    return [thing for batch in demo_centre(seed, 60, day) for thing in batch], day


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenStore]:
    store: Path = tmp_path_factory.mktemp("wide") / "centre"
    access = create_demo(store, 60, today=TODAY)
    opened = StoreDoor.at(store).sign_in(access.sign_in_name, access.password)
    yield opened
    opened.close()


def test_every_table_about_a_person_has_rows(opened: OpenStore) -> None:
    about = {kind: table for kind, table in TABLES.items() if "participant_id" in table.c}
    assert len(about) >= 20
    with opened.database.read() as uow:
        empty = [table.name for kind, table in about.items() if not uow.of(kind).all()]
    assert empty == []


def test_a_report_was_issued_and_an_intake_was_begun(opened: OpenStore) -> None:
    session = Session(opened)
    person = session.participants.named("1")
    (paper,) = session.papers.issued_about(person.id)
    assert showing_of(paper.content) is Showing.PDF
    assert [draft.key for draft in session.drafts.all()] == ["intake:new"]


def test_the_account_of_who_left_asks_for_no_name_at_the_door(opened: OpenStore) -> None:
    with opened.database.read() as uow:
        names = {account.sign_in_name for account in uow.of(Account).all()}
    assert names == {"hanneke", "gijs"}
    assert opened.vault.names() == ["hanneke"]


def test_every_trajectory_has_a_form_that_the_law_allows(
    drawn: tuple[Sequence[object], date],
) -> None:
    things, _day = drawn
    born = {one.id: one.born_on for one in of(things, Participant)}
    catalogue = load_catalogue()
    forms = set()
    for person_id, own in by_participant(of(things, Trajectory)).items():
        for one in own:
            assert one.legal_form is not None
            assert term_of(one, own, born[person_id], catalogue).refusals == ()
            info = form_of(one, catalogue)
            assert info is not None
            assert bool(one.decision_number) == (info.number is not None)
            assert info.evaluation_weeks is None or one.evaluation_on is not None
            assert one.evaluation_on is None or one.period.includes(one.evaluation_on)
            forms.add(one.legal_form)
    assert len(forms) >= 8


def test_a_trajectory_follows_on_the_one_before(drawn: tuple[Sequence[object], date]) -> None:
    trajectories = {one.id: one for one in of(drawn[0], Trajectory)}
    following = [one for one in trajectories.values() if one.predecessor_id]
    assert following
    for one in following:
        before = trajectories[one.predecessor_id or UUID(int=0)]
        assert before.participant_id == one.participant_id
        assert before.ends_on is not None
        assert before.ends_on < one.starts_on


def test_a_document_is_a_real_page_with_a_reason(drawn: tuple[Sequence[object], date]) -> None:
    things, day = drawn
    kept = of(things, Document)
    assert [p for one in kept for p in documents.problems(one, day)] == []
    assert {one.kind for one in kept} == set(DocumentKind) - {DocumentKind.OTHER}
    shown = [showing_of(one.content) for one in kept]
    assert shown.count(Showing.PDF) == 7
    assert all(len(one.content) < 200_000 for one in kept)
    days = [(one.expires_on - day).days for one in kept if one.expires_on]
    assert sum(left < 0 for left in days) == 1
    assert sum(0 <= left <= documents.EXPIRY_SOON_DAYS for left in days) == 1


def test_no_document_says_why_somebody_needs_something() -> None:
    texts = [f"{row['title']} {row['reason']} {' '.join(row['text'])}" for row in _rows()]
    assert [word for text in texts for word in FORBIDDEN if word in text.casefold()] == []


def _rows() -> Sequence[dict[str, object]]:
    return [dict(row) for row in demo_texts().documents]


def test_a_large_centre_has_no_more_documents_than_a_small_one() -> None:
    kept = [one for batch in demo_centre(1, 600, TODAY) for one in of(batch, Document)]
    assert len(kept) == len(_rows())


def test_a_bsn_is_a_test_number_kept_where_the_law_asked_for_it(
    drawn: tuple[Sequence[object], date],
) -> None:
    things, day = drawn
    trajectories = by_participant(of(things, Trajectory))
    grounds = []
    for one in of(things, CitizenNumber):
        own = trajectories[one.participant_id]
        then = [t.legal_role for t in own if t.period.includes(one.recorded_on)]
        assert list(citizen_numbers.problems(one, then)) == []
        assert one.number.startswith("9999")
        now = [t.legal_role for t in own if t.period.includes(day)]
        grounds.append(citizen_numbers.may_be_recorded(now))
    assert sorted(grounds) == [False, True]


def test_machines_and_reasons_keep_their_rules(drawn: tuple[Sequence[object], date]) -> None:
    things, day = drawn
    known = [one.code for one in load_catalogue().machines]
    people = {one.id: one for one in of(things, Participant)}
    authorised = of(things, MachineAuthorisation)
    assert len(authorised) >= 10
    for one in authorised:
        assert list(machines.problems(one, day, known)) == []
        assert (people[one.participant_id].age(one.given_on) or 0) >= 18
    placed = {one.id: one.participant_id for one in of(things, Placement)}
    for reason in of(things, Overrule):
        assert list(overrules.problems(reason)) == []
        assert placed[reason.placement_id] == reason.participant_id


def test_of_some_it_was_looked_up_whether_they_stand_in_the_register(
    drawn: tuple[Sequence[object], date],
) -> None:
    found = {block.register for block in of(drawn[0], RestrictedBlock)}
    assert found == set(RegisterState)


def test_the_saved_filters_keep_their_rules(drawn: tuple[Sequence[object], date]) -> None:
    kept = of(drawn[0], SavedFilter)
    for one in kept:
        others = tuple(other for other in kept if other.page == one.page)
        assert list(saved_filters.problems(one, others)) == []
    assert {one.page for one in kept} == {"participants", "placements", "entries"}
