"""A qualification stands once at a location: its steps and letters are one course."""

from collections.abc import Iterable, Iterator

from ca_desktop.domain.accreditations import Accreditation
from ca_desktop.domain.errors import Problem
from ca_desktop.i18n import _


def double_problems(
    accreditation: Accreditation, others: Iterable[Accreditation]
) -> Iterator[Problem]:
    """What refuses a second one; `others` are the accreditations with the same code."""
    where = accreditation.training_company_id
    for one in others:
        if one.id != accreditation.id and one.training_company_id == where:
            words = _(
                "{name} stands at this location already: {state}. Open that one and record a step.",
                name=one.name,
                state=one.state.text,
            )
            yield Problem("code", words)
            return
