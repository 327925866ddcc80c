"""Terms and legal forms in the words that stand beside the fields of a trajectory."""

from collections.abc import Iterator
from datetime import date

from ca_desktop.domain.catalogue import LegalFormInfo, load_catalogue
from ca_desktop.domain.catalogue_legal_forms import Asked
from ca_desktop.domain.dates import format_date
from ca_desktop.domain.trajectories import LegalForm, LegalRole, Trajectory
from ca_desktop.domain.trajectory_terms import Length, Term
from ca_desktop.i18n import _, current_language


def usual_purpose(role: LegalRole | None) -> str:
    """The purpose that the catalogue gives for a legal role; '' for none."""
    if role is None:
        return ""
    return load_catalogue().legal_role(role.value).purpose.in_(current_language())


def info_of(form: LegalForm | None) -> LegalFormInfo | None:
    """What the catalogue says of a form."""
    return load_catalogue().legal_form(form.value) if form else None


def form_choices(role: LegalRole | None, also: LegalForm | None) -> list[tuple[LegalForm, str]]:
    """The forms that fit a legal role (all of them where none is chosen), and the one in use."""
    return [
        (LegalForm(one.code), one.name.in_(current_language()))
        for one in load_catalogue().legal_forms
        if role is None or role.value in one.legal_roles or one.code == also
    ]


def number_words(form: LegalFormInfo | None) -> str:
    """What the number of the agreement is called under this form."""
    number = form.number if form else None
    if number is Asked.DECISION:
        return _("Number of the decision")
    if number is Asked.CONTRACT:
        return _("Number of the contract")
    return _("Number of the agreement")


def form_words(form: LegalFormInfo | None) -> str:
    """What to know of a form, and how long it is kept."""
    if form is None:
        return ""
    language = current_language()
    kept = _("Kept: {rule}", rule=form.retention.in_(language))
    return "\n".join(filter(None, (form.note.in_(language), kept)))


def term_words(term: Term, today: date) -> str:
    """'Nog 7 van 24 maanden; loopt uiterlijk tot en met 04-03-2027.' and what counts before."""
    return "\n".join(_sentences(term, today))


def follows_words(old: Trajectory | None) -> str:
    """On which trajectory this one follows; '' where on none."""
    if old is None:
        return ""
    name = old.legal_form.text if old.legal_form else old.legal_role.text
    return _(
        "Follows on: {name}, from {start}. That one ends on the day before this one starts, and "
        "stays in the file as it was.",
        name=name,
        start=format_date(old.starts_on),
    )


def _sentences(term: Term, today: date) -> Iterator[str]:
    left = term.months_left(today)
    if left is None or term.ends_by is None:
        return
    yield _(
        "{left} of {most} months left; may run until {day} at the latest.",
        left=left,
        most=term.most_months,
        day=format_date(term.ends_by),
    )
    if term.extended_until is not None:
        yield _("With an extension until {day}.", day=format_date(term.extended_until))
    if term.before != Length():
        yield _("Earlier time that counts: {length}.", length=term.before.text)
