"""Finding words in talks and agreements.

A workbook gets an index of folded words; ``storage.search_index`` fills it after the upgrade. At a
school's server the words of talks are folded in the same way from now on.
"""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

# Contentless: the words stand in the index only. No places in the text (detail=none): a quarter of
# the size, and nothing of the order in which words were said. Words come folded already, so the
# tokenizer takes whatever is no ASCII for a letter and leaves it as it is.
_INDEX = (
    "CREATE VIRTUAL TABLE {} USING fts5(words, content='', contentless_delete=1, detail=none, "
    "prefix='2 3 4 5', tokenize='ascii')"
)


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        text = (Path(__file__).parents[1] / "sql" / "0019_search.sql").read_text("utf-8")
        # Bare: the text holds percent signs, colons and many statements.
        op.get_bind().connection.driver_connection.execute(text)
        return
    for name, column, parent in (
        ("talk", "talk_id", "conversation"),
        ("agreement", "agreement_id", "agreement"),
    ):
        table, index = f"searched_{name}", f"{name}_words"
        op.create_table(
            table,
            sa.Column("number", sa.Integer(), nullable=False),
            sa.Column(column, sa.Uuid(), nullable=False),
            sa.PrimaryKeyConstraint("number", name=f"pk_{table}"),
            sa.UniqueConstraint(column, name=f"uq_{table}_{column}"),
            sa.ForeignKeyConstraint(
                [column], [f"{parent}.id"], name=f"fk_{table}_{column}_{parent}", ondelete="CASCADE"
            ),
            sqlite_strict=True,
        )
        op.execute(_INDEX.format(index))
        op.execute(
            f"CREATE TRIGGER {table}_gone AFTER DELETE ON {table} "
            f"BEGIN DELETE FROM {index} WHERE rowid = OLD.number; END"
        )
