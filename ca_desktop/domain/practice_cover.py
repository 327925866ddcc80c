"""Whether the centre is accredited for what a student learns, at that location, on the first day.

Schools check exactly this: leerbedrijf-ID, programme code and first day. An accreditation that ends
later does not take cover from a practice that began before. For an elective any accreditation at
the location will do.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from ca_desktop.domain.accreditation_steps import AccreditationStep, in_order
from ca_desktop.domain.accreditations import Accreditation, AccreditationState
from ca_desktop.domain.dates import format_date
from ca_desktop.domain.practice_agreements import PracticeAgreement
from ca_desktop.i18n import _

_DECIDED = frozenset(
    {
        AccreditationState.ACCREDITED,
        AccreditationState.REASSESSMENT_PLANNED,
        AccreditationState.WITHDRAWN,
        AccreditationState.LAPSED,
    }
)


class Cover(StrEnum):
    """How an accreditation covers a programme code."""

    EQUAL = "equal"
    EQUIVALENT = "equivalent"
    NOT_COVERED = "not_covered"
    NOT_NEEDED = "not_needed"
    UNKNOWN = "unknown"

    @property
    def text(self) -> str:
        return {
            Cover.EQUAL: _("covered"),
            Cover.EQUIVALENT: _("covered by an equivalent"),
            Cover.NOT_COVERED: _("not covered"),
            Cover.NOT_NEEDED: _("not needed"),
            Cover.UNKNOWN: _("not known yet"),
        }[self]

    @property
    def is_known(self) -> bool:
        """Whether enough was filled in to tell."""
        return self is not Cover.UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeCover:
    """What is known of one code at one location on one day, in words, and what that rests on."""

    cover: Cover
    reason: str
    accreditation_id: UUID | None = None

    @property
    def stops(self) -> bool:
        """Whether a practice can't begin like this."""
        return self.cover is Cover.NOT_COVERED


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Everything at SBB that cover is judged by; `locations` names each training company."""

    accreditations: Sequence[Accreditation] = ()
    steps: Sequence[AccreditationStep] = ()
    locations: Mapping[UUID, str] | None = None

    def at(self, company_id: UUID | None) -> tuple[Accreditation, ...]:
        """The accreditations of one location."""
        return tuple(a for a in self.accreditations if a.training_company_id == company_id)

    def held(self, one: Accreditation, day: date) -> bool:
        """Whether students could start under this accreditation on this day."""
        return was_accredited(one, self.steps, day)


def was_accredited(one: Accreditation, steps: Iterable[AccreditationStep], day: date) -> bool:
    """Whether students could start on this day: both ends belong to it.

    Steps go before `since`, which tells only of the newest accreditation after a lapse. Without a
    step that says when an accreditation ended, one that holds no more never counts.
    """
    if one.ends_on is not None and day > one.ends_on:
        return False
    mine = in_order(s for s in steps if s.accreditation_id == one.id)
    decided = [s for s in mine if s.state in _DECIDED]
    before = [s for s in decided if s.on <= day]
    if before:
        return before[-1].state.is_accredited
    if one.since is None or day < one.since:
        return False
    ended_later = any(not s.state.is_accredited for s in decided)
    return one.state.is_accredited or ended_later


def cover_of(agreement: PracticeAgreement, dossier: Dossier) -> CodeCover:
    """The cover of the code of this agreement at its location on its first day."""
    if not agreement.learning_path.is_mbo:
        return CodeCover(
            cover=Cover.NOT_NEEDED,
            reason=_(
                "For {path} no accreditation of SBB is needed.", path=agreement.learning_path.text
            ),
        )
    if not agreement.code or agreement.training_company_id is None:
        return CodeCover(
            cover=Cover.UNKNOWN, reason=_("Fill in the code, the location and the first day.")
        )
    here = dossier.at(agreement.training_company_id)
    equal = [one for one in here if one.code == agreement.code]
    akin = [one for one in here if agreement.code in one.equivalents]
    for cover, found in ((Cover.EQUAL, equal), (Cover.EQUIVALENT, akin)):
        held = next((one for one in found if dossier.held(one, agreement.starts_on)), None)
        if held is not None:
            reason = _held_words(agreement.code, cover, held)
            return CodeCover(cover=cover, reason=reason, accreditation_id=held.id)
    near = next(iter([*equal, *akin]), None)
    return CodeCover(
        cover=Cover.NOT_COVERED,
        reason=_near_words(near, agreement.starts_on) if near else _far_words(agreement, dossier),
        accreditation_id=near.id if near else None,
    )


def elective_cover(company_id: UUID | None, starts_on: date, dossier: Dossier) -> CodeCover:
    """For an elective any accreditation at the location will do."""
    held = next((one for one in dossier.at(company_id) if dossier.held(one, starts_on)), None)
    if held is None:
        return CodeCover(
            cover=Cover.NOT_COVERED,
            reason=_("An elective needs an accredited location; this one was not on that day."),
        )
    return CodeCover(
        cover=Cover.EQUAL,
        reason=_(
            "An elective may be done at any accredited location; here for example {code} {name}.",
            code=held.code,
            name=held.name,
        ),
        accreditation_id=held.id,
    )


def _held_words(code: str, cover: Cover, held: Accreditation) -> str:
    words = {"code": held.code, "name": held.name, "since": format_date(held.since)}
    if cover is Cover.EQUIVALENT:
        reason = _(
            "{mine} is an equivalent of {code} {name}, accredited since {since}.",
            mine=code,
            **words,
        )
    else:
        reason = _("Accredited for {code} {name} since {since}.", **words)
    if held.state.is_accredited:
        return reason
    return f"{reason} " + _(
        "Since then: {state}. Ask the school what that means for this student.",
        state=held.state.text,
    )


def _near_words(near: Accreditation, day: date) -> str:
    words = {"code": near.code, "name": near.name, "day": format_date(day)}
    if near.state.is_accredited and near.since is not None and day < near.since:
        return _(
            "The accreditation for {code} {name} began on {since}, after the first day ({day}).",
            since=format_date(near.since),
            **words,
        )
    if near.ends_on is not None and day > near.ends_on:
        return _(
            "The accreditation for {code} {name} ended on {end}, before the first day ({day}).",
            end=format_date(near.ends_on),
            **words,
        )
    return _(
        "The accreditation for {code} {name} did not hold on {day}: {state}.",
        state=near.state.text,
        **words,
    )


def _far_words(agreement: PracticeAgreement, dossier: Dossier) -> str:
    """Not accredited here; another location that is gets named."""
    names = dossier.locations or {}
    others = [
        names.get(one.training_company_id, "")
        for one in dossier.accreditations
        if agreement.code in (one.code, *one.equivalents) and dossier.held(one, agreement.starts_on)
    ]
    if others:
        return _(
            "Not accredited for {code} at this location, but at: {others}.",
            code=agreement.code,
            others=", ".join(dict.fromkeys(filter(None, others))),
        )
    return _(
        "Not accredited for {code}. Compare the code with the school, or apply at SBB first.",
        code=agreement.code,
    )
