"""What the centre arranged for itself: days away, settings, filters, lists from elsewhere."""

from ca_desktop.db.tables.columns import subject_table
from ca_desktop.domain.absences import SupervisorAbsence
from ca_desktop.domain.centre_settings import CentreSetting
from ca_desktop.domain.import_mappings import ImportMapping
from ca_desktop.domain.saved_filters import SavedFilter

supervisor_absences = subject_table(
    "supervisor_absences",
    SupervisorAbsence,
    references={"supervisor_id": "supervisors", "substitute_id": "supervisors"},
    indexes=[("supervisor_id", "starts_on")],
)
centre_settings = subject_table("centre_settings", CentreSetting, unique=[("name",)])
saved_filters = subject_table(
    "saved_filters",
    SavedFilter,
    references={"account_id": "accounts"},
    indexes=[("account_id", "page")],
)
import_mappings = subject_table("import_mappings", ImportMapping, unique=[("headings",)])
