"""What was typed about somebody who was removed, or is out of reach, stands in nobody's way."""

from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from ca_desktop.domain.accounts import AccountRole
from ca_desktop.domain.half_days import HalfDays
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.participant import ParticipantForm
from ca_desktop.ui.kit.action_lines import Card, Line
from ca_desktop.ui.kit.question import Question
from ca_desktop.ui.pages.entries.page import EntriesPage
from ca_desktop.ui.pages.placements.page import PlacementsPage
from ca_desktop.ui.pages.today.page import TodayPage
from tests.ui.agreements import signed_in_as
from tests.ui.people import a_participant, a_placement, a_supervisor

TYPED = "Twee uur werk aan deze notitie"


def opened(qtbot, kind, session, desk):
    page = kind(session, desk)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.refresh()
    return page


def a_draft_of_somebody_removed(session: Session, kind: str, **values: str) -> None:
    person = a_participant(session, "Weg")
    key = f"{kind}:{person.id if kind == 'participant' else uuid4()}"
    session.drafts.keep(key, {"participant_id": str(person.id), **values})
    session.participants.remove(person.id)


@pytest.fixture
def jan(session) -> Session:
    """A supervisor who guides nobody any more, with two drafts of when he did."""
    person = a_participant(session, "Geheim", "Persoon")
    jan = signed_in_as(session, AccountRole.SUPERVISOR, a_supervisor(session).id)
    about = {"participant_id": str(person.id)}
    jan.drafts.keep(f"entry:{uuid4()}", {**about, "text": "Geheim Persoon vertelde iets"})
    jan.drafts.keep(f"participant:{person.id}", {**about, "first_name": "Geheim", "phone": "06"})
    return jan


def answer(page, text: str) -> None:
    question = page.findChild(Question)
    next(b for b in question.findChildren(QPushButton) if b.text() == text).click()


def lines(page: TodayPage) -> list[Line]:
    """The lines of what was begun."""
    begun = (card for card in page.cards if isinstance(card, Card))
    cards = [card for card in begun if card.heading.text().startswith("Begonnen")]
    return [line for card in cards for line in card.findChildren(Line)]


def said(page) -> str:
    return "\n".join(mark.text() for mark in page.findChildren(QLabel))


def test_a_note_about_somebody_who_was_removed_can_be_gone_on_with(qtbot, session, desk):
    a_draft_of_somebody_removed(session, "entry", text=TYPED, minutes="30", on="20-11-2026")
    page = opened(qtbot, EntriesPage, session, desk)
    page.offer.go_on.click()
    form = page.reader.form
    assert form.text.value == TYPED
    assert form.fields["minutes"].value == 30
    assert form.person.value is None
    assert "Niet alles" in form.notice.text
    form.person.value = a_participant(session, "Ander").id
    form.try_save()
    assert session.drafts.all() == []


def test_an_addition_to_a_note_that_was_removed_stands_by_itself(qtbot, session, desk):
    piet = a_participant(session, "Piet")
    session.drafts.keep(
        f"entry:{uuid4()}",
        {"participant_id": str(piet.id), "adds_to_id": str(uuid4()), "text": TYPED},
    )
    page = opened(qtbot, EntriesPage, session, desk)
    page.offer.go_on.click()
    assert page.reader.form.text.value == TYPED


def test_a_placement_of_somebody_who_was_removed_can_be_gone_on_with(qtbot, session, desk):
    a_draft_of_somebody_removed(session, "placement", remarks=TYPED)
    page = opened(qtbot, PlacementsPage, session, desk)
    page.offer.go_on.click()
    assert page.form.fields["remarks"].value == TYPED


def test_a_file_of_somebody_who_was_removed_is_thrown_away_on_vandaag(qtbot, session, desk):
    a_draft_of_somebody_removed(session, "participant", phone="06-12345678")
    page = opened(qtbot, TodayPage, session, desk)
    (line,) = lines(page)
    assert line.accessibleName() == "Dossier: Deze deelnemer is verwijderd."
    line.button.click()
    assert len(session.drafts.all()) == 1
    answer(page, "Weggooien")
    assert session.drafts.all() == []
    assert lines(page) == []


