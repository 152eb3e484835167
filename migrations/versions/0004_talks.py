"""Talks: who else sits at the table, appointments, and how agreements went."""

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing yet."""
