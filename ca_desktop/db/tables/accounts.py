"""Accounts and the centre itself."""

from ca_desktop.db.tables.columns import subject_table
from ca_desktop.domain.accounts import Account
from ca_desktop.domain.centre import Centre

centre = subject_table("centre", Centre)
accounts = subject_table(
    "accounts", Account, references={"supervisor_id": "supervisors"}, unique=[("sign_in_name",)]
)
