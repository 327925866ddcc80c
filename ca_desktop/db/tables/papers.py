"""Issued papers with their bytes, and the summaries written for reports."""

from ca_desktop.db.tables.columns import subject_table
from ca_desktop.domain.papers import IssuedPaper, ReportSummary

issued_papers = subject_table(
    "issued_papers",
    IssuedPaper,
    references={
        "participant_id": "participants",
        "role_id": "roles",
        "partner_id": "partners",
    },
    indexes=[("participant_id", "issued_at"), ("issued_at",)],
)
report_summaries = subject_table(
    "report_summaries",
    ReportSummary,
    references={"participant_id": "participants", "partner_id": "partners"},
    indexes=[("participant_id", "starts_on")],
)
