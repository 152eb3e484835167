"""Badges: what was issued, the school's keys, and whom it trusts."""

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
