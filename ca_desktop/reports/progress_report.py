"""The progress report of one participant, for one recipient and period; usually two pages."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.privacy import ELEMENT_WORDS, RecipientKind
from ca_desktop.domain.progress_lines import ProgressReport
from ca_desktop.i18n import Translate
from ca_desktop.reports.layout import PaperInfo, Words, pdf, style
from ca_desktop.reports.progress_measures import attendance, guidance
from ca_desktop.reports.progress_notes import agreements, goals, notes
from ca_desktop.reports.score_panels import scores
from ca_desktop.reports.texts import (
    PURPOSES,
    RETENTION,
    TRAJECTORY_GOALS,
    half_day_count,
    half_days_text,
    period_text,
)

_LABEL_WIDTH = 118.0
_REMARK_DOTS = 64


def render(data: ProgressReport, t: Translate) -> bytes:
    """The PDF in the language of `t`. What the lens left out of `data` can't be on it."""
    info = PaperInfo(
        title=data.title,
        footer=" · ".join((data.letterhead.centre, data.title, t("Confidential"))),
        language=data.language,
        made_on=data.made_on,
        letterhead=data.letterhead,
    )
    return pdf(list(_story(data, Words(), t)), info, t)


def _story(data: ProgressReport, words: Words, t: Translate) -> Iterator[Flowable]:
    yield words.paragraph(t("Confidential"), "mark")
    yield words.heading(t("Progress report"), 1)
    yield words.facts(
        [(label, value) for label, value in _title_block(data, t) if value],
        label_width=_LABEL_WIDTH,
        width=style.TEXT_WIDTH,
    )
    yield from _agreed(data, words, t)
    yield from _roles(data, words, t)
    yield from _workplace(data, words, t)
    yield from attendance(data.attendance, words, t)
    yield from goals(data.goals, words, t)
    yield from scores(data.scores, words, t)
    yield from guidance(data.guidance, words, t)
    yield from agreements(data.agreements, words, t)
    yield from notes(t("Incidents"), data.incidents or None, words, t)
    yield from _next_step(data, words, t)
    yield from notes(t("Notes of the guidance log"), data.notes, words, t)
    yield from _signatures(data, words, t)
    yield from _account(data, words, t)


def _title_block(data: ProgressReport, t: Translate) -> Iterator[tuple[str, str]]:
    person, recipient = data.person, data.recipient
    yield t("About whom"), person.name
    yield t("Number at the centre"), person.number
    yield t("Number at the partner"), ", ".join(person.partner_numbers)
    yield t("Date of birth"), format_date(person.born_on)
    yield t("Address"), person.address
    yield t("Phone and e-mail"), person.contact
    yield t("Target group"), person.target_group
    attention = t("for the attention of {name}", name=recipient.contact_name)
    lines = (recipient.name, attention if recipient.contact_name else "", *recipient.address_lines)
    yield t("For"), ", ".join(line for line in lines if line)
    yield t("Period"), _period(data, t)
    yield t("What for"), "\n".join(purposes(data, t))
    yield t("Legal basis"), "\n".join(data.legal_basis)
    yield t("Made by"), t("{name} on {date}", name=data.author, date=format_date(data.made_on))


def _period(data: ProgressReport, t: Translate) -> str:
    """The period; and where the trajectory covers only a part of it, which days those are."""
    whole = period_text(data.starts_on, data.ends_on, t)
    if not data.covered:
        return whole
    days = ", ".join(period_text(one.starts_on, one.ends_on, t) for one in data.covered)
    return "\n".join((whole, t("Only the days within the trajectory: {days}.", days=days)))


def purposes(data: ProgressReport, t: Translate) -> tuple[str, ...]:
    """What the report is for, as it stands on it: as agreed, else the usual of its recipient."""
    own = (RecipientKind.PARTICIPANT, RecipientKind.EMPLOYER)
    agreed = [one.purpose for one in data.agreed or () if one.purpose]
    if data.recipient.kind in own or not agreed:
        return (t(PURPOSES[data.recipient.kind]),)
    return tuple(dict.fromkeys(agreed))


def _agreed(data: ProgressReport, words: Words, t: Translate) -> Iterator[Flowable]:
    if data.agreed is None:
        return
    yield words.heading(t("What was agreed"))
    if not data.agreed:
        yield words.paragraph(t("No agreement with a partner runs in this period."))
    for one in data.agreed:
        when = period_text(one.starts_on, one.ends_on, t)
        week = t("{half_days} a week", half_days=half_day_count(one.half_days_per_week, t))
        parts = (one.partner, when, week if one.half_days_per_week else "")
        yield words.paragraph(" · ".join(part for part in parts if part))
        goal = t(TRAJECTORY_GOALS[one.goal])
        yield words.labelled(t("Goal:"), f"{goal}. {one.goal_text}" if one.goal_text else goal)


def _roles(data: ProgressReport, words: Words, t: Translate) -> Iterator[Flowable]:
    if data.roles is None:
        return
    yield words.heading(t("Roles worked in"))
    if not data.roles:
        yield words.paragraph(t("There was no placement in this period."))
        return
    header = (t("Role"), t("Period"), t("Half-days"), t("Supervisor"))
    rows = [
        (
            one.role,
            period_text(one.starts_on, one.ended_on, t),
            half_days_text(one.half_days, t),
            one.supervisor,
        )
        for one in data.roles
    ]
    wide = style.TEXT_WIDTH
    yield words.table(header, rows, (wide * 0.2, wide * 0.27, wide * 0.31, wide * 0.22))


def _workplace(data: ProgressReport, words: Words, t: Translate) -> Iterator[Flowable]:
    if data.workplace_agreements:
        yield words.heading(t("Agreements for the workplace"))
        yield words.bullet_list(data.workplace_agreements, "body")


def _next_step(data: ProgressReport, words: Words, t: Translate) -> Iterator[Flowable]:
    if data.next_step:
        yield words.heading(t("Next step"))
        yield from words.paragraphs(data.next_step)


def _signatures(data: ProgressReport, words: Words, t: Translate) -> Iterator[Flowable]:
    signers = data.signers
    yield words.together(
        [
            words.heading(t("Signatures")),
            words.paragraph(
                t("☐ The participant has read this report. Remarks of the participant:")
            ),
            *(words.paragraph("…" * _REMARK_DOTS) for _line in range(2)),
            words.signature_block(
                (
                    (t("Participant"), signers.participant),
                    (t("Supervisor"), signers.supervisor),
                    (t("Coordinator"), signers.coordinator),
                ),
                words=(t("Name"), t("Date"), t("Signature")),
            ),
        ]
    )


def _account(data: ProgressReport, words: Words, t: Translate) -> Iterator[Flowable]:
    terms = "; ".join(dict.fromkeys(t(RETENTION[role]) for role in data.legal_roles))
    lines = [
        t("How long the centre keeps this: {terms}.", terms=terms)
        if terms
        else t("The centre keeps this no longer than the law allows.")
    ]
    for element, reason in data.included:
        label = t(ELEMENT_WORDS[element])
        lines.append(
            t("Included on request: {element}. Reason: {reason}", element=label, reason=reason)
        )
    lines.append(t("Only for the recipient and the purpose named above. Do not pass it on."))
    yield words.space(6)
    yield words.together([words.paragraph(line, "small") for line in lines])


__all__ = ["purposes", "render"]
