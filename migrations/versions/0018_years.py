"""Students through the years: what changed in their enrolment, and where they went."""

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
