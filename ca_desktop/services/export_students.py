"""The columns of the list of students that leaves the program."""

from ca_desktop.i18n import N_, _
from ca_desktop.services.export_rows import Layout
from ca_desktop.services.students import StudentLine


def _hours(minutes: int | None) -> float | None:
    return None if minutes is None else round(minutes / 60, 2)


STUDENTS: Layout[StudentLine] = Layout(
    (
        (N_("No."), lambda row: row.number),
        (N_("First name"), lambda row: row.participant.first),
        (N_("Prefix"), lambda row: row.participant.prefix),
        (N_("Last name"), lambda row: row.participant.last),
        (N_("School"), lambda row: row.line.school),
        (N_("Programme code"), lambda row: row.agreement.code),
        (N_("Qualification"), lambda row: row.agreement.qualification),
        (N_("Accreditation"), lambda row: row.line.cover.cover.text),
        (N_("Learning path"), lambda row: row.agreement.learning_path.text),
        (N_("Level"), lambda row: row.agreement.level or None),
        (N_("First day"), lambda row: row.agreement.starts_on),
        (N_("Planned end"), lambda row: row.agreement.planned_end_on),
        (N_("Real end"), lambda row: row.agreement.ended_on),
        (N_("Phase"), lambda row: row.agreement.phase.text),
        (N_("Signed"), lambda row: _("yes") if row.line.is_signed else _("no")),
        (N_("Trainer"), lambda row: row.line.trainer),
        (N_("Hours in all"), lambda row: row.agreement.hours or None),
        (N_("Hours due until today"), lambda row: _hours(row.hours.due if row.hours else None)),
        (N_("Hours made"), lambda row: _hours(row.hours.counted if row.hours else None)),
    )
)
