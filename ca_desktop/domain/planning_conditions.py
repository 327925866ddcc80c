"""The conditions that rest on planning: file, trajectory, days and places."""

from collections.abc import Iterator

from ca_desktop.domain.availability import on_day
from ca_desktop.domain.conditions import Condition, ConditionKind, Record, Verdict, Weight
from ca_desktop.domain.dates import format_date
from ca_desktop.domain.half_days import HalfDays
from ca_desktop.domain.placement_facts import PlacementFacts
from ca_desktop.domain.placements import first_shared_day
from ca_desktop.domain.stages import Stage
from ca_desktop.i18n import _


def stage(facts: PlacementFacts) -> Iterator[Condition]:
    """Whether the file is open."""
    now = facts.participant.stage
    verdict = Verdict.DOES_NOT_FIT if now.is_closed or now is Stage.PAUSED else Verdict.FITS
    reason = (
        _("The file is open ({stage}).", stage=now.text)
        if verdict is Verdict.FITS
        else _("The file stands on “{stage}”. Change that first.", stage=now.text)
    )
    yield Condition(
        kind=ConditionKind.STAGE,
        verdict=verdict,
        weight=Weight.LAW if now.is_closed else Weight.REASON,
        reason=reason,
        source=_("Life cycle of the file"),
        record=_person(facts, "overview"),
    )


def other_placements(facts: PlacementFacts) -> Iterator[Condition]:
    """Nobody is in two places in one half-day."""
    mine = facts.placement
    for other in facts.others:
        shared = mine.half_days & other.half_days
        if other.id != mine.id and first_shared_day(mine.period, other.period, shared):
            yield Condition(
                kind=ConditionKind.OTHER_PLACEMENT,
                detail=other.id.hex,
                verdict=Verdict.DOES_NOT_FIT,
                weight=Weight.LAW,
                reason=_(
                    "On {half_days} there is another placement already (from {start}).",
                    half_days=shared.text,
                    start=format_date(other.starts_on),
                ),
                source=_("Placements of this participant"),
                record=Record(page="placements", record_id=other.id),
            )


def trajectory(facts: PlacementFacts) -> Iterator[Condition]:
    """A trajectory has to run, until the review at least, with room for these half-days."""
    running = [one for one in facts.trajectories if one.period.includes(facts.start)]
    record = _person(facts, "agreements")
    source = _("Trajectories of this participant")
    if not running:
        yield Condition(
            kind=ConditionKind.TRAJECTORY,
            verdict=Verdict.DOES_NOT_FIT,
            weight=Weight.REASON,
            reason=_(
                "No trajectory runs on {day}. Make one, or write why somebody starts already.",
                day=format_date(facts.start),
            ),
            source=source,
            record=record,
        )
        return
    ends = [one.ends_on for one in running]
    last = None if None in ends else max(day for day in ends if day is not None)
    short = last is not None and last < facts.placement.review_on
    yield Condition(
        kind=ConditionKind.TRAJECTORY,
        verdict=Verdict.UNKNOWN if short else Verdict.FITS,
        weight=Weight.ADVICE,
        reason=_(
            "The trajectory ends on {day}, before the review. Ask whether it is extended.",
            day=format_date(last),
        )
        if short
        else _("A trajectory runs on {day}.", day=format_date(facts.start)),
        source=source,
        record=record,
    )
    yield from _agreed_half_days(facts, sum(one.half_days_per_week for one in running), record)


def _agreed_half_days(facts: PlacementFacts, agreed: int, record: Record) -> Iterator[Condition]:
    if not agreed:
        return
    running = [one for one in facts.others if one.is_running(facts.start)]
    planned = len(set(facts.half_days).union(*(set(one.half_days) for one in running)))
    fits = planned <= agreed
    words = {"planned": planned, "agreed": agreed}
    yield Condition(
        kind=ConditionKind.TRAJECTORY,
        detail="half_days",
        verdict=Verdict.FITS if fits else Verdict.DOES_NOT_FIT,
        weight=Weight.REASON,
        reason=_("{planned} of the {agreed} agreed half-days a week are planned then.", **words)
        if fits
        else _("{planned} half-days a week are planned then, {agreed} were agreed.", **words),
        source=_("Agreed half-days of the trajectory"),
        record=record,
    )


def availability(facts: PlacementFacts) -> Iterator[Condition]:
    """Whether somebody can come on these half-days."""
    can = on_day(facts.availability, facts.start)
    if can is None:
        verdict, reason = Verdict.UNKNOWN, _("When somebody can come was not filled in.")
    elif not facts.half_days:
        verdict, reason = Verdict.UNKNOWN, _("No half-days were chosen yet.")
    else:
        cannot = HalfDays(facts.half_days.slots - can.slots)
        verdict = Verdict.DOES_NOT_FIT if cannot else Verdict.FITS
        reason = (
            _("Can't come on: {half_days}.", half_days=cannot.text)
            if cannot
            else _("Can come on all of these half-days.")
        )
    yield Condition(
        kind=ConditionKind.AVAILABILITY,
        verdict=verdict,
        weight=Weight.REASON,
        reason=reason,
        source=_("Availability in the file"),
        record=_person(facts, "person"),
    )


def places(facts: PlacementFacts) -> Iterator[Condition]:
    """Whether the role has a place on each of these half-days."""
    most = facts.role.places
    record = Record(page="roles", record_id=facts.role.id, section="settings")
    full = HalfDays.from_iterable(
        slot for slot in facts.half_days if facts.taken.get(slot, 0) >= most
    )
    if not most:
        verdict, reason = Verdict.UNKNOWN, _("For this role no number of places was set.")
    elif not facts.half_days:
        verdict, reason = Verdict.UNKNOWN, _("No half-days were chosen yet.")
    elif full:
        verdict = Verdict.DOES_NOT_FIT
        reason = _(
            "All {places} places are taken on: {half_days}.", places=most, half_days=full.text
        )
    else:
        free = min(most - facts.taken.get(slot, 0) for slot in facts.half_days)
        verdict = Verdict.FITS
        reason = _("There is room: {free} of {places} places free.", free=free, places=most)
    yield Condition(
        kind=ConditionKind.PLACES,
        verdict=verdict,
        weight=Weight.REASON,
        reason=reason,
        source=_("Places of the role"),
        record=record,
    )


def _person(facts: PlacementFacts, section: str) -> Record:
    return Record(page="participants", record_id=facts.person_id, section=section)
