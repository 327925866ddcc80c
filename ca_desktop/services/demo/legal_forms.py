"""In which legal form each trajectory of the demo centre runs, and what that form asks for."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from ca_desktop.domain.attendance import MINUTES_PER_HALF_DAY
from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.catalogue_legal_forms import Asked, LegalFormInfo
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.signals import SOON_DAYS
from ca_desktop.domain.trajectories import LegalForm, LegalRole, Trajectory, TrajectoryGoal
from ca_desktop.domain.trajectory_terms import term_of
from ca_desktop.services.demo.opening import open_from, open_until
from ca_desktop.services.demo.person import Person

EVALUATED = {5: 9, 6: -4, 14: 20}  # number: so many days from today; others are later
WITHOUT_END = frozenset({5})  # runs until the longest time of its form
_AT_SCHOOL = {
    "VS": LegalForm.INTERNSHIP_SPECIAL,
    "MB1": LegalForm.INTERNSHIP_BOL,
    "MB2": LegalForm.INTERNSHIP_BOL,
    "MB3": LegalForm.APPRENTICESHIP_BBL,
    "MB4": LegalForm.INTERNSHIP_BOL,
    "HB": LegalForm.INTERNSHIP_HIGHER,
}
_FROM_WORK_TO_WORK = "WW"
_NUMBERS = {Asked.DECISION: "B", Asked.AGREEMENT: "OVK", Asked.CONTRACT: "AO"}


class Forms:
    """Gives trajectories the first form that fits legal role, age and length."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._catalogue = load_catalogue()
        self._infos = {LegalForm(one.code): one for one in self._catalogue.legal_forms}

    def on(
        self, one: Trajectory, person: Person, who: Participant, before: Sequence[Trajectory]
    ) -> Trajectory:
        """This trajectory with its form, number, hours and evaluation."""
        made = next(
            filter(None, (self._in(form, one, who, before) for form in _able(one, person))), one
        )
        if made.legal_form is None:
            return made
        info = self._infos[made.legal_form]
        hours = Asked.HOURS in info.asks
        return replace(
            made,
            minutes_per_week=made.half_days_per_week * MINUTES_PER_HALF_DAY if hours else 0,
            decision_number=_number(info, made.starts_on, who.number),
            evaluation_on=self._evaluation(made, info, who.number),
        )

    def _in(
        self, form: LegalForm, one: Trajectory, who: Participant, before: Sequence[Trajectory]
    ) -> Trajectory | None:
        """The trajectory in this form, not longer than it may last; None where that can't be."""
        made = replace(one, legal_form=form)
        term = term_of(made, before, who.born_on, self._catalogue)
        if term.refusals:
            return None
        if term.ends_by is None or made.ends_on is None or made.ends_on <= term.ends_by:
            return made
        if term.ends_by >= self._today:
            end = None if who.number in WITHOUT_END else open_until(term.ends_by)
            return replace(made, ends_on=end)
        is_extended = term.extended_until is not None and made.ends_on <= term.extended_until
        return made if is_extended else None

    def _evaluation(self, made: Trajectory, info: LegalFormInfo, number: int) -> date | None:
        """The next one, four weeks ahead or more but for a few; of what has ended, the first."""
        if info.evaluation_weeks is None:
            return None
        step = timedelta(weeks=info.evaluation_weeks)
        day = made.starts_on + step
        if made.ends_on is None or made.ends_on >= self._today:
            later = self._today + timedelta(days=SOON_DAYS + 1)
            while day < later:
                day += step
            if number in EVALUATED:
                day = self._today + timedelta(days=EVALUATED[number])
        day = max(made.starts_on, open_from(day))
        return min(day, made.ends_on) if made.ends_on else day


def _able(one: Trajectory, person: Person) -> Iterator[LegalForm]:
    """The forms that suit, the most usual one first."""
    role = one.legal_role
    if role in (LegalRole.WMO_PROVIDER, LegalRole.CARE_SUBCONTRACTOR):
        yield LegalForm.WMO_DAY_ACTIVITY
    elif role is LegalRole.TRAINING_COMPANY:
        yield _AT_SCHOOL.get(person.group, LegalForm.PRACTICAL_LEARNING)
    elif person.group == _FROM_WORK_TO_WORK:
        yield LegalForm.PROJECT
    elif role is LegalRole.UNPAID_HOST:
        yield LegalForm.VOLUNTEER
    elif role is LegalRole.REINTEGRATION:
        if one.goal is TrajectoryGoal.QUALIFICATION:
            yield LegalForm.PRACTICAL_LEARNING
        if one.goal is TrajectoryGoal.LANGUAGE:
            yield LegalForm.INTEGRATION_DUAL
        yield LegalForm.PARTICIPATION_PLACE
        yield LegalForm.WORK_EXPERIENCE
        yield LegalForm.PROJECT


def _number(info: LegalFormInfo, starts_on: date, number: int) -> str:
    """'B202609-0417'; the letter before it keeps it from looking like a BSN."""
    if info.number is None:
        return ""
    return f"{_NUMBERS[info.number]}{starts_on:%Y%m}-{number:04d}"
