"""The recovery sheet: six groups in large letters, and where to keep them."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.recovery_sheet import RecoverySheet
from ca_desktop.i18n import Translate
from ca_desktop.reports.layout import PaperInfo, Words, pdf, style


def render(data: RecoverySheet, t: Translate) -> bytes:
    """The PDF in the language of `t`. It holds a key: it is printed, not kept as a file."""
    title = t("Recovery sheet")
    info = PaperInfo(
        title=f"{title} {data.letterhead.centre}",
        footer=" · ".join((data.letterhead.centre, title, t("Secret: keep it like a key"))),
        language=data.language,
        made_on=data.made_on,
        letterhead=data.letterhead,
    )
    return pdf(list(_story(data, Words(1.12), t)), info, t)


def _story(data: RecoverySheet, words: Words, t: Translate) -> Iterator[Flowable]:
    yield words.heading(t("Recovery sheet"), 1)
    yield words.paragraph(
        t("With this sheet you get into your centre's data when nobody knows a password any more."),
        "lead",
    )
    yield words.space(6)
    rows = ((t("Centre"), data.letterhead.centre), (t("Coordinator"), data.coordinator))
    yield words.facts(
        (*rows, (t("Made on"), format_date(data.made_on))), label_width=120, width=style.TEXT_WIDTH
    )
    yield words.space(14)
    yield words.code_groups(data.groups)
    yield words.space(8)
    yield words.paragraph(
        t("Capitals or small letters make no difference. The letters I, L, O and U do not occur."),
        "small",
    )
    yield from _advice(words, t)
    yield words.space(14)
    yield words.signature_block(
        ((t("Kept by"), ""), (t("Coordinator"), data.coordinator)),
        words=(t("Name"), t("Date"), t("Signature")),
    )


def _advice(words: Words, t: Translate) -> Iterator[Flowable]:
    yield words.heading(t("How to use it"))
    yield words.bullet_list(
        (
            t("Open CA Desktop and choose “Password forgotten? Use the recovery sheet”."),
            t("Type the six groups from left to right, line by line."),
            t("Choose a new password. Print a new sheet afterwards and destroy this one."),
        ),
        "body",
    )
    yield words.heading(t("Where to keep it"))
    yield words.bullet_list(
        (
            t("On paper, in a locked drawer or safe, not beside the computer."),
            t("Make a second sheet for a person whom the board trusts, at another place."),
            t("Never photograph, mail or save it: who has this sheet can read everything."),
            t("Lost or seen by somebody? Make a new one at once; then this one stops working."),
        ),
        "body",
    )


__all__ = ["render"]
