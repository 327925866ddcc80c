"""The guidance log of one person: days on which they were there, texts that vary."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from ca_desktop.domain.dates import week_start
from ca_desktop.domain.entries import Entry, GuidanceForm, Visibility
from ca_desktop.services.demo.chance import Chance
from ca_desktop.services.demo.choosing import Choosing, Told, is_true
from ca_desktop.services.demo.contact_days import ContactDays, last_day_there
from ca_desktop.services.demo.lives import Life, Lives
from ca_desktop.services.demo.opening import open_from
from ca_desktop.services.demo.person import OwnNote
from ca_desktop.services.demo.register import Register
from ca_desktop.services.demo.slots import Slots, sentence_start
from ca_desktop.services.demo.texts import DemoTexts, Note, in_words

OPEN_DAYS = 14
NOTES_PER_CALL = 10
_MINUTES = {
    GuidanceForm.WORK_INSTRUCTION: (10, 15, 15, 20, 25, 30),
    GuidanceForm.PROGRESS_TALK: (15, 20, 25, 30, 40),
    GuidanceForm.EVALUATION: (45, 50, 60),
    GuidanceForm.SCHOOL_VISIT: (45, 60),
    GuidanceForm.THREE_WAY_TALK: (45, 50, 60),
    GuidanceForm.INCIDENT: (10, 15, 20),
    GuidanceForm.PHONE: (5, 5, 10, 15),
    GuidanceForm.LANGUAGE: (30, 45, 60),
    GuidanceForm.HOUSE_RULES: (15, 20, 30),
}
_VISIBILITY = (
    *[Visibility.REPORT] * 15,
    *[Visibility.INTERNAL] * 3,
    *[Visibility.PARTICIPANT] * 2,
)


class Log:
    """Writes the notes of one life after another, all entered by the same account."""

    def __init__(
        self, chance: Chance, texts: DemoTexts, lives: Lives, written_by: UUID, today: date
    ) -> None:
        self._chance = chance
        self._lives = lives
        self._written_by = written_by
        self._today = today
        self._coach = lives.supervisor("jesper")
        self._choosing = Choosing(chance, texts)
        self._days = ContactDays(chance)
        self._slots = Slots(chance, texts)

    def entries(self, life: Life, register: Register, count: int) -> list[Entry]:
        """About `count` notes, oldest first."""
        told = Told(life=life, register=register)
        found = [*self._own(told), *self._calls(told, count // NOTES_PER_CALL)]
        taken = {entry.on for entry in found}
        for day in self._days.there(life, register, count - len(found), taken):
            role = self._lives.role_of(life.placement_on(day))
            found.append(self._entry(told, self._choosing.note(told, day, role), day))
        return sorted(found, key=lambda entry: entry.on)

    def _own(self, told: Told) -> Iterator[Entry]:
        """The persona's own notes, where what they tell of a week is so."""
        for one in told.life.person.notes:
            wanted = self._today - timedelta(weeks=one.weeks)
            day = last_day_there(told.life, told.register, wanted)
            words = _week_before(told.register, day)
            tells_of_week = "{gepland}" in one.note.text
            if is_true(one.note, told, day) and (words or not tells_of_week):
                yield self._entry(told, one.note, day, own=one, words=words)

    def _calls(self, told: Told, count: int) -> Iterator[Entry]:
        for _call in range(count):
            when = self._choosing.call_kind()
            day = self._days.call(told.life, told.register, when)
            note = self._choosing.call(told, day, when) if day else None
            if day and note:
                yield self._entry(told, note, day)

    def _entry(
        self,
        told: Told,
        note: Note,
        day: date,
        own: OwnNote | None = None,
        words: dict[str, str] | None = None,
    ) -> Entry:
        chance, life = self._chance, told.life
        role = self._lives.role_of(life.placement_on(day))
        slots = {**self._slots.of(life, told.register, day, role), **(words or {})}
        follow_up_on = open_from(day + timedelta(days=note.days)) if note.days else None
        text, agreement = note.text.format_map(slots), note.agreement.format_map(slots)
        if not life.person.first:
            text, agreement = sentence_start(text), sentence_start(agreement)
        return Entry(
            id=chance.new_id(),
            participant_id=life.participant.id,
            supervisor_id=self._writer(life, note.form, day),
            on=day,
            minutes=own.minutes if own else note.minutes or chance.one_of(_MINUTES[note.form]),
            form=note.form,
            text=text,
            agreement=agreement,
            follow_up_on=follow_up_on,
            follow_up_done=follow_up_on is not None and self._is_done(life, follow_up_on),
            visibility=note.visibility or chance.one_of(_VISIBILITY),
            written_by=self._written_by,
            written_at=datetime.combine(day, time(13, chance.randrange(60)), UTC),
        )

    def _is_done(self, life: Life, follow_up_on: date) -> bool:
        if life.participant.ended_on is not None or life.person.number > 100:
            return True
        if follow_up_on >= self._today:
            return False
        late = (self._today - follow_up_on).days
        return late > OPEN_DAYS or self._chance.happens(0.7)

    def _writer(self, life: Life, form: GuidanceForm, day: date) -> UUID | None:
        if form is GuidanceForm.LANGUAGE:
            return self._coach
        guide = life.placement_on(day).supervisor_id
        if form is GuidanceForm.WORK_INSTRUCTION:
            return guide
        return next((f.supervisor_id for f in life.fixed if f.applies_on(day)), None) or guide


def _week_before(register: Register, day: date) -> dict[str, str]:
    """How often somebody was there in the week before; empty when it was always or never."""
    monday = week_start(day) - timedelta(weeks=1)
    present, expected = register.counts(monday, monday + timedelta(days=6))
    if not 0 < present < expected:
        return {}
    return {"geweest": in_words(present), "gepland": in_words(expected)}
