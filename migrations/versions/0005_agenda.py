"""Agenda: at a school, asking when a room is taken."""

from pathlib import Path

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        text = (Path(__file__).parents[1] / "sql" / "0005_agenda.sql").read_text("utf-8")
        # Bare: the text holds percent signs, colons and many statements.
        op.get_bind().connection.driver_connection.execute(text)
