"""The board in words: cells, half-days and differences, for the eye, the ear and the panel."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from uuid import UUID

from ca_desktop.domain.capacity import GuidanceTerms, Load, LoadState
from ca_desktop.domain.capacity_board import Change
from ca_desktop.domain.half_days import WEEKDAYS, HalfDay
from ca_desktop.i18n import _, ngettext

STATE_ICONS = {
    LoadState.FITS: "circle-check",
    LoadState.TIGHT: "triangle-alert",
    LoadState.OVER: "circle-alert",
}
_WORSE = tuple(LoadState)


def whole(minutes: Fraction) -> int:
    """Minutes as people read them, rounded half up."""
    return int(minutes + Fraction(1, 2))


def hours(minutes: Fraction) -> str:
    """'20' or '19,5': hours with at most one decimal; from a hundred on without."""
    if minutes >= 6000:
        return str(int(minutes / 60 + Fraction(1, 2)))
    tenths = int(minutes / 6 + Fraction(1, 2))
    return str(tenths // 10) if tenths % 10 == 0 else f"{tenths // 10},{tenths % 10}"


def slot_words(slot: HalfDay) -> str:
    """'maandag ochtend'."""
    return f"{_(WEEKDAYS[slot.weekday])} {slot.part.text}"


def name_of(supervisor_id: UUID | None, names: Mapping[UUID, str]) -> str:
    """The name of a supervisor, or the words for nobody."""
    return _("Without supervisor") if supervisor_id is None else names.get(supervisor_id, "")


def load_words(load: Load, terms: GuidanceTerms) -> str:
    """'115 van 126 minuten nodig (91 %): krap'."""
    if load.is_empty:
        return _("no guidance needed and none available")
    state = load.state(terms).text
    if load.percent is None:
        return _(
            "{need} minutes needed, none available: {state}", need=whole(load.need), state=state
        )
    return _(
        "{need} of {supply} minutes needed ({percent} %): {state}",
        need=whole(load.need),
        supply=whole(load.supply),
        percent=load.percent,
        state=state,
    )


def change_words(change: Change, names: Mapping[UUID, str], terms: GuidanceTerms) -> str:
    """'Els Veen, maandag ochtend: van 76 % (past) naar 104 % (te vol)'."""
    return _(
        "{who}, {when}: from {before} to {after}",
        who=name_of(change.supervisor_id, names),
        when=slot_words(change.slot),
        before=_short(change.before, terms),
        after=_short(change.after, terms),
    )


def difference(changes: Sequence[Change], terms: GuidanceTerms) -> tuple[str, LoadState]:
    """The whole difference in one sentence, and how bad it is."""
    if not changes:
        return _("Nothing changes in this week."), LoadState.FITS
    worse = [
        change.after.state(terms)
        for change in changes
        if _WORSE.index(change.after.state(terms)) > _WORSE.index(change.before.state(terms))
    ]
    over, tight = worse.count(LoadState.OVER), worse.count(LoadState.TIGHT)
    parts = []
    if over:
        parts.append(
            ngettext("{n} half-day becomes too full", "{n} half-days become too full", over)
        )
    if tight:
        parts.append(ngettext("{n} half-day becomes tight", "{n} half-days become tight", tight))
    full, narrow = (_fuller(changes, state, terms) for state in (LoadState.OVER, LoadState.TIGHT))
    if full:
        parts.append(
            ngettext(
                "{n} half-day was too full already and gets fuller",
                "{n} half-days were too full already and get fuller",
                full,
            )
        )
    if narrow:
        parts.append(
            ngettext(
                "{n} half-day was tight already and gets fuller",
                "{n} half-days were tight already and get fuller",
                narrow,
            )
        )
    if not parts:
        return _("It fits: no half-day becomes tight or too full by this."), LoadState.FITS
    words = _("In this week: {what}.", what=", ".join(parts))
    return words, LoadState.OVER if over or full else LoadState.TIGHT


def _fuller(changes: Sequence[Change], state: LoadState, terms: GuidanceTerms) -> int:
    """How many half-days stood so already, and lack more time now."""
    return sum(
        one.before.state(terms) is one.after.state(terms) is state
        and one.after.need - one.after.supply > one.before.need - one.before.supply
        for one in changes
    )


def worth_saying(changes: Sequence[Change]) -> list[Change]:
    """Where more guidance is asked than before, or it fits less well; all where that is nowhere.

    That somebody who is away guides nobody goes without saying.
    """
    asked = [one for one in changes if one.after.need > one.before.need]
    return asked or list(changes)


def _short(load: Load, terms: GuidanceTerms) -> str:
    if load.is_empty:
        return _("nothing")
    state = load.state(terms).text
    if load.percent is None:
        return _("{n} minutes without anybody ({state})", n=whole(load.need), state=state)
    return _("{percent} % ({state})", percent=load.percent, state=state)
