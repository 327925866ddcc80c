"""In-, through- and outflow: the figures, the people behind each, and who has no next step."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from ca_desktop.db.queries import flow as flow_queries
from ca_desktop.db.queries import gaps as gap_queries
from ca_desktop.db.queries import signals as signal_queries
from ca_desktop.db.queries.role_names import role_names
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.aftercare import AftercareResult
from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.dates import Period, add_months
from ca_desktop.domain.errors import RuleBroken, refuse
from ca_desktop.domain.flow import (
    Figure,
    FlowFigures,
    Names,
    OutcomeKind,
    Rows,
    behind,
    figures,
    filed,
    problems,
)
from ca_desktop.domain.flow_measures import AFTER, FlowBy, Measure, Source
from ca_desktop.domain.journal import JournalAction
from ca_desktop.domain.names import PersonName
from ca_desktop.domain.partners import Partner
from ca_desktop.domain.permissions import Action, Reach
from ca_desktop.domain.trajectories import FORM_WORDS, LegalForm
from ca_desktop.i18n import N_, Translate, _, current_language, translator
from ca_desktop.services.service import Service, allowed


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowPerson:
    """Somebody behind a figure: on which day, and in words how it ended or what aftercare told."""

    participant_id: UUID
    number: int
    name: PersonName
    on: date
    what: str

    @property
    def id(self) -> UUID:
        return self.participant_id


class GapReason(StrEnum):
    """Why somebody may drop into a gap."""

    STOPPED = "stopped"
    LEAVES = "leaves"
    TRAJECTORY_ENDS = "trajectory_ends"

    @property
    def text(self) -> str:
        return {
            GapReason.STOPPED: _("stopped, and nothing followed"),
            GapReason.LEAVES: _("leaves, and no next step is known"),
            GapReason.TRAJECTORY_ENDS: _("the trajectory ends, and none follows"),
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Somebody who ends, or stopped, without a next step."""

    participant_id: UUID
    name: PersonName
    on: date
    reason: GapReason

    @property
    def id(self) -> tuple[UUID, GapReason]:
        return self.participant_id, self.reason


class FlowService(Service):
    """What a user can see of in-, through- and outflow."""

    @allowed(Action.SEE_FLOW)
    def figures(self, period: Period, by: FlowBy, language: str = "") -> FlowFigures:
        """The figures of these days; per target group none that is about a few people, and that
        the groups were counted is journalled.
        """
        refuse(problems(period))
        with self._database.read() as uow:
            found, names = _rows(uow, self._reach(Action.SEE_FLOW), period, by, language)
        if by is FlowBy.GROUP:
            with self._database.write(self._actor, N_("Count target groups")) as uow:
                uow.note(JournalAction.READ, "restricted_blocks")
        least = load_catalogue().flow_term("smallest_group")
        return figures(found, period, by, names, least)

    @allowed(Action.SEE_FLOW)
    def rows_behind(self, figure: Figure) -> Sequence[FlowPerson]:
        """The people that one figure counts, by day; never of a target group."""
        if figure.by is FlowBy.GROUP:
            raise RuleBroken(_("Of target groups you see numbers only, not who is in them."))
        refuse(problems(figure.period))
        reach = self._reach(Action.SEE_FLOW)
        with self._database.read() as uow:
            sources = (figure.measure.source,)
            found, names = _rows(uow, reach, figure.period, figure.by, "", sources)
            rows = behind(found, figure.measure, figure.key, names.good)
            if figure.outcome is not None:
                rows = [row for row in rows if row.code == figure.outcome]
            people = gap_queries.named(uow, reach, [row.participant_id for row in rows])
        words = _result_words(figure.measure, names)
        return [
            FlowPerson(
                participant_id=row.participant_id,
                number=people[row.participant_id][0],
                name=people[row.participant_id][1],
                on=row.on,
                what=words.get(row.code, ""),
            )
            for row in rows
        ]

    @allowed(Action.SEE_FLOW)
    def without_next_step(self) -> Sequence[Gap]:
        """Who stopped without a next step, and who soon ends without one; the first day first."""
        with self._database.read() as uow:
            reach = self._reach(Action.SEE_FLOW)
            found = [*people_in_gaps(uow, reach), *_trajectories_that_end(uow, reach)]
        return sorted(found, key=lambda gap: (gap.on, gap.name.sort_key))


