"""The columns of the list of students."""

from ca_desktop.domain.dates import format_date
from ca_desktop.i18n import N_, _
from ca_desktop.services.students import StudentLine
from ca_desktop.ui.forms.practice_words import (
    COVER_ICONS,
    HOURS_ICONS,
    hours_short,
    signing_words,
)
from ca_desktop.ui.kit.table_model import Column


def _path(row: StudentLine) -> str:
    one = row.agreement
    level = _("level {n}", n=one.level) if one.level else ""
    return " ".join(filter(None, (one.learning_path.text, level)))


def _code(row: StudentLine) -> str:
    return f"{row.agreement.code} {row.line.cover.cover.text}".strip()


STUDENTS = (
    Column[StudentLine](
        N_("Student"),
        text=lambda row: row.participant.sorted_form,
        sort_key=lambda row: row.participant.sort_key,
        tooltip=lambda row: f"{row.participant.full} ({row.number})",
        stretch=True,
    ),
    Column[StudentLine](
        N_("Code and accreditation"),
        text=_code,
        tooltip=lambda row: row.line.cover.reason,
        icon=lambda row: COVER_ICONS[row.line.cover.cover],
        width=170,
    ),
    Column[StudentLine](
        N_("Hours"),
        text=lambda row: hours_short(row.hours),
        sort_key=lambda row: -(row.hours.behind if row.hours else 0),
        icon=lambda row: HOURS_ICONS[row.hours.state] if row.hours else "",
        width=214,
    ),
    Column[StudentLine](
        N_("Signed"),
        text=lambda row: _("yes") if row.line.is_signed else _("no"),
        tooltip=lambda row: signing_words(row.line),
        icon=lambda row: "circle-check" if row.line.is_signed else "triangle-alert",
        width=100,
    ),
    Column[StudentLine](N_("School"), text=lambda row: row.line.school, room=760, width=130),
    Column[StudentLine](N_("Learning path"), text=_path, room=890, width=120),
    Column[StudentLine](
        N_("Phase"), text=lambda row: row.agreement.phase.text, room=1110, width=110
    ),
    Column[StudentLine](N_("Trainer"), text=lambda row: row.line.trainer, room=1230, width=120),
    Column[StudentLine](
        N_("Until"),
        text=lambda row: format_date(row.agreement.period.ends_on),
        sort_key=lambda row: row.agreement.period.ends_on,
        room=1000,
        width=100,
    ),
)
