"""Summaries for a report of some personas, as a supervisor writes them at the end of a quarter."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from ca_desktop.domain.dates import Period, add_months
from ca_desktop.domain.papers import ReportSummary
from ca_desktop.domain.trajectories import in_period
from ca_desktop.services.demo.chance import Chance
from ca_desktop.services.demo.lives import Life
from ca_desktop.services.demo.opening import open_until
from ca_desktop.services.demo.register import Register
from ca_desktop.services.demo.texts import DemoTexts
from ca_desktop.services.demo.world import World

_MOST_DAYS_LATER = 14


class Summaries:
    """Makes the summaries that the file holds for a person, each for their own partner."""

    def __init__(self, chance: Chance, texts: DemoTexts, world: World, today: date) -> None:
        self._chance = chance
        self._rows = texts.summaries
        self._partners = {key: partner.id for key, partner in world.partners.items()}
        self._written_by = world.account.id
        self._today = today

    def of(self, life: Life, register: Register) -> Iterator[ReportSummary]:
        """Where the partner has a trajectory in that period; only then there is a report."""
        if not life.person.is_persona:
            return
        for row in self._rows:
            period = self._period(row)
            partner_id = self._partners[row.get("partner", life.person.partner)]
            running = [t.partner_id for t in in_period(life.trajectories, period)]
            if row["first_name"] == life.person.first and partner_id in running:
                yield ReportSummary(
                    id=self._chance.new_id(),
                    participant_id=life.participant.id,
                    partner_id=partner_id,
                    starts_on=period.starts_on,
                    ends_on=period.ends_on or self._today,
                    text=_counted(row["text"], register, period),
                    next_step=row["next_step"],
                    written_by=self._written_by,
                    written_at=self._written_at(period),
                )

    def _period(self, row: Mapping[str, Any]) -> Period:
        """The last whole quarter, or the three months that the page proposes today."""
        if row.get("period") == "three_months":
            return Period(starts_on=add_months(self._today, -3), ends_on=self._today)
        first_month = (self._today.month - 1) // 3 * 3 + 1
        this_quarter = date(self._today.year, first_month, 1)
        last_day = this_quarter - timedelta(days=1)
        return Period(starts_on=add_months(this_quarter, -3), ends_on=last_day)

    def _written_at(self, period: Period) -> datetime:
        """On an open day in the two weeks after the period, and not later than yesterday."""
        later = timedelta(days=self._chance.randint(3, _MOST_DAYS_LATER))
        latest = self._today - timedelta(days=1)
        day = open_until(min((period.ends_on or latest) + later, latest))
        return datetime.combine(day, time(14, self._chance.randrange(60)), UTC)


def _counted(text: str, register: Register, period: Period) -> str:
    """The text with how often somebody was there, counted as the report counts it."""
    present, expected = register.counts(period.starts_on, period.ends_on or period.starts_on)
    return text.format(geweest=present, gepland=expected)