def people_in_gaps(uow: UnitOfWork, reach: Reach, since: date | None = None) -> list[Gap]:
    """Who stopped since this day (without one: as far back as the centre looks), or is to leave,
    without a next step.
    """
    terms = load_catalogue()
    until = reach.today + timedelta(weeks=terms.flow_term("weeks_ahead"))
    since = since or add_months(reach.today, -terms.flow_term("months_after"))
    return [
        *_gaps(gap_queries.stopped(uow, reach, since), GapReason.STOPPED),
        *_gaps(gap_queries.leaving(uow, reach, until), GapReason.LEAVES),
    ]


def _trajectories_that_end(uow: UnitOfWork, reach: Reach) -> Iterator[Gap]:
    """Within eight weeks, as on Vandaag, and none that follows: each person once, however many
    trajectories end on that day.
    """
    found = {row.participant_id: row for row in signal_queries.ending_trajectories(uow, reach).rows}
    for row in found.values():
        yield Gap(
            participant_id=row.participant_id,
            name=row.name,
            on=row.due_on,
            reason=GapReason.TRAJECTORY_ENDS,
        )


def _gaps(people: Iterable[gap_queries.PersonOn], reason: GapReason) -> Iterator[Gap]:
    for one in people:
        yield Gap(participant_id=one.participant_id, name=one.name, on=one.on, reason=reason)


def _rows(
    uow: UnitOfWork,
    reach: Reach,
    period: Period,
    by: FlowBy,
    language: str,
    sources: Iterable[Source] = tuple(Source),
) -> tuple[Rows, Names]:
    """What screen, paper and the rows behind a figure all count: one query per source."""
    names = _names(uow, by, language or current_language())
    rows = {one: flow_queries.flow_rows(uow, reach, one, period, by) for one in sources}
    return filed(rows, names.parts), names


def _names(uow: UnitOfWork, by: FlowBy, language: str) -> Names:
    t = translator(language)
    kinds = [
        OutcomeKind(code=one.code, name=one.name.in_(language), is_positive=one.is_positive)
        for one in load_catalogue().outcomes
    ]
    unknown = OutcomeKind(code="", name=t("Not filled in"), is_positive=False)
    return Names(
        parts={**_parts(uow, by, language, t), "": _unknown(by, t)},
        outcomes=(*kinds, unknown),
        total=t("All together"),
    )


def _parts(uow: UnitOfWork, by: FlowBy, language: str, t: Translate) -> dict[str, str]:
    if by is FlowBy.ROLE:
        found = {str(one): name for one, name in role_names(uow, language).items()}
    elif by is FlowBy.PARTNER:
        found = {str(one.id): one.name for one in uow.of(Partner).all()}
    elif by is FlowBy.FORM:
        return {form.value: t(FORM_WORDS[form]) for form in LegalForm}
    else:
        groups = load_catalogue().target_groups
        found = {g.code: g.name.in_(language) for g in groups if not g.is_never_recorded}
    return dict(sorted(found.items(), key=lambda item: item[1].casefold()))


def _unknown(by: FlowBy, t: Translate) -> str:
    return {
        FlowBy.ROLE: t("Not placed yet"),
        FlowBy.PARTNER: t("No trajectory"),
        FlowBy.FORM: t("Not filled in"),
        FlowBy.GROUP: t("Not recorded"),
    }[by]


def _result_words(measure: Measure, names: Names) -> dict[str, str]:
    if measure in AFTER:
        return {one.value: one.text for one in AftercareResult}
    if measure.source is Source.LEFT:
        return {one.code: one.name for one in names.outcomes}
    return {}
