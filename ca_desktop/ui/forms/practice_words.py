"""Practice in words: cover, signatures, phases, hours, guidance."""

from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.dates import format_date
from ca_desktop.domain.hour_norms import per_week
from ca_desktop.domain.intern_profiles import InternAdvice
from ca_desktop.domain.practice_agreements import PracticePhase
from ca_desktop.domain.practice_cover import CodeCover, Cover
from ca_desktop.domain.practice_hours import HoursProgress, HoursState
from ca_desktop.domain.practice_phases import steps_of
from ca_desktop.i18n import _, current_language
from ca_desktop.services.practice_agreements import AgreementLine
from ca_desktop.services.practice_hours import PracticeDemand
from ca_desktop.ui.kit.marks import Tone

COVER_TONES: dict[Cover, Tone] = {
    Cover.EQUAL: "good",
    Cover.EQUIVALENT: "warning",
    Cover.NOT_COVERED: "danger",
    Cover.NOT_NEEDED: "good",
    Cover.UNKNOWN: "warning",
}
COVER_ICONS = {
    Cover.EQUAL: "circle-check",
    Cover.EQUIVALENT: "triangle-alert",
    Cover.NOT_COVERED: "circle-alert",
    Cover.NOT_NEEDED: "circle-check",
    Cover.UNKNOWN: "circle-help",
}


def cover_words(cover: CodeCover) -> str:
    """Why it is covered or not; “not covered” before it where the reason does not begin so."""
    word = cover.cover.text.capitalize()
    says_so = not cover.stops or cover.reason.startswith(word)
    return cover.reason if says_so else f"{word}. {cover.reason}"


def phase_words(phase: PracticePhase) -> str:
    """What is to be done in this phase, one line per step."""
    language = current_language()
    return "\n".join(f"{step.who.text}: {step.text.in_(language)}" for step in steps_of(phase))


def signing_words(line: AgreementLine) -> str:
    """Whether it is signed, and else by whom not yet."""
    if line.is_signed:
        return _("Signed on {day:%d-%m-%Y}", day=line.agreement.signed_on)
    if not line.unsigned:
        return _("Signed by everybody; the day is not filled in")
    return _("Not signed yet by: {who}", who=", ".join(one.text for one in line.unsigned))


HOURS_ICONS = {
    HoursState.NOT_BEGUN: "clock",
    HoursState.ON_TRACK: "circle-check",
    HoursState.BEHIND: "triangle-alert",
    HoursState.ENOUGH: "circle-check",
}


def hours_text(minutes: float) -> str:
    """'15,25': hours with a comma, no more decimals than needed."""
    return f"{minutes / 60:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def whole_hours(minutes: float) -> str:
    """'296': whole hours."""
    return str(round(minutes / 60))


def hours_short(found: HoursProgress | None) -> str:
    """'120 of 130 h, on track' for a list; '' where no hours were agreed."""
    if found is None:
        return ""
    return _(
        "{made} of {due} h, {state}",
        made=whole_hours(found.counted),
        due=whole_hours(found.due),
        state=found.state.text,
    )


def hours_words(demand: PracticeDemand) -> str:
    """Hours made and due, how many in all and when; norms and weeks beside it."""
    found = demand.progress
    if found is None:
        return _("No hours were agreed yet, so progress can't be counted.")
    days = found.target
    lines = [
        _(
            "{made} hours made, {due} due until today, {all} in all ({first} until {last}).",
            made=whole_hours(found.counted),
            due=whole_hours(found.due),
            all=whole_hours(days.minutes),
            first=format_date(days.starts_on),
            last=format_date(days.ends_on),
        )
    ]
    if found.state is HoursState.BEHIND:
        lines.append(_("{n} hours behind.", n=whole_hours(found.behind)))
    if found.elective:
        words = _("{n} hours for an elective don't count.", n=whole_hours(found.elective))
        lines.append(words)
    if days.by_norm:
        lines.append(_("The norm asks more than was agreed: it is counted with the norm."))
    if demand.weeks:
        each = per_week(days.minutes, demand.weeks)
        words = _(
            "That is about {n} hours a week in {weeks} weeks.",
            n=hours_text(float(each)),
            weeks=demand.weeks,
        )
        lines.append(words)
    if not demand.knows_holidays:
        lines.append(
            _("The holidays of this school are not known: fill in its region at Partners.")
        )
    return " ".join(lines)


def norm_words(demand: PracticeDemand) -> str:
    """The norms for this path and level; '' where there are none."""
    language = current_language()
    named = ", ".join(
        _("{name}: {hours} hours", name=one.name.in_(language), hours=one.practice)
        for one in demand.norms
    )
    return _("Norm for practice: {norms}.", norms=named) if named else ""


def advice_words(advice: InternAdvice) -> str:
    """Assignment, what is asked, guidance and the level that is proposed."""
    language, catalogue = current_language(), load_catalogue()
    profile = advice.profile
    levels = (advice.at_start, advice.after)
    start, after = (
        f"{level} ({catalogue.intensity(level).name.in_(language).casefold()})" for level in levels
    )
    return "\n".join(
        (
            _("Assignment: {text}", text=profile.assignment.in_(language)),
            _("What is asked: {text}", text=profile.demands.in_(language)),
            _(
                "Guidance: {text} By: {who}.",
                text=profile.guidance.in_(language),
                who=profile.guided_by.in_(language).casefold(),
            ),
            _(
                "Proposed level of guidance: {start} in the first {weeks} weeks, then {after}.",
                start=start,
                after=after,
                weeks=advice.weeks,
            ),
        )
    )
