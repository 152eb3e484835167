"""What is wrong with the audit log, or with records that changed behind its back, in Dutch."""

from sqlalchemy import Engine

_WORDS = {
    "missing": "Logboek van {chain}: regel {number} ontbreekt.",
    "edited": "Logboek van {chain}: regel {number} is veranderd.",
    "cut off": "Logboek van {chain}: na regel {number} klopt het einde niet.",
    "anchor": "De dagregel van {chain} klopt niet met het logboek.",
    "unknown record": "Er staat iets in de database dat het logboek niet kent: {kind} {record}.",
    "record gone": "Er is iets verdwenen zonder dat het logboek dat weet: {kind} {record}.",
    "record differs": "Er is iets veranderd buiten het logboek om: {kind} {record}.",
}


def problems_at_school(engine: Engine) -> list[str]:
    """One line per problem; empty when all is well. For an administrator or a superuser."""
    with engine.connect() as connection:
        connection.exec_driver_sql("SET statement_timeout = 0")
        found = connection.exec_driver_sql("SELECT * FROM lob.audit_problems()").mappings().all()
    return [_WORDS[row["problem"]].format(**row) for row in found]
