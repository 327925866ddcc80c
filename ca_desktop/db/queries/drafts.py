"""Drafts of running text. They are not journalled: they belong to whoever is typing."""

from uuid import UUID

import sqlalchemy as sa

from ca_desktop.db.tables.storage import drafts
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.drafts import Draft


def keep_draft(uow: UnitOfWork, draft: Draft) -> None:
    """Keep what an account is typing in one form, in place of what was kept before."""
    drop_draft(uow, draft.account_id, draft.key)
    uow.connection.execute(
        sa.insert(drafts).values(
            {
                "account_id": draft.account_id,
                "key": draft.key,
                "values": draft.values,
                "saved_at": draft.saved_at,
            }
        )
    )


def drop_draft(uow: UnitOfWork, account_id: UUID, key: str) -> None:
    """Forget one draft; nothing happens when there is none."""
    uow.connection.execute(
        sa.delete(drafts).where(drafts.c.account_id == account_id, drafts.c.key == key)
    )


def drafts_of(uow: UnitOfWork, account_id: UUID) -> list[Draft]:
    """The drafts of an account, newest first."""
    query = (
        sa.select(drafts.c.account_id, drafts.c.key, drafts.c["values"], drafts.c.saved_at)
        .where(drafts.c.account_id == account_id)
        .order_by(drafts.c.saved_at.desc())
    )
    return [
        Draft(account_id=row[0], key=row[1], values=row[2], saved_at=row[3])
        for row in uow.connection.execute(query)
    ]


def draft(uow: UnitOfWork, account_id: UUID, key: str) -> Draft | None:
    """The draft of one form, or None."""
    return next((kept for kept in drafts_of(uow, account_id) if kept.key == key), None)
