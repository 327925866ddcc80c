"""Indexes for the dates that Vandaag asks: open reviews, evaluations, forms with a longest time.

Frozen: what stands here is never changed, a later step is added.
"""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Put the review day behind the end of a placement, and find trajectories by day and form."""
    op.drop_index("ix_placements_ended_on", "placements")
    op.drop_index("ix_placements_review_on", "placements")
    op.create_index("ix_placements_ended_on_review_on", "placements", ["ended_on", "review_on"])
    op.create_index("ix_trajectories_evaluation_on", "trajectories", ["evaluation_on"])
    op.create_index("ix_trajectories_legal_form", "trajectories", ["legal_form"])
