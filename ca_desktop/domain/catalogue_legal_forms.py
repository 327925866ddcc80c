"""The legal forms of the catalogue: which legal roles they fit, how long they last, what they ask.

The names of the fields are the keys in `resources/catalogue/legal_forms.toml`.
"""

from dataclasses import dataclass
from enum import StrEnum

from ca_desktop.domain.catalogue_entries import NO_TEXT, Origin, Text


class Asked(StrEnum):
    """A field that a legal form asks for: the kind of number, and what is agreed per week."""

    DECISION = "decision"
    AGREEMENT = "agreement"
    CONTRACT = "contract"
    HALF_DAYS = "half_days"
    HOURS = "hours"

    @property
    def is_number(self) -> bool:
        """Whether it says what kind of number stands in `decision_number`."""
        return self in (Asked.DECISION, Asked.AGREEMENT, Asked.CONTRACT)


class ByLaw(StrEnum):
    """What of a form the law itself says, so that breaking it is refused and not only warned of."""

    AGE = "age"
    TERM = "term"
    ROLE = "role"


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalFormInfo:
    """One legal form. `adds_up`: its longest time counts unpaid periods in other forms too."""

    code: str
    name: Text
    legal_roles: tuple[str, ...]
    by_law: tuple[ByLaw, ...] = ()
    is_unpaid: bool = False
    adds_up: bool = False
    minimum_age: int | None = None
    max_months: int | None = None
    max_extended_months: int | None = None
    usual_weeks: int | None = None
    evaluation_weeks: int | None = None
    asks: tuple[Asked, ...]
    note: Text = NO_TEXT
    retention: Text
    origin: Origin

    @property
    def longest_months(self) -> int | None:
        """The longest time with an extension; None where nothing limits it."""
        return self.max_extended_months or self.max_months

    @property
    def number(self) -> Asked | None:
        """Which number this form asks for, or None."""
        return next((one for one in self.asks if one.is_number), None)


def legal_form_problems(form: LegalFormInfo) -> list[str]:
    """What is wrong inside one form: terms that contradict each other, laws about nothing."""
    found = []
    if form.max_extended_months is not None and (
        form.max_months is None or form.max_extended_months <= form.max_months
    ):
        found.append("the extended term should be longer than the term")
    if form.adds_up and not (form.is_unpaid and form.max_months):
        found.append("only an unpaid form with a term can add up")
    if ByLaw.AGE in form.by_law and form.minimum_age is None:
        found.append("the law says an age, but there is no minimum age")
    if ByLaw.TERM in form.by_law and form.max_months is None:
        found.append("the law says a term, but there is no longest time")
    if sum(one.is_number for one in form.asks) > 1:
        found.append("asks for more than one number")
    return found