def test_any_draft_is_thrown_away_on_vandaag_after_a_question(qtbot, session, desk, visits):
    piet = a_participant(session, "Piet")
    session.drafts.keep(f"entry:{uuid4()}", {"participant_id": str(piet.id), "text": TYPED})
    page = opened(qtbot, TodayPage, session, desk)
    (line,) = [one for one in lines(page) if one.more]
    line.more.click()
    answer(page, "Houden")
    assert len(session.drafts.all()) == 1
    line.more.click()
    page.findChildren(Question)[-1].buttons[0].click()
    assert session.drafts.all() == []
    assert visits.places == []


def test_a_draft_follows_the_reach_of_who_typed_it(jan):
    assert [draft.values for draft in jan.drafts.all()] == [{}, {}]
    assert all(draft.is_withheld for draft in jan.drafts.all())
    assert all(jan.drafts.get(draft.key).values == {} for draft in jan.drafts.all())


def test_vandaag_says_that_there_is_a_draft_and_not_of_whom(qtbot, jan, desk):
    page = opened(qtbot, TodayPage, jan, desk)
    assert "Geheim" not in said(page)
    assert "Begonnen en nog niet bewaard (2)" in said(page)
    for left in (1, 0):
        lines(page)[0].button.click()
        page.findChildren(Question)[-1].buttons[0].click()
        assert len(jan.drafts.all()) == left


def test_the_log_offers_only_to_throw_a_withheld_note_away(qtbot, jan, desk):
    page = opened(qtbot, EntriesPage, jan, desk)
    assert "niet meer mag zien" in page.offer.words.text()
    assert page.offer.go_on.isHidden()
    page.open_row(f"draft:{page.offer.draft.key}")
    assert not page.reader.is_writing
    page.offer.throw_away.click()
    assert [draft.key.partition(":")[0] for draft in jan.drafts.all()] == ["participant"]


def test_a_draft_of_a_file_undoes_nothing_that_a_colleague_changed(qtbot, session, desk):
    person = a_participant(session, "Aad", phone="06 11111111", address="Oud 1")

    def shown() -> ParticipantForm:
        form = ParticipantForm(session, desk)
        qtbot.addWidget(form)
        form.saver, form.saves = session.participants.change, desk.saves
        form.show_record(session.participants.get(person.id))
        return form

    first = shown()
    first.fields["phone"].edit.setText("06 22222222")
    first.drafts.keep_now()
    assert set(session.drafts.all()[0].values) == {"phone", "participant_id"}
    session.participants.change(replace(person, address="Nieuw 9"))
    shown().try_save()
    now = session.participants.get(person.id)
    assert (now.phone, now.address) == ("06 22222222", "Nieuw 9")


def test_a_draft_of_a_placement_keeps_what_a_colleague_changed(qtbot, session, desk):
    placed = a_placement(session, a_participant(session, "Piet").id, "0m")
    page = opened(qtbot, PlacementsPage, session, desk)
    page.open_row(placed.id)
    page.form.fields["remarks"].edit.setPlainText(TYPED)
    page.form.drafts.keep_now()
    session.placements.save(replace(placed, half_days=HalfDays.of("1m")))
    again = opened(qtbot, PlacementsPage, session, desk)
    assert "Piet Boer" in again.offer.words.text()
    again.offer.go_on.click()
    again.form.try_save()
    now = session.placements.get(placed.id)
    assert (now.remarks, now.half_days) == (TYPED, HalfDays.of("1m"))


def test_a_draft_of_something_new_keeps_its_first_values_too(qtbot, session, desk):
    page = opened(qtbot, EntriesPage, session, desk)
    page.open_row("new")
    page.reader.form.text.insert(TYPED)
    page.reader.form.drafts.keep_now()
    assert {"on", "minutes", "form"} <= set(session.drafts.all()[0].values)
