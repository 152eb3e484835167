"""The guard of a school's database, complete: what sql/0003_*.sql adds and mends. No new tables."""

from pathlib import Path

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        for file in sorted((Path(__file__).parents[1] / "sql").glob("0003_*.sql")):
            # Bare: the text holds percent signs, colons and many statements.
            op.get_bind().connection.driver_connection.execute(file.read_text("utf-8"))
