"""Practice in words: cover, signatures, phases."""

from ca_desktop.domain.practice_agreements import PracticePhase
from ca_desktop.domain.practice_cover import Cover
from ca_desktop.domain.practice_phases import steps_of
from ca_desktop.i18n import _, current_language
from ca_desktop.services.practice_agreements import AgreementLine
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
