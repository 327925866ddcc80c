"""The longest time of a legal form as a condition of a placement: the last day, leap days, an
extension, and the unpaid time that counts.
"""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.catalogue_legal_forms import ByLaw
from ca_desktop.domain.conditions import Condition, Verdict, Weight
from ca_desktop.domain.conditions import ConditionKind as Kind
from ca_desktop.domain.explanations import explain
from ca_desktop.domain.placement_facts import PlacementFacts, TermFact
from ca_desktop.domain.trajectories import LegalForm, Trajectory
from ca_desktop.domain.trajectory_terms import form_of, term_of
from tests.domain.facts import a_trajectory, facts, of_kind

FITS, NOT, UNKNOWN = Verdict.FITS, Verdict.DOES_NOT_FIT, Verdict.UNKNOWN
OLD_ENOUGH = date(1971, 3, 2)


def a_place(starts_on: date, ends_on: date | None = None) -> Trajectory:
    """A participation place: 24 months, 48 with an extension; the law says so."""
    form = LegalForm.PARTICIPATION_PLACE
    return a_trajectory(legal_form=form, starts_on=starts_on, ends_on=ends_on)


def placed(
    on: date, *trajectories: Trajectory, review: date | None = None, ended: date | None = None
) -> PlacementFacts:
    """A placement that begins on this day, as everything else fits."""
    made = facts()
    catalogue = load_catalogue()
    forms = [form_of(one, catalogue) for one in trajectories]
    return replace(
        made,
        today=on,
        placement=replace(
            made.placement, starts_on=on, review_on=review or on, ended_on=ended, outcome=None
        ),
        trajectories=trajectories,
        terms=tuple(
            TermFact(
                trajectory=one,
                term=term_of(one, trajectories, OLD_ENOUGH, catalogue),
                by_law=form is not None and ByLaw.TERM in form.by_law,
                source=form.origin.source if form else "",
            )
            for one, form in zip(trajectories, forms, strict=True)
        ),
    )


def found(made: PlacementFacts) -> Condition:
    return of_kind(made, Kind.LONGEST_TIME)


@pytest.mark.parametrize(
    ("on", "verdict", "weight"),
    [
        (date(2028, 3, 4), FITS, Weight.LAW),
        (date(2028, 3, 5), NOT, Weight.REASON),  # only with an extension
        (date(2030, 3, 4), NOT, Weight.REASON),
        (date(2030, 3, 5), NOT, Weight.LAW),
    ],
)
def test_the_last_day_of_the_longest_time_fits_and_the_day_after_does_not(
    on: date, verdict: Verdict, weight: Weight
) -> None:
    one = found(placed(on, a_place(date(2026, 3, 5))))
    assert (one.verdict, one.weight) == (verdict, weight)


def test_what_the_law_limits_is_refused_whatever_the_reason() -> None:
    one = found(placed(date(2030, 3, 5), a_place(date(2026, 3, 5))))
    assert one.stops
    assert "04-03-2030" in one.reason
    assert "Participatiewet" in one.source


def test_a_term_from_a_leap_day_ends_on_the_28th() -> None:
    place = a_place(date(2024, 2, 29), date(2028, 2, 28))
    assert found(placed(date(2028, 2, 28), place)).verdict is FITS
    open_ended = replace(place, ends_on=None)
    assert found(placed(date(2028, 2, 29), open_ended)).stops


def test_an_extension_that_was_agreed_counts() -> None:
    place = a_place(date(2026, 3, 5), date(2029, 3, 4))
    one = found(placed(date(2028, 6, 1), place))
    assert one.verdict is FITS
    assert "04-03-2030" in one.reason


def test_a_review_after_the_longest_time_asks_what_follows() -> None:
    place = a_place(date(2026, 3, 5))
    on, last = date(2028, 2, 1), date(2028, 3, 4)
    assert found(placed(on, place, review=last)).verdict is FITS
    one = found(placed(on, place, review=last + timedelta(days=1)))
    assert (one.verdict, one.weight) == (UNKNOWN, Weight.ADVICE)


