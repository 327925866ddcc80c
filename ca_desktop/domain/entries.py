"""Guidance entries (notities): what was seen and agreed, append-only after a short edit window."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID, uuid4

from ca_desktop.domain.errors import Problem
from ca_desktop.domain.folding import fold
from ca_desktop.domain.names import PersonName
from ca_desktop.i18n import _


class GuidanceForm(StrEnum):
    """The form in which guidance was given."""

    WORK_INSTRUCTION = "work_instruction"
    PROGRESS_TALK = "progress_talk"
    EVALUATION = "evaluation"
    SCHOOL_VISIT = "school_visit"
    THREE_WAY_TALK = "three_way_talk"
    INCIDENT = "incident"
    PHONE = "phone"
    LANGUAGE = "language"
    HOUSE_RULES = "house_rules"

    @property
    def text(self) -> str:
        return {
            GuidanceForm.WORK_INSTRUCTION: _("Work instruction"),
            GuidanceForm.PROGRESS_TALK: _("Progress talk"),
            GuidanceForm.EVALUATION: _("Evaluation"),
            GuidanceForm.SCHOOL_VISIT: _("School visit"),
            GuidanceForm.THREE_WAY_TALK: _("Three-way talk"),
            GuidanceForm.INCIDENT: _("Incident"),
            GuidanceForm.PHONE: _("Phone call"),
            GuidanceForm.LANGUAGE: _("Language coaching"),
            GuidanceForm.HOUSE_RULES: _("House rules"),
        }[self]


class Visibility(StrEnum):
    """Who may ever read an entry on paper."""

    INTERNAL = "internal"
    REPORT = "report"
    PARTICIPANT = "participant"

    @property
    def text(self) -> str:
        return {
            Visibility.INTERNAL: _("Internal"),
            Visibility.REPORT: _("Use in a report"),
            Visibility.PARTICIPANT: _("For the participant"),
        }[self]

    @property
    def help(self) -> str:
        """Who could read it, in plain words."""
        return {
            Visibility.INTERNAL: _(
                "Never on a partner's paper. The participant may always ask to see it."
            ),
            Visibility.REPORT: _(
                "Stands beside the report while you write the summary. The note itself is not "
                "printed for a partner. What was agreed does stand on the report."
            ),
            Visibility.PARTICIPANT: _("Is printed on the report for the participant."),
        }[self]


def summary_rests_on(*, for_participant: bool) -> frozenset[Visibility]:
    """The notes a summary may rest on; one for the participant is no ground for a partner."""
    own = {Visibility.PARTICIPANT} if for_participant else set()
    return frozenset({Visibility.REPORT} | own)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One contact with one participant: when, how long, what was seen, what was agreed.

    `trajectory_id` says for which trajectory it was; without one it is a matter of every partner.
    """

    id: UUID = field(default_factory=uuid4)
    participant_id: UUID
    supervisor_id: UUID | None = None
    on: date
    minutes: int
    form: GuidanceForm
    text: str
    agreement: str = ""
    follow_up_on: date | None = None
    follow_up_done: bool = False
    visibility: Visibility = Visibility.REPORT
    trajectory_id: UUID | None = None
    written_by: UUID
    written_at: datetime
    edited_at: datetime | None = None
    adds_to_id: UUID | None = None

    @property
    def search_text(self) -> str:
        return fold(f"{self.text} {self.agreement}")

    def is_open_for_edits(self, now: datetime, hours: int) -> bool:
        """Whether the text may still be changed; after that an addition is written."""
        return now - self.written_at <= timedelta(hours=hours)


def problems(entry: Entry, today: date) -> Iterator[Problem]:
    """Everything a save of an entry refuses."""
    if not entry.text.strip():
        yield Problem("text", _("Write what you saw or heard."))
    if not 0 <= entry.minutes <= 600:
        yield Problem("minutes", _("Choose between 0 and 600 minutes."))
    if entry.on > today:
        yield Problem("on", _("This date lies in the future. Write a note after the contact."))
    if entry.follow_up_on and entry.follow_up_on < entry.on:
        yield Problem(
            "follow_up_on",
            _("“Come back to it on” lies before the date of the contact. Choose a later day."),
        )


class Removal(StrEnum):
    """How a note may still go: removed at once, struck with a reason, or not at all."""

    REMOVE = "remove"
    STRIKE = "strike"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Striking:
    """Why a note is struck: it was about somebody else, or should never have been written."""

    entry_id: UUID
    reason: str = ""


def striking_problems(striking: Striking) -> Iterator[Problem]:
    """Without a reason nobody can follow later why a note is gone."""
    if not striking.reason.strip():
        yield Problem("reason", _("Say why this note does not count."))


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryFilter:
    """Which entries a list shows: everything given must hold."""

    participant_id: UUID | None = None
    supervisor_id: UUID | None = None
    from_on: date | None = None
    until_on: date | None = None
    open_follow_up_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryLine:
    """An entry with the names that people read; `row` is its key in the list."""

    entry: Entry
    row: int
    participant: PersonName
    participant_number: int
    supervisor: str

    @property
    def id(self) -> UUID:
        return self.entry.id
