"""The columns of the lists in the section about practice."""

from datetime import date

from ca_desktop.domain.dates import format_date, iso_week
from ca_desktop.domain.school_visits import SchoolVisit
from ca_desktop.i18n import N_, _
from ca_desktop.services.guided_weeks import GuidedLine
from ca_desktop.services.practice_agreements import AgreementLine
from ca_desktop.services.practice_sheets import SheetLine
from ca_desktop.services.practised_work import PractisedLine
from ca_desktop.ui.forms.practice_words import COVER_ICONS, signing_words
from ca_desktop.ui.kit.table_model import Column


def until_words(planned: date, ended: date | None) -> str:
    """The real end where there is one, else the planned one."""
    return _("ended {date}", date=format_date(ended)) if ended else format_date(planned)


AGREEMENTS = (
    Column[AgreementLine](
        N_("Programme"),
        text=lambda line: (
            " ".join(filter(None, (line.agreement.code, line.agreement.qualification)))
            or line.agreement.learning_path.text
        ),
        stretch=True,
    ),
    Column[AgreementLine](N_("School"), text=lambda line: line.school, room=700, width=150),
    Column[AgreementLine](
        N_("Accreditation"),
        text=lambda line: line.cover.cover.text,
        tooltip=lambda line: line.cover.reason,
        icon=lambda line: COVER_ICONS[line.cover.cover],
        room=480,
        width=190,
    ),
    Column[AgreementLine](
        N_("Signed"),
        text=lambda line: _("signed") if line.is_signed else _("not signed"),
        tooltip=signing_words,
        icon=lambda line: "circle-check" if line.is_signed else "triangle-alert",
        room=860,
        width=120,
    ),
    Column[AgreementLine](
        N_("From"),
        text=lambda line: format_date(line.agreement.starts_on),
        sort_key=lambda line: line.agreement.starts_on,
        width=96,
    ),
    Column[AgreementLine](
        N_("Until"),
        text=lambda line: until_words(line.agreement.planned_end_on, line.agreement.ended_on),
        sort_key=lambda line: line.agreement.ended_on or line.agreement.planned_end_on,
        width=150,
    ),
)
SHEETS = (
    Column[SheetLine](N_("No."), text=lambda line: str(line.sheet.number), right=True, width=44),
    Column[SheetLine](
        N_("Elective"),
        text=lambda line: (
            f"{line.sheet.elective_code} {line.sheet.elective_name}".strip()
            or _("other days or hours")
        ),
        tooltip=lambda line: line.cover.reason if line.cover else "",
        icon=lambda line: COVER_ICONS[line.cover.cover] if line.cover else "",
        stretch=True,
    ),
    Column[SheetLine](
        N_("Hours"), text=lambda line: str(line.sheet.hours or ""), right=True, width=64
    ),
    Column[SheetLine](
        N_("From"),
        text=lambda line: format_date(line.sheet.starts_on),
        sort_key=lambda line: line.sheet.starts_on,
        width=96,
    ),
    Column[SheetLine](
        N_("Until"),
        text=lambda line: until_words(line.sheet.planned_end_on, line.sheet.ended_on),
        sort_key=lambda line: line.sheet.ended_on or line.sheet.planned_end_on,
        width=150,
    ),
)
WORK = (
    Column[PractisedLine](
        N_("Work process"), text=lambda line: f"{line.work.code}  {line.work.name}", stretch=True
    ),
    Column[PractisedLine](
        N_("Verdict"),
        text=lambda line: line.work.verdict.text if line.work.verdict else _("no verdict yet"),
        icon=lambda line: "circle-check" if line.work.verdict else "clock",
        width=170,
    ),
    Column[PractisedLine](N_("Seen by"), text=lambda line: line.supervisor, room=640, width=140),
    Column[PractisedLine](
        N_("Date"),
        text=lambda line: format_date(line.work.on),
        sort_key=lambda line: line.work.on,
        width=96,
    ),
)
VISITS = (
    Column[SchoolVisit](
        N_("Date"), text=lambda one: format_date(one.on), sort_key=lambda one: one.on, width=96
    ),
    Column[SchoolVisit](
        N_("Kind"),
        text=lambda one: (
            one.kind.text if one.is_done else _("{kind} (planned)", kind=one.kind.text)
        ),
        icon=lambda one: "circle-check" if one.is_done else "clock",
        width=210,
    ),
    Column[SchoolVisit](
        N_("What was agreed"), text=lambda one: one.agreed or one.text, stretch=True
    ),
    Column[SchoolVisit](
        N_("Next on"),
        text=lambda one: format_date(one.next_on),
        sort_key=lambda one: one.next_on,
        room=560,
        width=96,
    ),
)
WEEKS = (
    Column[GuidedLine](
        N_("Week"),
        text=lambda line: iso_week(line.guided.monday),
        sort_key=lambda line: line.guided.monday,
        width=110,
    ),
    Column[GuidedLine](
        N_("Monday"), text=lambda line: format_date(line.guided.monday), room=420, width=110
    ),
    Column[GuidedLine](N_("Guided by"), text=lambda line: line.supervisor, stretch=True),
)
