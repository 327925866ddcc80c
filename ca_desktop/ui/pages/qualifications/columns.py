"""The columns of the list of qualifications."""

from ca_desktop.domain.dates import format_date
from ca_desktop.i18n import N_, _, ngettext
from ca_desktop.services.qualifications import QualificationLine
from ca_desktop.ui.kit.table_model import Column


def status(line: QualificationLine) -> str:
    """Whether somebody compared it with SBB."""
    return _("Checked") if line.listed.is_checked else _("To be verified")


def where_from(line: QualificationLine) -> str:
    """Whether it came with the program, was changed here, or is the centre's own."""
    if line.listed.is_own:
        return _("added here")
    return _("changed here") if line.listed.is_changed else _("came with the program")


def in_use(line: QualificationLine) -> str:
    """'2 erkenningen, 3 overeenkomsten', or nothing."""
    parts = []
    if line.accreditations:
        words = ngettext("{n} accreditation", "{n} accreditations", line.accreditations)
        parts.append(words)
    if line.agreements:
        parts.append(ngettext("{n} agreement", "{n} agreements", line.agreements))
    return ", ".join(parts)


def period(line: QualificationLine) -> str:
    """From until, as far as it is known."""
    one = line.listed.qualification
    if one.starts_on and one.ends_on:
        return f"{format_date(one.starts_on)} – {format_date(one.ends_on)}"
    if one.starts_on:
        return _("from {day}", day=format_date(one.starts_on))
    return _("until {day}", day=format_date(one.ends_on)) if one.ends_on else ""


COLUMNS = (
    Column[QualificationLine](N_("Code"), text=lambda line: line.id, width=70),
    Column[QualificationLine](
        N_("Qualification"), text=lambda line: line.listed.qualification.name, stretch=True
    ),
    Column[QualificationLine](
        N_("Level"),
        text=lambda line: str(line.listed.qualification.level),
        right=True,
        width=70,
    ),
    Column[QualificationLine](
        N_("Status"),
        text=status,
        icon=lambda line: "circle-check" if line.listed.is_checked else "triangle-alert",
        tooltip=lambda line: line.listed.qualification.source,
        width=140,
    ),
    Column[QualificationLine](
        N_("In use"),
        text=in_use,
        sort_key=lambda line: -(line.accreditations + line.agreements),
        width=150,
        minor=True,
    ),
    Column[QualificationLine](
        N_("Checked on"),
        text=lambda line: format_date(line.listed.qualification.checked_on),
        sort_key=lambda line: line.listed.qualification.checked_on,
        width=120,
        room=800,
    ),
    Column[QualificationLine](
        N_("Learning paths"),
        text=lambda line: ", ".join(p.text for p in line.listed.qualification.learning_paths),
        width=130,
        room=1000,
    ),
    Column[QualificationLine](
        N_("Equivalent codes"),
        text=lambda line: ", ".join(line.listed.qualification.equivalents),
        width=150,
        room=1000,
    ),
    Column[QualificationLine](
        N_("From until"),
        text=period,
        sort_key=lambda line: line.listed.qualification.ends_on,
        width=190,
        room=1160,
    ),
    Column[QualificationLine](N_("Origin"), text=where_from, width=170, room=1300),
)
