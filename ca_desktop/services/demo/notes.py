"""The guidance log of one person: days on which they were there, texts that vary."""

from collections import deque
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from ca_desktop.domain.attendance import Attendance, AttendanceCode
from ca_desktop.domain.entries import Entry, GuidanceForm, Visibility
from ca_desktop.domain.placements import Placement
from ca_desktop.services.demo.chance import Chance, Deck
from ca_desktop.services.demo.lives import Life, Lives
from ca_desktop.services.demo.people import Person
from ca_desktop.services.demo.presence import is_closed
from ca_desktop.services.demo.texts import DemoTexts, Note

START_DAYS = 56
OPEN_DAYS = 14
RECENT = 4
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
_TALKS = ("progress_talk", "progress_talk", "progress_talk", "evaluation", "phone", "incident")
_LANGUAGE_GROUPS = frozenset({"ST", "LG"})
_SCHOOL_GROUPS = frozenset({"VS", "MB1", "MB2", "MB3", "MB4"})
_PARTNER_GROUPS = frozenset({"PW", "EX", "WW", "LG", "ST", "WM", "HB"})


class Log:
    """Writes the notes of one life after another, all entered by the same account."""

    def __init__(
        self, chance: Chance, texts: DemoTexts, lives: Lives, written_by: UUID, today: date
    ) -> None:
        self._chance = chance
        self._texts = texts
        self._lives = lives
        self._written_by = written_by
        self._today = today
        self._coach = lives.supervisor("jesper")
        self._fitting: dict[tuple[str, str, str], tuple[Note, ...]] = {}

    def entries(self, life: Life, attended: Sequence[Attendance], count: int) -> list[Entry]:
        """About `count` notes, oldest first."""
        away = {line.on for line in attended if line.code is not AttendanceCode.PRESENT}
        away -= {line.on for line in attended if line.code is AttendanceCode.PRESENT}
        own = [self._own(life, note.note, note.minutes, note.weeks) for note in life.person.notes]
        days = self._days(life, away, count - len(own))
        decks: dict[str, Deck] = {}
        recent: deque[Note] = deque(maxlen=RECENT)
        drawn = [self._draw(life, day, decks, recent) for day in days]
        calls = self._calls(life, sorted(away)) if away and count > 12 else []
        return sorted([*drawn, *own, *calls], key=lambda entry: entry.on)

    def _days(self, life: Life, away: set[date], count: int) -> list[date]:
        weekdays = {slot.weekday for slot in life.placements[-1].half_days}
        first = life.participant.starts_on
        span = (life.last_day - first).days + 1
        able = (
            [
                day
                for day in (first + timedelta(days=offset) for offset in range(span))
                if day.weekday() in weekdays and day not in away and not is_closed(day)
            ]
            if count > 12
            else []
        )
        if not able:
            able = [
                self._back_to(life, self._chance.day_between(first, life.last_day))
                for _n in range(count)
            ]
        return sorted(self._chance.sample(able, max(0, min(count, len(able)))))

    def _back_to(self, life: Life, day: date) -> date:
        """The last day before or on `day` on which this person works, not before the start."""
        weekdays = {slot.weekday for slot in life.placements[-1].half_days}
        for back in range(7):
            found = day - timedelta(days=back)
            if found.weekday() in weekdays and found >= life.participant.starts_on:
                return found
        return day

    def _draw(self, life: Life, day: date, decks: dict[str, Deck], recent: deque[Note]) -> Entry:
        placement = next(p for p in reversed(life.placements) if p.starts_on <= day)
        role = self._lives.role_of(placement)
        stage = "start" if (day - life.participant.starts_on).days < START_DAYS else "later"
        kind = self._kind(life.person, role, stage)
        able = self._fit(kind, life.person.group, stage)
        if all(note in recent for note in able):
            kind = role
            able = self._fit(kind, life.person.group, stage)
        place = f"{kind} {stage}"
        if place not in decks:
            decks[place] = Deck(len(able), self._chance)
        note = able[decks[place].deal()]
        for _again in range(RECENT):
            if note in recent:
                note = able[decks[place].deal()]
        recent.append(note)
        return self._entry(life, note, day, self._chance.one_of(_MINUTES[note.form]), placement)

    def _kind(self, person: Person, role: str, stage: str) -> str:
        lot = self._chance.random()
        if lot < 0.06:
            return "house_rules" if stage == "start" or lot < 0.01 else "progress_talk"
        if lot < 0.16 and person.group in _LANGUAGE_GROUPS:
            return "language"
        if lot < 0.20 and stage == "later":
            if person.group in _SCHOOL_GROUPS:
                return "school_visit" if lot < 0.18 else "three_way_talk"
            return "three_way_talk" if person.group in _PARTNER_GROUPS else "progress_talk"
        if lot < 0.44:
            return self._chance.one_of(_TALKS)
        return role

    def _fit(self, kind: str, group: str, stage: str) -> tuple[Note, ...]:
        key = (kind, group, stage)
        if key not in self._fitting:
            notes = self._texts.notes.get(kind, ())
            self._fitting[key] = tuple(n for n in notes if n.fits(group, stage) and not n.absent)
        return self._fitting[key]

    def _own(self, life: Life, note: Note, minutes: int, weeks: int) -> Entry:
        day = self._back_to(life, self._today - timedelta(days=7 * weeks))
        return self._entry(life, note, day, minutes, life.placements[-1])

    def _calls(self, life: Life, away: list[date]) -> Iterator[Entry]:
        notes = [note for note in self._texts.notes["phone"] if note.absent]
        for note, day in zip(notes, self._chance.sample(away, min(len(away), 2)), strict=False):
            placement = next(p for p in reversed(life.placements) if p.starts_on <= day)
            yield self._entry(life, note, day, 5, placement)

    def _entry(
        self, life: Life, note: Note, day: date, minutes: int, placement: Placement
    ) -> Entry:
        chance = self._chance
        slots = self._slots(life.person, self._lives.role_of(placement))
        follow_up_on = day + timedelta(days=note.days) if note.days else None
        text, agreement = note.text.format_map(slots), note.agreement.format_map(slots)
        if not life.person.first:
            text, agreement = _capital(text), _capital(agreement)
        return Entry(
            id=chance.new_id(),
            participant_id=life.participant.id,
            supervisor_id=self._writer(life, note.form, day, placement),
            on=day,
            minutes=minutes,
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

    def _slots(self, person: Person, role: str) -> dict[str, str]:
        chance, name = self._chance, person.call_name
        thing = chance.one_of(self._texts.things[role])
        amount, she = chance.one_of(self._texts.amounts), person.is_woman
        half_day = chance.one_of(person.half_days)
        moments = self._texts.mornings if half_day[1] == "m" else self._texts.afternoons
        return {
            "naam": name,
            "Naam": name[:1].upper() + name[1:],
            "hij": "ze" if she else "hij",
            "Hij": "Ze" if she else "Hij",
            "hem": "haar" if she else "hem",
            "zijn": "haar" if she else "zijn",
            "Zijn": "Haar" if she else "Zijn",
            "ding": thing,
            "Ding": thing[:1].upper() + thing[1:],
            "aantal": amount,
            "Aantal": amount.capitalize(),
            "tijd": chance.one_of(moments),
            "dag": self._texts.weekdays[int(half_day[0])],
            "werk": _WORK.get(role, role),
        }

    def _writer(
        self, life: Life, form: GuidanceForm, day: date, placement: Placement
    ) -> UUID | None:
        if form is GuidanceForm.LANGUAGE:
            return self._coach
        if form is GuidanceForm.WORK_INSTRUCTION:
            return placement.supervisor_id
        fixed = next((f.supervisor_id for f in life.fixed if f.applies_on(day)), None)
        return fixed or placement.supervisor_id


_WORK = {
    "webshop": "het werk voor de webshop",
    "winkel": "het werk in de winkel",
    "begeleiding": "het begeleiden",
    "kwartiermaker": "het opzetten van projecten",
    "upcycling": "het werk in de werkplaats",
}


def _capital(text: str) -> str:
    for mark in (". ", "! ", "? ", "\n"):
        text = text.replace(f"{mark}meneer", f"{mark}Meneer")
    return text
