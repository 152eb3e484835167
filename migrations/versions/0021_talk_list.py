"""The order of the list of all talks, in a workbook.

Not at a school: there one reads the talks of one's own students by the index that begins with the
student, and a plan on an index of all talks would tell how many there are of others. What a plan
tells otherwise ends here too (sql/0021_plans.sql).
"""

from pathlib import Path

from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.create_index("ix_conversation_held", "conversation", ["held_on", "id"])
        op.create_index("ix_conversation_kind_held", "conversation", ["kind", "held_on", "id"])
        return
    text = (Path(__file__).parents[1] / "sql" / "0021_plans.sql").read_text("utf-8")
    # Bare: the text holds percent signs, colons and many statements.
    op.get_bind().connection.driver_connection.execute(text)
