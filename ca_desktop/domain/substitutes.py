"""Who could stand in for a supervisor, per half-day, with the reasons in words: never a score."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from ca_desktop.domain.half_days import HalfDays
from ca_desktop.i18n import _

NONE = HalfDays()


@dataclass(frozen=True, slots=True, kw_only=True)
class Substitute:
    """One colleague beside the half-days to take over: when he is not at work, when it would be
    too full, and which required papers he lacks for these people.
    """

    supervisor_id: UUID
    name: str
    needed: HalfDays
    not_there: HalfDays = NONE
    too_full: HalfDays = NONE
    missing: tuple[str, ...] = ()

    @property
    def id(self) -> UUID:
        return self.supervisor_id

    @property
    def free(self) -> HalfDays:
        """The half-days in which he is there and has the time."""
        return HalfDays(self.needed.slots - self.not_there.slots - self.too_full.slots)

    @property
    def fits(self) -> bool:
        """Nothing stands in the way."""
        return not self.not_there and not self.too_full and not self.missing

    @property
    def reasons(self) -> tuple[str, ...]:
        """What is for and against, in words."""
        if not self.needed:
            found = [_("There are no half-days to take over.")]
        else:
            found = []
            if self.free:
                found.append(_("At work with enough time: {half_days}.", half_days=self.free.text))
            if self.too_full:
                found.append(_("Becomes too full: {half_days}.", half_days=self.too_full.text))
            if self.not_there:
                found.append(_("Not at work: {half_days}.", half_days=self.not_there.text))
        if self.missing:
            papers = ", ".join(self.missing)
            found.append(_("Lacks a required paper: {papers}.", papers=papers))
        return tuple(found)

    @property
    def short(self) -> str:
        """One word or two behind a name in a list."""
        if self.fits:
            return _("can take over")
        if not self.free:
            return _("can't: not there or too full")
        if self.missing:
            return _("lacks a paper")
        return _("can for a part")


def in_order(found: Collection[Substitute]) -> list[Substitute]:
    """Those whom nothing stands in the way of first, then on name."""
    return sorted(found, key=lambda one: (not one.fits, not one.free, one.name.casefold()))
