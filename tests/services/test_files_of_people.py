"""What belongs to a file: contact persons, languages, availability, aids, tags, links, intake."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from ca_desktop.domain.aids import Aid
from ca_desktop.domain.availability import Availability
from ca_desktop.domain.contacts import ContactPerson, ContactRole
from ca_desktop.domain.duplicates import Likeness
from ca_desktop.domain.errors import NotAllowed, RuleBroken
from ca_desktop.domain.half_days import HalfDays
from ca_desktop.domain.languages import LanguageLevel, LanguageSkills
from ca_desktop.domain.participants import Participant, ParticipantFilter, ParticipantSort
from ca_desktop.domain.stages import Stage
from ca_desktop.services.session import Session
from tests.builders import START, World
from tests.conftest import TODAY

NOBODY_ELSE = "Dit mag je alleen voor je eigen deelnemers"


def records(world: World) -> dict[str, object]:
    """One record of each kind about Amina, by the name of its service."""
    who = world.amina
    return {
        "contacts": ContactPerson(participant_id=who, role=ContactRole.FAMILY, name="Sara"),
        "languages": LanguageSkills(participant_id=who, language="so", reading=LanguageLevel.B1),
        "availability": Availability(
            participant_id=who, half_days=HalfDays.of("0m"), starts_on=START
        ),
        "aids": Aid(participant_id=who, name="Zit-stakruk", starts_on=START),
    }


@pytest.mark.parametrize("kind", ["contacts", "languages", "availability", "aids"])
def test_a_record_of_a_file_is_kept_changed_undone_and_removed(jan: Session, world: World, kind):
    service, record = getattr(jan, kind), records(world)[kind]
    service.save(record)
    assert service.of(world.amina) == [record]
    service.remove(record.id)
    assert service.of(world.amina) == []
    jan.history.undo_last()
    assert service.of(world.amina) == [record]


@pytest.mark.parametrize("kind", ["contacts", "languages", "availability", "aids"])
def test_a_record_keeps_to_the_reach_of_who_is_at_work(
    jan: Session, els: Session, lies: Session, world: World, kind
):
    record = records(world)[kind]
    getattr(jan, kind).save(record)
    refusals: list[Callable[[], object]] = [
        lambda: getattr(els, kind).of(world.amina),
        lambda: getattr(els, kind).save(record),
        lambda: getattr(els, kind).remove(record.id),
        lambda: getattr(jan, kind).save(replace(record, participant_id=world.bram)),
        lambda: getattr(lies, kind).of(world.amina),
    ]
    for refused in refusals:
        with pytest.raises(NotAllowed):
            refused()


def test_each_rule_is_said_beside_its_field(petra: Session, world: World):
    made = records(world)
    petra.languages.save(made["languages"])
    petra.availability.save(made["availability"])
    wrong = {
        "contacts": (replace(made["contacts"], name=""), "name"),
        "languages": (LanguageSkills(participant_id=world.amina, language="so"), "language"),
        "availability": (
            Availability(participant_id=world.amina, half_days=HalfDays.of("1m"), starts_on=TODAY),
            "starts_on",
        ),
        "aids": (replace(made["aids"], ends_on=START - timedelta(days=1)), "ends_on"),
    }
    for kind, (record, field) in wrong.items():
        with pytest.raises(RuleBroken) as refused:
            getattr(petra, kind).save(record)
        assert [one.field for one in refused.value.problems] == [field]


def test_tags_in_use_are_offered_and_narrow_the_list(petra: Session, jan: Session, world: World):
    for who, tags in ((world.amina, ("fietsenhoek", "é_%")), (world.bram, ("Fiets",))):
        petra.participants.change(replace(petra.participants.get(who), tags=tags))
    assert petra.participants.tags() == ["é_%", "Fiets", "fietsenhoek"]
    assert jan.participants.tags() == ["é_%", "fietsenhoek"]
    for tag, people in (("Fiets", 1), ("é_%", 1), ("e_%", 0), ("%", 0)):
        chosen = ParticipantFilter(tag=tag)
        assert len(petra.participants.order(ParticipantSort.NAME, chosen)) == people


def test_a_reader_is_told_no_tag_and_no_stage(lies: Session):
    for chosen in (ParticipantFilter(tag="x"), ParticipantFilter(stage=Stage.PAUSED)):
        with pytest.raises(NotAllowed):
            lies.participants.order(ParticipantSort.NAME, chosen)
    with pytest.raises(NotAllowed):
        lies.participants.tags()


def test_two_files_of_one_person_point_to_each_other(petra: Session, jan: Session, world: World):
    link = replace(petra.file_links.new(world.amina, world.bram), reason="Zelfde geboortedatum")
    petra.file_links.link(link)
    (one,) = petra.file_links.of(world.amina)
    (other,) = petra.file_links.of(world.bram)
    assert (one.number, other.number, one.linked_on) == (2, 1, TODAY)
    (seen,) = jan.file_links.of(world.amina)
    assert not seen.may_open
    with pytest.raises(RuleBroken):
        petra.file_links.link(replace(petra.file_links.new(world.bram, world.amina), reason="Weer"))
    with pytest.raises(NotAllowed):
        jan.file_links.link(link)


def test_a_link_stands_in_the_history_of_both_files_also_when_it_is_gone(
    petra: Session, world: World
) -> None:
    def told(person: UUID) -> list[str]:
        lines = petra.history.of_participant(person)
        return [one.what for one in lines if one.subject == "file_links"]

    link = replace(petra.file_links.new(world.amina, world.bram), reason="Zelfde naam")
    petra.file_links.link(link)
    assert len(told(world.bram)) == 1
    assert told(world.bram) == told(world.amina)
    petra.file_links.unlink(link.id, "Het zijn broers")
    assert len(told(world.bram)) == 3
    assert told(world.bram) == told(world.amina)
    said = {now for one in petra.history.of_participant(world.bram) for _f, _b, now in one.changes}
    assert "Het zijn broers" in said
    petra.history.undo_last()
    petra.history.undo_last()
    assert told(world.bram) == told(world.amina)
    assert told(world.cato) == []


def test_a_link_is_taken_away_with_a_reason_that_stays_in_the_history(petra: Session, world: World):
    link = replace(petra.file_links.new(world.amina, world.bram), reason="Zelfde naam")
    petra.file_links.link(link)
    with pytest.raises(RuleBroken):
        petra.file_links.unlink(link.id, " ")
    petra.file_links.unlink(link.id, "Het zijn broers")
    assert petra.file_links.of(world.bram) == []
    said = {now for one in petra.history.of_participant(world.amina) for _f, _b, now in one.changes}
    assert "Het zijn broers" in said
    petra.history.undo_last()
    assert [one.number for one in petra.file_links.of(world.amina)] == [2]


def test_a_likely_file_is_shown_within_reach_and_only_hinted_at_outside(
    petra: Session, jan: Session, lies: Session, world: World
):
    new = Participant(number=0, first_name="BRAM", last_name="Visser", starts_on=TODAY)
    found = petra.intake.likely(new)
    assert [(one.number, one.why) for one in found.found] == [(2, (Likeness.NAME,))]
    assert not found.elsewhere
    hinted = jan.intake.likely(new)
    assert (hinted.found, hinted.elsewhere) == ((), True)
    assert not petra.intake.likely(replace(new, last_name="Iemand"))
    with pytest.raises(NotAllowed):
        lies.intake.likely(new)


def test_a_likely_file_is_found_by_phone_email_and_date_of_birth(petra: Session, world: World):
    amina = petra.participants.get(world.amina)
    petra.participants.change(
        replace(amina, phone="06-1234 5678", email="a@x.nl", born_on=date(1992, 2, 29))
    )
    new = Participant(number=0, starts_on=TODAY)
    for more, why in (
        ({"phone": "+31612345678"}, Likeness.PHONE),
        ({"email": "A@X.nl"}, Likeness.EMAIL),
        (
            {"born_on": date(1992, 2, 29), "first_name": "Amena", "last_name": "Jusuf"},
            Likeness.BIRTH_DATE,
        ),
    ):
        (found,) = petra.intake.likely(replace(new, **more)).found
        assert (found.number, found.why) == (1, (why,))


def test_an_intake_keeps_everything_that_was_asked(petra: Session):
    blank = petra.intake.new()
    assert blank.participant.stage is Stage.SIGNED_UP
    person = petra.intake.take_in(
        replace(
            blank,
            participant=replace(blank.participant, first_name="Dina", stage=Stage.WAITING),
            contact=ContactPerson(
                participant_id=blank.participant.id, role=ContactRole.FAMILY, name="Sara"
            ),
            dutch=LanguageLevel.A2,
            half_days=HalfDays.of("0m", "1a"),
        )
    )
    assert (person.number, person.stage) == (4, Stage.WAITING)
    assert [one.name for one in petra.contacts.of(person.id)] == ["Sara"]
    assert [one.spoken for one in petra.languages.of(person.id)] == [LanguageLevel.A2]
    assert [one.starts_on for one in petra.availability.of(person.id)] == [TODAY]
    petra.history.undo_last()
    with pytest.raises(RuleBroken):
        petra.intake.take_in(blank)


def test_an_intake_is_kept_as_a_whole_or_not_at_all(petra: Session):
    blank = petra.intake.new()
    wrong = replace(
        blank,
        participant=replace(blank.participant, first_name="Dina", stage=Stage.FINISHED),
        contact=ContactPerson(
            participant_id=blank.participant.id,
            role=ContactRole.FAMILY,
            name="Sara",
            in_emergency=True,
        ),
    )
    assert set(petra.intake.problems(wrong)) == {"stage", "contact_phone"}
    with pytest.raises(RuleBroken):
        petra.intake.take_in(wrong)
    assert len(petra.participants.order(ParticipantSort.NAME, ParticipantFilter())) == 3
