"""How long somebody may be here in one legal form: the unpaid time before counts, once.

A term of months ends on the day before the same day of the month; where that day does not exist,
on the last day of the month. Days that do not fill a month are taken off the end as days.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol
from uuid import UUID

from ca_desktop.domain.catalogue import Catalogue
from ca_desktop.domain.catalogue_legal_forms import ByLaw, LegalFormInfo
from ca_desktop.domain.catalogue_lookup import known
from ca_desktop.domain.dates import Period, add_months, format_date
from ca_desktop.domain.errors import Problem
from ca_desktop.domain.trajectories import LegalForm, Trajectory
from ca_desktop.i18n import _, ngettext

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """Time in whole months and the days that are left over."""

    months: int = 0
    days: int = 0

    @property
    def text(self) -> str:
        """'6 maanden en 3 dagen'; what is nothing is not named."""
        months = ngettext("{n} month", "{n} months", self.months)
        days = ngettext("{n} day", "{n} days", self.days)
        if self.months and self.days:
            return _("{months} and {days}", months=months, days=days)
        return days if self.days else months


class InForm(Protocol):
    """What counting asks of another trajectory of somebody: when it was, and in which form."""

    @property
    def id(self) -> UUID: ...

    @property
    def starts_on(self) -> date: ...

    @property
    def ends_on(self) -> date | None: ...

    @property
    def legal_form(self) -> LegalForm | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """An earlier time that counts towards the longest time of a trajectory, and in which form."""

    form: LegalForm
    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """What one trajectory may last. `ends_by` and `extended_until` are the last days, without and
    with an extension; both None where the form has no longest time.
    """

    starts_on: date
    most_months: int | None = None
    before: Length = Length()
    counted: tuple[Counted, ...] = ()
    ends_by: date | None = None
    extended_until: date | None = None
    refusals: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()

    def months_left(self, today: date) -> int | None:
        """Whole months from today (or from the start, when that is later) until `ends_by`."""
        if self.ends_by is None:
            return None
        begin = max(today, self.starts_on)
        return length(begin, self.ends_by).months if begin <= self.ends_by else 0


def term_of(
    trajectory: Trajectory,
    others: Iterable[InForm],
    born_on: date | None,
    catalogue: Catalogue,
) -> Term:
    """The term of a trajectory among the others of this person, and what speaks against it."""
    form = form_of(trajectory, catalogue)
    if form is None:
        return Term(starts_on=trajectory.starts_on)
    counted = tuple(_counted(trajectory, form, others, catalogue))
    before = total(Period(starts_on=one.starts_on, ends_on=one.ends_on) for one in counted)
    ends_by = _end(trajectory.starts_on, form.max_months, before)
    extended = _end(trajectory.starts_on, form.longest_months, before)
    found = [
        *_role_problems(trajectory, form),
        *_age_problems(trajectory, form, born_on),
        *_length_problems(trajectory, form, ends_by, extended),
    ]
    return Term(
        starts_on=trajectory.starts_on,
        most_months=form.max_months,
        before=before,
        counted=counted,
        ends_by=ends_by,
        extended_until=extended if form.max_extended_months else None,
        refusals=tuple(problem for law, problem in found if law),
        warnings=tuple(problem for law, problem in found if not law),
    )


def usual_days(
    starts_on: date, form: LegalFormInfo, ends_by: date | None
) -> tuple[date | None, date | None]:
    """The usual end and evaluation of a new trajectory, never past its longest time."""
    end = starts_on + timedelta(weeks=form.usual_weeks) - _DAY if form.usual_weeks else None
    if end and ends_by:
        end = max(starts_on, min(end, ends_by))
    if not form.evaluation_weeks:
        return end, None
    evaluation = starts_on + timedelta(weeks=form.evaluation_weeks)
    return end, min(evaluation, end) if end else evaluation


def form_of(trajectory: InForm, catalogue: Catalogue) -> LegalFormInfo | None:
    """The form in the words of the catalogue; None where none was chosen."""
    if trajectory.legal_form is None:
        return None
    return known(catalogue.legal_forms, trajectory.legal_form.value)


def last_day(starts_on: date, months: int) -> date:
    """The last day of so many months that begin on this day."""
    end = add_months(starts_on, months)
    return end if end.day < starts_on.day else end - _DAY


def length(starts_on: date, ends_on: date) -> Length:
    """From and until, both included, in whole months and days."""
    months = (ends_on.year - starts_on.year) * 12 + ends_on.month - starts_on.month + 1
    while months and last_day(starts_on, months) > ends_on:
        months -= 1
    whole = last_day(starts_on, months) if months else starts_on - _DAY
    return Length(months=months, days=(ends_on - whole).days)


def total(periods: Iterable[Period]) -> Length:
    """All periods together; days that lie in more than one count once."""
    parts = [length(one.starts_on, one.ends_on) for one in _merged(periods) if one.ends_on]
    return Length(months=sum(p.months for p in parts), days=sum(p.days for p in parts))


def _counted(
    trajectory: Trajectory,
    form: LegalFormInfo,
    others: Iterable[InForm],
    catalogue: Catalogue,
) -> Iterator[Counted]:
    """The time before this trajectory that counts towards its longest time, oldest first."""
    if form.max_months is None:
        return
    eve = trajectory.starts_on - _DAY
    for other in sorted(others, key=lambda one: one.starts_on):
        info = form_of(other, catalogue)
        same = info is not None and info.code == form.code
        adds_up = form.adds_up and info is not None and info.is_unpaid
        if other.id == trajectory.id or other.starts_on > eve or not (same or adds_up):
            continue
        if other.legal_form is not None:
            ends_on = min(other.ends_on or eve, eve)
            yield Counted(form=other.legal_form, starts_on=other.starts_on, ends_on=ends_on)


def _merged(periods: Iterable[Period]) -> list[Period]:
    """Periods that touch or overlap as one, in order; each has an end."""
    merged: list[Period] = []
    for one in sorted(periods, key=lambda p: (p.starts_on, p.ends_on or date.max)):
        last = merged[-1] if merged else None
        if one.ends_on is None or one.ends_on < one.starts_on:
            continue
        if last is not None and last.ends_on and one.starts_on <= last.ends_on + _DAY:
            end = max(last.ends_on, one.ends_on)
            merged[-1] = Period(starts_on=last.starts_on, ends_on=end)
        else:
            merged.append(one)
    return merged


def _end(starts_on: date, most_months: int | None, before: Length) -> date | None:
    """The last day that is allowed; the eve of the start where nothing is left."""
    if most_months is None:
        return None
    if before.months > most_months:
        return starts_on - _DAY
    end = last_day(starts_on, most_months - before.months) - timedelta(days=before.days)
    return max(end, starts_on - _DAY)


Found = Iterator[tuple[bool, Problem]]


def _role_problems(trajectory: Trajectory, form: LegalFormInfo) -> Found:
    if trajectory.legal_role.value not in form.legal_roles:
        message = _(
            "This form doesn't fit our legal role “{role}”. Choose another form or another role.",
            role=trajectory.legal_role.text,
        )
        yield ByLaw.ROLE in form.by_law, Problem("legal_form", message)


def _age_problems(trajectory: Trajectory, form: LegalFormInfo, born_on: date | None) -> Found:
    if form.minimum_age is None:
        return
    if born_on is None:
        message = _(
            "This form asks an age of {age}. The date of birth isn't known yet.",
            age=form.minimum_age,
        )
        yield False, Problem("legal_form", message)
    elif add_months(born_on, 12 * form.minimum_age) > trajectory.starts_on:
        message = _(
            "Too young at the start: this form is for people from {age} years.",
            age=form.minimum_age,
        )
        yield ByLaw.AGE in form.by_law, Problem("legal_form", message)


def _length_problems(
    trajectory: Trajectory, form: LegalFormInfo, ends_by: date | None, extended: date | None
) -> Found:
    if ends_by is None or extended is None:
        return
    by_law = ByLaw.TERM in form.by_law
    if extended < trajectory.starts_on:
        message = _("The longest time for this form has been used up before this start.")
        yield by_law, Problem("starts_on", message)
    elif trajectory.ends_on is not None and trajectory.ends_on > extended:
        message = _("Longer than this form may last: until {day}.", day=format_date(extended))
        yield by_law, Problem("ends_on", message)
    elif trajectory.ends_on is not None and trajectory.ends_on > ends_by:
        message = _("After {day} this needs an extension.", day=format_date(ends_by))
        yield False, Problem("ends_on", message)
