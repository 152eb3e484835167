"""A school from nothing by the command line, on a server that asks every login for its password."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
import pytest

from lob_workbench.storage.server import ServerAddress
from tests.helpers.command_line import Outcome, Run
from tests.helpers.postgres import PostgresCluster


@dataclass
class AtServer:
    """The command line pointed at one database."""

    run: Run
    cluster: PostgresCluster
    database: str
    folder: Path

    def address(self, login: str) -> str:
        """The database as this login."""
        return ServerAddress(str(self.cluster.folder), self.database, login).to_text()

    def call(self, verb: str, login: str, password: str | None, *words: str) -> Outcome:
        """One `server` command as this login."""
        more = []
        if password is not None:
            file = self.folder / "wachtwoord.txt"
            file.write_text(password + "\n", "utf-8")
            more = ["--password-file", str(file)]
        return self.run("server", verb, self.address(login), *words, *more)

    def init(self) -> tuple[str, str]:
        """A school; gives login and password of its administrator."""
        login = f"bea.{self.database[-8:]}"
        done = self.call(
            "init",
            "postgres",
            None,
            *("--school", "Het Voorbeeldcollege", "--administrator", login, "--name", "Bea Bos"),
        )
        assert (done.code, done.err) == (0, "")
        assert "‘Het Voorbeeldcollege’ staat klaar" in done.out
        return login, password_in(done)

    def connect(self, login: str, password: str) -> psycopg.Connection[Any]:
        """A plain connection, as `psql` makes one."""
        return psycopg.connect(
            host=str(self.cluster.folder), dbname=self.database, user=login, password=password
        )


def password_in(done: Outcome) -> str:
    """The password that a command showed once."""
    found = re.search(r"(?:\w{4}-){3}\w{4}", done.out)
    assert found is not None, done.out
    return found.group()


@pytest.fixture
def at_server(run: Run, strict_cluster: PostgresCluster, tmp_path: Path) -> Iterator[AtServer]:
    """An empty database."""
    name = strict_cluster.create_database()
    yield AtServer(run, strict_cluster, name, tmp_path)
    strict_cluster.drop_database(name)


def test_a_school_its_administrator_and_a_counsellor(at_server: AtServer) -> None:
    bea, secret = at_server.init()
    anna = f"anna.{at_server.database[-8:]}"
    done = at_server.call(
        "add-user", bea, secret, anna, "--name", "Anna Smit", "--role", "counsellor",
        "--team", "Zorg", "--until", "2099-07-31",
    )  # fmt: skip
    assert (done.code, done.err) == (0, "")
    with at_server.connect(anna, password_in(done)) as connection:
        names = connection.execute("SELECT name FROM staff_member ORDER BY name").fetchall()
        assert names == [("Anna Smit",), ("Bea Bos",)]
        assert connection.execute("SELECT lob.has_role('counsellor')").fetchall() == [(True,)]
    with pytest.raises(psycopg.OperationalError, match="password"):
        at_server.connect(anna, "geraden")
    done = at_server.call("check", bea, secret)
    assert (done.code, done.out) == (0, "De school is in orde.\n")


def test_nothing_of_a_password_is_in_the_database(at_server: AtServer) -> None:
    bea, secret = at_server.init()
    with psycopg.connect(at_server.cluster.dsn(at_server.database)) as connection:
        kept = connection.execute(
            "SELECT rolpassword FROM pg_authid WHERE rolname = %s", [bea]
        ).fetchone()
    assert kept is not None
    assert kept[0].startswith("SCRAM-SHA-256$")
    assert secret not in (at_server.cluster.folder / "server.log").read_text("utf-8")


def test_a_school_is_made_once(at_server: AtServer) -> None:
    at_server.init()
    done = at_server.call(
        "init", "postgres", None, "--school", "X", "--administrator", "zz", "--name", "Z"
    )
    assert done.code == 1
    assert done.err.startswith("Deze database is al een school.")


def test_a_database_in_use_is_left_alone(at_server: AtServer) -> None:
    with psycopg.connect(at_server.cluster.dsn(at_server.database)) as connection:
        connection.execute("CREATE TABLE boekhouding (id int)")
    done = at_server.call(
        "init", "postgres", None, "--school", "X", "--administrator", "zz", "--name", "Z"
    )
    assert (done.code, done.err.count("\n")) == (1, 1)
    with psycopg.connect(at_server.cluster.dsn(at_server.database)) as connection:
        found = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        assert found.fetchall() == [("boekhouding",)]


@pytest.mark.parametrize("login", ["Anna", "lob_staff", "postgres", "a", "x y", "a';--"])
def test_a_wrong_name_for_the_administrator_leaves_nothing(at_server: AtServer, login: str) -> None:
    done = at_server.call(
        "init", "postgres", None, "--school", "X", "--administrator", login, "--name", "Z"
    )
    assert (done.code, done.err.count("\n")) == (1, 1)
    with psycopg.connect(at_server.cluster.dsn(at_server.database)) as connection:
        found = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        assert found.fetchall() == []


def test_only_a_superuser_makes_or_upgrades_a_school(at_server: AtServer) -> None:
    bea, secret = at_server.init()
    for verb, words in (
        ("upgrade", []),
        ("init", ["--school", "X", "--administrator", "zz", "--name", "Z"]),
    ):
        done = at_server.call(verb, bea, secret, *words)
        assert (done.code, "superuser" in done.err, done.err.count("\n")) == (1, True, 1)
    assert at_server.call("upgrade", "postgres", None).out == "De school was al bij.\n"


def test_an_administrator_gives_herself_nothing(at_server: AtServer) -> None:
    bea, secret = at_server.init()
    for words in (["--role", "second_line"], ["--role", "counsellor"], ["--until", "2099-01-01"]):
        done = at_server.call("change-user", bea, secret, bea, *words)
        assert (done.code, "niet voor zichzelf" in done.err) == (1, True)
    again = at_server.call("add-user", bea, secret, bea, "--name", "Bea", "--role", "second_line")
    assert (again.code, again.err) == (1, "Deze inlognaam bestaat al.\n")
    both = at_server.call(
        "add-user", bea, secret, f"cor.{at_server.database[-8:]}", "--name", "Cor",
        "--role", "second_line", "--role", "administrator",
    )  # fmt: skip
    assert (both.code, "kan geen begeleider" in both.err) == (1, True)
    with at_server.connect(bea, secret) as connection:
        held = connection.execute("SELECT role FROM staff_role").fetchall()
    assert held == [("administrator",)]


def test_somebody_who_is_no_administrator_adds_nobody(at_server: AtServer) -> None:
    bea, secret = at_server.init()
    anna = f"anna.{at_server.database[-8:]}"
    done = at_server.call("add-user", bea, secret, anna, "--name", "A", "--role", "counsellor")
    other = at_server.call(
        "add-user", anna, password_in(done), "zoe", "--name", "Z", "--role", "counsellor"
    )
    assert (other.code, "beheerder" in other.err) == (1, True)
    assert at_server.call("check", anna, password_in(done)).code == 1


def test_whose_time_is_over_or_who_is_let_go_sees_nothing(at_server: AtServer) -> None:
    bea, secret = at_server.init()
    anna = f"anna.{at_server.database[-8:]}"
    done = at_server.call("add-user", bea, secret, anna, "--name", "A", "--role", "counsellor")
    at_server.call("change-user", bea, secret, anna, "--until", "2020-01-01")
    with at_server.connect(anna, password_in(done)) as connection:
        assert connection.execute("SELECT count(*) FROM staff_member").fetchone() == (0,)
        assert connection.execute("SELECT lob.active_until()::text").fetchone() == ("2020-01-01",)


def test_a_password_in_the_address_is_refused(run: Run) -> None:
    done = run("server", "check", "postgresql://bea:geheim@lob.school.nl/lob")
    assert (done.code, "geheim" in done.err) == (1, False)
    assert done.err.startswith("Zet het wachtwoord niet in het adres")


def test_check_finds_what_changed_behind_the_log(at_server: AtServer) -> None:
    bea, secret = at_server.init()
    with psycopg.connect(at_server.cluster.dsn(at_server.database)) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute("UPDATE staff_member SET name = 'Iemand Anders'")
    done = at_server.call("check", bea, secret)
    assert done.code == 1
    assert "veranderd buiten het logboek om: staff_member" in done.err
    assert "Iemand" not in done.err


def test_a_line_kept_outside_is_asked_for_and_checked(at_server: AtServer) -> None:
    bea, secret = at_server.init()
    done = at_server.call("check", bea, secret, "--show-anchor")
    assert done.code == 0
    line = done.out.rpartition("te bewaren: ")[2].strip()
    assert at_server.call("check", bea, secret, "--anchor", line).code == 0
    # Of another database, or of a log that was cut off since.
    other = line[:-1] + ("0" if line[-1] != "0" else "1")
    done = at_server.call("check", bea, secret, "--anchor", other)
    assert done.code == 1
    assert "dagregel" in done.err.lower()