def test_a_placement_that_goes_on_after_the_longest_time_is_refused() -> None:
    place = a_place(date(2026, 3, 5))
    last = date(2030, 3, 4)
    assert not found(placed(date(2028, 1, 3), place, ended=last)).stops
    assert found(placed(date(2028, 1, 3), place, ended=last + timedelta(days=1))).stops


def test_a_term_that_is_only_usual_asks_a_reason() -> None:
    trial = a_trajectory(legal_form=LegalForm.TRIAL_PLACEMENT, starts_on=date(2026, 9, 1))
    assert found(placed(date(2026, 11, 30), trial)).verdict is FITS
    one = found(placed(date(2026, 12, 1), trial))
    assert one.asks_reason


def test_unpaid_periods_are_added_up_and_named() -> None:
    experience = a_trajectory(
        legal_form=LegalForm.WORK_EXPERIENCE,
        starts_on=date(2025, 9, 1),
        ends_on=date(2026, 2, 28),
    )
    volunteer = a_trajectory(
        legal_form=LegalForm.VOLUNTEER, starts_on=date(2024, 1, 1), ends_on=date(2024, 1, 10)
    )
    place = a_place(date(2026, 3, 5))
    one = found(placed(date(2027, 8, 25), volunteer, experience, place))
    assert one.verdict is FITS
    assert "25-08-2027" in one.reason  # 24 months less six months and ten days
    assert "6 maanden en 10 dagen" in one.reason
    assert "Werkervaringsplaats van 01-09-2025 t/m 28-02-2026" in one.reason
    assert found(placed(date(2027, 8, 26), volunteer, experience, place)).verdict is NOT


def test_a_form_without_a_longest_time_fits_and_no_form_is_not_known() -> None:
    day = date(2026, 11, 24)
    without = found(placed(day, a_trajectory(legal_form=LegalForm.WMO_DAY_ACTIVITY)))
    assert without.verdict is FITS
    unknown = found(placed(day, a_trajectory()))
    assert (unknown.verdict, unknown.weight) == (UNKNOWN, Weight.ADVICE)


def test_only_the_trajectory_of_the_placement_counts_when_one_was_chosen() -> None:
    over = a_trajectory(legal_form=LegalForm.TRIAL_PLACEMENT, starts_on=date(2026, 1, 1))
    other = a_trajectory(legal_form=LegalForm.WMO_DAY_ACTIVITY)
    made = placed(date(2026, 11, 24), over, other)
    chosen = replace(made, placement=replace(made.placement, trajectory_id=other.id))
    assert found(chosen).verdict is FITS
    both = [one for one in explain(made) if one.kind is Kind.LONGEST_TIME]
    assert [one.verdict for one in both] == [NOT, FITS]


def test_the_way_to_the_record_leads_to_the_trajectories() -> None:
    record = found(placed(date(2026, 11, 24), a_place(date(2026, 3, 5)))).record
    assert record is not None
    assert (record.page, record.section) == ("participants", "agreements")


def with_a_birthday(born_on: date | None) -> PlacementFacts:
    """A participation place, and a date of birth that came after it was kept."""
    place = a_place(date(2026, 3, 5))
    made = placed(date(2026, 4, 1), place)
    [fact] = made.terms
    term = term_of(place, [place], born_on, load_catalogue())
    return replace(made, terms=(replace(fact, term=term),))


def of_the_form(made: PlacementFacts) -> list[Condition]:
    return [one for one in explain(made) if one.code.startswith("trajectory:form:")]


def test_somebody_too_young_for_the_form_is_not_placed_on_it() -> None:
    [young] = of_the_form(with_a_birthday(date(2002, 5, 1)))
    assert young.stops
    assert "27" in young.reason


def test_an_age_that_is_not_known_is_said_and_one_that_fits_is_not() -> None:
    [unknown] = of_the_form(with_a_birthday(None))
    assert (unknown.verdict, unknown.weight) == (UNKNOWN, Weight.ADVICE)
    assert of_the_form(with_a_birthday(OLD_ENOUGH)) == []
